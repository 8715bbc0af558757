/** A figure that can be moved, in whole steps, and what the choice is then worth. */
export interface MovableInput<Name extends string = string> {
  input: Name;
  typed: number;
  low: number;
  high: number;
  /** Ends that the figure cannot pass: an amount above zero, a day not gone. */
  least: number;
  most: number;
  /** Worth in cents, not rounded. */
  worthAt: (value: number) => number;
}

/** One bar: the worth at both ends of the range, and where it turns. */
export interface TornadoBar<Name extends string = string> {
  input: Name;
  typed: number;
  low: number;
  high: number;
  lowMinor: number;
  highMinor: number;
  /** The whole step nearest to no worth; null where none is in the range or as far on each side. */
  even: number | null;
}

/** Steps between which a change of sign is looked for. */
const GRID = 24;

/**
 * Sensitivity of one worth to each of its inputs, moved alone to both ends of its range, the widest
 * first; inputs that cannot move are left out. Pure.
 */
export function tornado<Name extends string>(
  inputs: readonly MovableInput<Name>[],
): TornadoBar<Name>[] {
  return inputs
    .filter((one) => one.low < one.high)
    .map((one) => ({
      ...{ input: one.input, typed: one.typed, low: one.low, high: one.high },
      lowMinor: Math.round(one.worthAt(one.low)),
      highMinor: Math.round(one.worthAt(one.high)),
      even: breakEven(one),
    }))
    .sort((a, b) => widthOf(b) - widthOf(a));
}

function widthOf({ lowMinor, highMinor }: TornadoBar): number {
  return Math.abs(highMinor - lowMinor);
}

/** The crossing nearest to what was typed, within the range and its width on either side. */
function breakEven({ typed, low, high, least, most, worthAt }: MovableInput): number | null {
  const from = Math.max(least, 2 * low - high);
  const to = Math.min(most, 2 * high - low);
  const found: number[] = [];
  let last: { value: number; worth: number } | undefined;
  for (let n = 0; n <= GRID; n++) {
    const value = Math.round(from + ((to - from) * n) / GRID);
    const worth = worthAt(value);
    if (worth === 0) continue;
    if (last !== undefined && Math.sign(worth) !== Math.sign(last.worth)) {
      found.push(crossing(worthAt, last, value));
    }
    last = { value, worth };
  }
  const [nearest] = found.toSorted((a, b) => Math.abs(a - typed) - Math.abs(b - typed));
  return nearest ?? null;
}

/** Halves until two neighbours are left: the one worth least either way. */
function crossing(
  worthAt: (value: number) => number,
  from: { value: number; worth: number },
  to: number,
): number {
  let [before, after] = [from.value, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (Math.sign(worthAt(middle)) === Math.sign(from.worth)) before = middle;
    else after = middle;
  }
  return Math.abs(worthAt(before)) <= Math.abs(worthAt(after)) ? before : after;
}
