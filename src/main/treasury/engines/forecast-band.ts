import type { StressModel } from "./stress-model.ts";
import { simulated } from "./stress-simulation.ts";

/** P10 and P90 of the balance by day (index 0 is the first day after the analysis). */
export interface ForecastBand {
  low: number[];
  high: number[];
}

const RUNS = 500;

/**
 * Band of the curve by a small seeded simulation, the same as the stress test's with every item
 * paid in the end: the items of a side share a drawn shift in days (independent draws alone give
 * bands far too narrow), and new business varies in blocks of past weeks on a level that walks.
 */
export function forecastBand(model: StressModel, seed: number): ForecastBand {
  const { days, release } = simulated(model, { seed, runs: RUNS });
  const edge = (q: number) =>
    Array.from({ length: model.horizonDays }, (_, day) => Math.round(days.quantile(day, q)));
  const band = { low: edge(0.1), high: edge(0.9) };
  release();
  return band;
}
