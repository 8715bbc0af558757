import type { Box } from "./chart.ts";
import { textWidth } from "./labels.ts";
import { extentOf, linearScale, type NiceAxis, niceAxis } from "./scale.ts";

/** A value of a ranking, with the interval that holds it when there is one. */
export interface BarValue {
  label: string;
  value: number;
  low?: number | undefined;
  high?: number | undefined;
}

export const BAR_ROW_PX = 24;
const BAR_PX = 14;
const AXIS_PX = 22;
const TICK_EVERY_PX = 72;

export interface BarLayout {
  /** Where names end and bars may begin. */
  plot: Box;
  axis: NiceAxis;
  xOf: (value: number) => number;
  bars: { row: Box; bar: Box; whisker: { from: number; to: number; y: number } | undefined }[];
}

/** Height that a ranking of some rows takes. */
export function barsHeight(rows: number): number {
  return rows * BAR_ROW_PX + AXIS_PX;
}

/** Names on the left, values on the right, bars between them from zero either way. */
export function layBars(
  rows: readonly BarValue[],
  room: { width: number; valueWidth: number },
): BarLayout {
  const longest = Math.max(...rows.map((row) => textWidth(row.label)), 0);
  const names = Math.min(longest + 12, room.width * 0.36);
  const plot = {
    x: names,
    y: 0,
    width: Math.max(room.width - names - room.valueWidth - 18, 40),
    height: rows.length * BAR_ROW_PX,
  };
  const all = rows.flatMap((row) => [row.value, row.low ?? row.value, row.high ?? row.value]);
  const axis = niceAxis(...extentOf([0, ...all]), plot.width / TICK_EVERY_PX);
  const xOf = linearScale([axis.low, axis.high], [plot.x, plot.x + plot.width]);
  return { plot, axis, xOf, bars: rows.map((row, i) => oneBar(row, i, { xOf, room })) };
}

function oneBar(
  { value, low, high }: BarValue,
  i: number,
  { xOf, room }: { xOf: (value: number) => number; room: { width: number } },
): BarLayout["bars"][number] {
  const top = i * BAR_ROW_PX;
  const [from, to] = [xOf(Math.min(value, 0)), xOf(Math.max(value, 0))];
  const isRange = low !== undefined && high !== undefined;
  return {
    row: { x: 0, y: top, width: room.width, height: BAR_ROW_PX },
    bar: { x: from, y: top + (BAR_ROW_PX - BAR_PX) / 2, width: to - from, height: BAR_PX },
    whisker: isRange ? { from: xOf(low), to: xOf(high), y: top + BAR_ROW_PX / 2 } : undefined,
  };
}
