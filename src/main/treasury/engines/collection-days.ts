import { daysBetween, endOfMonth } from "#contract/date.ts";
import type { SourceRef } from "#contract/finding.ts";
import { exactParts } from "./exact-parts.ts";
import { meanError } from "./mean-error.ts";
import type { CausalModel, CauseCell, Contribution } from "./named-causes.ts";

/** A customer's payment of an invoice, in cents above zero. */
export interface CollectedPayment {
  id: string;
  partyId: string;
  issuedOn: string;
  dueOn: string;
  paidOn: string;
  amountMinor: number;
  ref: SourceRef;
}

/**
 * `mix`: customers' weights; `terms`: days agreed; `calendar`: days that end-of-month terms add by
 * the day of billing; `behaviour`: lateness; `one-off`: lateness beyond what the customer ever
 * does.
 */
export const DSO_FACTORS = ["mix", "terms", "calendar", "behaviour", "one-off"] as const;
export type DsoFactor = (typeof DSO_FACTORS)[number];

/** The move of collection days in hundredths of a day; the cells add up to it exactly. */
export interface CollectionMove {
  before: number;
  after: number;
  cells: { factor: DsoFactor; partyId: string; hundredths: number }[];
  model: CausalModel<DsoFactor>;
}

/** Below this share of what is paid, or this many payments, a customer is not named. */
const LEAST_WEIGHT = 0.02;
const LEAST_PAYMENTS = 4;
const LEAST_FENCE_DAYS = 30;
/** One payment's deviation is never taken for less. */
const LEAST_ERROR_DAYS = 1;
const FENCE_PAYMENTS = 8;

/**
 * Days from invoice to payment, weighted by amounts, over two sets of payments, and why they
 * differ. With weights w and days y by customer, the move is Σ Δw·(ȳ − D̄) (mix) + Σ w̄·Δy, y
 * being the sum of the other factors: the Shapley split of a product, without residual. A customer
 * of one period only is mix. Null when a period has no payment.
 */
export function collectionMove(
  before: readonly CollectedPayment[],
  after: readonly CollectedPayment[],
): CollectionMove | null {
  if (before.length === 0 || after.length === 0) return null;
  const rows = [
    ...before.map((payment) => ({ payment, isAfter: false })),
    ...after.map((payment) => ({ payment, isAfter: true })),
  ].sort((a, b) => order(a.payment.id, b.payment.id) || Number(a.isAfter) - Number(b.isAfter));
  const model = modelOf(rows);
  const totals = [false, true].map((side) => {
    const own = rows.filter((row) => row.isAfter === side).map((row) => row.payment);
    const paid = own.reduce((sum, one) => sum + one.amountMinor, 0);
    const days = own.reduce(
      (sum, one) => sum + one.amountMinor * daysBetween(one.issuedOn, one.paidOn),
      0,
    );
    return Math.round((100 * days) / paid);
  });
  const [start = 0, end = 0] = totals;
  const exact = model.contributions(model.isAfter).map(({ value }) => value * 100);
  const parts = exactParts(exact, end - start);
  const cells = model.cells.map(({ factor, key }, i) => ({
    ...{ factor, partyId: key, hundredths: parts[i] ?? 0 },
  }));
  return { before: start, after: end, cells, model };
}

interface Row {
  payment: CollectedPayment;
  isAfter: boolean;
}

/** Payments of one customer on one day are one unit: they are one decision. */
function modelOf(rows: readonly Row[]): CausalModel<DsoFactor> {
  const parties = [...new Set(rows.map((row) => row.payment.partyId))].toSorted();
  const partyAt = new Map(parties.map((id, i) => [id, i]));
  const unitOf = (row: Row) => `${row.payment.partyId} ${row.payment.paidOn} ${row.isAfter}`;
  const units = [...new Set(rows.map(unitOf))];
  const unitAt = new Map(units.map((unit, i) => [unit, i]));
  const fences = fencesOf(rows);
  const facts = rows.map((row) => ({
    party: partyAt.get(row.payment.partyId) ?? 0,
    unit: unitAt.get(unitOf(row)) ?? 0,
    amount: row.payment.amountMinor,
    days: daysOf(row.payment, fences(row.payment.partyId)),
  }));
  const isAfter = units.map(() => false);
  rows.forEach((row, i) => {
    isAfter[facts[i]?.unit ?? 0] = row.isAfter;
  });
  const paid = facts.reduce((sum, one) => sum + one.amount, 0);
  const byParty = Map.groupBy(facts, (one) => one.party);
  const support = parties.map((_, party) => {
    const own = byParty.get(party) ?? [];
    const share = own.reduce((sum, one) => sum + one.amount, 0) / paid;
    return own.length >= LEAST_PAYMENTS && share >= LEAST_WEIGHT;
  });
  const cells: CauseCell<DsoFactor>[] = DSO_FACTORS.flatMap((factor) =>
    parties.map((key, i) => ({ factor, key, isSupported: support[i] ?? false })),
  );
  return {
    ...{ cells, isAfter },
    contributions: (labels) => contributionsOf(facts, parties.length, labels),
  };
}

