import { daysBetween } from "#contract/date.ts";
import type { BandFactors } from "../forecast-model.ts";
import { HORIZONS, type Horizon, type OriginGrade } from "./backtest.ts";

const COVERED = 0.8;
const NARROWEST = 1;
const WIDEST = 4;
/** Independent past forecasts at which what they tell weighs as much as the simulation itself. */
const HALF_WEIGHT = 5;
/** A forecast so much older than the last counts for half. */
const HALF_LIFE_DAYS = 91;

/**
 * What to multiply the half-widths of the 80 % band by, so that it would have held 80 % of the
 * movements that came: at each horizon the quantile of past errors over the half-width given then,
 * drawn towards 1 while few past forecasts stand behind it that do not overlap. Only forecasts that
 * had run their course by `asOn` are read. After adaptive conformal inference (Gibbs and Candès,
 * 2021), in its plainest form.
 */
export function bandFactors(grades: readonly OriginGrade[], asOn: string): BandFactors {
  const factorOf = (horizon: Horizon) => {
    const days = HORIZONS[horizon];
    const ended = grades.filter((one) => daysBetween(one.on, asOn) >= days);
    const [first, last] = [ended[0], ended.at(-1)];
    if (first === undefined || last === undefined) return 1;
    const independent = 1 + daysBetween(first.on, last.on) / days;
    const weight = independent / (independent + HALF_WEIGHT);
    const ratios = ended.map((one) => ({
      ratio: missRatio(one.cash[horizon]),
      weight: 0.5 ** (daysBetween(one.on, last.on) / HALF_LIFE_DAYS),
    }));
    return Math.exp(weight * Math.log(quantile(ratios)));
  };
  return { d30: factorOf("d30"), d60: factorOf("d60"), d90: factorOf("d90") };
}

/** How many half-widths what came was away from what was expected, on the side where it fell. */
function missRatio(grade: OriginGrade["cash"][Horizon]): number {
  const { expectedMinor, lowMinor, highMinor, cameMinor } = grade;
  const miss = cameMinor - expectedMinor;
  const half = Math.max(1, miss < 0 ? expectedMinor - lowMinor : highMinor - expectedMinor);
  return Math.abs(miss) / half;
}

/** The weighted conformal quantile: the forecast to come counts as one more, beyond them all. */
function quantile(ratios: readonly { ratio: number; weight: number }[]): number {
  const total = ratios.reduce((sum, one) => sum + one.weight, 1);
  let sum = 0;
  let found = WIDEST;
  for (const { ratio, weight } of ratios.toSorted((a, b) => a.ratio - b.ratio)) {
    sum += weight;
    found = ratio;
    if (sum >= COVERED * total) break;
  }
  return Math.min(WIDEST, Math.max(NARROWEST, found));
}
