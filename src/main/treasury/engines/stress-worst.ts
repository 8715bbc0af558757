import type { StressArrays } from "./stress-arrays.ts";
import { BLOCK_RUNS } from "./stress-business.ts";
import type { StressModel } from "./stress-model.ts";

/** Items whose days are kept, to tell what drives the tail. */
const FOLLOWED_ITEMS = 200;

/**
 * The days on which items are paid in the worst runs, kept while the runs go by, and how many of
 * all runs pay them on each day. The days of every run would take some megabytes more.
 */
export class WorstRuns {
  /** The items followed (the heaviest only), by their place in the model. */
  readonly at: readonly number[];
  /** Runs kept, by slot. */
  readonly runs: number[] = [];
  /** Day of payment: `days[row * size + slot]`, a row an item; horizon + 1 is later or never. */
  readonly days: Uint16Array;
  readonly #size: number;
  readonly #width: number;
  /** Runs by item and day. */
  readonly #counts: Uint32Array;

  constructor(model: StressModel, size: number, arrays: StressArrays) {
    this.at = size > 0 ? heaviest(model) : [];
    this.#size = size;
    this.#width = model.horizonDays + 2;
    this.days = arrays.uint16(this.at.length * size);
    this.#counts = arrays.uint32(this.at.length * this.#width);
  }

  /** Takes the block of runs from `done` on, whose lowest balances are known. */
  add(paidDays: Uint16Array, lowest: Float64Array, block: { done: number; count: number }): void {
    this.#count(paidDays, block.count);
    const { runs, days } = this;
    const { fresh, free } = this.#places(lowest, block);
    for (const run of fresh) {
      const slot = free.pop() ?? runs.length;
      runs[slot] = run;
      const column = run - block.done;
      for (let row = 0; row < this.at.length; row++) {
        days[row * this.#size + slot] = paidDays[(this.at[row] ?? 0) * BLOCK_RUNS + column] ?? 0;
      }
    }
  }

  /** The slots from the lowest run up; of runs that fall as low, the first one comes first. */
  ranked(lowest: Float64Array): number[] {
    const order = worse(lowest);
    const { runs } = this;
    return [...runs.keys()].sort((a, b) => order(runs[a] ?? 0, runs[b] ?? 0));
  }

  /** When the item of a row is paid in the run of a slot. */
  day(row: number, slot: number): number {
    return this.days[row * this.#size + slot] ?? 0;
  }

  /** The share of all runs in which the item of a row is paid by each day, written to `shares`. */
  paidBy(row: number, shares: Float64Array): void {
    const counts = this.#counts.subarray(row * this.#width, (row + 1) * this.#width);
    const runs = counts.reduce((a, n) => a + n, 0);
    let sum = 0;
    for (let day = 0; day < counts.length; day++) {
      sum += counts[day] ?? 0;
      shares[day] = sum / runs;
    }
  }

  #count(paidDays: Uint16Array, count: number): void {
    const counts = this.#counts;
    for (let row = 0; row < this.at.length; row++) {
      const from = (this.at[row] ?? 0) * BLOCK_RUNS;
      const base = row * this.#width;
      for (let run = from; run < from + count; run++) {
        const cell = base + (paidDays[run] ?? 0);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    }
  }

  /** The runs of a block that are among the worst so far, and the slots they push others from. */
  #places(lowest: Float64Array, { done, count }: { done: number; count: number }) {
    const { runs } = this;
    const isFull = runs.length === this.#size;
    const least = isFull
      ? runs.reduce((most, run) => Math.max(most, lowest[run] ?? 0), Number.NEGATIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
    const lower: number[] = [];
    for (let run = done; run < done + count; run++) if ((lowest[run] ?? 0) < least) lower.push(run);
    const kept = new Set([...runs, ...lower].sort(worse(lowest)).slice(0, this.#size));
    return {
      fresh: lower.filter((run) => kept.has(run)),
      free: [...runs.keys()].filter((slot) => !kept.has(runs[slot] ?? 0)),
    };
  }
}

function worse(lowest: Float64Array) {
  return (a: number, b: number) => (lowest[a] ?? 0) - (lowest[b] ?? 0) || a - b;
}

/** The items that weigh most, in the order of the model. */
function heaviest({ items }: StressModel): number[] {
  return [...items.keys()]
    .sort((a, b) => Math.abs(items[b]?.amountMinor ?? 0) - Math.abs(items[a]?.amountMinor ?? 0))
    .slice(0, FOLLOWED_ITEMS)
    .sort((a, b) => a - b);
}
