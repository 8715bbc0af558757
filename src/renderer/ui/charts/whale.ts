/** What one party, product or order brings, in cents. */
export interface WhaleRow {
  key: string;
  label: string;
  amountMinor: number;
  open?: (() => void) | undefined;
}

export interface WhalePoint extends WhaleRow {
  rank: number;
  cumulativeMinor: number;
}

/**
 * Rows from the most to the least with their running sum: it rises while they bring, stays with
 * those that bring nothing, falls with those that cost, and ends at the exact total.
 */
export function whalePoints(rows: readonly WhaleRow[]): WhalePoint[] {
  const sorted = rows.toSorted((a, b) => b.amountMinor - a.amountMinor || (a.key < b.key ? -1 : 1));
  let cumulativeMinor = 0;
  return sorted.map((row, i) => {
    cumulativeMinor += row.amountMinor;
    return { ...row, rank: i + 1, cumulativeMinor };
  });
}

/** The highest point of the curve, the first one where several are. */
export function whalePeak(points: readonly WhalePoint[]): WhalePoint | undefined {
  return points.reduce<WhalePoint | undefined>(
    (peak, point) =>
      peak === undefined || point.cumulativeMinor > peak.cumulativeMinor ? point : peak,
    undefined,
  );
}
