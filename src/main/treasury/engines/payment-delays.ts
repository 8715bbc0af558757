import { toDayNumber } from "#contract/date.ts";
import {
  FRENCH_LATENESS,
  gradeReliability,
  type Histogram,
  mixHistograms,
  PSEUDO_OBSERVATIONS,
  portfolioHistogram,
  type Reliability,
} from "./small-data.ts";

/** One paid invoice (customer) or bill (supplier). */
export interface PaidItem {
  partyId: string;
  /** Gives the usual terms where it is known. */
  issuedOn?: string;
  dueOn: string;
  paidOn: string;
  amountMinor: number;
  side: "customer" | "supplier";
}

/** Distribution of lateness (signed days after the due date), ascending, with its weights. */
export interface DelayDistribution {
  days: readonly number[];
  weights: readonly number[];
  /** Payments of the party itself; below 3 the figures are mostly the portfolio's. */
  observations: number;
}

/** How the parties of one side pay. */
export interface PaymentDelays {
  ofParty(partyId: string): DelayDistribution;
  portfolio: DelayDistribution;
  /** Deviation in days of the shift that all parties share from one month to the next. */
  commonShiftDays: number;
  reliability: Reliability;
}

/** What a person reads of a party's habit. */
export interface PaymentPattern {
  p10Days: number;
  p50Days: number;
  p90Days: number;
  shareLate: number;
  observations: number;
  /** True below three payments: the screen says "estimé d'après l'ensemble des clients". */
  fromPortfolio: boolean;
}

const OWN_PAYMENTS = 60;
const RECENCY = 0.97;
const PORTFOLIO_PAYMENTS = 2_000;
const LATEST_DAYS = 365;
const BLOCK_DAYS = 28;
const FEWEST_EARLIER = 3;
const DEFAULT_SHIFT_DAYS = 3;

/** The company settles a supplier it has no habit with on the due date. */
const DUE_DATE: Histogram = new Map([[0, 1]]);

interface Paid {
  partyId: string;
  paidDay: number;
  lateness: number;
}

/**
 * Engine 2: each party's shrunk distribution of lateness. Its last 60 payments (each older one
 * weighs 3 % less) are mixed with three pseudo-payments of the portfolio. Payments after the
 * analysis date are never read.
 */
export function paymentDelays(input: {
  asOn: string;
  side: "customer" | "supplier";
  paidHistory: readonly PaidItem[];
}): PaymentDelays {
  const paid = knownPayments(input);
  const prior = input.side === "customer" ? FRENCH_LATENESS : DUE_DATE;
  const common = portfolioHistogram(tally(paid.slice(0, PORTFOLIO_PAYMENTS)), prior);
  const byParty = Map.groupBy(paid, (p) => p.partyId);
  const portfolio = distribution(common, 0);
  const parties = new Map<string, DelayDistribution>();
  for (const [partyId, own] of byParty) {
    const recent = own.slice(0, OWN_PAYMENTS);
    const histogram = tally(recent, RECENCY);
    const mixed = mixHistograms([
      { histogram, weight: [...histogram.values()].reduce((a, w) => a + w, 0) },
      { histogram: common, weight: PSEUDO_OBSERVATIONS },
    ]);
    parties.set(partyId, distribution(mixed, own.length));
  }
  const first = paid.at(-1);
  const today = toDayNumber(input.asOn);
  const spanDays = first ? today - first.paidDay : 0;
  return {
    ofParty: (partyId) => parties.get(partyId) ?? portfolio,
    portfolio,
    commonShiftDays: commonShift(byParty, today - Math.max(0, delayQuantile(portfolio, 0.9))),
    reliability: gradeReliability(paid.length, spanDays),
  };
}

/** Smallest lateness that at least the share `q` of the weight does not exceed. */
export function delayQuantile(delays: DelayDistribution, q: number): number {
  const goal = q * delays.weights.reduce((a, w) => a + w, 0);
  let sum = 0;
  for (const [i, w] of delays.weights.entries()) {
    sum += w;
    if (sum >= goal) return delays.days[i] ?? 0;
  }
  return delays.days.at(-1) ?? 0;
}

