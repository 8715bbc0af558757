/**
 * Amounts are safe integers in minor units (cents). Nothing here uses binary fractions of an
 * amount; rates are integers in basis points (2 000 = 20 %).
 */

/** True when the value is an amount that the book can hold exactly. */
export function isMinor(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/**
 * Applies a rate to an amount, rounding half away from zero (arrondi commercial).
 * @param amountMinor amount in minor units
 * @param rateBps rate in basis points
 */
export function applyRateBps(amountMinor: number, rateBps: number): number {
  return divideRounded(BigInt(amountMinor) * BigInt(rateBps), 10_000n);
}

/** Net amount contained in a gross one at the given VAT rate, rounded half away from zero. */
export function netOfGrossBps(grossMinor: number, rateBps: number): number {
  return divideRounded(BigInt(grossMinor) * 10_000n, 10_000n + BigInt(rateBps));
}

/**
 * Splits an amount in proportion to weights so that the parts add up to it exactly
 * (largest remainder; ties go to the earlier part).
 * @throws RangeError when no weight is positive or one is negative
 */
export function shareMinor(totalMinor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, w) => a + w, 0);
  if (sum <= 0 || weights.some((w) => w < 0)) throw new RangeError("weights must be positive");
  const sign = totalMinor < 0 ? -1 : 1;
  const total = Math.abs(totalMinor);
  const exact = weights.map((w) => (total * w) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((a, p) => a + p, 0);
  const byRemainder = exact
    .map((x, i) => ({ i, rest: x - Math.floor(x) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    parts[i] = (parts[i] ?? 0) + 1;
    left--;
  }
  return parts.map((p) => (p === 0 ? 0 : sign * p));
}

/** Sum of amounts; throws when it leaves the safe integers. */
export function sumMinor(amounts: Iterable<number>): number {
  let sum = 0;
  for (const a of amounts) sum += a;
  if (!Number.isSafeInteger(sum)) throw new RangeError("amount out of range");
  return sum;
}

/** Writes minor units as a plain decimal: `1234,56` (comma) or `1234.56` (point). */
export function decimalText(amountMinor: number, separator: "," | "."): string {
  const digits = Math.abs(amountMinor).toString().padStart(3, "0");
  const sign = amountMinor < 0 ? "-" : "";
  return `${sign}${digits.slice(0, -2)}${separator}${digits.slice(-2)}`;
}

function divideRounded(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n;
  const absolute = negative ? -numerator : numerator;
  const rounded = Number((absolute * 2n + denominator) / (denominator * 2n));
  return negative && rounded !== 0 ? -rounded : rounded;
}
