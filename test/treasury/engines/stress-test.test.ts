import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import {
  type StressFinding,
  type StressScenario,
  stressScenarioSchema,
} from "#contract/treasury-stress.ts";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import { forecastLayers } from "#main/treasury/engines/forecast-layers.ts";
import type { ForecastInput } from "#main/treasury/engines/forecast-model.ts";
import { normalShare } from "#main/treasury/engines/stress-draws.ts";
import { type StressModel, stressModel } from "#main/treasury/engines/stress-model.ts";
import { stressedModel } from "#main/treasury/engines/stress-scenarios.ts";
import { type Simulation, simulated } from "#main/treasury/engines/stress-simulation.ts";
import { chanceOf, seedOf, stressTest } from "#main/treasury/engines/stress-test.ts";
import { asOn, company, habit, invoice, randomCompany, shuffled } from "./company.ts";

const RUNS = 10_000;
const SCENARIOS = stressScenarioSchema.options;

function modelOf(input: ForecastInput, yearlyLoss = 0): StressModel {
  return stressModel(input, forecastLayers(input), yearlyLoss);
}

/** A model with nothing in it; the balance stays at 10,000 euros for 90 days. */
function bare(parts: Partial<StressModel> = {}): StressModel {
  return { ...modelOf(company()), ...parts };
}

