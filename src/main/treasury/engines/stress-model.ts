import { daysBetween } from "#contract/date.ts";
import { type ForecastLayers, type Side, sideOf } from "./forecast-layers.ts";
import type { ForecastInput, OpenItem } from "./forecast-model.ts";
import type { RecurringHit } from "./forecast-recurring.ts";
import type { RunRate } from "./forecast-run-rate.ts";
import type { DelayDistribution } from "./payment-delays.ts";
import { PSEUDO_OBSERVATIONS } from "./small-data.ts";

/** An open item as it is drawn: paid whole on one day after the analysis, or never. */
export interface StressItem {
  id: string;
  kind: OpenItem["kind"];
  partyId: string;
  reference: string;
  side: Side;
  amountMinor: number;
  days: readonly number[];
  weights: readonly number[];
}

/** A hit of a recurring flow; `spread` is the deviation as a share of the mean. */
export interface StressHit {
  day: number;
  jitterDays: number;
  meanMinor: number;
  spread: number;
}

/** New business of one side: what the forecast expects, and how its weeks vary around it. */
export interface StressBusiness {
  side: Side;
  /** Expected flow by day; index 0 is the analysis day and empty. */
  flows: readonly number[];
  /** Level of the business itself, a day, whenever it is paid. */
  dailyMinor: number;
  /** Past weeks as multiples of their mean, oldest first. */
  weeks: readonly number[];
  weekStep: number;
  /** How far the level of the start itself is unknown, as a share of it. */
  levelSpread: number;
  /** For each week of payment, the shares of the weeks in which that business was done. */
  mix: readonly (readonly number[])[];
  /** The customers' or suppliers' common shift moves it. */
  isShifted: boolean;
  /** The part of the whole that one customer buys. */
  topShare: number;
  /** A part that is paid so many days after the rest, each euro with the week it was due in. */
  late?: { share: number; days: number };
}

/** Everything that a run draws from; plain data, so that it crosses threads. */
export interface StressModel {
  horizonDays: number;
  openingMinor: number;
  floorMinor: number;
  /** Sum of the certain flows by day; index 0 is empty. */
  certain: readonly number[];
  items: readonly StressItem[];
  /** Chance that a customer never pays what is open, for those that may fail. */
  losses: readonly { partyId: string; share: number }[];
  hits: readonly StressHit[];
  business: readonly StressBusiness[];
  shiftDays: Record<Side, number>;
  /** The customer that weighs most in the receipts of a year and what is open. */
  topClient: { partyId: string; share: number } | undefined;
}

const LEAST_LEFT = 0.5;
/** What is open today may be lost for about a quarter, however far one looks ahead. */
const EXPOSED_DAYS = 90;

/**
 * The inputs of the simulation, from the very layers of the forecast: what one counts the other
 * draws, and nothing else.
 * @param yearlyLoss share of customers that fail in a year, before what their lateness says; with
 *   0 every open item is paid in the end, as the forecast's curve has it
 */
export function stressModel(
  input: ForecastInput,
  layers: ForecastLayers,
  yearlyLoss = 0,
): StressModel {
  const { horizonDays } = input;
  const certain = Array.from({ length: horizonDays + 1 }, () => 0);
  for (const flow of layers.planned) {
    certain[flow.day] = (certain[flow.day] ?? 0) + flow.amountMinor;
  }
  const topClient = topClientOf(input);
  const { sales, purchases } = layers.runRate;
  const salesSide = business(sales, "customer", horizonDays);
  return {
    horizonDays,
    openingMinor: input.balanceMinor,
    floorMinor: input.floorMinor,
    certain,
    items: layers.waiting.map(({ item, wait }) => ({
      ...{ id: item.id, kind: item.kind, partyId: item.partyId, reference: item.reference },
      ...{ side: sideOf(item), amountMinor: item.openMinor },
      ...{ days: wait.days, weights: wait.weights },
    })),
    losses: yearlyLoss > 0 ? lossesOf(input.asOn, layers, yearlyLoss * (EXPOSED_DAYS / 365)) : [],
    hits: layers.hits.map(toHit),
    business: layers.inHeadline
      ? [
          { ...salesSide, topShare: topClient?.share ?? 0 },
          business(purchases, "supplier", horizonDays),
        ]
      : [],
    shiftDays: {
      customer: layers.sides.customer.commonShiftDays,
      supplier: layers.sides.supplier.commonShiftDays,
    },
    topClient,
  };
}

