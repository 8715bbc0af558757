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
