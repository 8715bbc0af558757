import { addDays, dateOf, weekday } from "#contract/date.ts";

/** Public holidays of metropolitan France in the years of the sample (Code du travail L3133-1). */
const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

/** Easter Monday, Ascension and Whit Monday lie 1, 39 and 50 days after Easter Sunday. */
const EASTER: Readonly<Record<string, string>> = {
  "2025": "2025-04-20",
  "2026": "2026-04-05",
  "2027": "2027-03-28",
};

export function isWorkingDay(date: string): boolean {
  if (weekday(date) > 5 || FIXED.includes(date.slice(5))) return false;
  const easter = EASTER[date.slice(0, 4)];
  return easter === undefined || ![1, 39, 50].some((days) => addDays(easter, days) === date);
}

/** The date itself when banks work on it, else the next day on which they do. */
export function workingDayFrom(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The working day that lies `count` working days later. */
export function workingDaysAfter(date: string, count: number): string {
  let day = date;
  for (let i = 0; i < count; i++) day = workingDayFrom(addDays(day, 1));
  return day;
}

/** First days of the months from one year to another, both included. */
export function monthStarts(fromYear: number, toYear: number): string[] {
  const starts: string[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    for (let month = 1; month <= 12; month++) starts.push(dateOf(year, month, 1) ?? "");
  }
  return starts;
}

/** A day of the month that contains `date`, held to an existing day. */
export function dayOfMonth(date: string, day: number): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  let held = day;
  let found = dateOf(year, month, held);
  while (found === undefined) found = dateOf(year, month, --held);
  return found;
}

/** `JJ/MM/AAAA`. */
export function frenchDate(date: string): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
