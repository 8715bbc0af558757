import { describe, expect, it } from "vitest";
import { checkFec, type FecCheckInput } from "#main/exports/fec-check.ts";
import { fecColumns } from "#main/exports/fec-columns.ts";

const YEAR = { startsOn: "2025-01-01", endsOn: "2025-12-31" };
const KNOWN = new Set(["10", "101", "12", "120", "41", "411", "51", "512", "53", "70", "706"]);

/** A ledger in short: `journal number date account side amount [valid] [letter letteredOn]`. */
const SOUND = `
  AN 1 0101 512000 D 500 0131
  AN 1 0101 101000 C 500 0131
  VE 2 0110 411000 D 90 0131 A 0120
  VE 2 0110 706000 C 90 0131
  BQ 3 0120 512000 D 90 0131
  BQ 3 0120 411000 C 90 0131 A 0120
`;

describe("the checker at the level of the law", () => {
  it("finds nothing in a sound file", async () => {
    expect(await rules(SOUND)).toEqual([]);
  });

  it.each([
    [
      "an entry that does not balance",
      "VE 2 0110 411000 D 90",
      "VE 2 0110 411000 D 91",
      ["law.entry-unbalanced", "law.file-unbalanced", "law.letter-unbalanced"],
    ],
    [
      "a date out of the year",
      /VE 2 0110/g,
      "VE 2 1310",
      ["law.entry-outside-year", "law.validation-before-entry"],
    ],
    ["two dates in an entry", "VE 2 0110 706000", "VE 2 0111 706000", ["law.entry-dates"]],
    [
      "two validations of an entry",
      "706000 C 90 0131",
      "706000 C 90 0130",
      ["law.entry-validations"],
    ],
    ["a validation before the entry", /(VE.*) 0131/g, "$1 0109", ["law.validation-before-entry"]],
    ["validations out of order", /(VE.*) 0131/g, "$1 0228", ["law.validation-order"]],
    ["a gap", /BQ 3/g, "BQ 4", ["law.number-gap"]],
    ["a number that goes back", /VE 2/g, "VE 9", ["law.number-gap", "law.number-order"]],
    ["one number for all", /(AN|VE|BQ) \d/g, "$1 1", ["law.number-same"]],
    ["a number without digits", /VE 2/g, "VE b", ["law.number-form", "law.number-gap"]],
    ["an opening after the others", /AN 1/g, "BX 1", []],
    ["a letter without a date", "0131 A 0120\n  VE", "0131 A\n  VE", ["law.letter-date"]],
    [
      "a date without a letter",
      "0131 A 0120\n  VE",
      "0131 - 0120\n  VE",
      ["law.letter-missing", "law.letter-unbalanced"],
    ],
    [
      "a partial letter in lower case",
      "0131 A 0120\n  VE",
      "0131 a 0120\n  VE",
      ["law.letter-unbalanced"],
    ],
    ["an account unknown to the chart", "706000", "990000", ["law.account-chart"]],
    ["an account of two digits", "706000", "70", ["law.account-chart"]],
    ["a subdivision that the chart lacks", "706000", "703000", ["law.account-subdivision"]],
    ["a free subdivision", "706000", "531000", []],
    ["a result brought forward", "101000", "706000", ["law.opening-result"]],
  ] as const)("%s", async (_, from, to, expected) => {
    expect(await rules(SOUND.replace(from, to))).toEqual([...expected].sort());
  });

  it("wants the openings first and on the first day", async () => {
    const [, ...lines] = SOUND.trim().split("\n  ");
    const late = [...lines.slice(1), "AN 4 0102 512000 D 5 0131", "AN 4 0102 101000 C 5 0131"];
    expect(await rules(late.join("\n"))).toEqual(["law.opening-date", "law.opening-first"]);
  });

  it("judges lines of one entry that stand apart together, and says that they do", async () => {
    const lines = SOUND.trim().split("\n  ");
    const apart = [...lines.slice(0, 3), ...lines.slice(4), lines[3] ?? ""];
    expect(await rules(apart.join("\n"))).toEqual(["law.number-repeated"]);
  });

  it("accepts one sequence per journal, and finds the gap in one of them", async () => {
    const perJournal = `
      AN 1 0101 512000 D 5 0131
      AN 1 0101 101000 C 5 0131
      VE 1 0110 411000 D 9 0131
      VE 1 0110 706000 C 9 0131
      BQ 1 0120 512000 D 9 0131
      BQ 1 0120 411000 C 9 0131
      VE 2 0121 411000 D 9 0131
      VE 2 0121 706000 C 9 0131
      BQ 2 0122 512000 D 9 0131
      BQ 2 0122 411000 C 9 0131`;
    expect(await rules(perJournal)).toEqual([]);
    expect(await rules(perJournal.replaceAll("BQ 2", "BQ 3"))).toEqual(["law.number-gap"]);
  });

  it("excuses a group lettered after the closing, or whose opening is in the file", async () => {
    const later = SOUND.replace(/(BQ.*|AN.*)\n/g, "").replace("A 0120", "A 1401");
    expect(await rules(later)).toEqual([]);
    const carried = `
      AN 1 0101 411000 D 90 0131
      AN 1 0101 101000 C 90 0131
      BQ 2 0120 512000 D 90 0131
      BQ 2 0120 411000 C 90 0131 A 0120`;
    expect(await rules(carried)).toEqual(["law.letter-carried"]);
  });

  it("wants the entries that clear classes 6 and 7 left out", async () => {
    const closing = `${SOUND}  OD 4 1231 706000 D 90 1231\n  OD 4 1231 120000 C 90 1231`;
    expect(await rules(closing)).toEqual(["law.closing-entry"]);
  });

  it.each([
    ["law.file-name", "552100554FEC20251231.csv"],
    ["law.file-name", "552100554FEC20250230.txt"],
    ["law.file-siren", "552100555FEC20251231.txt"],
    ["law.file-closing", "552100554FEC20250630.txt"],
  ])("%s of %s", async (rule, name) => {
    expect(await rules(SOUND, { name })).toContain(rule);
  });

  it("compares the SIREN of the name with the company's", async () => {
    expect(await rules(SOUND, { siren: "732829320" })).toEqual(["law.file-company"]);
  });

  it.each([
    ["law.currency-code", "|100,00|"],
    ["law.currency-iso", "|100,00|usd"],
    ["law.currency-amount", "||USD"],
  ])("%s", async (rule, tail) => {
    const text = flat(SOUND).replace("||\r\n", `${tail}\r\n`);
    expect(await rulesOf(Buffer.from(text))).toEqual([rule]);
  });

  it.each([
    ["law.account-label", (t: string) => t.replace("Compte 411000", "Client")],
    ["law.amount-decimals", (t: string) => t.replace("|500,00|", "|500,001|")],
    ["law.amount-format", (t: string) => t.replace("|500,00|", "|5E2|")],
    ["law.date-format", (t: string) => t.replace("|P|20250101|", "|P|01012025|")],
    ["law.date-real", (t: string) => t.replace("|P|20250101|", "|P|20250230|")],
    ["law.field-control", (t: string) => t.replace("Memo", "Me\nmo")],
    ["law.field-separator", (t: string) => t.replace("Memo", "Me\tmo")],
    ["law.column-spelling", (t: string) => t.replace("Idevise", "IDevise")],
    ["law.byte-order-mark", (t: string) => `\ufeff${t}`],
    ["law.party-label", (t: string) => t.replace("|T|Tiers|", "|T||")],
  ] as const)("%s", async (rule, change) => {
    expect(await rulesOf(Buffer.from(change(flat(SOUND))))).toEqual([rule]);
  });

  it("knows the character sets of the law from the others", async () => {
    const accents = flat(SOUND).replaceAll("Memo", "Mémo");
    const charset = (bytes: Uint8Array) => rulesOf(bytes);
    expect(await charset(Buffer.from(accents, "latin1"))).toEqual([]);
    expect(await charset(Buffer.from(accents, "utf8"))).toEqual([]);
    const quoted = Buffer.from(accents.replaceAll("Mé", "\u0092"), "latin1");
    expect(await charset(quoted)).toEqual(["law.charset"]);
    expect(await charset(Buffer.from(`\ufeff${accents}`, "utf16le"))).toContain("law.charset");
  });

  it("wants the columns in order", async () => {
    const text = flat(SOUND).replace("JournalCode|JournalLib", "JournalLib|JournalCode");
    expect(await rulesOf(Buffer.from(text))).toContain("law.column-order");
  });

  it("draws no sum from a file that it could not read whole", async () => {
    const text = flat(SOUND).replace("|500,00|", "|500.00|");
    expect(await rulesOf(Buffer.from(text))).toEqual([]);
  });
});

