import { expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import { paymentPatterns, trendOf } from "#main/treasury/engines/payment-patterns.ts";

/** Monthly invoices of one party, each so many days late. */
function paid(partyId: string, lateness: readonly number[]): PaidItem[] {
  return lateness.map((late, i) => {
    const dueOn = addDays("2025-01-31", 30 * i);
    const paidOn = addDays(dueOn, late);
    return { partyId, dueOn, paidOn, amountMinor: 10_000, side: "customer" };
  });
}

const asOn = "2026-12-31";
const of = (history: PaidItem[], partyId: string) => {
  const found = paymentPatterns({ asOn, side: "customer", paidHistory: history });
  return found.parties.find((one) => one.partyId === partyId);
};

test("a planted drift of three days a month is found by both slopes, and is no chance", () => {
  const trend = trendOf(
    paid(
      "a",
      Array.from({ length: 12 }, (_, i) => 3 * i),
    ),
  );
  expect(trend?.theilSenDays).toBeCloseTo(2.77, 1);
  expect(trend?.regressionDays).toBeCloseTo(2.77, 1);
  expect(trend?.pValue).toBeLessThan(0.001);
});

test("one payment far out of line bends the regression, not Theil-Sen", () => {
  const trend = trendOf(paid("a", [2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 90]));
  expect(trend?.regressionDays).toBeGreaterThan(2);
  expect(Math.abs(trend?.theilSenDays ?? 9)).toBeLessThan(0.2);
});

test("steady lateness has no trend, and below five payments none is told", () => {
  expect(trendOf(paid("a", [4, 4, 4, 4, 4, 4]))).toEqual({
    ...{ regressionDays: 0, theilSenDays: 0, pValue: 1 },
  });
  expect(trendOf(paid("a", [1, 2, 3, 4]))).toBeNull();
});

test("a party that pays on the tenth has that habit; one that pays at random has none", () => {
  const tenth = Array.from({ length: 8 }, (_, i): PaidItem => {
    const month = String(i + 1).padStart(2, "0");
    const [dueOn, paidOn] = [`2026-${month}-01`, `2026-${month}-10`];
    return { partyId: "a", dueOn, paidOn, amountMinor: 1, side: "customer" };
  });
  expect(of(tenth, "a")?.habit).toEqual({ kind: "day-of-month", day: 10, share: 1 });
  expect(of(paid("b", [1, 7, 3, 12, 5, 9, 2, 14, 6]), "b")?.habit).toBeNull();
});

test("more payments and less spread foretell better; nothing after the day is read", () => {
  const history = [
    ...paid(
      "steady",
      Array.from({ length: 12 }, () => 5),
    ),
    ...paid(
      "wild",
      Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? -10 : 60)),
    ),
    ...paid("new", [5]),
  ];
  const told = ["steady", "wild", "new"].map((id) => of(history, id)?.predictability ?? 0);
  expect(told[0]).toBeGreaterThan(told[1] ?? 0);
  expect(told[0]).toBeGreaterThan(told[2] ?? 0);
  expect(Math.max(...told)).toBeLessThanOrEqual(100);
  expect(of(history, "new")?.fromPortfolio).toBe(true);
  const later = paid("steady", [99]).map((p) => ({ ...p, paidOn: "2027-02-01" }));
  expect(of([...history, ...later], "steady")).toEqual(of(history, "steady"));
});
