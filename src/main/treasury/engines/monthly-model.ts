import { activeSeason } from "./active-season.ts";

/** What a series of months becomes, and how it was drawn. */
export interface MonthlyModel {
  /** Forecast of the coming months, never below zero. */
  ahead: number[];
  trend: "level" | "damped";
  isSeasonal: boolean;
  /** Half of it is the same month of the year before: from 24 months on. */
  isCombined: boolean;
  alpha: number;
  /** One-step errors, the latest last. */
  errors: number[];
}

interface Fit {
  level: number;
  slope: number;
  alpha: number;
  damping: number;
  errors: number[];
  squares: number;
}

const YEAR = 12;
/** Below so many months a trend is noise. */
const TREND_MONTHS = 12;
const NAIVE_MONTHS = 24;
/** A damped trend must lower the squared error by a tenth: it has two parameters more. */
const TREND_GAIN = 0.9;
const DAMPING = 0.9;
const ALPHAS = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
const BETAS = [0.05, 0.1, 0.2, 0.3];
/** A month that hardly sells must not blow its level up. */
const LEAST_INDEX = 0.05;

/**
 * Monthly amounts ahead by simple exponential smoothing or a damped trend (Gardner and McKenzie
 * 1985), times the season where engine 7's test finds one (`activeSeason`); from 24 months on, half
 * and half with the same month of the year before.
 * @param values amounts of whole months, the latest last, none negative
 */
export function monthlyModel(
  values: readonly number[],
  { firstMonth, ahead }: { firstMonth: number; ahead: number },
): MonthlyModel {
  const calendar = (i: number) => (firstMonth + i) % YEAR;
  const months = values.map((totalMinor, i) => ({ calendar: calendar(i) + 1, totalMinor }));
  const season = activeSeason(months);
  const factor = (i: number) => Math.max(LEAST_INDEX, season?.[calendar(i)] ?? 1);
  const flat = values.map((value, i) => value / factor(i));
  const level = fitted(flat, false);
  const trend = flat.length >= TREND_MONTHS ? fitted(flat, true) : level;
  const isDamped = trend.squares < TREND_GAIN * level.squares;
  const fit = isDamped ? trend : level;
  const isCombined = values.length >= NAIVE_MONTHS;
  const drawnAhead = Array.from({ length: ahead }, (_, h) => {
    const drawn = (fit.level + fit.slope * dampedSum(h + 1)) * factor(values.length + h);
    const before = values[values.length - YEAR + (h % YEAR)] ?? drawn;
    return Math.max(0, isCombined ? (drawn + before) / 2 : drawn);
  });
  return {
    ahead: drawnAhead,
    trend: isDamped ? "damped" : "level",
    ...{ isSeasonal: season !== undefined, isCombined, alpha: fit.alpha },
    errors: fit.errors.map((e, i) => e * factor(i + 1)),
  };
}

/** The smoothing whose one-step errors are smallest over a grid. */
function fitted(values: readonly number[], withTrend: boolean): Fit {
  let best: Fit | undefined;
  for (const alpha of ALPHAS) {
    for (const beta of withTrend ? BETAS : [0]) {
      const fit = smoothed(values, { alpha, beta, damping: withTrend ? DAMPING : 0 });
      if (best === undefined || fit.squares < best.squares) best = fit;
    }
  }
  return best ?? smoothed(values, { alpha: 0.5, beta: 0, damping: 0 });
}

function smoothed(
  values: readonly number[],
  { alpha, beta, damping }: { alpha: number; beta: number; damping: number },
): Fit {
  const start = values.slice(0, 3);
  let level = start.reduce((a, v) => a + v, 0) / Math.max(1, start.length);
  let slope = 0;
  const errors: number[] = [];
  for (const value of values) {
    const expected = level + damping * slope;
    errors.push(value - expected);
    const next = expected + alpha * (value - expected);
    slope = damping * slope + beta * (next - level - damping * slope);
    level = next;
  }
  errors.shift();
  const squares = errors.reduce((a, e) => a + e * e, 0);
  return { level, slope, alpha, damping, errors, squares };
}

function dampedSum(steps: number): number {
  return (DAMPING * (1 - DAMPING ** steps)) / (1 - DAMPING);
}
