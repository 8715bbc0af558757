import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import type { DecisionTemplate } from "#contract/treasury-decisions.ts";
import { presentValue } from "#main/treasury/engines/decision.ts";
import { flowTornados, templateTornados } from "#main/treasury/engines/decision-inputs.ts";
import { templateFlows, templateOptions } from "#main/treasury/engines/decision-templates.ts";
import { tornado } from "#main/treasury/engines/tornado.ts";

const setting = { asOn: "2026-01-01", rate: 0.06 };
const whole = { least: 0, most: 1e9 };
const templates: DecisionTemplate[] = [
  {
    ...{ kind: "collect", openMinor: 500_000, on: "2026-01-02", chanceBps: 6000 },
    ...{ earlyOn: "2026-01-20", expectedOn: "2026-03-20", costMinor: 3000 },
  },
  {
    ...{ kind: "factor", openMinor: 1_000_000, on: "2026-01-10", expectedOn: "2026-03-11" },
    ...{ advanceBps: 9000, commissionBps: 100, rateBps: 450 },
  },
  {
    ...{ kind: "borrow", amountMinor: 2_000_000, on: "2026-01-10", rateBps: 450 },
    ...{ months: 36, feeMinor: 20_000 },
  },
  {
    ...{ kind: "lease", on: "2026-01-01", months: 36, rentMinor: 60_000, residualMinor: 100_000 },
    ...{ priceMinor: 2_000_000, resaleMinor: 300_000, gainMinor: 70_000 },
  },
  {
    ...{ kind: "discount", side: "taken", amountMinor: 500_000, discountBps: 60 },
    ...{ earlyOn: "2026-01-09", dueOn: "2026-02-01" },
  },
];

test("worked by hand: both ends, the widest first, the step where it turns, what cannot move left out", () => {
  const bars = tornado([
    { input: "flat", typed: 5, low: 5, high: 5, ...whole, worthAt: () => 1 },
    { input: "slow", typed: 10, low: 8, high: 12, ...whole, worthAt: (v) => v },
    // Nothing at 103.4: 103 is worth 0.4 the other way, 104 is worth 0.6.
    { input: "steep", typed: 100, low: 90, high: 110, ...whole, worthAt: (v) => 103.4 - v },
    // Turns at 120, as far again as the range is wide; at 121 it would not be told.
    { input: "near", typed: 100, low: 95, high: 105, ...whole, worthAt: (v) => 2 * (114.6 - v) },
    { input: "far", typed: 100, low: 99, high: 101, ...whole, worthAt: (v) => 120 - v },
  ]);
  expect(bars.map((bar) => [bar.input, bar.lowMinor, bar.highMinor, bar.even])).toEqual([
    ["steep", 13, -7, 103],
    ["near", 39, 19, 115],
    ["slow", 8, 12, null],
    ["far", 21, 19, null],
  ]);
});

test("of two break-evens the one nearer to what was typed is told", () => {
  const worthAt = (v: number) => (v - 40) * (v - 58);
  const [bar] = tornado([{ input: "twice", typed: 55, low: 45, high: 65, ...whole, worthAt }]);
  expect(bar?.even).toBe(58);
});

test("every template: up to six inputs, the base is its value, each end is the value typed anew", () => {
  const counts: Record<string, number> = {};
  for (const template of templates) {
    for (const { kind, flows } of templateOptions(template, setting)) {
      const [alone, ...others] = templateTornados(template, kind, setting);
      expect(alone?.npvMinor).toBe(Math.round(presentValue(flows, setting)));
      expect(others.map((one) => one.against)).toEqual(
        kind === "lease" ? ["buy"] : kind === "buy" ? ["lease"] : [],
      );
      counts[kind] = alone?.inputs.length ?? 0;
      const widths = (alone?.inputs ?? []).map((one) => Math.abs(one.highMinor - one.lowMinor));
      expect(widths).toEqual(widths.toSorted((a, b) => b - a));
      for (const { input, low, lowMinor } of alone?.inputs ?? []) {
        const at = input === "rate" ? { ...setting, rate: Number(low) / 10_000 } : setting;
        const moved =
          input === "rate" ? template : ({ ...template, [input]: low } as DecisionTemplate);
        expect(lowMinor).toBe(Math.round(presentValue(templateFlows(moved, kind, at), at)));
      }
    }
  }
  expect(counts).toEqual({ collect: 6, factor: 6, borrow: 6, lease: 6, buy: 6, discount: 5 });
});