/**
 * The distribution given that the item is still unpaid at this lateness: only later days remain;
 * nothing when the history knows none.
 */
export function stillUnpaid(
  delays: DelayDistribution,
  latenessDays: number,
): DelayDistribution | undefined {
  const start = delays.days.findIndex((d) => d > latenessDays);
  if (start < 0) return undefined;
  return {
    days: delays.days.slice(start),
    weights: delays.weights.slice(start),
    observations: delays.observations,
  };
}

/** P10, median and P90 of a party's lateness and its share of late payments. */
export function paymentPattern(delays: DelayDistribution): PaymentPattern {
  let late = 0;
  let all = 0;
  for (const [i, w] of delays.weights.entries()) {
    all += w;
    if ((delays.days[i] ?? 0) > 0) late += w;
  }
  return {
    p10Days: delayQuantile(delays, 0.1),
    p50Days: delayQuantile(delays, 0.5),
    p90Days: delayQuantile(delays, 0.9),
    shareLate: all === 0 ? 0 : late / all,
    observations: delays.observations,
    fromPortfolio: delays.observations < 3,
  };
}

/** Newest first; ties are ordered by content so that the rows' order changes nothing. */
function knownPayments(input: {
  asOn: string;
  side: string;
  paidHistory: readonly PaidItem[];
}): Paid[] {
  return input.paidHistory
    .filter((p) => p.side === input.side && p.paidOn <= input.asOn)
    .map((p) => {
      const paidDay = toDayNumber(p.paidOn);
      const lateness = Math.max(
        -LATEST_DAYS,
        Math.min(LATEST_DAYS, paidDay - toDayNumber(p.dueOn)),
      );
      return { partyId: p.partyId, paidDay, lateness };
    })
    .sort(
      (a, b) =>
        b.paidDay - a.paidDay || b.lateness - a.lateness || (a.partyId < b.partyId ? -1 : 1),
    );
}

function tally(paid: readonly Paid[], decay = 1): Histogram {
  const histogram = new Map<number, number>();
  let weight = 1;
  for (const { lateness } of paid) {
    histogram.set(lateness, (histogram.get(lateness) ?? 0) + weight);
    weight *= decay;
  }
  return histogram;
}

function distribution(histogram: Histogram, observations: number): DelayDistribution {
  const rows = [...histogram].sort(([a], [b]) => a - b);
  return { days: rows.map(([d]) => d), weights: rows.map(([, w]) => w), observations };
}

/**
 * How far four weeks' payments (by due date) have been from what each party's earlier payments
 * made expect: the root mean square of those blocks' means, less what chance alone gives such
 * means. Blocks younger than the P90 of lateness are left out, for only their early payers are
 * known. At least one day; three when fewer than four such blocks exist.
 */
function commonShift(byParty: ReadonlyMap<string, readonly Paid[]>, lastDueDay: number): number {
  const blocks = new Map<number, number[]>();
  for (const own of byParty.values()) {
    let [sum, count] = [0, 0];
    for (const p of own.toReversed()) {
      const dueDay = p.paidDay - p.lateness;
      if (count >= FEWEST_EARLIER && dueDay <= lastDueDay) {
        const key = Math.floor((lastDueDay - dueDay) / BLOCK_DAYS);
        const block = blocks.get(key) ?? [];
        block.push(p.lateness - sum / count);
        blocks.set(key, block);
      }
      sum += p.lateness;
      count += 1;
    }
  }
  const full = [...blocks.values()].filter((b) => b.length >= 5);
  if (full.length < 4) return DEFAULT_SHIFT_DAYS;
  const between = meanOf(full.map((b) => meanOf(b) ** 2));
  const chance = meanOf(full.map((b) => variance(b) / b.length));
  return Math.sqrt(Math.max(1, between - chance));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((a, v) => a + v, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((a, v) => a + (v - mean) ** 2, 0) / (values.length - 1);
}
