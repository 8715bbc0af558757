import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import type { DecisionTemplate } from "#contract/treasury-decisions.ts";
import { decide, internalRates, presentValue } from "#main/treasury/engines/decision.ts";
import { templateOptions } from "#main/treasury/engines/decision-templates.ts";

const setting = { asOn: "2026-01-01", rate: 0.06 };
const sumOf = (flows: readonly { amountMinor: number }[]) =>
  flows.reduce((sum, flow) => sum + flow.amountMinor, 0);
const only = (template: DecisionTemplate, at = setting) => {
  const [option] = templateOptions(template, at);
  if (option === undefined) throw new Error("no option");
  return option;
};
const weighed = (template: DecisionTemplate) => {
  const balances = Array.from({ length: 91 }, (_, i) => ({
    on: addDays("2026-01-01", i),
    balanceMinor: 1_000_000,
  }));
  const option = { name: "one", flows: only(template).flows };
  const [found] = decide({ ...setting, floorMinor: 0, balances, options: [option] });
  if (found === undefined) throw new Error("not weighed");
  return found;
};

test("factoring, worked by hand: 90 % advanced, 1 % kept, 4.5 % over 60 days, the rest at the end", () => {
  const sold = only({
    ...{ kind: "factor", openMinor: 1_000_000, on: "2026-01-10", expectedOn: "2026-03-11" },
    ...{ advanceBps: 9000, commissionBps: 100, rateBps: 450 },
  });
  // 9 000 × 4,5 % × 60 / 360 = 67,50
  expect(sold.flows).toEqual([
    { on: "2026-01-10", amountMinor: 900_000 },
    { on: "2026-01-10", amountMinor: -16_750 },
    { on: "2026-03-11", amountMinor: 100_000 },
    { on: "2026-03-11", amountMinor: -1_000_000 },
  ]);
  expect(sumOf(sold.flows)).toBe(-16_750);
});

test("a loan of 10,000.00 at 6 % over twelve months goes back by 860.66, and is no payback", () => {
  const loan: DecisionTemplate = {
    ...{ kind: "borrow", amountMinor: 1_000_000, on: "2026-01-01", rateBps: 600 },
    ...{ months: 12, feeMinor: 10_000 },
  };
  const { flows, breakEven } = only(loan);
  expect(flows.slice(0, 2)).toEqual([
    { on: "2026-01-01", amountMinor: 990_000 },
    { on: "2026-02-01", amountMinor: -86_066 },
  ]);
  // The fee of 1 % on a loan whose mean life is half a year adds about two points.
  expect(breakEven).toMatchObject({ of: "rate", unit: "bps" });
  expect(breakEven?.value).toBeGreaterThan(750);
  expect(breakEven?.value).toBeLessThan(850);
  expect(weighed(loan)).toMatchObject({ paybackOn: null, discountedPaybackOn: null });
});

test("chasing pays back for good only if it did not merely move the receipt", () => {
  const chase: DecisionTemplate = {
    ...{ kind: "collect", openMinor: 500_000, on: "2026-01-02", chanceBps: 10_000 },
    ...{ earlyOn: "2026-01-20", expectedOn: "2026-03-20", costMinor: 1_000 },
  };
  expect(weighed(chase).paybackOn).toBeNull();
  // 5 000 € held 59 days sooner at 6 % is worth 47 €: more than the 10 € it costs.
  expect(weighed(chase).npvMinor).toBeGreaterThan(3_000);
  expect(weighed(chase).discountedPaybackOn).toBe("2026-01-20");
  const idle = { ...chase, costMinor: 0, expectedOn: chase.earlyOn };
  expect(weighed(idle)).toMatchObject({ npvMinor: 0, rates: [], paybackOn: null });
});

const dates = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-01-01", days));

test("a discount taken is the discount given, turned round, and breaks even at the same rate", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 0, max: 9000 }),
      fc.tuple(dates, dates),
      (amountMinor, discountBps, [a, b]) => {
        const [earlyOn, dueOn] = a < b ? [a, b] : [b, a];
        const told = { kind: "discount", amountMinor, discountBps, earlyOn, dueOn } as const;
        const taken = only({ ...told, side: "taken" });
        const given = only({ ...told, side: "given" });
        expect(given.breakEven).toEqual(taken.breakEven);
        expect(given.flows).toEqual(
          taken.flows.map((flow) => ({ ...flow, amountMinor: -flow.amountMinor })),
        );
      },
    ),
  );
});

test("beyond its break-even every template turns: worth more below, less above", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 1e9 }), dates, (openMinor, expectedOn) => {
      const asked = { openMinor, expectedOn, on: "2026-01-01" };
      const chase: DecisionTemplate = {
        ...{ kind: "collect", ...asked, earlyOn: "2026-01-01", costMinor: 0, chanceBps: 5000 },
      };
      const even = only(chase).breakEven?.value ?? -1;
      const worth = (costMinor: number) =>
        presentValue(only({ ...chase, costMinor }).flows, setting);
      expect(worth(even + 1)).toBeLessThanOrEqual(0);
      if (even > 0) expect(worth(even - 1)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("leasing and buying bring the same; the residual value and the rents make the difference", () => {
  const [lease, buy] = templateOptions(
    {
      ...{ kind: "lease", on: "2026-01-01", months: 24, rentMinor: 50_000, residualMinor: 20_000 },
      ...{ priceMinor: 1_000_000, resaleMinor: 0, gainMinor: 70_000 },
    },
    setting,
  );
  expect([lease?.kind, buy?.kind]).toEqual(["lease", "buy"]);
  expect(sumOf(lease?.flows ?? [])).toBe(24 * 20_000 - 20_000);
  expect(sumOf(buy?.flows ?? [])).toBe(24 * 70_000 - 1_000_000);
  expect(lease?.flows.some((flow) => flow.amountMinor === 0)).toBe(false);
  // Each breaks even where it is worth the other: the rent is below 500 €, the price above 10 000 €.
  expect(lease?.breakEven?.value).toBeLessThan(50_000);
  expect(buy?.breakEven?.value).toBeGreaterThan(1_000_000);
});

test("the cost of a loan found from its flows is the rate that was planted", () => {
  const found = [0, 150, 385, 700, 1_900].map((rateBps) => {
    const { flows } = only({
      ...{ kind: "borrow", amountMinor: 5_000_000, on: "2026-01-01", rateBps },
      ...{ months: 60, feeMinor: 0 },
    });
    return { planted: (1 + rateBps / 120_000) ** 12 - 1, rates: internalRates(flows) };
  });
  for (const { planted, rates } of found) {
    expect(rates).toHaveLength(1);
    expect(rates[0]).toBeCloseTo(planted, 3);
  }
});
