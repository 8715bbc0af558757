import { StressArrays } from "./stress-arrays.ts";
import { stressBlock } from "./stress-block.ts";
import { BLOCK_RUNS } from "./stress-business.ts";
import { StressDays } from "./stress-days.ts";
import { DrawStream } from "./stress-draws.ts";
import type { StressModel } from "./stress-model.ts";
import { WorstRuns } from "./stress-worst.ts";

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
  /** When items are paid in the worst runs. */
  worst: WorstRuns;
  /** Gives the memory of all that at once, when it has been read. */
  release: () => void;
}

interface Asked {
  seed: number;
  runs: number;
  /** Days at which the floor is looked at, ascending. */
  checkDays?: readonly number[];
  /** How many of the worst runs are followed; none by default. */
  tail?: number;
}

/**
 * Simulates the balance over the horizon, in blocks of 500 runs; yields the runs done after each.
 * The same model, seed and number of runs give the same result. Scenarios of one model that are
 * given the same seed share their random numbers.
 */
export function* simulateBalances(
  model: StressModel,
  { seed, runs, checkDays = [], tail = 0 }: Asked,
): Generator<number, Simulation, void> {
  const arrays = new StressArrays();
  const blockArrays = new StressArrays();
  const block = stressBlock(model, new DrawStream(seed, BLOCK_RUNS), blockArrays);
  const balance = blockArrays.float64(BLOCK_RUNS);
  const result: Simulation = {
    runs,
    days: new StressDays(model.horizonDays, arrays),
    lowest: arrays.float64(runs).fill(Number.POSITIVE_INFINITY),
    lowestDays: arrays.uint16(runs),
    below: checkDays.map((day) => ({ day, that: 0, soFar: 0 })),
    worst: new WorstRuns(model, tail, arrays),
    release: () => arrays.release(),
  };
  for (let done = 0; done < runs; ) {
    const count = Math.min(BLOCK_RUNS, runs - done);
    block.draw(count);
    addBalances(result, { model, change: block.change, balance, done, count });
    if (tail > 0) result.worst.add(block.paidDays, result.lowest, { done, count });
    done += count;
    yield done;
  }
  blockArrays.release();
  return result;
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
  part: {
    model: StressModel;
    change: Float64Array;
    balance: Float64Array;
    done: number;
    count: number;
  },
): void {
  const { model, change, balance, done, count } = part;
  balance.fill(model.openingMinor);
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
