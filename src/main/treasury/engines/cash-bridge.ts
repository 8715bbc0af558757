import type { SourceRef } from "#contract/finding.ts";
import { meanError } from "./mean-error.ts";
import type { CausalModel, CauseCell, Contribution } from "./named-causes.ts";

export const CASH_CATEGORIES = [
  ...(["customers", "suppliers", "payroll", "taxes"] as const),
  ...(["loans", "transfers", "other"] as const),
] as const;
export type CashCategory = (typeof CASH_CATEGORIES)[number];

/** Payments more or fewer, or larger or smaller. */
const CASH_MANNERS = ["count", "size"] as const;
export type CashManner = (typeof CASH_MANNERS)[number];

/** A part of a bank line, in cents, receipts positive; `key` is its party or account. */
export interface CashFlow {
  id: string;
  bookedOn: string;
  amountMinor: number;
  category: CashCategory;
  key: string;
  ref: SourceRef;
}

/** What an invoice or a bill brings on its due day, signed as the bank will show it. */
export interface CashDue {
  category: "customers" | "suppliers";
  key: string;
  dueOn: string;
  amountMinor: number;
}

/** The flow of a category over the span, and why it is not that of as many days before. */
export interface CategoryMove {
  category: CashCategory;
  flowMinor: number;
  beforeMinor: number;
  /**
   * Of parties in both: what was paid less what fell due, then what fell due; others are new or
   * lost.
   */
  timingMinor: number;
  amountMinor: number;
  newMinor: number;
  lostMinor: number;
  observations: number;
  refs: SourceRef[];
}

export interface CashSpans {
  /** Ends of days: the span holds what comes after `fromOn`, up to `toOn`. */
  beforeOn: string;
  fromOn: string;
  toOn: string;
}

const MOST_REFS = 20;
/** Fewer flows under one key in both spans are not named. */
const LEAST_FLOWS = 3;
/** Amounts of one key are never taken to vary by less than this share. */
const LEAST_DEVIATION = 0.02;

/**
 * What each category brought over a span, and its move from the span before, in cents: flows add
 * up to closing − opening, and timing + amount + new + lost to the move, exactly. Where nothing of
 * a party fell due in either span, its move is amount.
 */
export function cashBridge(
  rows: { flows: readonly CashFlow[]; dues: readonly CashDue[] },
  spans: CashSpans,
): CategoryMove[] {
  return CASH_CATEGORIES.flatMap((category) => {
    const flows = rows.flows.filter((flow) => flow.category === category);
    const dues = rows.dues.filter((due) => due.category === category);
    const move: CategoryMove = {
      ...{ category, flowMinor: 0, beforeMinor: 0, timingMinor: 0, amountMinor: 0 },
      ...{ newMinor: 0, lostMinor: 0, observations: 0, refs: refsOf(flows, spans) },
    };
    const flowsOf = Map.groupBy(flows, (flow) => flow.key);
    const duesOf = Map.groupBy(dues, (due) => due.key);
    for (const key of new Set([...flowsOf.keys(), ...duesOf.keys()])) {
      const paid = (flowsOf.get(key) ?? []).map((one) => [one.bookedOn, one.amountMinor] as const);
      const due = (duesOf.get(key) ?? []).map((one) => [one.dueOn, one.amountMinor] as const);
      addKey(move, { flows: sums(paid, spans), dues: sums(due, spans) });
    }
    move.observations = flows.filter((flow) => isIn(flow.bookedOn, spans.fromOn, spans)).length;
    return move.flowMinor === 0 && move.beforeMinor === 0 && move.observations === 0 ? [] : [move];
  });
}

interface TwoSums {
  before: number;
  after: number;
  rowsBefore: number;
  rowsAfter: number;
}

