import { addDays, endOfMonth, fromDayNumber, toDayNumber, weekday } from "#contract/date.ts";

/** Public holidays on a fixed day, as `MM-DD` (Code du travail, art. L3133-1). */
const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
/** Easter Monday, Ascension and Whit Monday, in days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50];

const byYear = new Map<number, ReadonlySet<string>>();

/** The eleven public holidays of mainland France in a year. */
export function frenchHolidays(year: number): ReadonlySet<string> {
  const known = byYear.get(year);
  if (known) return known;
  const easterOn = easterSunday(year);
  const days = new Set([
    ...FIXED.map((day) => `${String(year).padStart(4, "0")}-${day}`),
    ...AFTER_EASTER.map((days) => addDays(easterOn, days)),
  ]);
  byYear.set(year, days);
  return days;
}

/** True from Monday to Friday, save public holidays. */
export function isBusinessDay(on: string): boolean {
  return weekday(on) <= 5 && !frenchHolidays(Number(on.slice(0, 4))).has(on);
}

/** The business days of a month written `YYYY-MM`, in order. */
export function businessDaysOf(month: string): string[] {
  const first = toDayNumber(`${month}-01`);
  const last = toDayNumber(endOfMonth(`${month}-01`));
  const days = Array.from({ length: last - first + 1 }, (_, i) => fromDayNumber(first + i));
  return days.filter(isBusinessDay);
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of Meeus and Butcher). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