interface Fact {
  party: number;
  unit: number;
  amount: number;
  /** Terms, calendar, behaviour, one-off. */
  days: readonly number[];
}

function contributionsOf(
  facts: readonly Fact[],
  parties: number,
  isAfter: readonly boolean[],
): Contribution[] {
  const empty = () => Array.from({ length: parties }, (): Fact[] => []);
  const [before, after] = [empty(), empty()];
  for (const fact of facts) (isAfter[fact.unit] === true ? after : before)[fact.party]?.push(fact);
  const sides = [periodOf(before), periodOf(after)] as const;
  const middle = (sides[0].mean + sides[1].mean) / 2;
  const found = DSO_FACTORS.map((): Contribution[] => []);
  for (let party = 0; party < parties; party++) {
    const rows = [before[party] ?? [], after[party] ?? []] as const;
    const weights = sides.map((side, i) => amountOf(rows[i] ?? []) / (side.paid || 1));
    const [weight0 = 0, weight1 = 0] = weights;
    const [own0, own1] = meansOf(rows);
    const gap = (add(own0) + add(own1)) / 2 - middle;
    const weightError = Math.hypot(
      ...sides.map((side, i) => shareError(rows[i] ?? [], weights[i] ?? 0, side)),
    );
    found[0]?.push({ value: (weight1 - weight0) * gap, error: Math.abs(gap) * weightError });
    const weight = (weight0 + weight1) / 2;
    own1.forEach((day, i) => {
      const samples = rows.map((own) =>
        own.map((fact) => ({ weight: fact.amount, value: fact.days[i] ?? 0 })),
      );
      const error = weight * meanError(samples[0] ?? [], samples[1] ?? [], LEAST_ERROR_DAYS);
      found[i + 1]?.push({ value: weight * (day - (own0[i] ?? 0)), error });
    });
  }
  return found.flat();
}

interface PeriodSums {
  paid: number;
  /** Sum of the squares of amounts. */
  squares: number;
  /** Days from invoice to payment. */
  mean: number;
}

function periodOf(byParty: readonly (readonly Fact[])[]): PeriodSums {
  let [paid, squares, days] = [0, 0, 0];
  for (const own of byParty) {
    for (const fact of own) {
      paid += fact.amount;
      squares += fact.amount ** 2;
      days += fact.amount * add(fact.days);
    }
  }
  return { paid, squares, mean: paid === 0 ? 0 : days / paid };
}

/** Error of a customer's share of what is paid, payments coming by chance one by one. */
function shareError(own: readonly Fact[], share: number, { paid, squares }: PeriodSums): number {
  if (paid === 0) return 0;
  const mine = add(own.map((fact) => fact.amount ** 2));
  return Math.sqrt((1 - share) ** 2 * mine + share ** 2 * (squares - mine)) / paid;
}

/** Mean days by factor in each period; a customer of one only has the same in the other. */
function meansOf(rows: readonly [readonly Fact[], readonly Fact[]]): [number[], number[]] {
  const [before, after] = rows.map((own) => {
    const amount = amountOf(own);
    return [0, 1, 2, 3].map((i) =>
      amount === 0 ? 0 : add(own.map((fact) => fact.amount * (fact.days[i] ?? 0))) / amount,
    );
  });
  const [none0, none1] = rows.map((own) => own.length === 0);
  const known = (none0 === true ? after : before) ?? [];
  return [known, (none1 === true ? before : after) ?? []];
}

function amountOf(own: readonly Fact[]): number {
  return add(own.map((fact) => fact.amount));
}

function daysOf(payment: CollectedPayment, fence: number): number[] {
  const { issuedOn, dueOn, paidOn } = payment;
  const isMonthEnd = dueOn === endOfMonth(dueOn) && dueOn > endOfMonth(issuedOn);
  const calendar = isMonthEnd ? daysBetween(issuedOn, endOfMonth(issuedOn)) : 0;
  const late = daysBetween(dueOn, paidOn);
  const usual = Math.min(late, fence);
  return [daysBetween(issuedOn, dueOn) - calendar, calendar, usual, late - usual];
}

/** Lateness beyond the upper quartile and three ranges (Tukey) is not the customer's way. */
function fencesOf(rows: readonly Row[]): (partyId: string) => number {
  const lateness = (own: readonly Row[]) =>
    own.map(({ payment }) => daysBetween(payment.dueOn, payment.paidOn)).sort((a, b) => a - b);
  const all = fenceOf(lateness(rows));
  const fences = new Map<string, number>();
  for (const [partyId, own] of Map.groupBy(rows, (row) => row.payment.partyId)) {
    if (own.length >= FENCE_PAYMENTS) fences.set(partyId, fenceOf(lateness(own)));
  }
  return (partyId) => fences.get(partyId) ?? all;
}

function fenceOf(sorted: readonly number[]): number {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return Math.max(LEAST_FENCE_DAYS, at(0.75) + 3 * (at(0.75) - at(0.25)));
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
