import { addDays, daysBetween } from "#contract/date.ts";
import type { DatedFlow, OpenItem } from "./forecast-model.ts";
import type { DelayDistribution, PaidItem } from "./payment-delays.ts";
import { type Histogram, totalWeight } from "./small-data.ts";

/** The run-rate of one side: what business not yet billed will bring or take. */
export interface RunRate {
  flows: DatedFlow[];
  totalMinor: number;
  historyDays: number;
  /** Totals of the last whole weeks (13 at most), newest first: what a coming week may be like. */
  weeksMinor: number[];
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
}

const WINDOW_DAYS = 91;
const BLOCK_WEEKS = 4;
const MOST_BLOCKS = 13;
const USUAL_TERM_DAYS = 30;
const UNKNOWN_STEP = 0.1;

/**
 * Layer of new business: the daily level of the last 13 weeks, each day's business being paid
 * after the usual term and the portfolio's lateness. Amounts are differences of the rounded
 * running total, so that no cent is lost or made.
 */
export function forecastRunRate(input: RunRateInput): RunRate {
  const past = input.rows.filter((r) => r.on <= input.asOn);
  const firstOn = past.reduce((min, r) => (r.on < min ? r.on : min), input.asOn);
  const historyDays = daysBetween(firstOn, input.asOn) + (past.length > 0 ? 1 : 0);
  const windowDays = Math.min(WINDOW_DAYS, historyDays);
  const sinceOn = addDays(input.asOn, -windowDays);
  const levelMinor = past.reduce((sum, r) => (r.on > sinceOn ? sum + r.amountMinor : sum), 0);
  const paidOnDay = paidShares(input);
  const flows: DatedFlow[] = [];
  let [before, paidShare, reached] = [0, 0, 0];
  for (let day = 1; day <= input.horizonDays; day++) {
    paidShare += paidOnDay[day - 1] ?? 0;
    reached += paidShare;
    const total = windowDays === 0 ? 0 : Math.round((levelMinor * reached) / windowDays);
    const amountMinor = total - before;
    before = total;
    if (amountMinor === 0) continue;
    flows.push({ layer: "run-rate", label: input.label, amountMinor, refs: [], day });
  }
  const weeks = weekTotals(past, input.asOn, historyDays);
  const weeksMinor = weeks.slice(0, WINDOW_DAYS / 7);
  const weekStep = levelStep(weeks);
  return { flows, totalMinor: before, historyDays, weeksMinor, weekStep, paidOnDay };
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

/** Deviation of four-week levels' relative changes, brought to one week of a random walk. */
function levelStep(weeks: readonly number[]): number {
  const blocks: number[] = [];
  for (let i = 0; i + BLOCK_WEEKS <= weeks.length; i += BLOCK_WEEKS) {
    blocks.push(weeks.slice(i, i + BLOCK_WEEKS).reduce((a, m) => a + m, 0));
  }
  const mean = blocks.reduce((a, m) => a + m, 0) / blocks.length;
  if (blocks.length < 4 || mean === 0) return UNKNOWN_STEP;
  const steps = blocks.slice(1).map((m, i) => (m - (blocks[i] ?? m)) / mean);
  const variance = steps.reduce((a, s) => a + s * s, 0) / steps.length;
  return Math.min(0.3, Math.sqrt(variance / BLOCK_WEEKS));
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
