import { addDays, daysBetween, fromDayNumber, toDayNumber } from "#contract/date.ts";
import { formatDay, formatShortMonth } from "#renderer/format.ts";
import type { Language } from "#renderer/words/language.ts";
import { monthMarks } from "../curve.ts";
import type { Box } from "./chart.ts";
import { linearScale } from "./scale.ts";

const MONTH_PX = 64;

/** Days on the width of a plot, marked at months, or at weeks when months are too few. */
export interface DayAxis {
  xOf: (on: string) => number;
  ticks: { key: string; x: number; label: string }[];
}

/** Lays days between two on a plot; January says its year. */
export function dayAxis(
  fromOn: string,
  toOn: string,
  at: { plot: Box; language: Language },
): DayAxis {
  const { plot, language } = at;
  const [first, last] = [toDayNumber(fromOn), toDayNumber(toOn)];
  const scale = linearScale([first, last], [plot.x, plot.x + plot.width]);
  const xOf = (on: string) => scale(toDayNumber(on));
  const most = plot.width / MONTH_PX;
  const months = monthsOf(first, last, most);
  const days = months.length >= 2 ? months : weeksOf(fromOn, toOn, most);
  const ticks = days.map((on) => ({
    key: on,
    x: xOf(on),
    label: months.length >= 2 ? monthLabel(on, language) : formatDay(on, language),
  }));
  return { xOf, ticks };
}

/** Months every 1, 2, 3, 6 or 12 from January, so that years are always named. */
function monthsOf(first: number, last: number, most: number): string[] {
  const all = monthMarks(first, last, Number.MAX_SAFE_INTEGER).map(fromDayNumber);
  const every = [1, 2, 3, 6].find((step) => all.length / step <= most) ?? 12;
  return all.filter((on) => (Number(on.slice(5, 7)) - 1) % every === 0);
}

function monthLabel(on: string, language: Language): string {
  const month = formatShortMonth(on, language);
  return on.slice(5, 7) === "01" ? `${month} ${on.slice(0, 4)}` : month;
}

function weeksOf(fromOn: string, toOn: string, most: number): string[] {
  const days = daysBetween(fromOn, toOn);
  const every = 7 * Math.max(Math.ceil(days / 7 / Math.max(most, 1)), 1);
  return Array.from({ length: Math.floor(days / every) + 1 }, (_, i) => addDays(fromOn, i * every));
}
