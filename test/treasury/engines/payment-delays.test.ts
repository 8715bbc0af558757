import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { lateCollection, leftToPay } from "#main/treasury/engines/late-collection.ts";
import {
  delayQuantile,
  type PaidItem,
  paymentDelays,
  paymentPattern,
  stillUnpaid,
} from "#main/treasury/engines/payment-delays.ts";
import {
  FRENCH_LATENESS,
  gradeReliability,
  mixHistograms,
  portfolioHistogram,
  shrunkMean,
  shrunkRate,
  totalWeight,
} from "#main/treasury/engines/small-data.ts";

const asOn = "2026-06-30";

function paid(partyId: string, latenesses: number[], side: PaidItem["side"] = "customer") {
  return latenesses.map((lateness, i): PaidItem => {
    const dueOn = addDays("2026-05-20", -i * 7);
    return { partyId, dueOn, paidOn: addDays(dueOn, lateness), amountMinor: 10_000, side };
  });
}

describe("small-data rule", () => {
  test("shrinks means and rates as written", () => {
    expect(shrunkMean({ n: 0, mean: 99 }, 7, 3)).toBe(7);
    expect(shrunkMean({ n: 3, mean: 10 }, 4, 3)).toBe(7);
    expect(shrunkRate({ n: 4, hits: 4 }, 0.5)).toBe(0.75);
  });

  test("the French prior keeps the survey's figures", () => {
    const total = totalWeight(FRENCH_LATENESS);
    const share = (keep: (d: number) => boolean) =>
      [...FRENCH_LATENESS].reduce((a, [d, w]) => a + (keep(d) ? w : 0), 0) / total;
    const mean = [...FRENCH_LATENESS].reduce((a, [d, w]) => a + d * w, 0) / total;
    expect(share((d) => d <= 0)).toBeCloseTo(0.452, 6);
    expect(share((d) => d > 30)).toBeCloseTo(0.09, 6);
    expect(share((d) => d > 90)).toBeCloseTo(0.038, 6);
    expect(mean).toBeCloseTo(14.1, 1);
  });

  test("a small portfolio leans on the prior, a large one does not", () => {
    const prior = new Map([[100, 1]]);
    expect(portfolioHistogram(new Map([[5, 29]]), prior).get(100)).toBeCloseTo(3, 9);
    expect(portfolioHistogram(new Map([[5, 30]]), prior).has(100)).toBe(false);
    expect(mixHistograms([{ histogram: new Map(), weight: 5 }]).size).toBe(0);
  });

  test("grades ask for observations and for time", () => {
    expect(gradeReliability(500, 365).grade).toBe("A");
    expect(gradeReliability(500, 100).grade).toBe("B");
    expect(gradeReliability(29, 365).grade).toBe("C");
    expect(gradeReliability(500, 10).grade).toBe("C");
  });
});

describe("payment delays", () => {
  test("by hand: four own payments against three of the portfolio", () => {
    const history = [
      ...paid("late", [20, 20, 20, 20]),
      ...paid(
        "prompt",
        Array.from({ length: 40 }, () => 0),
      ),
    ];
    const delays = paymentDelays({ asOn, side: "customer", paidHistory: history });
    const late = delays.ofParty("late");
    const own = 1 + 0.97 + 0.97 ** 2 + 0.97 ** 3;
    const common = 3 * (4 / 44);
    expect(late.days).toEqual([0, 20]);
    expect(late.weights[1]).toBeCloseTo(own + common, 9);
    expect(late.weights[0]).toBeCloseTo(3 * (40 / 44), 9);
    expect(delayQuantile(late, 0.5)).toBe(20);
    expect(delayQuantile(late, 0.1)).toBe(0);
    const pattern = paymentPattern(late);
    expect(pattern).toMatchObject({ p50Days: 20, observations: 4, fromPortfolio: false });
    expect(pattern.shareLate).toBeCloseTo((own + common) / (own + 3), 9);
  });

  test("an unknown party has the portfolio's habit and says so", () => {
    const delays = paymentDelays({ asOn, side: "customer", paidHistory: paid("a", [3, 4, 5]) });
    expect(delays.ofParty("nobody")).toBe(delays.portfolio);
    expect(paymentPattern(delays.ofParty("nobody")).fromPortfolio).toBe(true);
  });

  test("payments after the analysis date and of the other side are never read", () => {
    const base = paid("a", [5, 6, 7]);
    const future: PaidItem = { ...base[0]!, paidOn: "2026-07-01", dueOn: "2026-01-01" };
    const other = paid("a", [90, 90], "supplier");
    const clean = paymentDelays({ asOn, side: "customer", paidHistory: base });
    const planted = paymentDelays({
      asOn,
      side: "customer",
      paidHistory: [future, ...base, ...other],
    });
    expect(planted.ofParty("a")).toEqual(clean.ofParty("a"));
  });

  test("without history a customer follows the French prior, a supplier is paid when due", () => {
    const customer = paymentDelays({ asOn, side: "customer", paidHistory: [] });
    const supplier = paymentDelays({ asOn, side: "supplier", paidHistory: [] });
    expect(delayQuantile(customer.portfolio, 0.5)).toBe(3);
    expect(supplier.portfolio.days).toEqual([0]);
    expect(customer.reliability).toEqual({ grade: "C", observations: 0, periodDays: 0 });
  });

  test("a shift that all parties share is measured; steady parties have the least one", () => {
    const steady = ["a", "b", "c", "d", "e", "f"].flatMap((p, i) =>
      paid(
        p,
        Array.from({ length: 30 }, () => i * 3),
      ),
    );
    const flat = paymentDelays({ asOn, side: "customer", paidHistory: steady });
    expect(flat.commonShiftDays).toBe(1);
    const waves = ["a", "b", "c", "d", "e", "f"].flatMap((p) =>
      paid(
        p,
        Array.from({ length: 30 }, (_, i) => (Math.floor(i / 8) % 2) * 20),
      ),
    );
    const moved = paymentDelays({ asOn, side: "customer", paidHistory: waves });
    expect(moved.commonShiftDays).toBeGreaterThan(4);
  });
});

describe("still unpaid", () => {
  test("keeps only later days, and nothing when history knows none", () => {
    const delays = { days: [-2, 0, 10], weights: [1, 2, 3], observations: 6 };
    expect(stillUnpaid(delays, 0)).toMatchObject({ days: [10], weights: [3] });
    expect(stillUnpaid(delays, -30)?.days).toEqual([-2, 0, 10]);
    expect(stillUnpaid(delays, 10)).toBeUndefined();
  });

  test("every remaining day is after today, whatever the history", () => {
    const latenesses = fc.array(fc.integer({ min: -40, max: 200 }), { maxLength: 80 });
    fc.assert(
      fc.property(latenesses, fc.integer({ min: -60, max: 400 }), (history, now) => {
        const delays = paymentDelays({
          asOn: "2027-12-31",
          side: "customer",
          paidHistory: paid("a", history),
        });
        const collection = lateCollection({ asOn: "2027-12-31", paid: [], open: [] });
        const left = leftToPay(delays.ofParty("a"), now, collection);
        expect(left.days.length).toBeGreaterThan(0);
        for (const day of left.days) expect(day).toBeGreaterThan(now);
      }),
    );
  });
});
