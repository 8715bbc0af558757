/** A line of a heat table: cents by bucket, in the order of the buckets. */
export interface HeatLine {
  key: string;
  label: string;
  amountsMinor: readonly number[];
  open?: (() => void) | undefined;
}

/** Shades of a cell, from nothing to the largest amount. */
export const HEAT_STEPS = 5;

/** How strong a cell is drawn, 0 to 5: by square root, so that small amounts are told apart. */
export function heatStep(amountMinor: number, largestMinor: number): number {
  if (amountMinor <= 0 || largestMinor <= 0) return 0;
  return Math.max(Math.ceil(Math.sqrt(amountMinor / largestMinor) * HEAT_STEPS), 1);
}

/** Exact sums by bucket, and of each line with the whole at the end. */
export function heatTotals(lines: readonly HeatLine[], buckets: number) {
  const byBucket = Array.from({ length: buckets }, (_, b) =>
    lines.reduce((sum, line) => sum + (line.amountsMinor[b] ?? 0), 0),
  );
  const byLine = lines.map((line) => line.amountsMinor.reduce((sum, minor) => sum + minor, 0));
  return { byBucket, byLine, wholeMinor: byLine.reduce((sum, minor) => sum + minor, 0) };
}
