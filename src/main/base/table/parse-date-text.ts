import { dateOf } from "#contract/date.ts";

/** Whether `03/04` is 3 April (`dmy`, France) or 4 March (`mdy`, United States). */
export type DateOrder = "dmy" | "mdy";

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ,].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_NAMED = /^(\d{1,2})[-. ]([\p{L}.]+)[-. ](\d{4})$/u;
const MONTHS_FR = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov"];
const MONTHS_EN = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov"];

/**
 * Reads a day as files write it: `31/12/2026`, `31.12.26`, `2026-12-31`, `2026-12-31 23:30:00`,
 * `20261231`, `31 décembre 2026`. Years of two digits are 1970 to 2069.
 * @returns `YYYY-MM-DD`, or undefined when the text is no day of the calendar
 */
export function parseDateText(text: string, order: DateOrder = "dmy"): string | undefined {
  const trimmed = text.trim();
  const yearFirst = YEAR_FIRST.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (yearFirst) return dateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = YEAR_LAST.exec(trimmed);
  if (yearLast) {
    const [first, second] = [Number(yearLast[1]), Number(yearLast[2])];
    const [day, month] = order === "dmy" ? [first, second] : [second, first];
    return dateOf(fullYear(yearLast[3] ?? ""), month, day);
  }
  const named = MONTH_NAMED.exec(trimmed);
  return named ? dateOf(Number(named[3]), monthOf(named[2] ?? ""), Number(named[1])) : undefined;
}

/**
 * Decides the order over a whole column: American only when a value proves it (`12/15/2026`) and
 * more values prove it than contradict it. A column that proves nothing is read the French way.
 */
export function columnDateOrder(texts: Iterable<string>): DateOrder {
  let american = 0;
  let french = 0;
  for (const text of texts) {
    const m = YEAR_LAST.exec(text.trim());
    if (!m) continue;
    if (Number(m[2]) > 12) american++;
    else if (Number(m[1]) > 12) french++;
  }
  return american > french ? "mdy" : "dmy";
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function monthOf(name: string): number {
  const plain = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .toLowerCase();
  if (plain.startsWith("dec")) return 12;
  const french = MONTHS_FR.findIndex((m) => plain.startsWith(m));
  return (french >= 0 ? french : MONTHS_EN.findIndex((m) => plain.startsWith(m))) + 1;
}
