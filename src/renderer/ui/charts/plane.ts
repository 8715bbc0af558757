import type { Box } from "./chart.ts";
import { textWidth } from "./labels.ts";
import { linearScale, type NiceAxis, niceAxis } from "./scale.ts";

const TOP_PX = 10;
const FOOT_PX = 22;
const TICK_EVERY_PX = 36;

/** A plot with its upright axis on the left. */
export interface Plane {
  plot: Box;
  axis: NiceAxis;
  ticks: { value: number; y: number; label: string }[];
  yOf: (value: number) => number;
}

interface PlaneRoom {
  width: number;
  height: number;
  /** Room kept over the plot and right of it, for labels. */
  top?: number;
  right?: number;
  foot?: number;
}

/** Lays a plot so that the labels of its axis fit on its left. */
export function layPlane(
  [low, high]: readonly [number, number],
  room: PlaneRoom,
  labelsOf: (ticks: readonly number[]) => string[],
): Plane {
  const top = room.top ?? TOP_PX;
  const height = Math.max(room.height - top - (room.foot ?? FOOT_PX), 20);
  const axis = niceAxis(low, high, height / TICK_EVERY_PX);
  const labels = labelsOf(axis.ticks);
  const left = Math.max(...labels.map(textWidth)) + 8;
  const plot = {
    x: left,
    y: top,
    width: Math.max(room.width - left - (room.right ?? 8), 40),
    height,
  };
  const yOf = linearScale([axis.low, axis.high], [top + height, top]);
  const ticks = axis.ticks.map((value, i) => ({ value, y: yOf(value), label: labels[i] ?? "" }));
  return { plot, axis, ticks, yOf };
}

/** The upright slice of a plot nearest to each of its abscissas, which rise. */
export function slicesOf(xs: readonly number[], plot: Box): Box[] {
  const right = plot.x + plot.width;
  return xs.map((x, i) => {
    const from = i === 0 ? plot.x : (x + (xs[i - 1] ?? x)) / 2;
    const to = i === xs.length - 1 ? right : (x + (xs[i + 1] ?? x)) / 2;
    return { x: from, y: plot.y, width: Math.max(to - from, 0), height: plot.height };
  });
}

/** Equal bands side by side over a plot: months, steps of a bridge. */
export function bandsOf(count: number, plot: Box): Box[] {
  const width = plot.width / Math.max(count, 1);
  return Array.from({ length: count }, (_, i) => ({ ...plot, x: plot.x + i * width, width }));
}
