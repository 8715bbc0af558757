import { weekday } from "#contract/date.ts";
import type { Figure } from "#contract/finding.ts";
import { businessDaysOf } from "#main/base/french-holidays.ts";
import { gradeReliability, shrunkRate } from "./small-data.ts";

/** Where in a month and in a week the rows of a series fall. */
export interface DayProfile {
  /** Rank of the business day from the month's first (1 to 23), or from its last (-1 to -5). */
  inMonth: { businessDay: number; share: Figure }[];
  /** 1 (Monday) to 5. */
  inWeek: { weekday: number; share: Figure }[];
}

const LAST_DAYS = 5;

/**
 * Shares of the rows by business day of the month and by weekday, each shrunk towards what an even
 * spread over business days would give. A row of a day off counts on the next business day, or on
 * the one before when that would leave the month. The last five business days are counted from the
 * month's end, where charges and month-end billing fall.
 */
export function dayProfile(rows: readonly { on: string }[], periodDays: number): DayProfile {
  const days = new Map<string, string[]>();
  for (const { on } of rows) {
    const month = on.slice(0, 7);
    if (!days.has(month)) days.set(month, businessDaysOf(month));
  }
  const places = rows.map(({ on }) => placeOf(on, days.get(on.slice(0, 7)) ?? []));
  const usual = [...days.values()].flatMap((month) => month.map((on) => placeOf(on, month)));
  const reliability = gradeReliability(rows.length, periodDays);
  const sharesBy = (of: (place: Place) => number) => {
    const prior = counts(usual.map(of));
    const hits = counts(places.map(of));
    return [...prior].map(([key, n]) => {
      const own = { n: places.length, hits: hits.get(key) ?? 0 };
      const value = shrunkRate(own, n / usual.length);
      return { key, share: { value, unit: "share" as const, reliability, refs: [] } };
    });
  };
  return {
    inMonth: sharesBy((p) => p.rank)
      .map(({ key, share }) => ({ businessDay: key, share }))
      .sort((a, b) => orderOf(a.businessDay) - orderOf(b.businessDay)),
    inWeek: sharesBy((p) => p.weekday)
      .map(({ key, share }) => ({ weekday: key, share }))
      .sort((a, b) => a.weekday - b.weekday),
  };
}

interface Place {
  rank: number;
  weekday: number;
}

function placeOf(on: string, days: readonly string[]): Place {
  const day = days.find((d) => d >= on) ?? days.at(-1) ?? on;
  const rank = days.indexOf(day) + 1;
  const fromEnd = rank - days.length - 1;
  return { rank: fromEnd >= -LAST_DAYS ? fromEnd : rank, weekday: weekday(day) };
}

/** Days counted from the end come after those counted from the start. */
function orderOf(businessDay: number): number {
  return businessDay < 0 ? businessDay + 100 : businessDay;
}

function counts(keys: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}
