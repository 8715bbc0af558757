import fc from "fast-check";
import { expect, test } from "vitest";
import { type BudgetRows, budgetVariance } from "#main/treasury/engines/budget-variance.ts";

const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
const amount = fc.integer({ min: -900_000, max: 900_000 });
const months = fc.array(
  fc.record({
    key: fc.constantFrom("706000", "708000", "607000", "613200", "641000"),
    month: fc.constantFrom(...MONTHS),
    plannedMinor: fc.oneof(amount, fc.constant(0), fc.constant(50_000)),
    actualMinor: fc.oneof(amount, fc.constant(0), fc.constant(50_000)),
  }),
  { maxLength: 25 },
);
const counts = fc.record({
  account: fc.constantFrom("706000", "708000"),
  count: fc.integer({ min: 0, max: 40 }),
  beforeCount: fc.integer({ min: 0, max: 40 }),
  beforeMinor: fc.integer({ min: 0, max: 900_000 }),
});

const rowsOf = (given: { months: BudgetRows["months"]; invoices: BudgetRows["invoices"] }) => ({
  ...{ fromMonth: "2026-02", toMonth: "2026-04", periodDays: 89 },
  ...given,
});

test("bridge and accounts add up to the gap exactly, whatever the order of the rows", () => {
  const given = fc.record({
    // One row for each account and month, as the reader gives them.
    months: months.map((rows) => [
      ...new Map(rows.map((row) => [`${row.key} ${row.month}`, row])).values(),
    ]),
    invoices: fc.uniqueArray(counts, { selector: (one) => one.account, maxLength: 2 }),
  });
  fc.assert(
    fc.property(given, (one) => {
      const found = budgetVariance(rowsOf(one));
      const gap = found.actualMinor - found.budgetMinor;
      expect(found.bridge.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0)).toBe(gap);
      for (const { parts, actualMinor, budgetMinor } of found.accounts) {
        const sum = parts.reduce((all, part) => all + part.amountMinor, 0);
        expect(sum).toBe(actualMinor - budgetMinor);
      }
      const turned = rowsOf({ ...one, months: one.months.toReversed() });
      expect(budgetVariance(turned)).toEqual(found);
    }),
    { numRuns: 300 },
  );
});

test("without invoices of the year before, sales are not split", () => {
  const found = budgetVariance(
    rowsOf({
      months: [{ key: "706000", month: "2026-02", plannedMinor: 100_000, actualMinor: 130_000 }],
      invoices: [],
    }),
  );
  expect(found.bridge.map(({ part, figure }) => [part, figure.value])).toEqual([
    ["unsplit", 30_000],
  ]);
  expect(found.warnings).toEqual(["months-without-entries"]);
});
