import { stressBlock } from "./stress-block.ts";
import { BLOCK_RUNS } from "./stress-business.ts";
import { StressDays } from "./stress-days.ts";
import { drawStream } from "./stress-draws.ts";
import type { StressModel } from "./stress-model.ts";

/** What the runs of one model came to. */
export interface Simulation {
  runs: number;
  /** Balance by day; index 0 is the first day after the analysis. */
  days: StressDays;
  /** Lowest balance of each run, and the day on which it is reached first. */
  lowest: Float64Array;
  lowestDays: Uint16Array;
  /** At the days asked for: runs below the floor that day, and on any day so far. */
  below: { day: number; that: number; soFar: number }[];
  /** Day of payment by item (the heaviest only) and run; horizon + 1 is later or never. */
  paid: { at: number[]; days: Uint16Array<ArrayBuffer> };
}

interface Asked {
  seed: number;
  runs: number;
  /** Days at which the floor is looked at, ascending. */
  checkDays?: readonly number[];
}

/** Items whose days are kept, to tell what drives the tail: two bytes a run and item. */
const FOLLOWED_ITEMS = 200;

/**
 * Simulates the balance over the horizon, in blocks of 500 runs; yields the runs done after each.
 * The same model, seed and number of runs give the same result. Scenarios of one model that are
 * given the same seed share their random numbers.
 */
export function* simulateBalances(
  model: StressModel,
  { seed, runs, checkDays = [] }: Asked,
): Generator<number, Simulation, void> {
  const block = stressBlock(model, drawStream(seed));
  const result: Simulation = {
    runs,
    days: new StressDays(model.horizonDays),
    lowest: new Float64Array(runs).fill(Number.POSITIVE_INFINITY),
    lowestDays: new Uint16Array(runs),
    below: checkDays.map((day) => ({ day, that: 0, soFar: 0 })),
    paid: followed(model, runs),
  };
  for (let done = 0; done < runs; ) {
    const count = Math.min(BLOCK_RUNS, runs - done);
    block.draw(count);
    addBalances(result, { model, change: block.change, done, count });
    for (const [i, item] of result.paid.at.entries()) {
      const from = item * BLOCK_RUNS;
      result.paid.days.set(block.paidDays.subarray(from, from + count), i * runs + done);
    }
    done += count;
    yield done;
  }
  block.change.buffer.transfer(0);
  return result;
}

/**
 * Gives back at once the memory of runs that have been read. The garbage collector lets such
 * arrays pile up, at ten megabytes a scenario.
 */
export function releaseRuns({ days, paid }: Simulation): void {
  days.release();
  paid.days.buffer.transfer(0);
}

/** The simulation without its progress. */
export function simulated(model: StressModel, asked: Asked): Simulation {
  const steps = simulateBalances(model, asked);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function addBalances(
  { days, lowest, lowestDays, below }: Simulation,
  part: { model: StressModel; change: Float64Array; done: number; count: number },
): void {
  const { model, change, done, count } = part;
  const balance = new Float64Array(BLOCK_RUNS).fill(model.openingMinor);
  for (let day = 1; day <= model.horizonDays; day++) {
    const row = day * BLOCK_RUNS;
    for (let run = 0; run < count; run++) {
      const now = (balance[run] ?? 0) + (change[row + run] ?? 0);
      balance[run] = now;
      if (now < (lowest[done + run] ?? 0)) {
        lowest[done + run] = now;
        lowestDays[done + run] = day;
      }
    }
    days.add(day - 1, balance, count);
    const check = below.find((b) => b.day === day);
    for (let run = 0; check && run < count; run++) {
      if ((balance[run] ?? 0) < model.floorMinor) check.that++;
      if ((lowest[done + run] ?? 0) < model.floorMinor) check.soFar++;
    }
  }
}

/** The items that weigh most, in the order of the model. */
function followed({ items }: StressModel, runs: number): Simulation["paid"] {
  const at = [...items.keys()]
    .sort((a, b) => Math.abs(items[b]?.amountMinor ?? 0) - Math.abs(items[a]?.amountMinor ?? 0))
    .slice(0, FOLLOWED_ITEMS)
    .sort((a, b) => a - b);
  return { at, days: new Uint16Array(at.length * runs) };
}
