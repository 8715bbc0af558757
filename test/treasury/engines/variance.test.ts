import fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "#main/base/random.ts";
import { exactParts } from "#main/treasury/engines/exact-parts.ts";
import { flexibleBudget } from "#main/treasury/engines/flexible-budget.ts";
import { findTimings, type PlannedMonth } from "#main/treasury/engines/timing-variance.ts";
import {
  SALES_PARTS,
  type SalesParts,
  type VarianceItem,
  variance,
} from "#main/treasury/engines/variance.ts";

const total = (parts: SalesParts) => SALES_PARTS.reduce((sum, part) => sum + parts[part], 0);

const sold = fc.record({
  quantity0: fc.integer({ min: 0, max: 500 }),
  quantity1: fc.integer({ min: 0, max: 500 }),
  sales0Minor: fc.integer({ min: 0, max: 5_000_000 }),
  sales1Minor: fc.integer({ min: 0, max: 5_000_000 }),
  cost0Minor: fc.integer({ min: 0, max: 3_000_000 }),
  cost1Minor: fc.integer({ min: 0, max: 3_000_000 }),
});
const book = fc
  .array(sold, { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map((row, i): VarianceItem => ({ id: `p${i}`, ...row })));

test("two products worked by hand", () => {
  // A: 100 at 10 -> 120 at 11; B: 50 at 20 -> 30 at 20; Q 150 -> 150, so no volume.
  const found = variance([
    { id: "A", quantity0: 100, quantity1: 120, sales0Minor: 100_000, sales1Minor: 132_000 },
    { id: "B", quantity0: 50, quantity1: 30, sales0Minor: 100_000, sales1Minor: 60_000 },
    { id: "C", quantity0: 0, quantity1: 4, sales0Minor: 0, sales1Minor: 7000 },
    { id: "D", quantity0: 3, quantity1: 0, sales0Minor: 900, sales1Minor: 0 },
  ]);
  expect(found.deltaMinor).toBe(-1900);
  expect(found.parts).toEqual({
    ...{ volume: 0, mix: 20_000 - 40_000, price: 12_000, cost: 0 },
    ...{ new: 7000, lost: -900, unsplit: 0 },
  });
});

test("on margins, a dearer purchase is cost and not price", () => {
  const found = variance([
    {
      ...{ id: "A", quantity0: 10, quantity1: 20, sales0Minor: 1000, sales1Minor: 2200 },
      ...{ cost0Minor: 600, cost1Minor: 1300 },
    },
  ]);
  // Margin 400 -> 900: 10 more at 40; 10 a piece more on 20; 5 a piece dearer on 20.
  expect(found.parts).toMatchObject({ volume: 400, mix: 0, price: 200, cost: -100 });
});

test("the parts add up to the gap to the cent, in all and for each item", () => {
  fc.assert(
    fc.property(book, fc.constantFrom("units" as const, "invoices" as const), (items, basis) => {
      const found = variance(items, basis);
      const delta = items.reduce(
        (sum, one) =>
          sum +
          (one.sales1Minor - (one.cost1Minor ?? 0)) -
          (one.sales0Minor - (one.cost0Minor ?? 0)),
        0,
      );
      expect(found.deltaMinor).toBe(delta);
      expect(total(found.parts)).toBe(delta);
      for (const one of found.items) expect(total(one.parts)).toBe(one.deltaMinor);
    }),
    { numRuns: 500 },
  );
});

test("the order of the items changes nothing", () => {
  const shuffled = book.chain((items) =>
    fc.tuple(
      fc.constant(items),
      fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([items, moved]) => {
      expect(variance(moved)).toEqual(variance(items));
    }),
  );
});

test("a product split into two identical ones leaves volume, mix and price as they were", () => {
  const even = book.map((items) =>
    items.map((one) => ({
      ...one,
      sales0Minor: one.sales0Minor * 2,
      sales1Minor: one.sales1Minor * 2,
      cost0Minor: (one.cost0Minor ?? 0) * 2,
      cost1Minor: (one.cost1Minor ?? 0) * 2,
    })),
  );
  fc.assert(
    fc.property(even, (items) => {
      const halves = items.flatMap((one) =>
        ["x", "y"].map((half) => ({
          id: `${one.id}${half}`,
          quantity0: one.quantity0 / 2,
          quantity1: one.quantity1 / 2,
          sales0Minor: one.sales0Minor / 2,
          sales1Minor: one.sales1Minor / 2,
          cost0Minor: one.cost0Minor / 2,
          cost1Minor: one.cost1Minor / 2,
        })),
      );
      expect(variance(halves).parts).toEqual(variance(items).parts);
    }),
  );
});

test("a flexible budget tells activity, efficiency and spending, and they add up", () => {
  // 1,000 of which 400 fixed; activity +10 %: 60 allowed; 105 hours for 110 allowed: −30; rest 70.
  const found = flexibleBudget({
    ...{ budgetMinor: 100_000, actualMinor: 110_000, fixedShare: 0.4, activity: 1.1 },
    input: { planned: 100, used: 105 },
  });
  expect(found).toEqual({ activity: 6000, efficiency: -3000, spending: 7000 });
  const cost = fc.record({
    budgetMinor: fc.integer({ min: -1_000_000, max: 9_000_000 }),
    actualMinor: fc.integer({ min: -1_000_000, max: 9_000_000 }),
    fixedShare: fc.double({ min: 0, max: 1, noNaN: true }),
    activity: fc.double({ min: 0, max: 4, noNaN: true }),
  });
  fc.assert(
    fc.property(cost, (one) => {
      const parts = flexibleBudget(one);
      const gap = one.actualMinor - one.budgetMinor;
      expect(parts.activity + parts.efficiency + parts.spending).toBe(gap);
    }),
  );
});

test("parts that do not make the total are refused", () => {
  expect(exactParts([0.5, 0.5, -1], 0)).toEqual([1, 0, -1]);
  expect(() => exactParts([10, 10], 30)).toThrow(RangeError);
});

const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`);

test("amounts that changed months are found, and noise is not taken for one", () => {
  let found = 0;
  let alarms = 0;
  const runs = 500;
  for (let seed = 0; seed < runs; seed++) {
    const { next, normal } = random(seed);
    const rows: PlannedMonth[] = MONTHS.map((month) => {
      const plannedMinor = 50_000 + Math.round(next() * 100_000);
      const actualMinor = Math.round(plannedMinor * (1 + 0.2 * normal()));
      return { key: "622600", month, plannedMinor, actualMinor };
    });
    alarms += findTimings(rows).length;
    const at = Math.floor(next() * 11);
    const [from, to] = rows.slice(at, at + 2) as [PlannedMonth, PlannedMonth];
    from.actualMinor = 0;
    to.actualMinor = to.plannedMinor + from.plannedMinor;
    const hit = findTimings(rows).some(
      (one) => one.plannedMonth === from.month && one.actualMonth === to.month,
    );
    if (hit) found++;
  }
  process.stdout.write(
    `timings: ${found}/${runs} found, ${alarms} false in ${runs} account-years\n`,
  );
  expect(found / runs).toBeGreaterThanOrEqual(0.98);
  expect(alarms / runs).toBeLessThanOrEqual(0.01);
});
