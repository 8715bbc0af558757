import { addDays, dateOf, isDate } from "#contract/date.ts";

/** What a date field already knows: today, and the date it holds. */
export interface DateSurroundings {
  /** Today, `YYYY-MM-DD`; the clock is the caller's. */
  todayOn: string;
  /** The date now in the field, which `+` and `-` move. */
  currentOn?: string | undefined;
}

/**
 * Reads a date as it is typed in French entry screens: `20` (this month), `2011` (20 November
 * of this year), `201126`, `20112026`, `20/11`, `20/11/26`, `20.11.2026`, `20-11-26`,
 * `2026-11-20`, `a` (aujourd'hui) or `t` (today), `+`, `-`, `+7`, `-3` (days from the field's
 * date, else from today).
 * @returns `YYYY-MM-DD`, or undefined when the text is no real day
 */
export function readDateTyping(text: string, around: DateSurroundings): string | undefined {
  const body = text.trim().toLowerCase().replaceAll("\u2212", "-");
  if (/^(a|auj|aujourd'hui|aujourd’hui|t|today)$/.test(body)) return around.todayOn;
  if (isDate(body)) return body;
  return readStep(body, around) ?? readDigits(body, around) ?? readParts(body, around);
}

/** True when a date lies outside the bounds (a fiscal year, an open period), ends included. */
export function isOutside(date: string, bounds: { startsOn: string; endsOn: string }): boolean {
  return date < bounds.startsOn || date > bounds.endsOn;
}

function readStep(body: string, around: DateSurroundings): string | undefined {
  const step = /^([+-])(\d{0,4})$/.exec(body);
  if (step === null) return undefined;
  const days = step[2] === "" ? 1 : Number(step[2]);
  return addDays(around.currentOn ?? around.todayOn, step[1] === "-" ? -days : days);
}

function readDigits(body: string, around: DateSurroundings): string | undefined {
  if (!/^(\d{1,2}|\d{4}|\d{6}|\d{8})$/.test(body)) return undefined;
  const [year, month] = [around.todayOn.slice(0, 4), around.todayOn.slice(5, 7)];
  if (body.length <= 2) return dateOf(Number(year), Number(month), Number(body));
  const [day, typedMonth] = [Number(body.slice(0, 2)), Number(body.slice(2, 4))];
  return dateOf(fullYear(body.slice(4), year), typedMonth, day);
}

function readParts(body: string, around: DateSurroundings): string | undefined {
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(body);
  if (parts === null) return undefined;
  const year = fullYear(parts[3] ?? "", around.todayOn.slice(0, 4));
  return dateOf(year, Number(parts[2]), Number(parts[1]));
}

/** Two digits mean 2000–2079 or 1980–1999; books older than that are typed in full. */
function fullYear(typed: string, thisYear: string): number {
  if (typed === "") return Number(thisYear);
  if (typed.length === 4) return Number(typed);
  return Number(typed) < 80 ? 2000 + Number(typed) : 1900 + Number(typed);
}
