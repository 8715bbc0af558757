import { addDays } from "#contract/date.ts";
import type { Figure } from "#contract/finding.ts";
import type { Chance, StressFinding, StressScenario } from "#contract/treasury-stress.ts";
import type { Reliability } from "./small-data.ts";
import { tailDrivers } from "./stress-drivers.ts";
import type { StressModel } from "./stress-model.ts";
import { stressedModel } from "./stress-scenarios.ts";
import { type Simulation, simulateBalances } from "./stress-simulation.ts";

export const STRESS_RUNS = 10_000;

export interface StressAsked {
  asOn: string;
  scenarios: readonly StressScenario[];
  reliability: Reliability;
  runs?: number;
}

const TAIL = 0.05;
const FAN = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const HORIZONS = [30, 60, 90];
const STEPS = 24;

/**
 * Engine 12: what the balance may become under each scenario, by 10,000 runs of the forecast's
 * own layers with common shocks. Yields the runs done; the same model gives the same numbers.
 */
export function* stressTest(
  model: StressModel,
  asked: StressAsked,
): Generator<{ done: number; total: number }, StressFinding[], void> {
  const { scenarios, runs = STRESS_RUNS } = asked;
  const seed = seedOf(model);
  const inside = HORIZONS.filter((d) => d < model.horizonDays);
  const checkDays = [...inside, model.horizonDays];
  const tail = Math.max(1, Math.round(runs * TAIL));
  const findings: StressFinding[] = [];
  for (const [i, scenario] of scenarios.entries()) {
    const stressed = stressedModel(model, scenario);
    const steps = simulateBalances(stressed, { seed, runs, checkDays, tail });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      yield { done: i * runs + step.value, total: scenarios.length * runs };
    }
    findings.push(findingOf({ scenario, model: stressed, simulation: step.value, asked }));
    step.value.release();
  }
  return findings;
}

/** A number from all that the model says (FNV-1a): the same data gives the same runs. */
export function seedOf(model: StressModel): number {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(model);
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    hash = Math.imul(hash ^ code, 0x01000193);
    if (code > 0xffff) at++;
  }
  return hash;
}

/** A share of so many runs with no more digits than chance leaves meaning to. */
export function chanceOf(hits: number, runs: number): Chance {
  const share = (hits + 1) / (runs + 2);
  const standardError = Math.sqrt((share * (1 - share)) / runs);
  const digits = Math.max(0, -Math.ceil(Math.log10(standardError)));
  return {
    share: Number((hits / runs).toFixed(digits)),
    standardError: Number(standardError.toPrecision(1)),
  };
}

function findingOf(of: {
  scenario: StressScenario;
  model: StressModel;
  simulation: Simulation;
  asked: StressAsked;
}): StressFinding {
  const { model, simulation, asked } = of;
  const { runs, days, below } = simulation;
  const { asOn, reliability } = asked;
  const lowest = simulation.lowest.toSorted();
  const tail = simulation.worst.runs.length;
  const worst = lowest.subarray(0, tail).reduce((a, v) => a + v, 0) / tail;
  const buffer = Math.max(0, model.floorMinor - rank(lowest, TAIL));
  const drivers = tailDrivers(model, simulation);
  const refs = drivers.map((d) => d.ref);
  const minor = (value: number): Figure => ({
    value: Math.round(value),
    unit: "minor",
    reliability,
    refs,
  });
  return {
    scenario: of.scenario,
    days: Array.from({ length: model.horizonDays }, (_, day) => ({
      on: addDays(asOn, day + 1),
      minor: fan((q) => days.quantile(day, q)),
    })),
    risks: below.map(({ day, that, soFar }) => ({
      days: day,
      on: addDays(asOn, day),
      onDay: chanceOf(that, runs),
      soFar: chanceOf(soFar, runs),
    })),
    lowest: {
      minor: fan((q) => rank(lowest, q)),
      on: datesOf(simulation, asOn),
      steps: stepsOf(lowest),
      weeks: weeksOf(simulation, asOn),
    },
    worst: minor(worst),
    buffer: minor(buffer),
    drivers,
  };
}

function fan(at: (q: number) => number): [number, number, number, number, number] {
  const [a, b, c, d, e] = FAN;
  const value = (q: number) => Math.round(at(q)) + 0;
  return [value(a), value(b), value(c), value(d), value(e)];
}

function rank(sorted: Float64Array | Uint16Array, q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length - 1e-9) - 1)] ?? 0;
}

function datesOf({ lowestDays }: Simulation, asOn: string): [string, string, string] {
  const sorted = lowestDays.toSorted();
  const on = (q: number) => addDays(asOn, rank(sorted, q));
  return [on(0.05), on(0.5), on(0.95)];
}

function stepsOf(sorted: Float64Array): StressFinding["lowest"]["steps"] {
  const [least, most] = [Math.floor(sorted[0] ?? 0), Math.ceil(sorted.at(-1) ?? 0)];
  const wide = Math.max(1, Math.ceil((most - least) / STEPS));
  const counts = Array.from({ length: Math.max(1, Math.ceil((most - least) / wide)) }, () => 0);
  for (const value of sorted) {
    const at = Math.min(counts.length - 1, Math.floor((value - least) / wide));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, i) => ({
    fromMinor: least + i * wide,
    untilMinor: least + (i + 1) * wide,
    share: count / sorted.length,
  }));
}

function weeksOf({ lowestDays, runs }: Simulation, asOn: string) {
  const weeks = new Map<number, number>();
  for (const day of lowestDays) {
    const week = Math.floor((day - 1) / 7);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .map(([week, count]) => ({ fromOn: addDays(asOn, 1 + 7 * week), share: count / runs }));
}
