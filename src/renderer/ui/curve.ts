import { fromDayNumber, toDayNumber } from "#contract/date.ts";

/** One day of a balance curve, in cents; low and high only where it is forecast. */
export interface CurvePoint {
  on: string;
  balanceMinor: number;
  lowMinor?: number;
  highMinor?: number;
}

/** The columns a line chart draws, the band first so that lines lie over it; `null` is a gap. */
export type CurveColumns = [
  dayNumbers: number[],
  low: (number | null)[],
  high: (number | null)[],
  past: (number | null)[],
  forecast: (number | null)[],
];

/** Splits a curve at today: known balances before, forecast with its band from today on. */
export function curveColumns(points: readonly CurvePoint[], todayOn: string): CurveColumns {
  const columns: CurveColumns = [[], [], [], [], []];
  for (const point of points) {
    const isPast = point.on <= todayOn;
    columns[0].push(toDayNumber(point.on));
    columns[1].push(isPast ? null : (point.lowMinor ?? null));
    columns[2].push(isPast ? null : (point.highMinor ?? null));
    columns[3].push(isPast ? point.balanceMinor : null);
    columns[4].push(point.on >= todayOn ? point.balanceMinor : null);
  }
  return columns;
}

/** First days of the months between two days, thinned to at most `most`: the axis's marks. */
export function monthMarks(firstDay: number, lastDay: number, most: number): number[] {
  const marks: number[] = [];
  let [year = 0, month = 1] = fromDayNumber(Math.ceil(firstDay)).split("-").map(Number);
  for (;;) {
    const day = toDayNumber(`${year}-${String(month).padStart(2, "0")}-01`);
    if (day > lastDay) break;
    if (day >= firstDay) marks.push(day);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const step = Math.ceil(marks.length / Math.max(most, 1));
  return marks.filter((_, index) => index % step === 0);
}
