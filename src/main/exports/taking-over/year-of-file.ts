import { addDays, addMonths, endOfMonth, isDate, monthOf } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { openYear } from "#main/ledger/open-year.ts";
import type { Transaction } from "#main/store/book.ts";
import type { TakenRow } from "./taken-row.ts";

/** The fiscal year that a file's entries go to. */
export interface TakenYear {
  id: number;
  startsOn: string;
  endsOn: string;
  isNew: boolean;
}

interface Asked {
  file: string;
  startsOn?: string | undefined;
  endsOn?: string | undefined;
}

interface YearRow {
  id: number;
  startsOn: string;
  endsOn: string;
}

/** Years before 2025 are kept with the oldest chart that we carry, through the table of accounts. */
const OLDEST_CHART = "pcg-2025";

/**
 * Finds the year that holds a file's entries, or opens it: with the days asked for, else from the
 * closing date in the file's name and the twelve months before it.
 */
export function yearOfFile(
  tx: Transaction,
  rows: readonly TakenRow[],
  asked: Asked,
): TakenYear | Refusal {
  const days = rows.reduce(
    (span, { dateOn }) => ({
      firstOn: dateOn < span.firstOn ? dateOn : span.firstOn,
      lastOn: dateOn > span.lastOn ? dateOn : span.lastOn,
    }),
    { firstOn: "9999-12-31", lastOn: "0000-01-01" },
  );
  const years = tx
    .reading("SELECT id, starts_on AS startsOn, ends_on AS endsOn FROM fiscal_year")
    .all() as YearRow[];
  const endsOn = asked.endsOn ?? closingOfName(asked.file);
  const found = years.find((y) =>
    endsOn === undefined
      ? y.startsOn <= days.firstOn && days.lastOn <= y.endsOn
      : y.endsOn === endsOn,
  );
  if (found !== undefined) return { ...found, isNew: false };
  const end = endsOn ?? endOfYear(days);
  if (end === undefined) return refuse("fec.unknown-year", { file: asked.file, ...days });
  const startsOn = asked.startsOn ?? firstDay(years, days.firstOn, end);
  const opened = openYear(tx, { startsOn, endsOn: end, chart: OLDEST_CHART });
  return isRefusal(opened) ? opened : { id: opened.id, startsOn, endsOn: end, isNew: true };
}

function closingOfName(file: string): string | undefined {
  const match = /FEC(\d{4})(\d\d)(\d\d)/i.exec(file);
  if (match === null) return undefined;
  const on = `${match[1]}-${match[2]}-${match[3]}`;
  return isDate(on) ? on : undefined;
}

/** Without a name to tell, entries of one calendar year are taken for that year. */
function endOfYear(days: { firstOn: string; lastOn: string }): string | undefined {
  const year = days.firstOn.slice(0, 4);
  return year === days.lastOn.slice(0, 4) ? `${year}-12-31` : undefined;
}

/** The day after the year before, else twelve months back, or further if entries are older. */
function firstDay(years: readonly YearRow[], firstOn: string, endsOn: string): string {
  const before = years
    .filter((y) => y.endsOn < endsOn)
    .sort((a, b) => b.endsOn.localeCompare(a.endsOn))[0];
  const twelve = `${monthOf(addMonths(`${monthOf(endsOn)}-01`, -11))}-01`;
  const whole = endOfMonth(endsOn) === endsOn ? twelve : addDays(addMonths(endsOn, -12), 1);
  if (before !== undefined && before.endsOn >= addDays(whole, -366))
    return addDays(before.endsOn, 1);
  return firstOn < whole && firstOn >= addMonths(whole, -12) ? `${monthOf(firstOn)}-01` : whole;
}
