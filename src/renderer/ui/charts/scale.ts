/** Maps a domain of values on a range of pixels; a domain of no length maps on the middle. */
export function linearScale(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  if (high === low) return () => (start + end) / 2;
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** An axis of round steps around values: its bounds and its ticks. */
export interface NiceAxis {
  low: number;
  high: number;
  ticks: number[];
}

/**
 * The finest axis of round steps (1, 2, 2.5, 5 by powers of ten) with at most `most` intervals
 * that holds both values; zero is exactly zero.
 */
export function niceAxis(low: number, high: number, most: number): NiceAxis {
  const [from, to] = low === high ? aroundOne(low) : [Math.min(low, high), Math.max(low, high)];
  const intervals = Math.max(Math.floor(most), 1);
  const power = 10 ** Math.floor(Math.log10((to - from) / intervals));
  for (const step of [1, 2, 2.5, 5, 10, 20, 25, 50, 100].map((factor) => factor * power)) {
    const first = Math.floor(rounded(from / step));
    const last = Math.ceil(rounded(to / step));
    if (last - first > intervals && step < 100 * power) continue;
    const ticks = Array.from({ length: last - first + 1 }, (_, i) => rounded((first + i) * step));
    return { low: ticks[0] ?? from, high: ticks.at(-1) ?? to, ticks };
  }
  return { low: from, high: to, ticks: [from, to] };
}

function aroundOne(value: number): [number, number] {
  const air = Math.max(Math.abs(value) * 0.1, 1);
  return value === 0 ? [0, 1] : [Math.min(value - air, 0), Math.max(value + air, 0)];
}

/** Takes off what binary fractions add: 0.30000000000000004 is 0.3, and -0 is 0. */
function rounded(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

/** Smallest and largest of values, with those that must be in view. */
export function extentOf(values: Iterable<number>): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 0] : [low, high];
}
