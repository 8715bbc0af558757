import { afterEach, describe, expect, it } from "vitest";
import type { TakeOverReport } from "#contract/fec.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { exportFec } from "#main/exports/export-fec.ts";
import { type TakeOverInput, takeOverFec } from "#main/exports/taking-over/take-over-fec.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

const HEADER =
  "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t" +
  "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\t" +
  "Montantdevise\tIdevise";

/** A year of another package: openings at its end, a letter, an employee, a foreign currency. */
const YEAR = [
  HEADER,
  row(
    "VT",
    "Ventes",
    "1",
    "20250110",
    "411000",
    "Clients",
    "CDUP",
    "Dupont",
    "120,00",
    "0,00",
    "A",
  ),
  row("VT", "Ventes", "1", "20250110", "706000", "Prestations", "", "", "0,00", "100,00", ""),
  row("VT", "Ventes", "1", "20250110", "445710", "TVA collectée", "", "", "0,00", "20,00", ""),
  row("BQ", "Banque CIC", "2", "20250131", "512100", "CIC", "", "", "120,00", "0,00", ""),
  row(
    "BQ",
    "Banque CIC",
    "2",
    "20250131",
    "411000",
    "Clients",
    "CDUP",
    "Dupont",
    "0,00",
    "120,00",
    "A",
  ),
  row("AC", "Acomptes", "3", "20250205", "421000", "Personnel", "E1", "Noé", "50,00", "0,00", "B"),
  row("AC", "Acomptes", "3", "20250205", "421000", "Personnel", "E1", "Noé", "0,00", "50,00", "B"),
  row("AN", "A-nouveaux", "4", "20250101", "512100", "CIC", "", "", "1000,00", "0,00", ""),
  row("AN", "A-nouveaux", "4", "20250101", "101300", "Capital", "", "", "0,00", "1000,00", ""),
].join("\r\n");

function row(...f: string[]): string {
  const [journal, label, number, date, account, name, party, partyName, debit, credit, letter] = f;
  const dated = letter === "" ? "" : "20250131";
  return [
    ...[journal, label, number, date, account, name, party, partyName],
    ...[`P${number}`, date, `Écriture ${number}`, debit, credit, letter, dated, "20250228", "", ""],
  ].join("\t");
}

let core: CoreBook | undefined;
afterEach(() => {
  const read = core?.book.read;
  const failed = read === undefined ? [] : bookChecks.map((c) => c.find(read)).filter(Boolean);
  core?.remove();
  core = undefined;
  expect(failed).toEqual([]);
});

