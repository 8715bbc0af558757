import { toDayNumber } from "#contract/date.ts";
import {
  delayQuantile,
  type PaidItem,
  type PaymentPattern,
  paymentDelays,
  paymentPattern,
} from "./payment-delays.ts";
import { PSEUDO_OBSERVATIONS, type Reliability } from "./small-data.ts";

/** How lateness has moved over a party's last payments, in days of lateness per month. */
export interface LatenessTrend {
  /** Least squares, and the median of all pairs' slopes (Theil 1950, Sen 1968), which one payment
   * out of line does not move. */
  regressionDays: number;
  theilSenDays: number;
  /** Two-sided chance of such an order without any trend (Mann 1945, Kendall 1975). */
  pValue: number;
}

/** The day on which a party pays, when it has one. */
export interface PayDayHabit {
  kind: "day-of-month" | "weekday";
  /** 1 to 31, or 1 (Monday) to 7. */
  day: number;
  /** Share of its payments on that day. */
  share: number;
}

/** How one party pays. */
export interface PartyPattern extends PaymentPattern {
  partyId: string;
  /** Null below five payments. */
  trend: LatenessTrend | null;
  habit: PayDayHabit | null;
  /** 0 to 100: how far the next payment can be foretold. */
  predictability: number;
}

export interface PaymentPatterns {
  parties: PartyPattern[];
  portfolio: PaymentPattern;
  reliability: Reliability;
}

const TREND_PAYMENTS = 12;
const FEWEST_FOR_TREND = 5;
const FEWEST_FOR_HABIT = 6;
const MONTH_DAYS = 30.44;
/** A habit must be this much likelier than days drawn at random would make it. */
const HABIT_SHARE = { "day-of-month": 0.4, weekday: 0.6 } as const;
/** Spread (P90 − P10) at which a party's steadiness counts for half. */
const HALF_SPREAD_DAYS = 20;

/**
 * Engine 2, as people read it: each party's shrunk P10, median and P90 of lateness and its share of
 * late payments, the trend of its last twelve payments, its pay day, and how far it can be foretold:
 * credibility n/(n+3) times steadiness 20/(20+spread). Pure; payments after `asOn` are not read.
 */
export function paymentPatterns(input: {
  asOn: string;
  side: "customer" | "supplier";
  paidHistory: readonly PaidItem[];
}): PaymentPatterns {
  const delays = paymentDelays(input);
  const known = input.paidHistory.filter((p) => p.side === input.side && p.paidOn <= input.asOn);
  const byParty = Map.groupBy(known, (p) => p.partyId);
  const parties = [...byParty].map(([partyId, paid]): PartyPattern => {
    const own = paid.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
    const distribution = delays.ofParty(partyId);
    const spread = delayQuantile(distribution, 0.9) - delayQuantile(distribution, 0.1);
    const credibility = own.length / (own.length + PSEUDO_OBSERVATIONS);
    const steadiness = HALF_SPREAD_DAYS / (HALF_SPREAD_DAYS + spread);
    return {
      partyId,
      ...paymentPattern(distribution),
      trend: trendOf(own.slice(-TREND_PAYMENTS)),
      habit: habitOf(own),
      predictability: Math.round(100 * credibility * steadiness),
    };
  });
  parties.sort((a, b) => b.observations - a.observations || (a.partyId < b.partyId ? -1 : 1));
  const { portfolio, reliability } = delays;
  return { parties, portfolio: paymentPattern(portfolio), reliability };
}

/** The trend of payments in order of date; null when they are too few. */
export function trendOf(paid: readonly PaidItem[]): LatenessTrend | null {
  if (paid.length < FEWEST_FOR_TREND) return null;
  const points = paid.map((p) => {
    const day = toDayNumber(p.paidOn);
    return { x: day / MONTH_DAYS, y: day - toDayNumber(p.dueOn) };
  });
  const slopes: number[] = [];
  let score = 0;
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) {
      score += Math.sign(b.y - a.y);
      if (b.x > a.x) slopes.push((b.y - a.y) / (b.x - a.x));
    }
  }
  return {
    regressionDays: regression(points),
    theilSenDays: median(slopes),
    pValue: kendallP(
      score,
      points.map((p) => p.y),
    ),
  };
}

function regression(points: readonly { x: number; y: number }[]): number {
  const mean = (of: (p: { x: number; y: number }) => number) =>
    points.reduce((sum, p) => sum + of(p), 0) / points.length;
  const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
  const sxx = points.reduce((sum, p) => sum + (p.x - mx) ** 2, 0);
  const sxy = points.reduce((sum, p) => sum + (p.x - mx) * (p.y - my), 0);
  return sxx === 0 ? 0 : sxy / sxx;
}

/** Mann and Kendall's test, both sides: normal approximation with the correction for ties and for continuity. */
export function kendallP(score: number, values: readonly number[]): number {
  const n = values.length;
  const ties = [...Map.groupBy(values, (v) => v).values()].map((same) => same.length);
  const pairs = (t: number) => t * (t - 1) * (2 * t + 5);
  const variance = (pairs(n) - ties.reduce((sum, t) => sum + pairs(t), 0)) / 18;
  if (variance <= 0) return 1;
  const z = Math.max(0, Math.abs(score) - 1) / Math.sqrt(variance);
  return Math.min(1, 2 * normalTail(z));
}

/** Upper tail of the standard normal (Abramowitz & Stegun 26.2.17, error below 7.5e-8); z from 0 on. */
export function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

/** The commonest day of month or weekday, when enough payments fall on it. */
function habitOf(paid: readonly PaidItem[]): PayDayHabit | null {
  if (paid.length < FEWEST_FOR_HABIT) return null;
  const kinds = {
    "day-of-month": (p: PaidItem) => Number(p.paidOn.slice(8)),
    weekday: (p: PaidItem) => ((toDayNumber(p.paidOn) + 3) % 7) + 1,
  } as const;
  for (const kind of ["day-of-month", "weekday"] as const) {
    const [day = 0, same = []] =
      [...Map.groupBy(paid, kinds[kind])].toSorted(
        ([a, x], [b, y]) => y.length - x.length || a - b,
      )[0] ?? [];
    const share = same.length / paid.length;
    if (share >= HABIT_SHARE[kind]) return { kind, day, share };
  }
  return null;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
