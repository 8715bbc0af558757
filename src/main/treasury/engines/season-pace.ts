import { addDays } from "#contract/date.ts";
import type { BusinessRow } from "./business-level.ts";

/** What a day's business is to an average day's by the season; days count from the analysis. */
export interface SeasonPace {
  /** Of the business done on a day. */
  done(day: number): number;
  /** Of what is paid on a day: the business of the days before, as late as it is paid. */
  paid(day: number): number;
}

/** Past days that levels are measured on. */
const PAST_DAYS = 366;
/** A month that hardly sells says little of the level: its rows are not blown up beyond this. */
const LEAST_INDEX = 0.2;

/**
 * The season of business (index by calendar month, January first, mean 1) by day, and what it makes of
 * payments, which come `paidOnDay` later.
 */
export function seasonPace(input: {
  asOn: string;
  horizonDays: number;
  season: readonly number[];
  /** Share of a day's business that is paid t days later, t from 0. */
  paidOnDay: readonly number[];
}): SeasonPace {
  const { asOn, horizonDays, paidOnDay } = input;
  const first = -PAST_DAYS - paidOnDay.length;
  const indexes = Array.from({ length: horizonDays - first + 1 }, (_, i) =>
    Math.max(LEAST_INDEX, input.season[Number(addDays(asOn, first + i).slice(5, 7)) - 1] ?? 1),
  );
  const done = (day: number) => indexes[day - first] ?? 1;
  const all = paidOnDay.reduce((sum, share) => sum + share, 0);
  const paid = Array.from({ length: PAST_DAYS + horizonDays + 1 }, (_, i) => {
    const day = i - PAST_DAYS;
    const whole = paidOnDay.reduce((sum, share, late) => sum + share * done(day - late), 0);
    return all === 0 ? 1 : whole / all;
  });
  return { done, paid: (day) => paid[day + PAST_DAYS] ?? 1 };
}

/** Rows as they would have been in an average month. */
export function withoutSeason<T extends BusinessRow>(
  rows: readonly T[],
  indexOn: (on: string) => number,
): T[] {
  return rows.map((row) => ({ ...row, amountMinor: row.amountMinor / indexOn(row.on) }));
}
