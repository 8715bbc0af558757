import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  type StatementAsked,
  type StatementRow,
  statementAskedSchema,
} from "#contract/statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { drawStatement, statementPage } from "#main/ledger/statements/draw-statement.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

let core: CoreBook | undefined;
afterEach(() => core?.remove());

const ACCOUNTS = [
  "1013",
  "164",
  "2154",
  "2815",
  "321",
  "421",
  "431",
  "445711",
  "445660",
  "455",
  "467",
  "486",
  "487",
  "512001",

  "6061",
  "6132",
  "641",
  "6811",
  "695",
  "6611",
  "678",
  "706000",
  "707",
  "757",
  "657",
  "768",
] as const;
const PARTY = ["411000"] as const;

interface Op {
  year: 2025 | 2026;
  month: number;
  day: number;
  debit: string;
  credit: string;
  minor: number;
}

const operation: fc.Arbitrary<Op> = fc.record({
  year: fc.constantFrom<2025 | 2026>(2025, 2026),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  debit: fc.constantFrom(...ACCOUNTS, ...PARTY),
  credit: fc.constantFrom(...ACCOUNTS, ...PARTY),
  minor: fc.integer({ min: 1, max: 10 ** 9 }),
});

const asked = (more: Partial<StatementAsked>): StatementAsked =>
  statementAskedSchema.parse({
    name: "balance",
    fromOn: "2026-01-01",
    toOn: "2026-12-31",
    ...more,
  });

function rowsOf(book: CoreBook, more: Partial<StatementAsked>): StatementRow[] {
  const sheet = drawStatement(book.book.read, asked(more));
  if (isRefusal(sheet)) throw new Error(`${sheet.code} ${JSON.stringify(sheet.facts)}`);
  return [...sheet.rows()];
}

const figure = (rows: readonly StatementRow[], id: string, at: number): number =>
  Number(rows.find((row) => row.id === id)?.cells[at] ?? 0);

async function bookOf(operations: readonly Op[]): Promise<CoreBook> {
  core?.remove();
  core = await coreBook();
  const made = core;
  for (const op of operations) {
    const on = `${op.year}-${String(op.month).padStart(2, "0")}-${String(op.day).padStart(2, "0")}`;
    const line = (account: string, debitMinor: number, creditMinor: number) => ({
      ...{ account, debitMinor, creditMinor },
      ...(account === "411000" ? { partyId: made.customerId } : {}),
    });
    const posted = await made.post({
      ...{ journal: "OD", datedOn: on, pieceRef: "P", label: "Opération" },
      lines: [line(op.debit, op.minor, 0), line(op.credit, 0, op.minor)],
    });
    if (isRefusal(posted)) throw new Error(`${posted.code} ${JSON.stringify(posted.facts)}`);
  }
  return made;
}

/** Debit less credit of each account over a span, added up naively. */
function naive(
  operations: readonly Op[],
  span: { fromOn: string; toOn: string },
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const op of operations) {
    const on = `${op.year}-${String(op.month).padStart(2, "0")}-${String(op.day).padStart(2, "0")}`;
    if (on < span.fromOn || on > span.toOn) continue;
    sums.set(op.debit, (sums.get(op.debit) ?? 0) + op.minor);
    sums.set(op.credit, (sums.get(op.credit) ?? 0) - op.minor);
  }
  return sums;
}

const resultIn = (sums: ReadonlyMap<string, number>) =>
  [...sums].filter(([a]) => /^[67]/.test(a)).reduce((sum, [, minor]) => sum - minor, 0);

describe("any book", () => {
  it("has one result, in the balance sheet, the income statement, the margins and naively", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 1, maxLength: 25 }),
        fc.constantFrom("2026-12-31", "2026-06-30", "2026-05-17", "2025-12-31"),
        async (operations, toOn) => {
          const book = await bookOf(operations);
          const fromOn = `${toOn.slice(0, 4)}-01-01`;
          const sheet = rowsOf(book, { name: "balance-sheet", fromOn, toOn });
          const income = rowsOf(book, { name: "income-statement", fromOn, toOn });
          const margins = rowsOf(book, { name: "management-balances", fromOn, toOn });
          const expected = resultIn(naive(operations, { fromOn, toOn }));
          expect(figure(sheet, "result", 3)).toBe(expected);
          expect(figure(income, "result", 1)).toBe(expected);
          expect(figure(margins, "result", 1)).toBe(expected);
          expect(figure(sheet, "total-assets", 3)).toBe(figure(sheet, "total-liabilities", 3));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it("has in its balance, ledger and journals, over any span, what a naive sum gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(
          ["2026-01-01", "2026-12-31"] as const,
          ["2026-02-10", "2026-09-03"] as const,
          ["2026-03-01", "2026-03-31"] as const,
        ),
        async (operations, [fromOn, toOn]) => {
          const book = await bookOf(operations);
          const span = { fromOn, toOn };
          const opening = naive(operations, { fromOn: "2025-01-01", toOn: dayBefore(fromOn) });
          const moved = naive(operations, span);
          const balance = rowsOf(book, { name: "balance", ...span });
          for (const row of balance.filter((one) => one.account !== undefined)) {
            const [, , open = 0, debit = 0, credit = 0, debtor = 0, creditor = 0] =
              row.cells.map(Number);
            expect(debit - credit).toBe(moved.get(row.account!) ?? 0);
            expect(open + debit - credit).toBe(debtor - creditor);
            if (/^[1-5]/.test(row.account!) && !row.account!.startsWith("12")) {
              expect(open).toBe(opening.get(row.account!) ?? 0);
            }
          }
          expect(figure(balance, "total", 5)).toBe(figure(balance, "total", 6));
          const ledger = rowsOf(book, { name: "ledger", ...span });
          for (const row of balance.filter((one) => one.account !== undefined)) {
            const last = ledger.find((one) => one.id === `${row.account}|total`)!;
            expect(last.cells.at(-1)).toBe(Number(row.cells[5]) - Number(row.cells[6]));
          }
          const journal = rowsOf(book, { name: "journal", ...span });
          const lines = journal.filter((row) => row.kind === "line");
          expect(lines.reduce((sum, row) => sum + Number(row.cells[7] ?? 0), 0)).toBe(
            lines.reduce((sum, row) => sum + Number(row.cells[8] ?? 0), 0),
          );
          const inSpan = operations.filter((op) => {
            const on = `${op.year}-${String(op.month).padStart(2, "0")}-${String(op.day).padStart(2, "0")}`;
            return on >= fromOn && on <= toOn;
          });
          expect(lines).toHaveLength(inSpan.length * 2);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it("gives the same rows page by page", async () => {
    const operations = fc.sample(operation, { numRuns: 60, seed: 7 });
    const book = await bookOf(operations);
    for (const name of ["journal", "ledger", "balance"] as const) {
      const whole = rowsOf(book, { name });
      const paged: StatementRow[] = [];
      for (let after: string | undefined; ; ) {
        const page = statementPage(book.book.read, { ...asked({ name }), limit: 7, after });
        if (isRefusal(page)) throw new Error(page.code);
        paged.push(...page.rows);
        after = page.next;
        if (after === undefined) break;
      }
      expect(paged).toEqual(whole);
    }
  });
});

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
