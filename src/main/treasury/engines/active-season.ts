import { addDays, addMonths, endOfMonth } from "#contract/date.ts";
import { mean } from "./robust-statistics.ts";
import { type SeasonChance, seasonChance } from "./season-chance.ts";
import { type MonthTotal, type SeasonIndex, seasonIndex } from "./season-index.ts";

/** Why the season is used or not. */
export type SeasonReason =
  | "active"
  | "under-12-months"
  | "under-18-months"
  | "no-gain"
  | "not-significant"
  | "no-level";

/** Mean absolute scaled errors one month ahead, of the same months. */
export interface SeasonErrors {
  without: number;
  with: number;
  seasonalNaive: number;
}

/** Rows of one calendar month of a series that the history holds whole. */
export interface FullMonth<T> {
  month: string;
  totalMinor: number;
  rows: readonly T[];
}

const FEWEST_TO_JUDGE = 18;
const MOST_ORIGINS = 24;
const LEAST_GAIN = 0.03;
/** One point below 5 %: what 499 shuffles may be out by. */
const MOST_CHANCE = 0.04;
/** A series that starts later than this in a month starts with the next one. */
const LATEST_FIRST_DAY = 10;

/**
 * Whether a season of months is to be used: the test of engine 7, the same for the daily forecast
 * and the year ahead. It must lower the error of past months foretold from those before them by 3 %,
 * and so much order must be unlikely by chance (p at most 4 %, by amounts).
 * @returns the index by month, January first, mean 1; undefined where no season is to be used
 */
export function activeSeason(months: readonly MonthTotal[]): readonly number[] | undefined {
  const season = seasonIndex(months);
  const errors = season && seasonErrors(months);
  if (season === undefined || !errors || !isGain(errors)) return undefined;
  return isLikely(seasonChance(months)) ? season.byMonth : undefined;
}

/** The season of months with both tests, and why it is used or not. */
export function testedSeason(months: readonly MonthTotal[]): {
  season: SeasonIndex | undefined;
  mase: SeasonErrors | null;
  chance: SeasonChance | null;
  reason: SeasonReason;
} {
  const season = seasonIndex(months);
  const mase = season ? seasonErrors(months) : null;
  const chance = season ? seasonChance(months) : null;
  const reason = (): SeasonReason => {
    if (months.length < 12) return "under-12-months";
    if (season === undefined) return "no-level";
    if (months.length < FEWEST_TO_JUDGE) return "under-18-months";
    if (!mase || !isGain(mase)) return "no-gain";
    return chance !== null && isLikely(chance) ? "active" : "not-significant";
  };
  return { season, mase, chance, reason: reason() };
}

/** The full months of a series up to a day, months without any row included. */
export function fullMonths<T extends { on: string; amountMinor: number }>(
  rows: readonly T[],
  asOn: string,
): FullMonth<T>[] {
  const known = rows.filter((row) => row.on <= asOn);
  if (known.length === 0) return [];
  const first = known.reduce((min, row) => (row.on < min ? row.on : min), asOn);
  const startsLate = Number(first.slice(8)) > LATEST_FIRST_DAY;
  let startOn = `${addMonths(first, startsLate ? 1 : 0).slice(0, 7)}-01`;
  const months: FullMonth<T>[] = [];
  const byMonth = Map.groupBy(known, (row) => row.on.slice(0, 7));
  while (endOfMonth(startOn) <= asOn) {
    const month = startOn.slice(0, 7);
    const own = byMonth.get(month) ?? [];
    const totalMinor = own.reduce((sum, row) => sum + row.amountMinor, 0);
    months.push({ month, totalMinor, rows: own });
    startOn = addDays(endOfMonth(startOn), 1);
  }
  return months;
}

function isGain(errors: SeasonErrors): boolean {
  return errors.with <= (1 - LEAST_GAIN) * errors.without;
}

function isLikely(chance: SeasonChance): boolean {
  return chance.variance <= MOST_CHANCE;
}

/** Forecasts of each of the last months from those before it: the mean of twelve, and that by season. */
function seasonErrors(months: readonly MonthTotal[]): SeasonErrors | null {
  if (months.length < FEWEST_TO_JUDGE) return null;
  const steps = months
    .slice(1)
    .map((m, i) => Math.abs(m.totalMinor - (months[i]?.totalMinor ?? 0)));
  const scale = mean(steps);
  if (scale === 0) return null;
  const first = Math.max(12, months.length - MOST_ORIGINS);
  const errors = months.slice(first).map((actual, n) => {
    const known = months.slice(0, first + n);
    const level = mean(known.slice(-12).map((m) => m.totalMinor));
    const index = seasonIndex(known)?.byMonth[actual.calendar - 1] ?? 1;
    const yearBefore = known.at(-12)?.totalMinor ?? 0;
    return {
      without: Math.abs(actual.totalMinor - level),
      with: Math.abs(actual.totalMinor - level * index),
      seasonalNaive: Math.abs(actual.totalMinor - yearBefore),
    };
  });
  return {
    without: mean(errors.map((e) => e.without)) / scale,
    with: mean(errors.map((e) => e.with)) / scale,
    seasonalNaive: mean(errors.map((e) => e.seasonalNaive)) / scale,
  };
}