function testOf(
  model: StressModel,
  scenarios: readonly StressScenario[] = ["base"],
): StressFinding[] {
  const reliability = { grade: "C", observations: 0, periodDays: 0 } as const;
  const steps = stressTest(model, { asOn, scenarios, reliability, runs: RUNS });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function baseOf(model: StressModel): StressFinding {
  const [finding] = testOf(model);
  if (!finding) throw new Error("no finding");
  return finding;
}

const item = (parts: Partial<StressModel["items"][number]> = {}) => ({
  ...{ id: "invoice:1", kind: "invoice" as const, partyId: "c1", reference: "F-1" },
  ...{ side: "customer" as const, amountMinor: 300_000, days: [10, 20, 40], weights: [1, 2, 1] },
  ...parts,
});
const noShift = { customer: 0, supplier: 0 };

describe("against what is known exactly", () => {
  test("certain flows alone give the forecast's own balances, to the cent, in every run", () => {
    const rent = { label: "Loyer", category: "rent", amountMinor: -123_457, id: "s1" };
    const input = company({
      schedule: [{ ...rent, dueOn: "2026-07-05", every: "month" }],
      floorMinor: 800_000,
    });
    const finding = baseOf(modelOf(input, 0.02));
    const forecast = forecastCash(input);
    for (const [i, day] of forecast.days.entries()) {
      expect(finding.days[i]).toEqual({ on: day.on, minor: Array(5).fill(day.balanceMinor) });
    }
    expect(finding.risks.map((r) => [r.days, r.soFar.share])).toEqual([
      [30, 0],
      [60, 1],
      [90, 1],
    ]);
    expect(finding.lowest.on).toEqual(Array(3).fill(forecast.lowest.on));
    expect(finding.buffer.value).toBe(800_000 - forecast.lowest.balanceMinor);
    expect(finding.worst.value).toBe(forecast.lowest.balanceMinor);
    expect(finding.drivers).toEqual([]);
  });

  test("one invoice without default: its days have the shares of its distribution", () => {
    const model = bare({ items: [item()], shiftDays: noShift, floorMinor: 1_000_001 });
    const { days, worst, below } = simulated(model, {
      ...{ seed: 5, runs: RUNS, tail: RUNS, checkDays: [9, 19, 39, 90] },
    });
    const share = (day: number) => worst.days.filter((d) => d === day).length / RUNS;
    for (const [day, expected] of [
      [10, 0.25],
      [20, 0.5],
      [40, 0.25],
    ] as const) {
      expect(Math.abs(share(day) - expected)).toBeLessThan(4 * Math.sqrt(0.25 / RUNS));
    }
    expect(share(10) + share(20) + share(40)).toBe(1);
    expect([days.quantile(8, 0.95), days.quantile(9, 0.95)]).toEqual([1_000_000, 1_300_000]);
    expect([days.quantile(18, 0.5), days.quantile(19, 0.5)]).toEqual([1_000_000, 1_300_000]);
    expect([days.quantile(38, 0.05), days.quantile(39, 0.05)]).toEqual([1_000_000, 1_300_000]);
    expect(below.map((b) => b.that / RUNS)).toEqual([1, 1 - share(10), share(40), 0]);
  });

  test("an invoice with a chance of loss is lost that often, and never otherwise", () => {
    const losses = [{ partyId: "c1", share: 0.08 }];
    const model = bare({ items: [item()], losses, shiftDays: { customer: 6, supplier: 0 } });
    const { worst } = simulated(model, { seed: 6, runs: RUNS, tail: RUNS });
    const lost = worst.days.filter((d) => d === 91).length / RUNS;
    expect(Math.abs(lost - 0.08)).toBeLessThan(4 * Math.sqrt((0.08 * 0.92) / RUNS));
  });

  test("customers fail together more often than chance alone has it", () => {
    const losses = ["c1", "c2"].map((partyId) => ({ partyId, share: 0.05 }));
    const items = losses.map(({ partyId }, i) => item({ partyId, id: `invoice:${i}` }));
    const model = bare({ items, losses });
    const { worst } = simulated(model, { seed: 7, runs: RUNS, tail: RUNS });
    let both = 0;
    for (let run = 0; run < RUNS; run++) {
      if (worst.days[run] === 91 && worst.days[RUNS + run] === 91) both++;
    }
    process.stdout.write(
      `both of two customers at 5 %: ${both} of ${RUNS} runs (25 if independent)\n`,
    );
    expect(both).toBeGreaterThan(35);
    expect(both).toBeLessThan(120);
  });

  test("normal flows alone follow the closed form: spread, quantiles and risk", () => {
    const hits = Array.from({ length: 90 }, (_, i) => ({
      ...{ day: i + 1, jitterDays: 0, meanMinor: -10_000, spread: 0.1 },
    }));
    const model = bare({ hits, floorMinor: 690_000 });
    const finding = baseOf(model);
    for (const risk of finding.risks) {
      const deviation = 1_000 * Math.sqrt(risk.days);
      const exact = normalShare((690_000 - (1_000_000 - 10_000 * risk.days)) / deviation);
      expect(Math.abs(risk.onDay.share - exact)).toBeLessThan(0.02);
      const [p5, p25, p50, p75, p95] = finding.days[risk.days - 1]?.minor ?? [];
      const mean = 1_000_000 - 10_000 * risk.days;
      const near = (value: number | undefined, z: number) =>
        expect(Math.abs((value ?? 0) - (mean + z * deviation))).toBeLessThan(0.08 * deviation);
      near(p5, -1.645);
      near(p25, -0.674);
      near(p50, 0);
      near(p75, 0.674);
      near(p95, 1.645);
    }
  });

  test("the simulated mean is the forecast's curve where nothing is shifted or lost", () => {
    const input = randomCompany(4);
    const model = { ...modelOf(input), shiftDays: noShift };
    const { days } = simulated(model, { seed: 9, runs: RUNS });
    const forecast = forecastCash(input);
    const gaps = forecast.days.map((day, i) => {
      const spread = days.quantile(i, 0.84) - days.quantile(i, 0.16);
      return Math.abs(days.mean(i) - day.balanceMinor) / Math.max(1, spread);
    });
    process.stdout.write(
      `mean against the curve: ${Math.max(...gaps).toFixed(3)} of the 68 % band at most\n`,
    );
    expect(Math.max(...gaps)).toBeLessThan(0.1);
  });
});

describe("the same numbers", () => {
  test("the same rows in any order give the same findings", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, order) => {
        const input = randomCompany(seed);
        const again = modelOf(
          {
            ...input,
            openItems: shuffled(input.openItems, order),
            paidHistory: shuffled(input.paidHistory, order),
            bankHistory: shuffled(input.bankHistory, order),
            billing: shuffled(input.billing, order),
            schedule: shuffled(input.schedule, order),
          },
          0.02,
        );
        expect(again).toEqual(modelOf(input, 0.02));
        expect(seedOf(again)).toBe(seedOf(modelOf(input, 0.02)));
      }),
      { numRuns: 15 },
    );
    const model = modelOf(randomCompany(1), 0.02);
    expect(baseOf(model)).toEqual(baseOf(model));
  });

  test("other seeds move a 5 % risk by no more than its standard error says", () => {
    const input = { ...randomCompany(2), horizonDays: 60 };
    const model = modelOf(input, 0.02);
    const first = simulated(model, { seed: 1, runs: RUNS });
    const floorMinor = first.lowest.toSorted()[RUNS / 20] ?? 0;
    const shares = Array.from({ length: 20 }, (_, i) => {
      const asked = { seed: 100 + i, runs: RUNS, checkDays: [60] };
      const { below } = simulated({ ...model, floorMinor }, asked);
      return (below[0]?.soFar ?? 0) / RUNS;
    });
    const mean = shares.reduce((a, v) => a + v, 0) / shares.length;
    const spread = Math.sqrt(shares.reduce((a, v) => a + (v - mean) ** 2, 0) / (shares.length - 1));
    process.stdout.write(
      `twenty seeds at 5 %: mean ${mean.toFixed(4)}, deviation ${spread.toFixed(4)}\n`,
    );
    expect(Math.abs(mean - 0.05)).toBeLessThan(0.008);
    expect(spread).toBeLessThan(2 * Math.sqrt((0.05 * 0.95) / RUNS));
    expect(spread).toBeGreaterThan(0.3 * Math.sqrt((0.05 * 0.95) / RUNS));
  });

  test.each([
    [500, 10_000, 0.05, 0.002],
    [4, 10_000, 0, 0.0002],
    [0, 10_000, 0, 0.0001],
    [5000, 10_000, 0.5, 0.005],
    [37, 100, 0.4, 0.05],
  ])("%i of %i runs say %f, and no more digits", (hits, runs, share, standardError) => {
    expect(chanceOf(hits, runs)).toEqual({ share, standardError });
  });
});