function flat(ledger: string): string {
  const rows = ledger
    .trim()
    .split("\n")
    .map((line) => {
      const [journal, number, date, account, side, amount, valid, letter, lettered] = line
        .trim()
        .split(" ");
      const party = account?.startsWith("411") ? "T|Tiers" : "|";
      const sides = side === "D" ? `${amount},00|0,00` : `0,00|${amount},00`;
      const mark = letter === undefined || letter === "-" ? "" : letter;
      const on = day(lettered);
      const head = `${journal}|Journal ${journal}|${number}|${day(date)}|${account}`;
      const piece = `Compte ${account}|${party}|P|${day(date)}|Memo`;
      return `${head}|${piece}|${sides}|${mark}|${on}|${day(valid)}||`;
    });
  return [fecColumns.join("|"), ...rows, ""].join("\r\n");
}

/** `0131` is 31 January 2025; months 13 and 14 are those of the next year. */
function day(text: string | undefined): string {
  if (text === undefined) return "";
  const month = Number(text.slice(0, 2));
  if (month <= 12) return `2025${text}`;
  return `2026${String(month - 12).padStart(2, "0")}${text.slice(2)}`;
}

function rules(ledger: string, more: Partial<FecCheckInput> = {}): Promise<string[]> {
  return rulesOf(Buffer.from(flat(ledger)), more);
}

async function rulesOf(bytes: Uint8Array, more: Partial<FecCheckInput> = {}): Promise<string[]> {
  const { law } = await checkFec({
    name: "552100554FEC20251231.txt",
    chunks: [bytes],
    kind: "BIC",
    fiscalYear: YEAR,
    knownAccounts: KNOWN,
    ...more,
  });
  const errors = law.findings.some((f) => f.severity === "error");
  if (errors) expect(law.conforming).toBe(false);
  return law.findings.map((f) => f.rule).sort();
}
