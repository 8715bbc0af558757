import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import {
  decide,
  internalRates,
  modifiedRate,
  presentValue,
} from "#main/treasury/engines/decision.ts";

const flow = (on: string, euros: number) => ({ on, amountMinor: euros * 100 });
/** The example of Microsoft's page on XIRR: 37.34 %. */
const XIRR = [
  flow("2008-01-01", -10_000),
  flow("2008-03-01", 2750),
  flow("2008-10-30", 4250),
  flow("2009-02-15", 3250),
  flow("2009-04-01", 2750),
];

test("the internal rate is that of the published example, and is worth nothing there", () => {
  const [rate, ...others] = internalRates(XIRR);
  expect(others).toEqual([]);
  expect(rate).toBeCloseTo(0.373362535, 6);
  const left = presentValue(XIRR, { asOn: "2008-01-01", rate: rate ?? 0 });
  expect(Math.abs(left)).toBeLessThan(1e-4);
});

test("none, one or several rates are all told", () => {
  expect(internalRates([flow("2026-01-01", 100), flow("2027-01-01", 50)])).toEqual([]);
  // −1000, +2500, −1540 a year apart: 10 % and 40 %.
  const twice = [flow("2025-01-01", -1000), flow("2026-01-01", 2500), flow("2027-01-01", -1540)];
  expect(internalRates(twice).map((r) => Math.round(r * 1e4) / 1e4)).toEqual([0.1, 0.4]);
});

test("the modified rate lies between the discount rate and the plain one", () => {
  const modified = modifiedRate(XIRR, 0.1) ?? 0;
  expect(modified).toBeGreaterThan(0.1);
  expect(modified).toBeLessThan(0.373);
  expect(modifiedRate([flow("2026-01-01", -100)], 0.1)).toBeNull();
});

test("rates do not depend on the size of the flows, nor on the day they begin", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 2000 }),
      (size, days) => {
        const moved = XIRR.map((f) => ({
          on: addDays(f.on, days),
          amountMinor: f.amountMinor * size,
        }));
        expect(internalRates(moved)[0]).toBeCloseTo(0.373362535, 6);
      },
    ),
  );
});

const balances = Array.from({ length: 91 }, (_, i) => ({
  on: addDays("2026-01-01", i),
  balanceMinor: 1_000_000,
}));

test("what breaks the floor comes last, whatever it is worth; the rest by falling value", () => {
  const options = [
    { name: "grand", flows: [flow("2026-01-10", -9500), flow("2026-12-31", 20_000)] },
    { name: "petit", flows: [flow("2026-01-10", -1000), flow("2026-12-31", 1200)] },
    { name: "moyen", flows: [flow("2026-01-10", -2000), flow("2026-12-31", 2600)] },
  ];
  const asked = { asOn: "2026-01-01", rate: 0.05, floorMinor: 200_000, balances, options };
  const found = decide(asked);
  expect(found.map((o) => [o.name, o.breaksFloor])).toEqual([
    ["moyen", false],
    ["petit", false],
    ["grand", true],
  ]);
  expect(found[0]).toMatchObject({
    paybackOn: "2026-12-31",
    lowest: { on: "2026-01-10", balanceMinor: 800_000 },
  });
});
