import { addDays, daysBetween } from "#contract/date.ts";
import type { DatedFlow, OpenItem } from "./forecast-model.ts";
import type { DelayDistribution, PaidItem } from "./payment-delays.ts";
import { type Histogram, SMALL_PORTFOLIO, totalWeight } from "./small-data.ts";

/** The run-rate of one side: what business not yet billed will bring or take. */
export interface RunRate {
  flows: DatedFlow[];
  totalMinor: number;
  historyDays: number;
  /** Level of the business by day. */
  dailyMinor: number;
  /** Totals of the last whole weeks (13 at most), newest first: what a coming week may be like. */
  weeksMinor: number[];
  /** Deviation of the level itself as those weeks tell it, as a share of it. */
  levelSpread: number;
  /** Deviation of the level's step from one week to the next, as a share of the level. */
  weekStep: number;
  /** Share of one day's business that is paid exactly t days later, t from 0. */
  paidOnDay: number[];
}

interface RunRateInput {
  asOn: string;
  horizonDays: number;
  label: "new-sales" | "new-purchases";
  /** Signed amounts by date: invoices issued, or bills as they were paid. */
  rows: readonly { on: string; amountMinor: number }[];
  delays: DelayDistribution;
  /** Days from issue to due date, by weight. */
  terms: Histogram;
  /** Payments of the side so far, signed, and what its open items bring by day (index 1 is day 1). */
  paid: readonly { on: string; amountMinor: number }[];
  openByDay: Float64Array;
}

/** A level is the mean of those of three windows: none of them is best for every company. */
const WINDOWS_DAYS = [91, 182, 365];
const FEWEST_PAID_DAYS = 91;
/** Independent weeks that a mean of the three windows is worth: 1 / Σ of its squared weights. */
const LEVEL_WEEKS = 31;
const BOOTSTRAP_WEEKS = 13;
/** After eight weeks the plain level of payments weighs three quarters: what a model of single
 * invoices knows fades with time (measured on rolling origins). */
const FADE_DAYS = 56;
const FADED_WEIGHT = 0.25;
const BLOCK_WEEKS = 4;
const MOST_BLOCKS = 13;
const USUAL_TERM_DAYS = 30;
const UNKNOWN_STEP = 0.1;

/**
 * Layer of new business: the daily level of billing, each day's business being paid after the
 * usual term and the portfolio's lateness, fading towards what the level of payments leaves beside
 * the open items. Amounts are differences of the rounded running total, so that no cent is lost.
 */
export function forecastRunRate(input: RunRateInput): RunRate {
  const past = input.rows.filter((r) => r.on <= input.asOn);
  const historyDays = daysSince(past, input.asOn);
  const levelMinor = dailyLevel(past, input.asOn);
  const paidMinor = dailyLevel(input.paid, input.asOn);
  const hasPaid =
    input.paid.length >= SMALL_PORTFOLIO && daysSince(input.paid, input.asOn) >= FEWEST_PAID_DAYS;
  const sign = Math.sign(levelMinor);
  const paidOnDay = paidShares(input);
  const flows: DatedFlow[] = [];
  let [before, paidShare, reached] = [0, 0, 0];
  for (let day = 1; day <= input.horizonDays; day++) {
    paidShare += paidOnDay[day - 1] ?? 0;
    const faded = hasPaid ? (1 - FADED_WEIGHT) * Math.min(1, (day - 1) / FADE_DAYS) : 0;
    const beside = paidMinor - (input.openByDay[day] ?? 0);
    const daily = (1 - faded) * levelMinor * paidShare + faded * beside;
    // Open items of a day above the usual level take nothing back from new business.
    reached += sign * Math.max(0, sign * daily);
    const total = Math.round(reached);
    const amountMinor = total - before;
    before = total;
    if (amountMinor === 0) continue;
    flows.push({ layer: "run-rate", label: input.label, amountMinor, refs: [], day });
  }
  const weeks = weekTotals(past, input.asOn, historyDays);
  return {
    ...{ flows, totalMinor: before, historyDays, paidOnDay, weekStep: levelStep(weeks) },
    ...{ dailyMinor: levelMinor, weeksMinor: weeks.slice(0, BOOTSTRAP_WEEKS) },
    levelSpread: levelSpread(weeks),
  };
}