function addKey(move: CategoryMove, { flows, dues }: { flows: TwoSums; dues: TwoSums }): void {
  move.flowMinor += flows.after;
  move.beforeMinor += flows.before;
  const delta = flows.after - flows.before;
  if (flows.rowsBefore + dues.rowsBefore === 0) move.newMinor += delta;
  else if (flows.rowsAfter + dues.rowsAfter === 0) move.lostMinor += delta;
  else if (dues.rowsBefore + dues.rowsAfter === 0) move.amountMinor += delta;
  else {
    move.amountMinor += dues.after - dues.before;
    move.timingMinor += delta - (dues.after - dues.before);
  }
}

function sums(rows: readonly (readonly [string, number])[], spans: CashSpans): TwoSums {
  const found: TwoSums = { before: 0, after: 0, rowsBefore: 0, rowsAfter: 0 };
  for (const [on, minor] of rows) {
    if (isIn(on, spans.fromOn, spans)) {
      found.after += minor;
      found.rowsAfter++;
    } else if (on > spans.beforeOn && on <= spans.fromOn) {
      found.before += minor;
      found.rowsBefore++;
    }
  }
  return found;
}

function isIn(on: string, after: string, { toOn }: CashSpans): boolean {
  return on > after && on <= toOn;
}

function refsOf(flows: readonly CashFlow[], spans: CashSpans): SourceRef[] {
  return flows
    .filter((flow) => isIn(flow.bookedOn, spans.fromOn, spans))
    .toSorted((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_REFS)
    .map((flow) => flow.ref);
}

/**
 * The move of each party's or account's flow as payments more or fewer (`count`) and larger or
 * smaller (`size`): Δn·m̄ + n̄·Δm, without residual. Keys are `category key`.
 */
export function cashModel(flows: readonly CashFlow[], spans: CashSpans): CausalModel<CashManner> {
  const held = flows
    .filter(({ bookedOn }) => bookedOn > spans.beforeOn && bookedOn <= spans.toOn)
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const keys = [...new Set(held.map(keyOf))].toSorted();
  const keyAt = new Map(keys.map((key, i) => [key, i]));
  const facts = held.map((flow) => ({
    key: keyAt.get(keyOf(flow)) ?? 0,
    minor: flow.amountMinor,
  }));
  const counts = keys.map(() => 0);
  for (const { key } of facts) counts[key] = (counts[key] ?? 0) + 1;
  const cells: CauseCell<CashManner>[] = CASH_MANNERS.flatMap((factor) =>
    keys.map((key, i) => ({ factor, key, isSupported: (counts[i] ?? 0) >= LEAST_FLOWS })),
  );
  const contributions = (isAfter: readonly boolean[]) => {
    const empty = () => keys.map((): number[] => []);
    const [before, after] = [empty(), empty()];
    facts.forEach(({ key, minor }, i) => {
      (isAfter[i] === true ? after : before)[key]?.push(minor);
    });
    const parts = keys.map((_, i) => countAndSize(before[i] ?? [], after[i] ?? []));
    return [...parts.map(([count]) => count), ...parts.map(([, size]) => size)];
  };
  return { cells, isAfter: held.map((flow) => flow.bookedOn > spans.fromOn), contributions };
}

function countAndSize(
  before: readonly number[],
  after: readonly number[],
): [Contribution, Contribution] {
  const [n0, n1] = [before.length, after.length];
  const [s0, s1] = [add(before), add(after)];
  const [m0, m1] = [n0 === 0 ? s1 / n1 : s0 / n0, n1 === 0 ? s0 / n0 : s1 / n1];
  const middle = (m0 + m1) / 2;
  const weighed = (values: readonly number[]) => values.map((value) => ({ weight: 1, value }));
  const least = LEAST_DEVIATION * Math.abs(middle);
  const error = meanError(weighed(before), weighed(after), least);
  return [
    { value: (n1 - n0) * middle, error: Math.abs(middle) * Math.sqrt(n0 + n1) },
    { value: ((n0 + n1) / 2) * (m1 - m0), error: ((n0 + n1) / 2) * error },
  ];
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function keyOf({ category, key }: CashFlow): string {
  return `${category} ${key}`;
}
