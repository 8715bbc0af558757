import type { StressArrays } from "./stress-arrays.ts";

const BINS = 1024;

/**
 * The spread of a value on each day over many runs, without keeping the runs: 1,024 bins a day
 * between bounds that the first block of runs sets, with the sum of each bin. A quantile is the
 * mean of the bin that holds it: exact where runs share a few values, else within a two
 * hundredth of a deviation.
 */
export class StressDays {
  readonly #counts: Uint32Array;
  readonly #sums: Float64Array;
  readonly #low: Float64Array;
  readonly #perUnit: Float64Array;
  #runs = 0;

  constructor(days: number, arrays: StressArrays) {
    this.#counts = arrays.uint32(days * BINS);
    this.#sums = arrays.float64(days * BINS);
    this.#low = arrays.float64(days).fill(Number.NaN);
    this.#perUnit = arrays.float64(days);
  }

  /** Adds a block of runs on one day; days are filled in any order, each with every block. */
  add(day: number, values: Float64Array, count: number): void {
    if (Number.isNaN(this.#low[day])) this.#setBounds(day, values, count);
    if (day === 0) this.#runs += count;
    const [counts, sums] = [this.#counts, this.#sums];
    const low = this.#low[day] ?? 0;
    const perUnit = this.#perUnit[day] ?? 0;
    const base = day * BINS;
    for (let run = 0; run < count; run++) {
      const value = values[run] ?? 0;
      const at = (value - low) * perUnit;
      const bin = base + (at < 0 ? 0 : at >= BINS ? BINS - 1 : at | 0);
      counts[bin] = (counts[bin] ?? 0) + 1;
      sums[bin] = (sums[bin] ?? 0) + value;
    }
  }

  /** The value that at least the share `q` of the runs does not exceed. */
  quantile(day: number, q: number): number {
    const goal = Math.max(1, Math.ceil(q * this.#runs - 1e-9));
    let seen = 0;
    for (let bin = day * BINS; bin < (day + 1) * BINS; bin++) {
      const count = this.#counts[bin] ?? 0;
      seen += count;
      if (seen >= goal) return (this.#sums[bin] ?? 0) / count;
    }
    return 0;
  }

  /** Mean over all runs. */
  mean(day: number): number {
    let sum = 0;
    for (let bin = day * BINS; bin < (day + 1) * BINS; bin++) sum += this.#sums[bin] ?? 0;
    return sum / this.#runs;
  }

  /** Twice the spread of the first block; what falls outside counts in the outermost bins. */
  #setBounds(day: number, values: Float64Array, count: number): void {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let run = 0; run < count; run++) {
      const value = values[run] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const half = Math.max((most - least) / 2, 1);
    this.#low[day] = least - half;
    this.#perUnit[day] = BINS / (4 * half);
  }
}
