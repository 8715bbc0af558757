import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#contract/date.ts";
import { checkFec } from "#main/exports/fec-check.ts";
import type { FecEntry, FecLine } from "#main/exports/fec-entry.ts";
import { fecFileName } from "#main/exports/fec-file-name.ts";
import { type FecOptions, writeFec } from "#main/exports/fec-write.ts";

const YEAR = { startsOn: "2025-01-01", endsOn: "2025-12-31" };
const SIREN = "552100554";
const ACCOUNTS = ["411000", "401000", "512100", "706000", "607000", "445710", "445660", "101300"];
const KNOWN = new Set(["101", "401", "411", "44566", "44571", "512", "607", "706"]);

/** Any text a person or a bank may have typed, separators, line breaks and emoji included. */
const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
const draft = fc.record({
  journal: fc.constantFrom("VE", "AC", "BQ", "OD"),
  amounts: fc.array(fc.integer({ min: 1, max: 10_000_000_000 }), { minLength: 1, maxLength: 5 }),
  accounts: fc.array(fc.constantFrom(...ACCOUNTS), { minLength: 6, maxLength: 6 }),
  label: text,
  pieceRef: text,
  party: fc.option(text, { nil: undefined }),
  days: fc.integer({ min: 0, max: 3 }),
  lettered: fc.boolean(),
  foreign: fc.option(fc.constantFrom("USD", "JPY", "CHF"), { nil: undefined }),
});
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

const options = fc.record<FecOptions>({
  separator: fc.constantFrom("\t", "|"),
  charset: fc.constantFrom("utf-8", "iso-8859-15"),
});

describe("a file that was written, then checked", () => {
  it("conforms at both levels and keeps its sums, whatever the entries and chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { minLength: 1, maxLength: 25 }),
        options,
        fc.integer({ min: 1, max: 5_000 }),
        async (drafts, how, chunkBytes) => {
          const entries = entriesOf(drafts);
          const bytes = Buffer.concat([...writeFec(entries, how)]);
          const report = await checkFec({
            name: fecFileName(SIREN, YEAR.endsOn),
            chunks: slices(bytes, chunkBytes),
            kind: "BIC",
            fiscalYear: YEAR,
            siren: SIREN,
            knownAccounts: KNOWN,
          });
          const debitMinor = drafts.flatMap((d) => d.amounts).reduce((a, b) => a + b, 0);
          expect(report.official.findings).toEqual([]);
          expect(report.law.findings).toEqual([]);
          expect(report).toMatchObject({
            official: { conforming: true, refused: false },
            law: { conforming: true },
            entries: drafts.length,
            lines: entries.reduce((n, e) => n + e.lines.length, 0),
            debitMinor,
            creditMinor: debitMinor,
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});

function entriesOf(drafts: readonly Draft[]): FecEntry[] {
  let on = YEAR.startsOn;
  return drafts.map((d, i) => {
    on = addDays(on, d.days);
    return {
      journalCode: d.journal,
      journalLabel: `Journal ${d.journal}`,
      number: i + 1,
      dateOn: on,
      pieceRef: d.pieceRef,
      pieceOn: on,
      validatedOn: addDays(on, 2),
      lines: linesOf(d, `L${i}`, on),
    };
  });
}

/** Balanced lines: one credit for the sum of the debits; a lettered pair nets within the entry. */
function linesOf(d: Draft, letter: string, on: string): FecLine[] {
  const total = d.amounts.reduce((a, b) => a + b, 0);
  const party =
    d.party === undefined ? {} : { partyCode: `P${d.party.length}`, partyLabel: d.party };
  const foreign = d.foreign === undefined ? {} : { currency: d.foreign, currencyAmountMinor: -150 };
  const common = { label: d.label, ...party, ...foreign };
  const pair = d.lettered ? { letter: letter.toUpperCase(), letteredOn: addDays(on, 1) } : {};
  const side = (i: number, debitMinor: number, creditMinor: number): FecLine => {
    const account = d.lettered ? "411000" : (d.accounts[i] ?? "512100");
    return {
      ...common,
      ...pair,
      account,
      accountLabel: `Compte ${account}`,
      debitMinor,
      creditMinor,
    };
  };
  return [...d.amounts.map((a, i) => side(i, a, 0)), side(5, 0, total)];
}

function* slices(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