/** The same deviation as even draws between the least and the most of the past hits. */
function toHit({ day, flow, amountMinor }: RecurringHit): StressHit {
  const { lowMinor, highMinor } = flow.band;
  const spread =
    amountMinor === 0 ? 0 : (highMinor - lowMinor) / (Math.sqrt(12) * Math.abs(amountMinor));
  return { day, jitterDays: flow.jitterDays, meanMinor: amountMinor, spread };
}

/** A side's new business from its run-rate. */
function business(rate: RunRate, side: Side, horizonDays: number): StressBusiness {
  const flows = Array.from({ length: horizonDays + 1 }, () => 0);
  for (const flow of rate.flows) flows[flow.day] = flow.amountMinor;
  const mean = rate.weeksMinor.reduce((a, m) => a + m, 0) / rate.weeksMinor.length;
  const weeks = mean === 0 ? [] : rate.weeksMinor.map((m) => m / mean).reverse();
  const mix = weekMix(rate.paidOnDay, horizonDays);
  const { weekStep, levelSpread } = rate;
  return {
    ...{
      side,
      flows,
      mix,
      weekStep,
      levelSpread,
      dailyMinor: rate.dailyMinor,
      isShifted: true,
      topShare: 0,
    },
    weeks: weeks.length > 0 ? weeks : [1],
  };
}

/** Of what is paid in each week to come, the shares of the weeks in which it was billed. */
function weekMix(paidOnDay: readonly number[], horizonDays: number): number[][] {
  const running = [0];
  for (const share of paidOnDay) running.push((running.at(-1) ?? 0) + share);
  const upTo = (lag: number) => running[Math.max(0, Math.min(lag, running.length - 1))] ?? 0;
  const count = Math.ceil(horizonDays / 7);
  return Array.from({ length: count }, (_, paid) => {
    const row = Array.from({ length: count }, (_, done) => {
      let sum = 0;
      for (let t = 0; t < 7 && done <= paid; t++) {
        const first = (paid - done) * 7 + t;
        sum += upTo(first + 1) - upTo(first - 6);
      }
      return sum;
    });
    const all = row.reduce((a, v) => a + v, 0);
    return row.map((v, done) => (all > 0 ? v / all : done === paid ? 1 : 0));
  });
}

/**
 * A customer that has not paid later than nearly all its payments came is either very late or
 * failing: by Bayes, `p / (p + (1 − p)·S)` with S the share of payments that come later still,
 * taken at its most surprising open item. S is never below half a payment of the history.
 */
function lossesOf(asOn: string, layers: ForecastLayers, share: number): StressModel["losses"] {
  const least = new Map<string, number>();
  for (const { item } of layers.waiting) {
    if (item.kind !== "invoice") continue;
    const own = layers.sides.customer.ofParty(item.partyId);
    const floor = LEAST_LEFT / (own.observations + PSEUDO_OBSERVATIONS);
    const left = Math.max(floor, laterShare(own, daysBetween(item.dueOn, asOn)));
    least.set(item.partyId, Math.min(left, least.get(item.partyId) ?? 1));
  }
  return [...least]
    .map(([partyId, left]) => ({ partyId, share: share / (share + (1 - share) * left) }))
    .sort((a, b) => (a.partyId < b.partyId ? -1 : 1));
}

function laterShare({ days, weights }: DelayDistribution, latenessDays: number): number {
  let [later, all] = [0, 0];
  for (const [i, w] of weights.entries()) {
    all += w;
    if ((days[i] ?? 0) > latenessDays) later += w;
  }
  return later / all;
}

function topClientOf(input: ForecastInput): StressModel["topClient"] {
  const sums = new Map<string, number>();
  const add = (partyId: string, minor: number) =>
    sums.set(partyId, (sums.get(partyId) ?? 0) + minor);
  for (const p of input.paidHistory) if (p.side === "customer") add(p.partyId, p.amountMinor);
  for (const i of input.openItems) if (sideOf(i) === "customer") add(i.partyId, i.openMinor);
  const [first] = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const all = [...sums.values()].reduce((a, v) => a + Math.max(0, v), 0);
  return first && first[1] > 0 ? { partyId: first[0], share: first[1] / all } : undefined;
}
