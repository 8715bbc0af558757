import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { lateCollection, leftToPay } from "#main/treasury/engines/late-collection.ts";

const asOn = "2026-06-30";
const paid = (lateness: number) => ({
  dueOn: "2026-01-01",
  paidOn: addDays("2026-01-01", lateness),
});
const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one);

describe("what becomes of items that stay unpaid", () => {
  test("with no history, France's shares: nearly all of the fresh, a part of the old", () => {
    const found = lateCollection({ asOn, paid: [], open: [] });
    expect(found.everPaid(0)).toBeGreaterThan(0.98);
    expect(found.everPaid(200)).toBeLessThan(0.85);
    expect(found.everPaid(600)).toBeLessThan(found.everPaid(200));
  });

  test("a company's own dead invoices count: seven of ten at four months are never paid", () => {
    const open = many(70, { dueOn: "2025-03-01" });
    const found = lateCollection({
      asOn,
      paid: [...many(900, paid(10)), ...many(30, paid(130))],
      open,
    });
    expect(found.everPaid(0)).toBeGreaterThan(0.9);
    expect(found.everPaid(121)).toBeGreaterThan(0.25);
    expect(found.everPaid(121)).toBeLessThan(0.5);
    expect(found.everPaid(300)).toBeLessThan(0.35);
  });

  test("an item of a month or less is counted whole, an old one in part", () => {
    const delays = { days: [10, 60], weights: [1, 1], observations: 5 };
    const collection = lateCollection({ asOn, paid: many(20, paid(5)), open: [] });
    expect(leftToPay(delays, 20, collection).days).toEqual([60]);
    const old = leftToPay(delays, 200, collection);
    const never = old.weights.at(-1) ?? 0;
    const whole = old.weights.reduce((sum, weight) => sum + weight, 0);
    expect(old.days.at(-1)).toBeGreaterThan(10_000);
    expect(1 - never / whole).toBeCloseTo(collection.everPaid(200), 9);
  });
});
