import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readDraft } from "#main/ledger/draft-entries.ts";
import { attach, listAttached } from "#main/ledger/entering/attach.ts";
import { draftRows } from "#main/ledger/entering/draft-rows.ts";
import { postDraft } from "#main/ledger/entering/post-draft.ts";
import { duplicateEntry } from "#main/ledger/entering/typed-of-entry.ts";
import { previewValidation, validateDrafts } from "#main/ledger/entering/validate-drafts.ts";
import { sale } from "../core/core-book.ts";
import { typingDesk } from "./typing-desk.ts";

const { core, write, sure, save } = typingDesk();

describe("drafts", () => {
  it("are kept as typed, even empty, and are listed by date with what is missing", async () => {
    const { draftId } = await save({});
    await save({ journal: "OD", datedOn: "2026-03-31", lines: [{ account: "6", debitMinor: 5 }] });
    const { rows } = draftRows(core().book.read, { limit: 10 });
    expect(rows.map((r) => [r.datedOn, r.journal, r.differenceMinor])).toEqual([
      [null, "", 0],
      ["2026-03-31", "OD", 5],
    ]);
    expect(
      draftRows(core().book.read, { limit: 10, journal: "OD", month: "2026-03" }).rows,
    ).toHaveLength(1);
    const first = draftRows(core().book.read, { limit: 1 });
    const next = draftRows(core().book.read, { limit: 1, after: first.next });
    expect([first.rows[0]?.draftId, next.rows[0]?.journal]).toEqual([draftId, "OD"]);
    const refused = await write((tx) => postDraft(tx, core().act, draftId));
    expect(isRefusal(refused) && refused.code).toBe("entry.no-date");
  });

  it("validate all or none; the preview says the numbers, the sums and each refusal", async () => {
    const good = sale(core().customerId);
    const second = await save({ ...good, datedOn: "2026-03-20", pieceRef: "FA-2" });
    const first = await save({ ...good, pieceRef: "FA-1" });
    const wrong = await save({
      ...good,
      pieceRef: "FA-3",
      datedOn: "2026-03-31",
      lines: good.lines.slice(1),
    });
    const scope = { journal: "VE", month: "2026-03" };
    const look = () => write((tx) => previewValidation(tx, core().act, scope), true);
    expect(await look()).toMatchObject({
      count: 2,
      debitMinor: 24_000,
      creditMinor: 24_000,
      refused: 1,
      numbers: [{ first: 1, last: 2 }],
      drafts: [
        { draftId: first.draftId, number: 1 },
        { draftId: second.draftId, number: 2 },
        { draftId: wrong.draftId, refusal: { code: "ledger.unbalanced" } },
      ],
    });
    const none = await write((tx) => validateDrafts(tx, core().act, { scope }));
    expect(isRefusal(none) && none.facts).toEqual({
      piece: "FA-3 Vente Librairie Vaugrenard",
      count: 1,
    });
    expect(draftRows(core().book.read, { limit: 10 }).rows).toHaveLength(3);
    await save({ journal: "OD" });
    const draftIds = [first.draftId, second.draftId];
    const stale = { scope: { draftIds }, expected: { count: 2, debitMinor: 1 } };
    const changed = await write((tx) => validateDrafts(tx, core().act, stale));
    expect(isRefusal(changed) && changed.code).toBe("entry.changed-since");
    const fine = { scope: { draftIds }, expected: { count: 2, debitMinor: 24_000 } };
    const { entries } = await sure((tx) => validateDrafts(tx, core().act, fine));
    expect(entries.map((e) => e.number)).toEqual([1, 2]);
    expect(draftRows(core().book.read, { limit: 10 }).rows).toHaveLength(2);
    const again = await write((tx) => validateDrafts(tx, core().act, fine));
    expect(isRefusal(again) && again.code).toBe("ledger.unknown-draft");
    const empty = { scope: { journal: "AC", month: "2026-03" } };
    const nothing = await write((tx) => validateDrafts(tx, core().act, empty));
    expect(isRefusal(nothing) && nothing.code).toBe("entry.nothing-to-validate");
  });

  it("carry their documents to the entry, each file kept once", async () => {
    const { draftId } = await save(sale(core().customerId));
    const file = { name: "FA-1.pdf", mediaType: "application/pdf", bytes: Buffer.from("%PDF") };
    const put = (of: object) => write((tx) => attach(tx, { file, nowMs: 1, ...of }));
    await put({ draftId });
    await put({ draftId });
    expect(listAttached(core().book.read, { draftId })).toHaveLength(1);
    const { entryId } = await sure((tx) => postDraft(tx, core().act, draftId));
    expect(listAttached(core().book.read, { entryId })).toMatchObject([{ fileName: "FA-1.pdf" }]);
    expect(isRefusal(await put({}))).toBe(true);
    expect(isRefusal(await put({ draftId }))).toBe(true);
  });

  it("are made from an entry, its due dates keeping their distance", async () => {
    const draft = sale(core().customerId);
    const [first, ...rest] = draft.lines;
    const posted = await core().post({
      ...draft,
      lines: [{ ...first!, dueOn: "2026-04-01" }, ...rest],
    });
    if (isRefusal(posted)) throw new Error(posted.code);
    const { entryId } = posted;
    const { draftId } = await sure((tx) =>
      duplicateEntry(tx, core().act, { entryId, datedOn: "2026-05-04" }),
    );
    const copy = readDraft(core().book.read, draftId);
    expect(copy).toMatchObject({ datedOn: "2026-05-04", pieceRef: "", journal: "VE" });
    expect(!isRefusal(copy) && copy.lines.map((l) => l.dueOn)).toEqual([
      "2026-06-03",
      undefined,
      undefined,
    ]);
  });
});
