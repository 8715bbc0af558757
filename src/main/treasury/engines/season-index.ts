import { mean, median, quantile } from "./robust-statistics.ts";

/** One full month of a series: its calendar month (1 to 12) and its total in cents. */
export interface MonthTotal {
  calendar: number;
  totalMinor: number;
}

/** How each calendar month stands to the average one, and what that rests on. */
export interface SeasonIndex {
  /** January first; the mean of the twelve is 1. */
  byMonth: number[];
  /** Of each month in order, its ratio to the level of its year; null where it was not used. */
  ratios: (number | null)[];
  /** What is left of the season once shrunk: 0 is nothing, 1 is all. */
  weight: number;
}

/** From this many months on, the rows themselves say how far to shrink. */
const ROBUST_MONTHS = 36;
const FEWEST_OF_PARTIAL_YEAR = 3;

/**
 * Multiplicative season of full months in order: ratio of each month to the level of its year
 * (years counted back from the last month, growth taken out), then the median by calendar month
 * with residuals Winsorised at 10 %. Below 36 months the season is shrunk by y/(y+2), y in years;
 * from 36 on by the share of its variance that is between months (empirical Bayes).
 * Undefined below twelve months or without a positive level.
 */
export function seasonIndex(months: readonly MonthTotal[]): SeasonIndex | undefined {
  if (months.length < 12) return undefined;
  const ratios = yearRatios(months);
  if (ratios === undefined) return undefined;
  const used = ratios.flatMap((ratio, i) =>
    ratio === null ? [] : [{ ratio, calendar: months[i]?.calendar ?? 1 }],
  );
  const middles = calendarMonths().map((m) =>
    towardsOne(used.filter((u) => u.calendar === m).map((u) => u.ratio)),
  );
  const residuals = used.map((u) => u.ratio - (middles[u.calendar - 1] ?? 1));
  const [low, high] = [quantile(residuals, 0.1), quantile(residuals, 0.9)];
  const isRobust = months.length >= ROBUST_MONTHS;
  const raw = calendarMonths().map((m) => {
    const middle = middles[m - 1] ?? 1;
    const own = residuals.filter((_, i) => used[i]?.calendar === m);
    const clipped = own.map((r) => Math.min(high, Math.max(low, r)));
    return isRobust ? middle + mean(clipped) : middle;
  });
  const years = months.length / 12;
  const weight = isRobust ? betweenShare(raw, residuals, years) : years / (years + 2);
  const shrunk = raw.map((index) => Math.max(0, 1 + weight * (index - 1)));
  const level = mean(shrunk);
  return { byMonth: shrunk.map((index) => index / level), ratios, weight };
}

function calendarMonths(): number[] {
  return Array.from({ length: 12 }, (_, i) => i + 1);
}

/**
 * Ratio of each month to the mean of its year, years being blocks of twelve back from the last
 * month. A first block of fewer months takes its level from the season of the others.
 */
export function yearRatios(months: readonly MonthTotal[]): (number | null)[] | undefined {
  const detrended = withoutGrowth(months);
  const rest = months.length % 12;
  const ratios: (number | null)[] = months.map(() => null);
  for (let start = rest; start < months.length; start += 12) {
    const level = mean(detrended.slice(start, start + 12));
    if (level <= 0) return undefined;
    for (let i = start; i < start + 12; i++) ratios[i] = (detrended[i] ?? 0) / level;
  }
  if (rest < FEWEST_OF_PARTIAL_YEAR) return ratios;
  const byMonth = calendarMonths().map((m) =>
    median(ratios.flatMap((r, i) => (r !== null && months[i]?.calendar === m ? [r] : []))),
  );
  const expected = mean(months.slice(0, rest).map((m) => byMonth[m.calendar - 1] ?? 1));
  const level = expected > 0 ? mean(detrended.slice(0, rest)) / expected : 0;
  if (level > 0) for (let i = 0; i < rest; i++) ratios[i] = (detrended[i] ?? 0) / level;
  return ratios;
}

/** Totals brought to the first month's level, the yearly growth taken out. */
function withoutGrowth(months: readonly MonthTotal[]): number[] {
  const growth = yearlyGrowth(months);
  return months.map((m, i) => m.totalMinor / growth ** (i / 12));
}

/** Median ratio of a month to the same month a year before, held between half and double. */
function yearlyGrowth(months: readonly MonthTotal[]): number {
  const ratios = months.slice(12).flatMap((m, i) => {
    const before = months[i]?.totalMinor ?? 0;
    return before > 0 && m.totalMinor > 0 ? [m.totalMinor / before] : [];
  });
  return ratios.length < 6 ? 1 : Math.min(2, Math.max(0.5, median(ratios)));
}

/** Median; of two ratios the one nearer to 1, so that one extreme year makes no season. */
function towardsOne(ratios: readonly number[]): number {
  if (ratios.length === 0) return 1;
  if (ratios.length !== 2) return median(ratios);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  return low > 1 ? low : high < 1 ? high : 1;
}

/** Share of the variance of the twelve indices that years of noise do not explain. */
function betweenShare(
  indices: readonly number[],
  residuals: readonly number[],
  years: number,
): number {
  const between = mean(indices.map((index) => (index - 1) ** 2));
  const freedom = Math.max(1, residuals.length - 12) / Math.max(1, residuals.length);
  const within = mean(residuals.map((r) => r * r)) / freedom;
  return between === 0 ? 0 : Math.max(0, 1 - within / years / between);
}
