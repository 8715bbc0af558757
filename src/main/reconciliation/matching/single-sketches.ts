import { type ItemPool, leftOf } from "./item-pool.ts";
import type { Sketch } from "./weigh.ts";

/**
 * One item against a line's amount: exact, within the tolerance, in part, or paid too much.
 * Undefined when the signs differ: a receipt never settles a bill.
 */
export function singleSketch(
  pool: ItemPool,
  item: number,
  amount: { lineMinor: number; toleranceMinor: number },
): Sketch | undefined {
  const { lineMinor, toleranceMinor } = amount;
  const left = leftOf(pool, item);
  if (left === 0 || Math.sign(left) !== Math.sign(lineMinor)) return undefined;
  const gap = lineMinor - left;
  const whole = { allocations: [[item, left]] as const, feeMinor: 0 };
  if (gap === 0) return { ...whole, shape: "exact", differenceMinor: 0 };
  if (Math.abs(gap) <= Math.max(1, toleranceMinor)) {
    return { ...whole, shape: "cent", differenceMinor: gap };
  }
  if (Math.abs(lineMinor) > Math.abs(left)) {
    return { ...whole, shape: "over", differenceMinor: gap };
  }
  const allocations = [[item, lineMinor]] as const;
  return { shape: "partial", allocations, feeMinor: 0, differenceMinor: 0 };
}

/** Several items whose open amounts are all taken. */
export function wholeSketch(
  pool: ItemPool,
  items: readonly number[],
  rest: Omit<Sketch, "allocations">,
): Sketch {
  return { ...rest, allocations: items.map((i) => [i, leftOf(pool, i)] as const) };
}

/** Sum of what is left of the items. */
export function sumLeft(pool: ItemPool, items: readonly number[]): number {
  return items.reduce((sum, i) => sum + leftOf(pool, i), 0);
}

/**
 * A line spread over items from the oldest on, until it is used up (Code civil, art. 1342-10:
 * among equal debts a payment goes to the oldest). What is left over stays a difference.
 */
export function spreadSketch(
  pool: ItemPool,
  items: readonly number[],
  lineMinor: number,
): Sketch | undefined {
  const allocations: [number, number][] = [];
  let rest = lineMinor;
  for (const i of items) {
    const left = leftOf(pool, i);
    if (rest === 0 || allocations.length >= 6) break;
    if (left === 0 || Math.sign(left) !== Math.sign(lineMinor)) continue;
    const part = Math.abs(left) < Math.abs(rest) ? left : rest;
    allocations.push([i, part]);
    rest -= part;
  }
  if (allocations.length === 0) return undefined;
  return { shape: "spread", allocations, feeMinor: 0, differenceMinor: rest };
}
