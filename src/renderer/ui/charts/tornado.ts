import type { Box } from "./chart.ts";
import { textWidth } from "./labels.ts";
import { extentOf, linearScale, type NiceAxis, niceAxis } from "./scale.ts";

/** One end of an input's range: how it is written, and what the measure is worth there. */
export interface TornadoEnd {
  told: string;
  value: number;
}

/** An input moved alone, the others staying as they are. */
export interface TornadoRow {
  key: string;
  label: string;
  /** The input as it stands. */
  typed: string;
  low: TornadoEnd;
  high: TornadoEnd;
  /** The input at which the measure is nothing, where it lies in or near the range. */
  even: string | null;
  open?: (() => void) | undefined;
}

const ROW_PX = 34;
const BAR_PX = 16;
const AXIS_PX = 22;
/** The keys to both ends, then the word over the base value. */
const TOP_PX = 40;
const TICK_EVERY_PX = 72;
const GAP_PX = 6;
/** Half of a break-even's ring, with air. */
const RING_PX = 7;

export interface PlacedText {
  x: number;
  y: number;
  anchor: "start" | "end";
  text: string;
}

export interface TornadoPlace {
  row: TornadoRow;
  box: Box;
  low: Box;
  high: Box;
  labels: [PlacedText, PlacedText];
  /** Where the bar is worth nothing; undefined without a break-even. */
  even: { x: number; y: number } | undefined;
}

export interface TornadoLayout {
  plot: Box;
  axis: NiceAxis;
  xOf: (value: number) => number;
  baseX: number;
  places: TornadoPlace[];
}

/** Height that a tornado of some inputs takes. */
export function tornadoHeight(rows: number): number {
  return TOP_PX + rows * ROW_PX + AXIS_PX;
}

/** By falling width: what weighs most is on top. */
export function byWidth(rows: readonly TornadoRow[]): TornadoRow[] {
  const width = ({ low, high }: TornadoRow) => Math.abs(high.value - low.value);
  return rows.toSorted((a, b) => width(b) - width(a));
}

/**
 * Names on the left, break-even values on the right, between them one bar per input from the base
 * value to what each end makes of it. Nothing is in view where an input breaks even.
 */
export function layTornado(
  rows: readonly TornadoRow[],
  room: { width: number; base: number; evenHead: string },
): TornadoLayout {
  const { width, base, evenHead } = room;
  const widest = (texts: readonly string[]) => Math.max(...texts.map(textWidth), 0);
  const names = Math.min(widest(rows.flatMap((r) => [r.label, r.typed])) + 14, width * 0.3);
  const evens = widest([evenHead, ...rows.map((r) => r.even ?? "")]) + 12;
  const ends = widest(rows.flatMap((r) => [r.low.told, r.high.told])) + GAP_PX + 2;
  const plot = {
    ...{ x: names, y: TOP_PX, height: rows.length * ROW_PX },
    width: Math.max(width - names - evens, 40),
  };
  const isEven = rows.some((row) => row.even !== null);
  const values = rows.flatMap((row) => [row.low.value, row.high.value]);
  const inner = Math.max(plot.width - 2 * ends, 40);
  const all = [base, ...values, ...(isEven ? [0] : [])];
  const axis = niceAxis(...extentOf(all), inner / TICK_EVERY_PX);
  const from = plot.x + (plot.width - inner) / 2;
  const xOf = linearScale([axis.low, axis.high], [from, from + inner]);
  const places = byWidth(rows).map((row, i) =>
    place(row, plot.y + i * ROW_PX, { xOf, base, width }),
  );
  return { plot, axis, xOf, baseX: xOf(base), places };
}

function place(
  row: TornadoRow,
  top: number,
  { xOf, base, width }: { xOf: (value: number) => number; base: number; width: number },
): TornadoPlace {
  const [lowSide, highSide] = sidesOf(row, base);
  const isOneSided = lowSide === highSide;
  const barTop = top + (ROW_PX - BAR_PX) / 2;
  const height = isOneSided ? BAR_PX / 2 : BAR_PX;
  const span = (value: number, y: number): Box => {
    const [a, b] = [xOf(Math.min(value, base)), xOf(Math.max(value, base))];
    return { x: a, y, width: b - a, height };
  };
  const even = row.even === null ? undefined : { x: xOf(0), y: top + ROW_PX / 2 };
  const middle = top + ROW_PX / 2;
  // Both ends on one side share the place beyond the farther one, a line each.
  const far = [row.low.value, row.high.value].toSorted(
    (a, b) => Math.abs(b - base) - Math.abs(a - base),
  )[0];
  const label = (end: TornadoEnd, side: -1 | 1, y: number): PlacedText => {
    const x = xOf(isOneSided ? (far ?? base) : end.value) + side * GAP_PX;
    const anchor = side < 0 ? "end" : "start";
    return {
      x: clearOf(even?.x, { x, side, width: textWidth(end.told) }),
      y,
      anchor,
      text: end.told,
    };
  };
  return {
    ...{ row, even, box: { x: 0, y: top, width, height: ROW_PX } },
    low: span(row.low.value, barTop),
    high: span(row.high.value, isOneSided ? barTop + height : barTop),
    labels: [
      label(row.low, lowSide, isOneSided ? middle - 3 : middle + 4),
      label(row.high, highSide, isOneSided ? middle + 10 : middle + 4),
    ],
  };
}

/** Which side of the base each end is on; an end that changes nothing stands opposite the other. */
function sidesOf({ low, high }: TornadoRow, base: number): [-1 | 1, -1 | 1] {
  const [a, b] = [Math.sign(low.value - base), Math.sign(high.value - base)];
  if (a === 0 && b === 0) return [-1, 1];
  const lowSide = (a === 0 ? -b : a) < 0 ? -1 : 1;
  return [lowSide, (b === 0 ? -a : b) < 0 ? -1 : 1];
}

/** A label that would stand on the break-even's ring goes to its other side. */
function clearOf(
  ringX: number | undefined,
  { x, side, width }: { x: number; side: -1 | 1; width: number },
): number {
  if (ringX === undefined) return x;
  const [from, to] = side < 0 ? [x - width, x] : [x, x + width];
  const isClear = ringX + RING_PX < from || ringX - RING_PX > to;
  return isClear ? x : ringX + side * (RING_PX + 2);
}

/** Slanted lines that fill a box, as the path of a pattern: it is seen without its colour. */
export function hatchPath({ x, y, width, height }: Box, gap = 5): string {
  const lines: string[] = [];
  for (let sum = gap; sum < width + height; sum += gap) {
    const [left, bottom] = [x + Math.max(0, sum - height), y + Math.min(sum, height)];
    const [right, top] = [x + Math.min(sum, width), y + Math.max(0, sum - width)];
    lines.push(`M${left} ${bottom}L${right} ${top}`);
  }
  return lines.join("");
}
