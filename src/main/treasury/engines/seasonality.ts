import { daysBetween, endOfMonth } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import { businessDaysOf } from "#main/base/french-holidays.ts";
import { fullMonths, type SeasonErrors, type SeasonReason, testedSeason } from "./active-season.ts";
import { type DayProfile, dayProfile } from "./day-profile.ts";
import { mean } from "./robust-statistics.ts";
import type { SeasonChance } from "./season-chance.ts";
import type { MonthTotal } from "./season-index.ts";
import { gradeReliability } from "./small-data.ts";

/** A dated amount of the series: an invoice, a receipt or a payment, in cents. */
export interface SeriesRow {
  ref: SourceRef;
  on: string;
  amountMinor: number;
}

/** One full month of the series. */
export interface SeasonMonth {
  month: string;
  totalMinor: number;
  documents: number;
  businessDays: number;
  /** To the level of its year; null where that was not told. */
  ratio: number | null;
}

/** One calendar month, all years together. */
export interface CalendarMonth {
  /** 1 to 12. */
  month: number;
  /** Share of an average month (1 is the average); opens down to its largest documents. */
  index: Figure;
  /** What its number of business days alone would make of it. */
  calendarIndex: number;
  years: number;
  documents: number;
}

export interface Seasonality {
  asOn: string;
  isActive: boolean;
  reason: SeasonReason;
  months: CalendarMonth[];
  history: SeasonMonth[];
  /** Share of the season kept after shrinking. */
  weight: number;
  /** Mean absolute scaled errors one month ahead, of the same months; null below 18 months. */
  mase: SeasonErrors | null;
  /** How likely so much order would be by chance; null below twelve months. */
  chance: SeasonChance | null;
  profile: DayProfile;
}

const SHOWN_DOCUMENTS = 12;
/**
 * Engine 7: monthly season of a series. None below twelve months; between, indices shrunk by the
 * years seen; from 36 months by their own noise. It is active only where forecasts of past months,
 * each from the months before it alone, have a mean absolute scaled error (Hyndman and Koehler
 * 2006) at least 3 % lower with it than without, and where so much order among calendar months is
 * unlikely by chance (p at most 4 %, by amounts; Kruskal and Wallis's p is given beside). The profile by business day needs no year. Pure; rows after
 * `asOn` are not read.
 */
export function seasonality(input: { asOn: string; rows: readonly SeriesRow[] }): Seasonality {
  const rows = input.rows
    .filter((row) => row.on <= input.asOn)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.ref.id < b.ref.id ? -1 : 1));
  const history = monthsOf(rows, input.asOn);
  const { season, mase, chance, reason } = testedSeason(history.map(toTotal));
  for (const [i, ratio] of (season?.ratios ?? []).entries()) {
    const month = history[i];
    if (month) month.ratio = ratio;
  }
  const span = rows[0] ? daysBetween(rows[0].on, input.asOn) + 1 : 0;
  return {
    ...{ asOn: input.asOn, isActive: reason === "active", reason, history, mase, chance },
    weight: season?.weight ?? 0,
    months: season ? calendarMonths({ byMonth: season.byMonth, history, rows, reason }) : [],
    profile: dayProfile(rows, span),
  };
}

/** The index to use for a calendar month (1 to 12): 1 unless the season is active. */
export function indexOf(season: Seasonality, month: number): number {
  if (!season.isActive) return 1;
  return season.months.find((m) => m.month === month)?.index.value ?? 1;
}

function toTotal({ month, totalMinor }: SeasonMonth): MonthTotal {
  return { calendar: Number(month.slice(5)), totalMinor };
}

function monthsOf(rows: readonly SeriesRow[], asOn: string): SeasonMonth[] {
  return fullMonths(rows, asOn).map(({ month, totalMinor, rows: own }) => {
    const businessDays = businessDaysOf(month).length;
    return { month, totalMinor, documents: own.length, businessDays, ratio: null };
  });
}

function calendarMonths(from: {
  byMonth: readonly number[];
  history: readonly SeasonMonth[];
  rows: readonly SeriesRow[];
  reason: SeasonReason;
}): CalendarMonth[] {
  const firstOn = `${from.history[0]?.month ?? ""}-01`;
  const lastOn = endOfMonth(`${from.history.at(-1)?.month ?? ""}-01`);
  const within = from.rows.filter((row) => row.on >= firstOn && row.on <= lastOn);
  const rowsBy = Map.groupBy(within, (row) => Number(row.on.slice(5, 7)));
  const usualDays = mean(from.history.map((m) => m.businessDays));
  const periodDays = daysBetween(firstOn, lastOn) + 1;
  return from.byMonth.map((value, i) => {
    const own = from.history.filter((m) => Number(m.month.slice(5)) === i + 1);
    const rows = (rowsBy.get(i + 1) ?? []).toSorted(
      (a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor),
    );
    const documents = rows.length;
    const graded = gradeReliability(documents, periodDays);
    const byYears = from.reason !== "active" ? "C" : own.length >= 3 ? "A" : "B";
    const grade = byYears > graded.grade ? byYears : graded.grade;
    return {
      month: i + 1,
      index: {
        ...{ value, unit: "share" as const, reliability: { ...graded, grade } },
        refs: rows.slice(0, SHOWN_DOCUMENTS).map((row) => row.ref),
      },
      calendarIndex: mean(own.map((m) => m.businessDays)) / usualDays,
      ...{ years: own.length, documents },
    };
  });
}
