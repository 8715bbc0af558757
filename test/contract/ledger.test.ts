import { afterAll, beforeAll, expect, test } from "vitest";
import { capitalEntry } from "../doors/test-book.ts";
import { type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

test("an account opened below the chart takes a draft, which is posted, read and reversed", async () => {
  const { ledger } = office.calls;
  await ledger.openAccount({ number: "6064001", label: "Papeterie" });
  const [year] = await ledger.listYears({});
  const found = await ledger.listAccounts({ fiscalYearId: year!.id, search: "Papeterie" });
  expect(found.map((a) => a.number)).toEqual(["6064001"]);
  const entry = {
    ...capitalEntry,
    pieceRef: "TICKET 12",
    lines: [
      { account: "6064001", debitMinor: 1234 },
      { account: "512001", creditMinor: 1234 },
    ],
  };
  const { draftId } = await ledger.saveDraft({ entry });
  expect((await ledger.listDrafts({})).map((d) => d.draftId)).toContain(draftId);
  const posted = await ledger.postDraft({ draftId });
  expect((await ledger.listDrafts({})).map((d) => d.draftId)).not.toContain(draftId);
  const read = await ledger.getEntry({ entryId: posted.entryId });
  expect(read).toMatchObject({ number: posted.number, pieceRef: "TICKET 12" });
  expect(read.lines.map((l) => [l.account, l.debitMinor, l.creditMinor])).toEqual([
    ["6064001", 1234, 0],
    ["512001", 0, 1234],
  ]);
  const reversed = await ledger.reverseEntry({ entryId: posted.entryId, datedOn: "2026-02-01" });
  expect(reversed.number).toBe(posted.number + 1);
  const { rows } = await ledger.listAccountLines({ account: "6064001" });
  expect(rows.map((l) => l.debitMinor - l.creditMinor)).toEqual([1234, -1234]);
});

test("a draft is deleted, and another deletion is refused", async () => {
  const { ledger } = office.calls;
  const { draftId } = await ledger.saveDraft({ entry: { ...capitalEntry, lines: [] } });
  await ledger.deleteDraft({ draftId });
  expect((await ledger.listDrafts({})).map((d) => d.draftId)).not.toContain(draftId);
  await expect(ledger.deleteDraft({ draftId })).rejects.toMatchObject({ code: "REFUSED" });
});

test("the journals of a new book, and no party yet", async () => {
  const { ledger } = office.calls;
  const journals = await ledger.listJournals({});
  expect(journals.map((j) => j.code)).toEqual(expect.arrayContaining(["VE", "AC", "OD", "AN"]));
  expect(await ledger.listParties({})).toEqual([]);
});

test("a backup is written beside the book and said in the journal of actions", async () => {
  const { book } = office.calls;
  const { file } = await book.backUp({});
  expect(file).toMatch(/backups/);
  const { rows } = await book.listActions({});
  expect(rows[0]).toMatchObject({ command: "book.backUp" });
});

test("a real company's book is never thrown away as if it were the sample", async () => {
  await expect(office.calls.book.throwSampleAway({})).rejects.toMatchObject({
    data: { code: "book.not-sample", facts: { company: "Atelier des Écluses" } },
  });
  expect(await office.calls.book.status({})).toMatchObject({ open: true });
});