test("break-evens are those that the template tells of itself", () => {
  const evenOf = (at: number, kind: Parameters<typeof templateTornados>[1], input: string) => {
    const template = templates[at] ?? templates[0];
    if (template === undefined) throw new Error("no template");
    const told = templateOptions(template, setting).find((one) => one.kind === kind)?.breakEven;
    const found = templateTornados(template, kind, setting).at(-1)?.inputs;
    return [found?.find((one) => one.input === input)?.even, told?.value];
  };
  for (const [even, told] of [
    evenOf(0, "collect", "costMinor"),
    evenOf(3, "lease", "rentMinor"),
    evenOf(3, "buy", "priceMinor"),
    evenOf(4, "discount", "discountBps"),
  ]) {
    expect(Math.abs(Number(even) - Number(told))).toBeLessThanOrEqual(1);
  }
});

test("a lease less a purchase is the purchase less the lease, turned round", () => {
  const lease = templates[3];
  if (lease === undefined) throw new Error("no lease");
  const [, over] = templateTornados(lease, "lease", setting);
  const [, under] = templateTornados(lease, "buy", setting);
  expect(over?.npvMinor).toBe(0 - (under?.npvMinor ?? 0));
  expect(over?.inputs.map((one) => [one.input, one.lowMinor, one.even])).toEqual(
    under?.inputs.map((one) => [one.input, 0 - one.lowMinor, one.even]),
  );
});

test("flows given as they are have six inputs; none comes before the day of the sheet", () => {
  const flows = [
    { on: "2026-01-10", amountMinor: -200_000 },
    { on: "2026-02-10", amountMinor: 50_000 },
    { on: "2026-12-31", amountMinor: 170_000 },
  ];
  const [found] = flowTornados(flows, setting);
  expect(found?.inputs.map((one) => one.input).toSorted()).toEqual([
    ...["lastFlow", "payments", "paymentsLater", "rate", "receipts", "receiptsLater"],
  ]);
  const paid = found?.inputs.find((one) => one.input === "paymentsLater");
  const onTheDay = flows.map((flow) =>
    flow.amountMinor < 0 ? { ...flow, on: "2026-01-01" } : flow,
  );
  expect(paid?.lowMinor).toBe(Math.round(presentValue(onTheDay, setting)));
  expect(flowTornados(flows.slice(0, 1), setting)[0]?.inputs.map((one) => one.input)).toEqual([
    ...["payments", "paymentsLater", "rate"],
  ]);
});

test("an early payment is worth its break-even rate: on its two sides the sign turns", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000, max: 1e8 }),
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 10, max: 300 }),
      (amountMinor, days, discountBps) => {
        const told: DecisionTemplate = {
          ...{ kind: "discount", side: "taken", amountMinor, discountBps },
          ...{ earlyOn: "2026-01-05", dueOn: addDays("2026-01-05", days) },
        };
        const [found] = templateTornados(told, "discount", setting);
        const even = found?.inputs.find((one) => one.input === "discountBps")?.even;
        if (even === undefined || even === null) return;
        const worth = (bps: number) =>
          presentValue(templateFlows({ ...told, discountBps: bps }, "discount", setting), setting);
        expect(worth(Number(even) - 1) * worth(Number(even) + 1)).toBeLessThanOrEqual(0);
      },
    ),
  );
});
