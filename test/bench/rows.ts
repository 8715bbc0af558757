/** One figure of the bench; with a baseline of the same run, its ratio is what counts. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  baseline?: number;
  ratio?: number;
  target?: string;
  met?: boolean;
}

/** The middle of some measures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints figures as an aligned table. */
export function printRows(rows: readonly BenchRow[]): void {
  for (const r of rows) {
    const value = `${round(r.value)} ${r.unit}`.padEnd(24);
    const ratio = r.ratio === undefined ? "" : `ratio ${round(r.ratio)}`;
    const verdict = r.met === undefined ? "" : r.met ? "met" : "MISSED";
    console.log(`${r.name.padEnd(46)} ${value} ${ratio.padEnd(14)} ${r.target ?? ""} ${verdict}`);
  }
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toString() : value.toFixed(2);
}
