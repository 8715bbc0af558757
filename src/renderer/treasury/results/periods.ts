import type { FiscalYear } from "#contract/book.ts";
import { addDays, addMonths, endOfMonth } from "#contract/date.ts";

/** A span of whole months that a person can ask about. */
export interface Period {
  /** `twelve`, or the fiscal year's id. */
  key: string;
  /** Absent for the last twelve months. */
  year?: string;
  fromOn: string;
  toOn: string;
}

/** The last twelve full months up to a day, then each fiscal year, newest first. */
export function periodsOf(asOn: string, years: readonly FiscalYear[]): Period[] {
  const monthEnd = endOfMonth(asOn);
  const toOn = monthEnd === asOn ? asOn : addDays(`${asOn.slice(0, 7)}-01`, -1);
  const fromOn = addMonths(addDays(toOn, 1), -12);
  return [
    { key: "twelve", fromOn, toOn },
    ...years.toReversed().map((year) => ({
      ...{ key: String(year.id), year: year.endsOn.slice(0, 4) },
      ...{ fromOn: year.startsOn, toOn: year.endsOn },
    })),
  ];
}

/** Whole months, `YYYY-MM`, both included. */
export interface Months {
  fromMonth: string;
  toMonth: string;
}

/** Every month of a fiscal year. */
export function monthsOf({ startsOn, endsOn }: FiscalYear): string[] {
  const months: string[] = [];
  for (let on = `${startsOn.slice(0, 7)}-01`; on <= endsOn; on = addMonths(on, 1)) {
    months.push(on.slice(0, 7));
  }
  return months;
}

/** The fiscal year of a day up to its last full month; its first month before there is one. */
export function usualMonths(asOn: string, years: readonly FiscalYear[]): Months | undefined {
  const year = years.findLast((one) => one.startsOn <= asOn) ?? years.at(-1);
  if (year === undefined) return undefined;
  const months = monthsOf(year);
  const full = months.filter((month) => endOfMonth(`${month}-01`) <= asOn);
  const fromMonth = months[0];
  const toMonth = full.at(-1) ?? fromMonth;
  return fromMonth === undefined || toMonth === undefined ? undefined : { fromMonth, toMonth };
}
