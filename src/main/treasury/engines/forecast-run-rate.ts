import { daysBetween } from "#contract/date.ts";
import {
  type BusinessRow,
  dailyLevel,
  daysSince,
  levelSpread,
  levelStep,
  levelSteps,
  weekTotals,
} from "./business-level.ts";
import type { BillingChange, DatedFlow, OpenItem } from "./forecast-model.ts";
import type { DelayDistribution, PaidItem } from "./payment-delays.ts";
import { type SeasonPace, seasonPace, withoutSeason } from "./season-pace.ts";
import { type Histogram, SMALL_PORTFOLIO, totalWeight } from "./small-data.ts";

/** The run-rate of one side: what business not yet billed will bring or take. */
export interface RunRate {
  flows: DatedFlow[];
  totalMinor: number;
  historyDays: number;
  /** Level of the business by day. */
  dailyMinor: number;
  /** Totals of the last whole weeks (52 at most), newest first: what a coming week may be like. */
  weeksMinor: number[];
  /** Deviation of the level itself as those weeks tell it, as a share of it. */
  levelSpread: number;
  /** Deviation of the level's step from one week to the next, as a share of the level. */
  weekStep: number;
  /** By day, what the fading makes of each euro of new business. */
  fading: readonly number[];
  /** Share of one day's business that is paid exactly t days later, t from 0. */
  paidOnDay: number[];
}

interface RunRateInput {
  asOn: string;
  horizonDays: number;
  label: "new-sales" | "new-purchases";
  /** Signed amounts by date: invoices issued, or bills as they were paid. */
  rows: readonly BusinessRow[];
  /** What is assumed of the level from some days on. */
  changes?: readonly BillingChange[];
  delays: DelayDistribution;
  /** Days from issue to due date, by weight. */
  terms: Histogram;
  /** Payments of the side so far, signed, and what its open items bring by day (index 1 is day 1). */
  paid: readonly { on: string; amountMinor: number }[];
  openByDay: Float64Array;
  /** Index of each calendar month, January first, where the business has a season. */
  season?: readonly number[] | undefined;
  /** The same without any assumption: what fades is not what a person assumes. */
  plain?: RunRate | undefined;
}

const FEWEST_PAID_DAYS = 91;
const BOOTSTRAP_WEEKS = 52;
/** After eight weeks the plain level of payments weighs three quarters: what a model of single
 * invoices knows fades with time (measured on rolling origins). */
const FADE_DAYS = 56;
const FADED_WEIGHT = 0.25;
const USUAL_TERM_DAYS = 30;

/**
 * Layer of new business: the daily level of billing, each day's business being paid after the
 * usual term and the portfolio's lateness, fading towards what the level of payments leaves beside
 * the open items. With a season both levels are those of an average month, and each day to come is
 * worth its month's. Amounts are differences of the rounded running total, so that no cent is lost.
 */
export function forecastRunRate(input: RunRateInput): RunRate {
  const done = input.rows.filter((r) => r.on <= input.asOn);
  const paidOnDay = paidShares(input);
  const pace = input.season && seasonPace({ ...input, season: input.season, paidOnDay });
  const dayOf = (on: string) => daysBetween(input.asOn, on);
  const past = pace ? withoutSeason(done, (on) => pace.done(dayOf(on))) : done;
  const paid = pace ? withoutSeason(input.paid, (on) => pace.paid(dayOf(on))) : input.paid;
  const historyDays = daysSince(past, input.asOn);
  const levelMinor = dailyLevel(past, input.asOn);
  const paidMinor = dailyLevel(paid, input.asOn);
  const hasPaid =
    input.paid.length >= SMALL_PORTFOLIO && daysSince(input.paid, input.asOn) >= FEWEST_PAID_DAYS;
  const sign = Math.sign(levelMinor);
  const steps = levelSteps(past, input.asOn, input.changes ?? []);
  const shareOf = paidSince(paidOnDay, pace);
  const flows: DatedFlow[] = [];
  const fading: number[] = [];
  let [before, reached] = [0, 0];
  for (let day = 1; day <= input.horizonDays; day++) {
    const fresh = steps.reduce((sum, s) => sum + s.byMinor * shareOf(s.day, day), 0);
    const faded = hasPaid ? (1 - FADED_WEIGHT) * Math.min(1, (day - 1) / FADE_DAYS) : 0;
    const left = paidMinor * (pace?.paid(day) ?? 1) - (input.openByDay[day] ?? 0);
    // Open items of a day above the usual level take nothing back from new business.
    const own = sign * Math.max(0, sign * ((1 - faded) * fresh + faded * left));
    const ratio = input.plain === undefined ? own / fresh : input.plain.fading[day - 1];
    // No business can be paid before its terms let it be.
    fading.push(fresh === 0 ? 1 : (ratio ?? 1));
    reached += fresh * (fading.at(-1) ?? 1);
    const total = Math.round(reached);
    const amountMinor = total - before;
    before = total;
    if (amountMinor === 0) continue;
    flows.push({ layer: "run-rate", label: input.label, amountMinor, refs: [], day });
  }
  const weeks = weekTotals(past, input.asOn, historyDays);
  return {
    ...{ flows, fading, totalMinor: before, historyDays, paidOnDay },
    weekStep: levelStep(weeks),
    ...{ dailyMinor: levelMinor, weeksMinor: weeks.slice(0, BOOTSTRAP_WEEKS) },
    levelSpread: levelSpread(weeks),
  };
}

/** What is paid on a day of the business done each day since another, as a share of one day's. */
function paidSince(
  paidOnDay: readonly number[],
  pace: SeasonPace | undefined,
): (fromDay: number, day: number) => number {
  let sum = 0;
  const running = paidOnDay.map((share) => (sum += share));
  if (pace === undefined) return (fromDay, day) => running[day - fromDay] ?? 0;
  return (fromDay, day) => {
    let paid = 0;
    for (let done = fromDay; done <= day; done++) {
      paid += (paidOnDay[day - done] ?? 0) * pace.done(done);
    }
    return paid;
  };
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

/** Bills as they were paid. */
export function purchasesPaid(bought: readonly PaidItem[]): { on: string; amountMinor: number }[] {
  return bought.map((p) => ({ on: p.paidOn, amountMinor: -Math.abs(p.amountMinor) }));
}
