import { afterAll, beforeAll, expect, test } from "vitest";
import { capitalEntry } from "../doors/test-book.ts";
import { type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

test("an entry is saved as a draft, shown, validated as previewed, then duplicated", async () => {
  const { entry, ledger } = office.calls;
  const { draftId } = await ledger.saveDraft({ entry: capitalEntry });
  const draft = await entry.getDraft({ draftId });
  expect(draft.entry).toMatchObject({ journal: capitalEntry.journal, label: capitalEntry.label });
  const scope = { draftIds: [draftId] };
  const seen = await entry.previewValidation(scope);
  expect(seen).toMatchObject({ count: 1, refused: 0 });
  const wrong = { scope, expected: { count: 2, debitMinor: seen.debitMinor } };
  await expect(entry.validate(wrong)).rejects.toMatchObject({ code: "REFUSED" });
  const expected = { count: seen.count, debitMinor: seen.debitMinor };
  const { entries } = await entry.validate({ scope, expected });
  expect(entries).toEqual([{ entryId: expect.any(Number), number: 1 }]);
  const { entryId } = entries[0]!;
  const copy = await entry.duplicate({ entryId, datedOn: "2026-03-02" });
  expect((await entry.getDraft(copy)).entry.datedOn).toBe("2026-03-02");
});

test("a template repeats every month until it is stopped", async () => {
  const { entry } = office.calls;
  const { templateId } = await entry.saveTemplate({ name: "Loyer", entry: capitalEntry });
  expect(await entry.listTemplates({})).toMatchObject([{ templateId, name: "Loyer" }]);
  const schedule = { templateId, every: "month" as const, firstOn: "2026-01-05" };
  const { recurringId } = await entry.saveRecurring(schedule);
  expect(await entry.listRecurring({})).toMatchObject([{ recurringId, every: "month" }]);
  expect(await entry.listDue({ untilOn: "2026-02-28" })).toHaveLength(2);
  await entry.deleteRecurring({ recurringId });
  expect(await entry.listRecurring({})).toEqual([]);
  expect(await entry.listDue({ untilOn: "2026-02-28" })).toEqual([]);
});
