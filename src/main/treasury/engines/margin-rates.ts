import { type Random, random } from "#main/base/random.ts";
import { credibility } from "./credibility.ts";
import { PSEUDO_OBSERVATIONS } from "./small-data.ts";

/** A customer's sales and margins, one by one, in cents; every net is above zero. */
export interface RateGroup {
  id: string;
  observed: readonly { netMinor: number; marginMinor: number }[];
}

/** A margin rate (1 is the whole sale) drawn towards all customers', and its 80 % interval. */
export interface MarginRate {
  id: string;
  rate: number;
  low: number;
  high: number;
  /** Customers that cannot be told apart share their rank; null under three sales. */
  rank: number | null;
}

const DRAWS = 400;
const SEED = 8;
const LEAST_SALES = 3;
/** A sale that is nearly all of its group says nothing of how sales vary. */
const LEAST_FREE = 0.1;

/**
 * Margin rate of each group, shrunk by its sales (Bühlmann and Straub), with an 80 % interval from
 * a bootstrap of its invoices' residuals, three of the portfolio's among them. Two groups whose
 * intervals share more than half of the shorter one are not ranked apart. Empty where nothing
 * varies: rates that costs shared by sales make equal say nothing.
 */
export function marginRates(given: readonly RateGroup[]): MarginRate[] {
  const groups = given
    .filter((group) => group.observed.length > 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rates = groups.map(({ observed }) =>
    observed.map((one) => ({ rate: one.marginMinor / one.netMinor, weight: one.netMinor })),
  );
  const model = credibility(rates);
  const residuals = rates.map((group) => residualsOf(group, model.unit));
  const pool = residuals.flat();
  if (pool.length === 0 || model.within + model.between < 1e-12) return [];
  const draw = random(SEED);
  const found = groups.map(({ id }, i) => {
    const weights = (rates[i] ?? []).map((one) => one.weight / model.unit);
    const total = sum(weights);
    const kept = model.shareOf(total * model.unit);
    const own = sum((rates[i] ?? []).map((one, at) => one.rate * (weights[at] ?? 0))) / total;
    const rate = kept * own + (1 - kept) * model.mean;
    const cautious = model.cautiousShareOf(total * model.unit);
    const noises = noisesOf({ weights, own: residuals[i] ?? [], pool }, draw)
      .map((noise) => Math.sqrt(cautious) * noise + (1 - kept) * model.meanError * draw.normal())
      .sort((a, b) => a - b);
    const at = (share: number) => rate + quantile(noises, share);
    return { id, rate, low: at(0.1), high: at(0.9), sales: weights.length };
  });
  return withRanks(found);
}

/** What each sale's rate is off its group's, brought to a mean sale's weight. */
function residualsOf(group: readonly { rate: number; weight: number }[], unit: number): number[] {
  if (group.length < 2) return [];
  const total = sum(group.map((one) => one.weight));
  const mean = sum(group.map((one) => one.rate * one.weight)) / total;
  // A group's own mean follows its sales, the large ones most: residuals are too small by that.
  const residuals = group.map(({ rate, weight }) => {
    const free = Math.max(LEAST_FREE, 1 - weight / total);
    return Math.sqrt(weight / unit / free) * (rate - mean);
  });
  const centre = sum(residuals) / residuals.length;
  const lift = Math.sqrt(residuals.length / (residuals.length - 1));
  return residuals.map((one) => (one - centre) * lift);
}

/** Draws of how far the group's mean rate falls from its true one. */
function noisesOf(
  group: { weights: number[]; own: readonly number[]; pool: readonly number[] },
  { next }: Random,
): number[] {
  const { weights, own, pool } = group;
  const total = sum(weights);
  const ownShare = own.length / (own.length + PSEUDO_OBSERVATIONS);
  const noises: number[] = [];
  for (let i = 0; i < DRAWS; i++) {
    let noise = 0;
    for (const weight of weights) {
      const from = next() < ownShare ? own : pool;
      noise += Math.sqrt(weight) * (from[Math.floor(next() * from.length)] ?? 0);
    }
    noises.push(noise / total);
  }
  return noises;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}

function withRanks(found: readonly (Omit<MarginRate, "rank"> & { sales: number })[]): MarginRate[] {
  const ranks = new Map<string, number>();
  const ranked = found
    .filter((one) => one.sales >= LEAST_SALES)
    .toSorted((a, b) => b.rate - a.rate || (a.id < b.id ? -1 : 1));
  let rank = 1;
  let reach = 0;
  ranked.forEach((one, i) => {
    if (i > reach) rank = i + 1;
    ranks.set(one.id, rank);
    const farthest = ranked.findLastIndex((other) => overlap(one, other) > 0.5);
    reach = Math.max(reach, farthest, i);
  });
  return found.map(({ sales: _, ...one }) => ({ ...one, rank: ranks.get(one.id) ?? null }));
}

/** Part of the shorter interval that both hold, 0 to 1. */
export function overlap(
  a: { low: number; high: number },
  b: { low: number; high: number },
): number {
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  const shorter = Math.min(a.high - a.low, b.high - b.low);
  if (shared < 0) return 0;
  return shorter <= 0 ? 1 : shared / shorter;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