/** Mean of the daily levels of the windows that the history fills, or of what there is. */
function dailyLevel(rows: readonly { on: string; amountMinor: number }[], asOn: string): number {
  const historyDays = daysSince(rows, asOn);
  if (historyDays === 0) return 0;
  const windows = new Set(WINDOWS_DAYS.map((days) => Math.min(days, historyDays)));
  const levels = [...windows].map((days) => {
    const sinceOn = addDays(asOn, -days);
    const within = rows.filter((r) => r.on > sinceOn && r.on <= asOn);
    return within.reduce((sum, r) => sum + r.amountMinor, 0) / days;
  });
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

function daysSince(rows: readonly { on: string }[], asOn: string): number {
  if (rows.length === 0) return 0;
  const firstOn = rows.reduce((min, r) => (r.on < min ? r.on : min), asOn);
  return daysBetween(firstOn, asOn) + 1;
}

/**
 * Days from issue to due date, weighted by amount, of what is dated; failing that the median of
 * the open items (which favour long terms, for these stay open longer), or the usual 30.
 */
export function usualTerms(
  dated: readonly { issuedOn?: string; dueOn?: string; amountMinor: number }[],
  open: readonly OpenItem[],
): Histogram {
  const terms = new Map<number, number>();
  for (const { issuedOn, dueOn, amountMinor } of dated) {
    if (issuedOn === undefined || dueOn === undefined || amountMinor === 0) continue;
    const days = Math.max(0, daysBetween(issuedOn, dueOn));
    terms.set(days, (terms.get(days) ?? 0) + Math.abs(amountMinor));
  }
  if (terms.size > 0) return terms;
  const known = open
    .map((i) => daysBetween(i.issuedOn, i.dueOn))
    .filter((t) => t >= 0)
    .sort((x, y) => x - y);
  return new Map([[known[known.length >> 1] ?? USUAL_TERM_DAYS, 1]]);
}

/** Share of one day's business that is paid t days later: P(term + lateness = t). */
function paidShares({ horizonDays, delays, terms }: RunRateInput): number[] {
  const all = delays.weights.reduce((a, w) => a + w, 0) * totalWeight(terms);
  const share = Array.from({ length: horizonDays }, () => 0);
  for (const [term, weight] of [...terms].sort(([x], [y]) => x - y)) {
    for (const [i, w] of delays.weights.entries()) {
      const day = Math.max(0, term + (delays.days[i] ?? 0));
      if (day < horizonDays) share[day] = (share[day] ?? 0) + (w * weight) / all;
    }
  }
  return share;
}

/** How far the noise of single weeks leaves the level unknown, as a share of it. */
function levelSpread(weeks: readonly number[]): number {
  const mean = weeks.reduce((sum, week) => sum + week, 0) / Math.max(1, weeks.length);
  if (mean === 0 || weeks.length < 2) return 0;
  const squares = weeks.reduce((sum, week) => sum + (week / mean - 1) ** 2, 0);
  const deviation = Math.sqrt(squares / (weeks.length - 1));
  return deviation / Math.sqrt(Math.min(LEVEL_WEEKS, weeks.length));
}

/** Totals of whole weeks back from the analysis date, newest first. */
function weekTotals(
  rows: readonly { on: string; amountMinor: number }[],
  asOn: string,
  historyDays: number,
): number[] {
  const count = Math.min(BLOCK_WEEKS * MOST_BLOCKS, Math.floor(historyDays / 7));
  const totals = Array.from({ length: count }, () => 0);
  for (const row of rows) {
    const week = Math.floor(daysBetween(row.on, asOn) / 7);
    if (week < count) totals[week] = (totals[week] ?? 0) + row.amountMinor;
  }
  return totals;
}

/**
 * Deviation of the level's own weekly step, as a share of the level: four-week totals change by
 * noise (which turns back the month after, covariance −σ²) and by a walk of the level, which is
 * what is left of the variance when twice that covariance is added back (local level model).
 */
function levelStep(weeks: readonly number[]): number {
  const blocks: number[] = [];
  for (let i = 0; i + BLOCK_WEEKS <= weeks.length; i += BLOCK_WEEKS) {
    blocks.push(weeks.slice(i, i + BLOCK_WEEKS).reduce((a, m) => a + m, 0));
  }
  const mean = blocks.reduce((a, m) => a + m, 0) / blocks.length;
  if (blocks.length < 4 || mean === 0) return UNKNOWN_STEP;
  const steps = blocks.slice(1).map((m, i) => (m - (blocks[i] ?? m)) / mean);
  const products = steps.slice(1).map((s, i) => s * (steps[i] ?? 0));
  const variance = steps.reduce((a, s) => a + s * s, 0) / steps.length;
  const turning = products.reduce((a, p) => a + p, 0) / Math.max(1, products.length);
  const walk = Math.max(0, variance + 2 * Math.min(0, turning));
  return Math.min(0.3, Math.sqrt(walk / BLOCK_WEEKS));
}

/** Bills as they were paid, less those of parties whose recurring flow is forecast by itself. */
export function purchasesPaid(
  paidHistory: readonly PaidItem[],
  besides: ReadonlySet<string>,
): { on: string; amountMinor: number }[] {
  return paidHistory
    .filter((p) => p.side === "supplier" && !besides.has(p.partyId))
    .map((p) => ({ on: p.paidOn, amountMinor: -Math.abs(p.amountMinor) }));
}
