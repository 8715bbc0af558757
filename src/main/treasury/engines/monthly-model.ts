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
const LEAST_ORIGINS = 6;
/** The season must lower the one-step error by 3 %, and months must differ more than by chance. */
const SEASON_GAIN = 0.97;
/** Chi-squared with eleven degrees of freedom, one in twenty. */
const MONTHS_DIFFER = 19.68;
/** A damped trend must lower the squared error by a tenth: it has two parameters more. */
const TREND_GAIN = 0.9;
const DAMPING = 0.9;
const ALPHAS = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
const BETAS = [0.05, 0.1, 0.2, 0.3];
const FAR_RATIO = 5;

/**
 * Monthly amounts ahead by simple exponential smoothing or a damped trend (Gardner and McKenzie
 * 1985), times a season shrunk towards none by `years / (years + 2)` and used only where it
 * lowered past errors; from 24 months on, half and half with the same month of the year before.
 * @param values amounts of whole months, the latest last, none negative
 */
export function monthlyModel(
  values: readonly number[],
  { firstMonth, ahead }: { firstMonth: number; ahead: number },
): MonthlyModel {
  const isSeasonal = seasonHelps(values, firstMonth);
  const season = isSeasonal ? seasonOf(values, firstMonth) : undefined;
  const factor = (i: number) => season?.[(firstMonth + i) % YEAR] ?? 1;
  const flat = values.map((value, i) => value / factor(i));
  const level = fitted(flat, false);
  const trend = flat.length >= TREND_MONTHS ? fitted(flat, true) : level;
  const isDamped = trend.squares < TREND_GAIN * level.squares;
  const fit = isDamped ? trend : level;
  const isCombined = values.length >= NAIVE_MONTHS;
  const months = Array.from({ length: ahead }, (_, h) => {
    const drawn = (fit.level + fit.slope * dampedSum(h + 1)) * factor(values.length + h);
    const before = values[values.length - YEAR + (h % YEAR)] ?? drawn;
    return Math.max(0, isCombined ? (drawn + before) / 2 : drawn);
  });
  return {
    ahead: months,
    trend: isDamped ? "damped" : "level",
    ...{ isSeasonal, isCombined, alpha: fit.alpha },
    errors: fit.errors.map((e, i) => e * factor(i + 1)),
  };
}

/** Index of each month of the year, mean 1: median of the ratios to the level around. */
function seasonOf(values: readonly number[], firstMonth: number): number[] {
  const years = values.length / YEAR;
  const weight = years / (years + 2);
  const ratios: number[][] = Array.from({ length: YEAR }, () => []);
  for (const [i, ratio] of ratiosOf(values).entries()) {
    ratios[(firstMonth + i) % YEAR]?.push(ratio);
  }
  const raw = ratios.map((list) => 1 + weight * ((list.length > 0 ? median(list) : 1) - 1));
  const mean = raw.reduce((a, r) => a + r, 0) / YEAR;
  return raw.map((r) => Math.max(0.05, r / mean));
}

function ratiosOf(values: readonly number[]): number[] {
  return values.map((value, i) => {
    const around = levelAround(values, i);
    return around > 0 ? Math.min(FAR_RATIO, value / around) : 1;
  });
}

/** Kruskal and Wallis: the ranks of the months of the year differ more than by chance. */
function monthsDiffer(values: readonly number[]): boolean {
  const n = values.length;
  const ranked = ratiosOf(values)
    .map((ratio, i) => ({ ratio, month: i % YEAR }))
    .sort((a, b) => a.ratio - b.ratio);
  const sums = Array.from({ length: YEAR }, () => ({ count: 0, ranks: 0 }));
  let tied = 0;
  for (const { ratio, month } of ranked) {
    const first = ranked.findIndex((one) => one.ratio === ratio);
    const last = ranked.findLastIndex((one) => one.ratio === ratio);
    const cell = sums[month];
    if (cell === undefined) continue;
    tied += (last - first + 1) ** 2 - 1;
    cell.count++;
    cell.ranks += (first + last) / 2 + 1;
  }
  const spread = sums.reduce((a, { count, ranks }) => a + (count > 0 ? ranks ** 2 / count : 0), 0);
  const statistic = (12 / (n * (n + 1))) * spread - 3 * (n + 1);
  return statistic > MONTHS_DIFFER * (1 - tied / (n ** 3 - n));
}

/** Mean of the twelve months around, moved inwards at both ends. */
function levelAround(values: readonly number[], i: number): number {
  const from = Math.max(0, Math.min(i - YEAR / 2, values.length - YEAR));
  const around = values.slice(from, from + YEAR);
  return around.reduce((a, v) => a + v, 0) / around.length;
}

/** Tries the season on each month from the second year on, with what was known before it. */
function seasonHelps(values: readonly number[], firstMonth: number): boolean {
  const origins = values.length - YEAR;
  if (origins < LEAST_ORIGINS || !monthsDiffer(values)) return false;
  let [without, withSeason] = [0, 0];
  for (let n = YEAR; n < values.length; n++) {
    const known = values.slice(0, n);
    const season = seasonOf(known, firstMonth);
    const factor = (i: number) => season[(firstMonth + i) % YEAR] ?? 1;
    const actual = values[n] ?? 0;
    without += Math.abs(actual - fitted(known, false).level);
    const flat = known.map((value, i) => value / factor(i));
    withSeason += Math.abs(actual - fitted(flat, false).level * factor(n));
  }
  return withSeason < SEASON_GAIN * without;
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
