import { daysBetween } from "#contract/date.ts";
import { type DelayDistribution, stillUnpaid } from "./payment-delays.ts";
import { shrunkRate } from "./small-data.ts";

/** What becomes of items that stay unpaid. */
export interface LateCollection {
  /** Chance that an item unpaid at this lateness is paid within a year. */
  everPaid(latenessDays: number): number;
  /** Days of lateness on which it is then paid, for an item later than any that the party paid. */
  later(latenessDays: number): DelayDistribution;
}

const STEP_DAYS = 30;
const NEVER_DAYS = 36_500;
const YEAR_STEPS = 12;
/** Steps known one by one; the last stands for every later one. */
const STEPS = 24;
const PSEUDO = 3;
/**
 * Chance of being paid within thirty days for an item late by 0, 30, 60 … days: from 9 % later than
 * 30 days and 3.8 % later than 90 in France (Altares, first half of 2025); beyond, our assumption
 * that it halves every half year.
 */
const PRIOR = Array.from({ length: STEPS }, (_, step) =>
  step === 0 ? 0.91 : step < 3 ? 0.35 : 0.35 * 0.5 ** ((step - 2) / 6),
);

/**
 * How items are paid late, by steps of thirty days: of those unpaid at the start of a step and seen
 * to its end, the share paid within it (life table; Berkson and Gage, 1950), drawn towards what is
 * known of French companies where few items have stayed unpaid so long.
 */
export function lateCollection(input: {
  asOn: string;
  paid: readonly { dueOn: string; paidOn: string }[];
  open: readonly { dueOn: string }[];
}): LateCollection {
  const paidOf = new Float64Array(STEPS);
  const seenOf = new Float64Array(STEPS);
  const count = (lastStep: number, isPaid: boolean) => {
    for (let step = 0; step < Math.min(STEPS, lastStep); step++) add(seenOf, step);
    if (!isPaid) return;
    const step = Math.min(STEPS - 1, lastStep);
    add(seenOf, step);
    add(paidOf, step);
  };
  for (const { dueOn, paidOn } of input.paid) count(stepOf(daysBetween(dueOn, paidOn)), true);
  for (const { dueOn } of input.open) count(stepOf(daysBetween(dueOn, input.asOn)), false);
  const chance = PRIOR.map((prior, step) =>
    shrunkRate({ n: seenOf[step] ?? 0, hits: paidOf[step] ?? 0 }, prior, PSEUDO),
  );
  const chanceAt = (step: number) => chance[Math.min(STEPS - 1, step)] ?? 0;
  return {
    everPaid: (latenessDays) => {
      const first = stepOf(latenessDays);
      let left = 1;
      for (let step = first; step < first + YEAR_STEPS; step++) left *= 1 - chanceAt(step);
      return 1 - left;
    },
    later: (latenessDays) => {
      const first = stepOf(latenessDays);
      const weights: number[] = [];
      let left = 1;
      for (let step = first; step < first + YEAR_STEPS; step++) {
        weights.push(left * chanceAt(step));
        left *= 1 - chanceAt(step);
      }
      const days = weights.map((_, i) => latenessDays + STEP_DAYS * i + STEP_DAYS / 2);
      return { days, weights, observations: 0 };
    },
  };
}

/**
 * The days on which an item still unpaid may be paid; one more than a month late has a last one
 * beyond any horizon, for the chance that it never is.
 */
export function leftToPay(
  delays: DelayDistribution,
  lateness: number,
  collection: LateCollection,
): DelayDistribution {
  const known = stillUnpaid(delays, lateness) ?? collection.later(lateness);
  if (lateness <= STEP_DAYS) return known;
  const whole = known.weights.reduce((sum, weight) => sum + weight, 0);
  const ever = collection.everPaid(lateness);
  const never = ever >= 1 ? 0 : (whole * (1 - ever)) / ever;
  return {
    days: [...known.days, lateness + NEVER_DAYS],
    weights: [...known.weights, never],
    observations: known.observations,
  };
}

/** The step in which an item of this lateness is: 0 up to the thirtieth day. */
function stepOf(latenessDays: number): number {
  return Math.max(0, Math.floor((latenessDays - 1) / STEP_DAYS));
}

function add(counts: Float64Array, step: number): void {
  counts[step] = (counts[step] ?? 0) + 1;
}
