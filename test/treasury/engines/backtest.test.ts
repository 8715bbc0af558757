import { describe, expect, test } from "vitest";
import { addDays, weekday } from "#contract/date.ts";
import {
  type BandGrade,
  backtest,
  type OriginGrade,
} from "#main/treasury/engines/backtest/backtest.ts";
import { bandFactors } from "#main/treasury/engines/backtest/band-factor.ts";
import { type CompanyHistory, historyAt } from "#main/treasury/engines/backtest/company-history.ts";
import { gradesOf } from "#main/treasury/engines/backtest/grades.ts";

/** One invoice of 700 € every day, paid 40 days after, for 500 days. */
const steady: CompanyHistory = {
  bankLines: [],
  items: Array.from({ length: 500 }, (_, i) => {
    const issuedOn = addDays("2025-01-01", i);
    const payments = [{ on: addDays(issuedOn, 40), amountMinor: 70_000 }];
    const about = { reference: `F${i}`, partyId: `c${i % 5}`, kind: "invoice" as const };
    return {
      ...{ id: `i${i}`, ...about, issuedOn, dueOn: addDays(issuedOn, 30) },
      ...{ amountMinor: 70_000, payments },
    };
  }),
};

test("on a past day only what was known then is given", () => {
  const { openItems, paidHistory, billing } = historyAt(steady, "2025-06-30", 91);
  expect(billing).toHaveLength(181);
  expect(openItems).toHaveLength(40);
  expect(paidHistory).toHaveLength(141);
  expect(paidHistory.every((paid) => paid.paidOn <= "2025-06-30")).toBe(true);
});

test("a company that never changes is foretold week by week, and its band is sound", () => {
  const origins = Array.from({ length: 12 }, (_, i) => addDays("2025-09-01", 7 * i));
  const grades = [...backtest(steady, origins)];
  expect(weekday(origins[0] ?? "")).toBe(1);
  const found = gradesOf(grades, "2026-03-01");
  const own = found.methods.find((one) => one.method === "forecast");
  expect(own?.weekly.d90).toBeLessThan(0.03);
  expect(own?.cumulative.d90).toBeLessThan(0.02);
  const due = found.methods.find((one) => one.method === "due-date");
  expect(due?.weekly.d90).toBeGreaterThan(0.4);
  expect(found).toMatchObject({ origins: 12, isEnough: true, firstOn: "2025-09-01" });
  expect(found.points[0]?.untilOn).toBe("2025-10-01");
});

describe("the factor of the band", () => {
  const grade = (on: string, missMinor: number): OriginGrade => {
    const cash: BandGrade = {
      ...{ expectedMinor: 0, lowMinor: -1000, highMinor: 1000, cameMinor: missMinor },
    };
    const receipts = { expectedMinor: 0, cameMinor: missMinor };
    return {
      ...{ on, weeks: [] },
      receipts: { d30: receipts, d60: receipts, d90: receipts },
      cash: { d30: cash, d60: cash, d90: cash },
      lowest: { expectedMinor: 0, expectedDay: 1, cameMinor: 0, cameDay: 1 },
    };
  };
  const many = (missMinor: (i: number) => number) =>
    Array.from({ length: 60 }, (_, i) => grade(addDays("2025-01-06", 14 * i), missMinor(i)));

  test("is 1 without past forecasts, and where they kept within the band", () => {
    expect(bandFactors([], "2026-01-01")).toEqual({ d30: 1, d60: 1, d90: 1 });
    const kept = many((i) => (i % 2 === 0 ? 500 : -400));
    expect(bandFactors(kept, "2028-01-01")).toEqual({ d30: 1, d60: 1, d90: 1 });
  });

  test("grows where what came was twice as far, nearer to two the more forecasts there are", () => {
    const missed = many((i) => (i % 2 === 0 ? 2000 : -2000));
    const late = bandFactors(missed, "2028-01-01");
    const early = bandFactors(missed.slice(0, 6), "2025-06-30");
    expect(late.d30).toBeGreaterThan(1.6);
    expect(late.d30).toBeLessThanOrEqual(2);
    expect(early.d30).toBeGreaterThan(1);
    expect(early.d30).toBeLessThan(late.d30);
  });

  test("never reads a forecast that had not run its course", () => {
    const missed = many(() => 2000);
    expect(bandFactors(missed, addDays("2025-01-06", 29))).toEqual({ d30: 1, d60: 1, d90: 1 });
    const later = many((i) => (i < 10 ? 500 : 9000));
    expect(bandFactors(later, "2025-06-09").d60).toBe(1);
  });
});
