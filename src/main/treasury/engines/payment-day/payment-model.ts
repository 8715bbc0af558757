import { random } from "#main/base/random.ts";
import { type DatedInvoice, latenessOf, MOST_LATENESS } from "./invoice-history.ts";
import type { FeatureTable } from "./payment-features.ts";
import { growForest, type QuantileForest } from "./quantile-forest.ts";

/** Weights of signed lateness by day, index 0 being −365; they add up to 1. */
export type LatenessBins = Float64Array;

/** What the model says of one invoice on its issue date. */
export interface PaymentModel {
  /** The whole distribution of its lateness. */
  distributionOf(features: Float64Array): LatenessBins;
  /** Shares below and above the 80 % interval, so that it held for 80 % of the rows not seen. */
  tail: number;
  /** Mean absolute error in days of the medians given to rows by trees that had not seen them. */
  unseenErrorDays: number;
  /** Rows it learned from. */
  observations: number;
}

const TREES = 120;
const FEWEST_IN_LEAF = 5;
/** Features tried at a split, and share of the rows that grow a tree: the usual middle of both. */
const TRIED = 12;
const SAMPLED = 0.63;
const BINS = 2 * MOST_LATENESS + 1;
const COVERED = 0.8;
/** A calibration row half a year older than another weighs half as much. */
const HALF_LIFE_DAYS = 182;
const SEED = 20_260_917;

/**
 * Learns how late invoices are paid from those that were (all in `invoices` must be), their
 * features as known on their issue dates beside. Half the trees learn the lateness, half what is
 * left of it above the client's own shrunk median. The interval's level is set on the rows that
 * each tree has not seen, the latest weighing most (split conformal with weights: Tibshirani,
 * Barber, Candès and Ramdas, 2019).
 */
export function fitPaymentModel(
  invoices: readonly DatedInvoice[],
  features: FeatureTable,
): PaymentModel {
  const lateness = Float64Array.from(invoices, latenessOf);
  const above = lateness.map((days, i) => days - (features[i]?.[MEDIAN] ?? 0));
  const forest = growForest(features, [lateness, above], {
    ...{ trees: TREES, fewestInLeaf: FEWEST_IN_LEAF, tried: TRIED, sampled: SAMPLED },
    source: random(SEED),
  });
  return {
    distributionOf: (row) => binsOf((add) => forest.weigh(row, add), lateness),
    ...calibrate(forest, invoices, lateness),
    observations: invoices.length,
  };
}

const MEDIAN = 1;

/** Smallest lateness that the share `q` of the weight does not exceed. */
export function binQuantile(bins: LatenessBins, q: number): number {
  let sum = 0;
  for (let b = 0; b < bins.length; b++) {
    sum += bins[b] ?? 0;
    if (sum > 0 && sum >= q - 1e-9) return b - MOST_LATENESS;
  }
  return MOST_LATENESS;
}

/** Weight of lateness above a number of days. */
export function binShareAbove(bins: LatenessBins, days: number): number {
  let sum = 0;
  for (let b = days + MOST_LATENESS + 1; b < bins.length; b++) sum += bins[b] ?? 0;
  return Math.min(1, sum);
}

function binsOf(
  weigh: (add: (index: number, weight: number) => void) => unknown,
  lateness: Float64Array,
): LatenessBins {
  const bins = new Float64Array(BINS);
  weigh((index, weight) => {
    const bin = (lateness[index] ?? 0) + MOST_LATENESS;
    bins[bin] = (bins[bin] ?? 0) + weight;
  });
  return bins;
}

/**
 * How far into the tails of its own unseen distribution each row fell, and the depth that leaves
 * out a fifth of them by weight; beside it the error of the unseen medians.
 */
function calibrate(
  forest: QuantileForest,
  invoices: readonly DatedInvoice[],
  lateness: Float64Array,
): { tail: number; unseenErrorDays: number } {
  const latest = invoices.reduce((max, one) => Math.max(max, one.issuedDay), 0);
  const depths: { depth: number; weight: number }[] = [];
  let error = 0;
  for (const [i, invoice] of invoices.entries()) {
    let isUnseen = false;
    const bins = binsOf((add) => {
      isUnseen = forest.weighUnseen(i, add);
    }, lateness);
    if (!isUnseen) continue;
    const days = lateness[i] ?? 0;
    const weight = 0.5 ** ((latest - invoice.issuedDay) / HALF_LIFE_DAYS);
    depths.push({ depth: depthOf(bins, days), weight });
    error += Math.abs(days - binQuantile(bins, 0.5));
  }
  return { tail: tailOf(depths), unseenErrorDays: error / Math.max(1, depths.length) };
}

function tailOf(depths: readonly { depth: number; weight: number }[]): number {
  const goal = (1 - COVERED) * depths.reduce((sum, one) => sum + one.weight, 0);
  let sum = 0;
  for (const { depth, weight } of depths.toSorted((a, b) => a.depth - b.depth)) {
    sum += weight;
    if (sum >= goal) return Math.min(0.2, Math.max(0.01, depth));
  }
  return (1 - COVERED) / 2;
}

/** The lesser of the weights at or below, and at or above, a lateness. */
function depthOf(bins: LatenessBins, days: number): number {
  const bin = days + MOST_LATENESS;
  let below = 0;
  for (let b = 0; b <= bin; b++) below += bins[b] ?? 0;
  const above = 1 - below + (bins[bin] ?? 0);
  return Math.min(below, above);
}
