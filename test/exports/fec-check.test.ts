import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFec, type FecCheckInput, type FecReport } from "#main/exports/fec-check.ts";
import { fecColumns } from "#main/exports/fec-columns.ts";
import { fecRules } from "#main/exports/fec-rules.ts";

const NAME = "552100554FEC20251231.txt";
const YEAR = { startsOn: "2025-01-01", endsOn: "2025-12-31" };
const ROWS = [
  "AN|A nouveaux|1|20250101|512000|Banque|||AN|20250101|A nouveau|500,00|0,00|||20250131||",
  "AN|A nouveaux|1|20250101|101000|Capital|||AN|20250101|A nouveau|0,00|500,00|||20250131||",
  "VE|Ventes|2|20250110|411000|Clients|C1|Durand|F1|20250110|F1|90,00|0,00|A|20250120|20250131||",
  "VE|Ventes|2|20250110|706000|Services|||F1|20250110|F1|0,00|90,00|||20250131||",
  "BQ|Banque|3|20250120|512000|Banque|||R1|20250120|R1|90,00|0,00|||20250131||",
  "BQ|Banque|3|20250120|411000|Clients|C1|Durand|R1|20250120|R1|0,00|90,00|A|20250120|20250131||",
] as const;

describe("the checker at the level of the tax office's tool", () => {
  it("finds nothing in a sound file", async () => {
    const report = await check(file());
    expect([report.official.findings, report.law.findings]).toEqual([[], []]);
    expect(report).toMatchObject({ lines: 6, entries: 3, debitMinor: 68_000, creditMinor: 68_000 });
  });

  it.each([
    ["official.name", file(), { name: "fec2025.txt" }],
    ["official.separator", file().replaceAll("|", ";"), {}],
    ["official.empty-file", `${fecColumns.join("|")}\r\n`, {}],
    ["official.empty-file", "", {}],
    ["official.no-header", `${ROWS.join("\r\n")}\r\n`, {}],
    ["official.sens", file().replace("|Debit|Credit|", "|Montant|Sens|"), {}],
  ] as const)("refuses the file before any verdict: %s", async (rule, text, more) => {
    const report = await check(text, more);
    expect(report.official).toMatchObject({ conforming: false, refused: true });
    expect(report.official.findings.map((f) => f.rule)).toContain(rule);
  });

  it.each([
    ["official.column-core", file().replace("EcritureNum", "Numero")],
    ["official.column-missing", file().replace("CompAuxNum", "CompteAuxNum")],
    ["official.column-missing", file().replaceAll(/\|Idevise\r|\|\r/g, "\r")],
    ["official.field-count", edit(2, (r) => `${r}|`)],
    ["official.blank-line", edit(2, (r) => `${r}\r\n`)],
    ["official.value-required", field(2, 2, "")],
    ["official.value-required", field(2, 3, "00000000")],
    ["official.value-required", field(2, 10, " ")],
    ["official.value-absent", field(2, 0, "")],
    ["official.value-absent", field(2, 8, "")],
    ["official.value-absent", field(2, 15, "")],
    ["official.amount-point", field(2, 11, "90.00")],
    ["official.amount-point", field(2, 16, "1.5")],
    ["official.amount-format", field(2, 11, "1 090,00")],
    ["official.amount-format", field(2, 11, "1\u00a0090,00")],
    ["official.amount-format", field(2, 11, "90,00 €")],
    ["official.amount-format", field(2, 11, "-90,00-")],
    ["official.date-format", field(2, 9, "janvier")],
    ["official.date-calendar", field(2, 3, "20251301")],
    ["official.date-calendar", field(2, 3, "20250132")],
  ])("rejects: %s", async (rule, text) => {
    const { official, law } = await check(text);
    expect(official.findings.filter((f) => f.rule === rule && f.severity === "error")).not.toEqual(
      [],
    );
    expect([official.conforming, official.refused, law.conforming]).toEqual([false, false, false]);
  });

  it.each([
    ["lower case and other order of columns", swapColumns()],
    ["line feeds only", file().replaceAll("\r\n", "\n")],
    ["carriage returns only", file().replaceAll("\r\n", "\r")],
    ["no final newline", file().slice(0, -2)],
    ["tabs", file().replaceAll("|", "\t")],
    ["a byte order mark", `\ufeff${file()}`],
    ["an extra column", file().replaceAll("\r\n", "|x\r\n")],
    ["a date with hyphens and a time", field(2, 3, "2025-01-10T08:00:00")],
    ["day first without separator", field(2, 3, "10012025")],
    ["30 February", field(2, 9, "20250230")],
    ["no date of a piece but a hyphen", field(2, 9, "-")],
    ["integers, signs last, exponents", field(2, 11, "9E1+")],
    ["four decimals", field(2, 11, "90,0000")],
    ["an account of letters", field(2, 4, "C411")],
    ["a gap", field(2, 2, "7")],
  ])("accepts as the tool does: %s", async (_, text) => {
    expect((await check(text)).official.conforming).toBe(true);
  });

  it("asks cash-basis books for more columns, and excuses them from a journal", async () => {
    const bare = field(2, 0, "");
    expect((await check(bare, { kind: "BNCT" })).official.conforming).toBe(false);
    const head = `${fecColumns.join("|")}|DateRglt|ModeRglt|NatOp|IdClient`;
    const rows = ROWS.map((r, i) => `${i === 2 ? r.replace("VE", "") : r}|20250120|CB||`);
    const report = await check(`${[head, ...rows].join("\n")}\n`, { kind: "BNCT" });
    expect(report).toMatchObject({ official: { conforming: true }, law: { conforming: true } });
  });

  it("reads amounts with side letters", async () => {
    const head = fecColumns.join("|").replace("Debit|Credit", "Montant|Sens");
    const rows = ROWS.map((r) => r.replace(/\|(\d+,\d\d)\|0,00\|/, "|$1|D|")).map((r) =>
      r.replace(/\|0,00\|(\d+,\d\d)\|/, "|$1|C|"),
    );
    const report = await check([head, ...rows, ""].join("\r\n"));
    expect(report).toMatchObject({ debitMinor: 68_000, creditMinor: 68_000 });
    expect(report.law.findings).toEqual([]);
  });

  it("says a rule once, with its count and its first lines", async () => {
    const text = file().replaceAll("20250131||", "||");
    const [finding, ...others] = (await check(text)).official.findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: "official.value-absent",
      column: "ValidDate",
      line: 2,
      lines: [2, 3, 4, 5, 6, 7],
      count: 6,
    });
    expect(finding?.fr).toContain("Ligne 2 : ValidDate");
    expect(finding?.en).toContain("Line 2: ValidDate");
  });

  it("gives the same report however the bytes are cut", async () => {
    const bytes = Buffer.from(file().replaceAll("Durand", "Dürand – œuvre"));
    const whole = await check(bytes);
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(await check("", { chunks })).toEqual(whole);
    }
    expect(whole.law.findings).toEqual([]);
  });

  it("gives a verdict on any bytes, flat or XML, and never throws", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(file(), ...ROWS, "<ligne>", "</x>", "<a>", "\t", "|", "\r", "\n", "\0"),
        )
        .map((parts) => Uint8Array.from(Buffer.from(parts.join("")))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom("txt", "xml"), async (content, extension) => {
        const { official, law } = await check(content, { name: NAME.replace("txt", extension) });
        expect(official.conforming).toBe(official.findings.every((f) => f.severity !== "error"));
        expect(law.conforming && !official.conforming).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("has a sentence in both languages for every rule", () => {
    const facts = { column: "Debit", value: "1", expected: "2" };
    for (const { fr, en, source } of Object.values(fecRules)) {
      expect(fr(facts)).toMatch(/[.!]$/);
      expect(en(facts)).toMatch(/[.!]$/);
      expect(fr(facts)).not.toBe(en(facts));
      expect(source).not.toBe("");
    }
  });
});

function file(rows: readonly string[] = ROWS): string {
  return [fecColumns.join("|"), ...rows, ""].join("\r\n");
}

function edit(row: number, change: (text: string) => string): string {
  return file(ROWS.map((text, i) => (i === row ? change(text) : text)));
}

function field(row: number, column: number, value: string): string {
  return edit(row, (text) =>
    text
      .split("|")
      .map((old, i) => (i === column ? value : old))
      .join("|"),
  );
}

function swapColumns(): string {
  const swapped = (text: string) => {
    const [first, second, ...others] = text.split("|");
    return [second, first, ...others].join("|");
  };
  return [swapped(fecColumns.join("|")).toLowerCase(), ...ROWS.map(swapped), ""].join("\r\n");
}

function check(file: string | Uint8Array, more: Partial<FecCheckInput> = {}): Promise<FecReport> {
  const chunks = [typeof file === "string" ? Buffer.from(file) : file];
  return checkFec({ name: NAME, chunks, kind: "BIC", fiscalYear: YEAR, ...more });
}