async function taken(
  text: string | Uint8Array,
  more: Partial<TakeOverInput> & { name?: string; preview?: boolean } = {},
): Promise<TakeOverReport> {
  core ??= await coreBook();
  const { name = "552100554FEC20251231.txt", preview = false, ...asked } = more;
  const act = { ...core.act, preview };
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  const report = await core.book.transact(
    act,
    takeOverFec(act, { file: { name, bytes }, unbalanced: "leave-out", ...asked }),
  );
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.facts)}`);
  return report;
}

async function exported(fiscalYearId: number): Promise<string> {
  const made = await exportFec(core!.book.read, {
    fiscalYearId,
    checks: bookChecks,
    madeOn: "2026-06-15",
  });
  if (isRefusal(made)) throw new Error(`${made.code} ${JSON.stringify(made.facts)}`);
  expect(made.check.official.conforming).toBe(true);
  return made.fec.text();
}

/** Balance by account, and the lines' amounts of each lettering group, of a written file. */
function facts(text: string) {
  const balances = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (const line of text.split(/\r\n/).slice(1).filter(Boolean)) {
    const f = line.split("\t");
    const minor = cents(f[11]) - cents(f[12]);
    balances.set(f[4]!, (balances.get(f[4]!) ?? 0) + minor);
    if (f[13] === "") continue;
    const key = `${f[4]} ${f[6]} ${f[13]}`;
    groups.set(
      key,
      [...(groups.get(key) ?? []), minor].sort((a, b) => a - b),
    );
  }
  const letterless = [...groups].map(([key, minors]) => [key.replace(/ \S+$/, ""), minors]);
  return { balances: [...balances].sort(byText), groups: letterless.sort(byText) };
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function cents(field = ""): number {
  return Math.round(Number(field.replace(",", ".")) * 100);
}

describe("a year of another package", () => {
  it("is taken over whole: entries, journals, parties, letters, openings first", async () => {
    const report = await taken(YEAR);
    expect(report).toMatchObject({
      year: { startsOn: "2025-01-01", endsOn: "2025-12-31", isNew: false },
      entries: { found: 4, added: 4, already: 0, refused: 0 },
      lines: 9,
      debitMinor: 129_000,
      creditMinor: 129_000,
      newParties: 1,
      refusedCount: 0,
    });
    expect(report.journals.map((j) => [j.from, j.to, j.why])).toEqual([
      ["AN", "AN", "same"],
      ["VT", "VT", "same"],
      ["BQ", "BQ", "same"],
      ["AC", "AC2", "clash"],
    ]);
    const kept = core!.book.read
      .reading(
        "SELECT e.number, e.journal, i.original_number, i.original_journal, i.validated_on " +
          "FROM imported_entry i JOIN entry e ON e.id = i.entry_id ORDER BY e.number",
      )
      .all();
    expect(kept[0]).toEqual({
      number: 1,
      journal: "AN",
      original_number: "4",
      original_journal: "AN",
      validated_on: "2025-02-28",
    });
    expect(kept).toHaveLength(4);
  });

  it("leaves with the same balances by account and the same lettering groups", async () => {
    await taken(YEAR);
    expect(facts(await exported(1))).toEqual(facts(YEAR));
  });

  it("adds nothing the second time, even written anew", async () => {
    await taken(YEAR);
    const again = await taken(YEAR.replaceAll("\t", ";").replaceAll("\r\n", "\n"));
    expect(again.entries).toEqual({ found: 4, added: 0, already: 4, refused: 0 });
    const files = core!.book.read.reading("SELECT count(*) AS n FROM imported_file").get();
    expect(files).toEqual({ n: 1 });
  });

  it("is previewed by the same run, which keeps nothing", async () => {
    const preview = await taken(YEAR, { preview: true });
    expect(preview).toMatchObject({ preview: true, entries: { added: 4 }, newParties: 1 });
    const { n } = core!.book.read.reading("SELECT count(*) AS n FROM entry").get() as { n: number };
    expect(n).toBe(0);
    const { preview: _, ...run } = await taken(YEAR);
    expect(preview).toMatchObject(run);
  });

  it.each([
    ["a byte order mark", (t: string) => `\ufeff${t}`],
    ["CR CR LF", (t: string) => t.replaceAll("\r\n", "\r\r\n")],
    ["points", (t: string) => t.replaceAll(/(\d),(\d\d)\t/g, "$1.$2\t")],
    ["a separator at the end", (t: string) => t.replaceAll("\r\n", "\t\r\n")],
    ["ISO dates", (t: string) => t.replaceAll(/\t2025(\d\d)(\d\d)\t/g, "\t2025-$1-$2\t")],
    ["French dates", (t: string) => t.replaceAll(/\b2025(\d\d)(\d\d)\b/g, "$2/$1/2025")],
    ["padding", (t: string) => t.replaceAll("\t", "   \t  ")],
    ["zeros before amounts", (t: string) => t.replaceAll(/\t(\d+,\d\d)/g, "\t00000$1")],
    ["misspelt headers", (t: string) => misspelt(t)],
    ["no numbers", (t: string) => t.replaceAll(/\t[1-4]\t2025/g, "\t0\t2025")],
  ])("is read with %s", async (_, change) => {
    const report = await taken(change(YEAR));
    expect(report).toMatchObject({
      entries: { found: 4, added: 4, refused: 0 },
      debitMinor: 129_000,
      letters: 2,
      refusedCount: 0,
    });
  });

  it("is read in Windows-1252, with Montant and Sens", async () => {
    const text = YEAR.replace("Debit\tCredit", "Montant\tSens")
      .replaceAll(/\t(\d+,\d\d)\t0,00/g, "\t$1\tD")
      .replaceAll(/\t0,00\t(\d+,\d\d)/g, "\t$1\tC");
    const report = await taken(Buffer.from(text, "latin1"));
    expect(report).toMatchObject({ entries: { added: 4, refused: 0 }, debitMinor: 129_000 });
    expect(report.accounts.find((a) => a.from === "421000")).toBeDefined();
  });
});

describe("what cannot be taken over", () => {
  it("is named with its line and reason, while the rest goes on", async () => {
    const broken = YEAR.replace("\t120,00\t0,00\tA", "\tcent\t0,00\tA").replace(
      "\t0,00\t50,00\tB",
      "\t0,00\t49,00\tB",
    );
    const report = await taken(broken);
    expect(report.entries).toEqual({ found: 4, added: 2, already: 0, refused: 2 });
    expect(report.refused.map((r) => [r.line, r.code])).toEqual([
      [2, "fec.bad-amount"],
      [3, "fec.incomplete"],
      [7, "fec.unbalanced"],
    ]);
  });

  it("is balanced on 471000 when a person says so", async () => {
    const odd = YEAR.replace("\t0,00\t50,00\tB", "\t0,00\t49,00\tB");
    const report = await taken(odd, { unbalanced: "suspense" });
    expect(report.entries).toMatchObject({ added: 4, refused: 0 });
    expect(report.doubtful.map((d) => d.code)).toEqual(["fec.suspense"]);
  });

  it("is refused as a whole when it is no entries file", async () => {
    await expect(taken("nothing;here\n1;2\n")).rejects.toThrow("fec.no-columns");
    await expect(taken(`${HEADER}\r\n`)).rejects.toThrow("fec.no-rows");
  });
});

it("tells a letter that nets to zero only over two accounts", async () => {
  const text = YEAR.replace(
    "512100\tCIC\t\t\tP2\t20250131\tÉcriture 2\t120,00\t0,00\t\t\t",
    "401000\tFournisseurs\tFDUP\tDupont\tP2\t20250131\tÉcriture 2\t120,00\t0,00\tZ\t20250131\t",
  ).replace("0,00\t120,00\tA\t20250131", "0,00\t120,00\tZ\t20250131");
  const report = await taken(text);
  expect(report.doubtful.find((d) => d.code === "fec.letter-two-accounts")?.facts).toMatchObject({
    letter: "Z",
    accounts: ["401000", "411000"],
  });
});

it("opens a year before 2025 and gives its accounts their new numbers", async () => {
  const text = YEAR.replaceAll("2025", "2024").replaceAll(
    "706000\tPrestations",
    "775000\tCessions",
  );
  const report = await taken(text, { name: "552100554FEC20241231.txt" });
  expect(report).toMatchObject({
    year: { startsOn: "2024-01-01", endsOn: "2024-12-31", isNew: true },
    entries: { added: 4, refused: 0 },
  });
  expect(report.accounts.find((a) => a.from === "775000")).toMatchObject({
    to: "757000",
    why: "chart",
  });
});

function misspelt(text: string): string {
  return text
    .replace("CompAuxNum", "CompteAuxNum")
    .replace("EcritureLet", "EcrtureLet")
    .replace("Idevise", "IdDevise");
}
