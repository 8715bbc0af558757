import { dateOf } from "#contract/date.ts";
import type { Token } from "./find-amounts.ts";
import { monthOfWord } from "./month-of-word.ts";
import { boxBetween, confidenceBetween, type TextRow } from "./text-row.ts";

/** A date in a row; `unsure` when day and month could be swapped (03/04/2026). */
export interface DateToken extends Token<string> {
  readonly unsure: boolean;
}

// No date is taken out of a longer number: the "10.11" of "80101911/26.06.2025" is not one.
const BEFORE = "(?<![\\p{L}\\d]|\\d[./-])";
const AFTER = "(?![\\d/]|[.,-]\\d)";
const ISO = new RegExp(`${BEFORE}((?:19|20)\\d\\d)([-/.])(\\d\\d?)\\2(\\d\\d?)${AFTER}`, "gu");
const NUMERIC = new RegExp(
  `${BEFORE}(\\d\\d?) ?([/.-]) ?(\\d\\d?) ?\\2 ?(\\d{4}|\\d\\d)${AFTER}`,
  "gu",
);
const DAY_FIRST = new RegExp(
  `${BEFORE}([\\do]\\d?)(?:er|st|nd|rd|th|\\.)?[ -]?(\\p{L}{3,10})\\.?` +
    `(?: ?, ?| |-)?(\\d{4}|\\d\\d)${AFTER}`,
  "gu",
);
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(\\p{L}{3,10})\\.? (\\d\\d?)(?:st|nd|rd|th)? ?,? ?((?:19|20)\\d\\d)${AFTER}`,
  "gu",
);

/** Every date of a row: ISO, day first, with month names of several languages, or month first. */
export function datesOf(row: TextRow): DateToken[] {
  const found: DateToken[] = [];
  const add = (match: RegExpMatchArray, value: string | undefined, unsure = false) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    const overlaps = found.some((d) => d.start < end && start < d.end);
    if (value === undefined || overlaps) return;
    const sharpness = confidenceBetween(row, start, end);
    found.push({ value, unsure, row, start, end, box: boxBetween(row, start, end), sharpness });
  };
  for (const m of row.folded.matchAll(ISO)) add(m, dateFrom(m[1], Number(m[3]), m[4]));
  for (const m of row.folded.matchAll(DAY_FIRST)) {
    add(m, dateFrom(m[3], monthOfWord(m[2] ?? ""), m[1]?.replace("o", "0")));
  }
  for (const m of row.folded.matchAll(MONTH_FIRST)) {
    add(m, dateFrom(m[3], monthOfWord(m[1] ?? ""), m[2]));
  }
  for (const m of row.folded.matchAll(NUMERIC)) addNumeric(m, add);
  return found.sort((a, b) => a.start - b.start);
}

function addNumeric(
  m: RegExpMatchArray,
  add: (m: RegExpMatchArray, value: string | undefined, unsure?: boolean) => void,
): void {
  const [first, second] = [Number(m[1]), Number(m[3])];
  if (second > 12 && first <= 12) add(m, dateFrom(m[4], first, m[3]));
  else add(m, dateFrom(m[4], second, m[1]), first <= 12 && first !== second);
}

function dateFrom(year = "", month = 0, day = ""): string | undefined {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (full < 1990 || full > 2099) return undefined;
  return dateOf(full, month, Number(day));
}
