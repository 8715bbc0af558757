import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { typedEntrySchema } from "#contract/typed-entry.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { bridgeFolder } from "#main/exports/bridge-folder.ts";
import { exportFec, type FecAsked } from "#main/exports/export-fec.ts";
import { saveDraft } from "#main/ledger/draft-entries.ts";
import { attach } from "#main/ledger/entering/attach.ts";
import { type CoreBook, coreBook, sale } from "../core/core-book.ts";

let core: CoreBook;
let fiscalYearId: number;
beforeEach(async () => {
  core = await coreBook();
  const draft = sale(core.customerId);
  const [first, ...rest] = draft.lines;
  const posted = await core.post({
    ...draft,
    lines: [{ ...first!, dueOn: "2026-04-30" }, ...rest],
  });
  if (isRefusal(posted)) throw new Error(posted.code);
  const { entryId } = posted;
  const file = { name: "FA ../1.pdf", mediaType: "application/pdf", bytes: Buffer.from("%PDF") };
  await write((tx) => attach(tx, { entryId, file, nowMs: 1 }));
  const year = core.book.read
    .reading("SELECT fiscal_year_id AS id FROM entry WHERE id = ?")
    .get(entryId) as { id: number };
  fiscalYearId = year.id;
});
afterEach(() => core.remove());

type Work = Parameters<CoreBook["book"]["transact"]>[1];
async function write(work: (tx: Parameters<Work>[0]) => object): Promise<void> {
  const done = await core.book.transact(core.act, (tx) => ({
    result: work(tx),
    audit: { subject: "test" },
  }));
  if (isRefusal(done)) throw new Error(done.code);
}

const asked = (more: Partial<FecAsked>): FecAsked => ({
  fiscalYearId,
  checks: bookChecks,
  madeOn: "2026-06-15",
  ...more,
});

async function written(more: Partial<FecAsked>) {
  const made = await exportFec(core.book.read, asked(more));
  if (isRefusal(made)) throw new Error(`${made.code} ${JSON.stringify(made.facts)}`);
  const bytes = Buffer.from(await made.fec.arrayBuffer());
  const rows = (encoding: BufferEncoding, separator: string) =>
    bytes
      .toString(encoding)
      .split("\r\n")
      .filter(Boolean)
      .map((line) => line.split(separator));
  return { ...made, bytes, rows };
}

describe("the form of the file", () => {
  it("has the columns that its regime owes, filled as cash-basis books want them", async () => {
    for (const [kind, count] of [
      ["BIC", 18],
      ["COM", 18],
      ["BAT", 21],
      ["BNCT", 22],
    ] as const) {
      const { rows, check } = await written({ kind });
      expect(rows("utf8", "\t").map((fields) => fields.length)).toEqual([
        count,
        count,
        count,
        count,
      ]);
      expect(check.official.conforming).toBe(true);
    }
    const [head, first] = (await written({ kind: "BNCT" })).rows("utf8", "\t");
    expect(head!.slice(18)).toEqual(["DateRglt", "ModeRglt", "NatOp", "IdClient"]);
    expect(first!.slice(18)).toEqual([first![3], first![1], "", first![7]]);
  });

  it("takes either separator and either character set", async () => {
    const piped = await written({ separator: "pipe", charset: "iso-8859-15" });
    expect(piped.rows("latin1", "|")[1]).toHaveLength(18);
    expect(piped.check.official.conforming && piped.check.law.conforming).toBe(true);
  });

  it("shows drafts only in a provisional file, which its name says", async () => {
    const draft = { ...sale(core.customerId), pieceRef: "FA-2" };
    const unfinished = { ...draft, pieceRef: "FA-3", lines: draft.lines.slice(1) };
    for (const entry of [draft, unfinished]) {
      await write((tx) => saveDraft(tx, core.act, { entry: typedEntrySchema.parse(entry) }));
    }
    const official = await written({});
    expect(official.rows("utf8", "\t")).toHaveLength(4);
    const { fec, rows, draftsLeftOut, check } = await written({ withDrafts: true });
    expect(fec.name).toMatch(/^PROVISOIRE-\d{9}FEC20261231\.txt$/);
    expect(rows("utf8", "\t").map((fields) => [fields[8], fields[15] === ""])).toEqual([
      ["PieceRef", false],
      ...Array.from({ length: 3 }, () => [draft.pieceRef.replace("FA-2", sale(1).pieceRef), false]),
      ...Array.from({ length: 3 }, () => ["FA-2", true]),
    ]);
    expect(draftsLeftOut).toBe(1);
    expect(check.law.conforming).toBe(false);
  });

  it("follows a package's layout, and refuses one that does not exist", async () => {
    const due = await written({ profile: "due-dates" });
    const [head, first] = due.rows("utf8", "\t");
    expect([head!.at(-1), first!.at(-1)]).toEqual(["DateLimitReglmt", "20260430"]);
    const short = await written({ profile: "short" });
    expect(short.rows("utf8", "\t")[0]!.slice(0, 3)).toEqual(["Journal", "Date", "Compte"]);
    const none = await exportFec(core.book.read, asked({ profile: "nobody" }));
    expect(isRefusal(none) && none.code).toBe("fec.unknown-profile");
  });

  it("goes with its documents and an index in one ZIP", async () => {
    const made = await bridgeFolder(core.book.read, asked({}));
    if (isRefusal(made)) throw new Error(made.code);
    const files = unzipSync(new Uint8Array(await made.file.arrayBuffer()));
    const names = Object.keys(files);
    expect(names).toHaveLength(5);
    expect(names).toEqual(expect.arrayContaining(["index.html", "documents/1-FA .._1.pdf"]));
    const csv = Buffer.from(files["index.csv"]!).toString();
    expect(csv).toContain("1;VE;");
    expect(csv).toContain("documents/1-FA .._1.pdf");
  });
});