describe("scenarios", () => {
  const balances = (of: Simulation) => of.lowest;

  test("a worse scenario is never above the base in any run", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = modelOf(randomCompany(seed), 0.02);
        const items = model.items.filter((i) => i.amountMinor > 0 || i.side === "supplier");
        const runs = 1_000;
        const of = (scenario: StressScenario) =>
          balances(simulated(stressedModel({ ...model, items }, scenario), { seed, runs }));
        const base = of("base");
        for (const scenario of SCENARIOS.filter((s) => s !== "suppliers-cash-down")) {
          const worse = of(scenario).filter((low, run) => low > (base[run] ?? 0) + 1);
          expect([scenario, worse.length]).toEqual([scenario, 0]);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("each scenario costs what it says", () => {
    const flows = Array.from({ length: 91 }, (_, day) => (day === 0 ? 0 : 1_000));
    const mix = Array.from({ length: 13 }, (_, a) =>
      Array.from({ length: 13 }, (_, b) => (a === b ? 1 : 0)),
    );
    const steady = { weeks: [1], weekStep: 0, levelSpread: 0, isShifted: true };
    const plain = { flows, mix, dailyMinor: 1_000, ...steady };
    const model = bare({
      items: [item({ days: [10], weights: [1] })],
      shiftDays: noShift,
      topClient: { partyId: "c1", share: 0.5 },
      business: [
        { ...plain, side: "customer", topShare: 0.5 },
        {
          ...{ ...plain, side: "supplier", topShare: 0, dailyMinor: -500 },
          flows: flows.map((_, day) => (day <= 30 ? 0 : -500)),
        },
      ],
    });
    const end = testOf(model, SCENARIOS).map((f) => [f.scenario, f.days.at(-1)?.minor[2]]);
    // Base: 10,000 € + 3,000 € + 90 × 10 € − 60 × 5 € = 13,600 €.
    expect(Object.fromEntries(end)).toEqual({
      base: 1_360_000,
      "top-client-late": 1_360_000 - 30 * 500,
      "top-client-default": 1_360_000 - 300_000 - 90 * 500,
      "billing-down": 1_360_000 - 90 * 200,
      "suppliers-cash-down": 1_360_000 - 30 * 500,
      combined: 1_000_000 + 300_000 + 0.8 * (90 * 500 + 60 * 500) - 90 * 500,
    });
  });

  test("the large invoice of a doubtful customer drives the tail; a sure one does not", () => {
    const losses = [{ partyId: "c1", share: 0.2 }];
    const sure = item({ partyId: "c2", id: "invoice:2", days: [5], weights: [1] });
    const certain = Array.from({ length: 91 }, (_, day) => (day === 60 ? -1_200_000 : 0));
    const finding = baseOf(bare({ items: [item(), sure], losses, certain, shiftDays: noShift }));
    expect(finding.drivers.map((d) => d.ref)).toEqual([{ kind: "invoice", id: "1" }]);
    // It always fails in the worst runs, and brings 80 % of its 3,000 € on average.
    expect(Math.abs((finding.drivers[0]?.shortMinor ?? 0) - 240_000)).toBeLessThan(5_000);
    expect(finding.worst.value).toBe(100_000);
  });
});

test("a customer silent long after its usual days is held for failing, one on time is not", () => {
  const input = company({
    openItems: [
      invoice("a", addDays(asOn, 10), 100_000, "c1"),
      invoice("b", addDays(asOn, -120), 100_000, "c2"),
    ],
    paidHistory: [...habit("c1", 3), ...habit("c2", 3)],
  });
  const [sound, silent] = modelOf(input, 0.02).losses;
  const year = 90 / 365;
  expect(sound?.share).toBeCloseTo(0.02 * year, 3);
  expect(silent?.share).toBeGreaterThan(0.25);
  expect(silent?.share).toBeLessThan(0.5);
});
