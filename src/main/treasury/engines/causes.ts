import { daysBetween } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import {
  type CashDue,
  type CashFlow,
  type CashManner,
  type CashSpans,
  cashBridge,
  cashModel,
} from "./cash-bridge.ts";
import {
  type CollectedPayment,
  collectionMove,
  DSO_FACTORS,
  type DsoFactor,
} from "./collection-days.ts";
import { type NamedCause, namedCauses } from "./named-causes.ts";
import { gradeReliability, type Reliability } from "./small-data.ts";

/**
 * How a finding knows what it says: `arithmetic` is a part of a sum, `coincides` a date near the
 * move, `estimated` a difference from what was expected, with an interval. None of them is a proof
 * of cause.
 */
export type Claim = "arithmetic" | "coincides" | "estimated";

export interface CauseFinding<F extends string> {
  claim: Claim;
  /** Factor of the KPI, or manner of a cash flow. */
  factor: F;
  /** The party, or category and key of a cash flow; null for the whole factor. */
  key: string | null;
  figure: Figure;
  /** Part of the move, where there is one. */
  share: number | null;
  /** Deviations from what chance gives. */
  surprise: number;
}

export interface DsoMove {
  opening: Figure;
  closing: Figure;
  /** Adds up to closing − opening exactly. */
  bridge: { factor: DsoFactor; claim: Claim; figure: Figure }[];
  named: CauseFinding<DsoFactor>[];
}

const MOST_REFS = 20;

/** Why collection days moved between two windows of payments; null when one has no payment. */
export function dsoCauses(
  before: readonly CollectedPayment[],
  after: readonly CollectedPayment[],
  windowDays: number,
): DsoMove | null {
  const move = collectionMove(before, after);
  if (move === null) return null;
  const refs = refsOf([...before, ...after]);
  const all = gradeReliability(before.length + after.length, windowDays * 2);
  const days = (value: number, reliability: Reliability, own: SourceRef[]): Figure => ({
    ...{ value, unit: "days", reliability, refs: own },
  });
  const delta = move.after - move.before;
  const bridge = DSO_FACTORS.map((factor) => {
    const cells = move.cells.filter((cell) => cell.factor === factor);
    const value = cells.reduce((sum, cell) => sum + cell.hundredths, 0) / 100;
    const parties = cells
      .filter((cell) => cell.hundredths !== 0)
      .toSorted((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths))
      .slice(0, MOST_REFS)
      .map((cell) => ({ kind: "party" as const, id: cell.partyId }));
    return { factor, claim: "arithmetic" as const, figure: days(value, all, parties) };
  });
  const named = namedCauses(move.model).map((cause): CauseFinding<DsoFactor> => {
    const own = [...before, ...after].filter((one) => isOf(cause, one.partyId));
    const value = Math.round(cause.contribution * 100) / 100;
    const reliability = gradeReliability(own.length, windowDays * 2);
    return {
      claim: "arithmetic",
      ...{ factor: cause.factor, key: cause.key },
      figure: days(value, reliability, refsOf(own)),
      share: delta === 0 ? null : (cause.contribution * 100) / delta,
      surprise: cause.surprise,
    };
  });
  return {
    opening: days(move.before / 100, gradeReliability(before.length, windowDays), refs),
    closing: days(move.after / 100, gradeReliability(after.length, windowDays), refs),
    ...{ bridge, named },
  };
}

/** How cash went from one balance to another, and what differs from as many days before. */
export function cashCauses(
  rows: { flows: readonly CashFlow[]; dues: readonly CashDue[]; openingMinor: number },
  spans: CashSpans,
) {
  const moves = cashBridge(rows, spans);
  const days = daysBetween(spans.fromOn, spans.toOn);
  const minor = (value: number, observations: number, refs: SourceRef[]): Figure => ({
    ...{ value, unit: "minor", refs, reliability: gradeReliability(observations, days) },
  });
  const flow = moves.reduce((sum, one) => sum + one.flowMinor, 0);
  const delta = flow - moves.reduce((sum, one) => sum + one.beforeMinor, 0);
  const lines = moves.reduce((sum, one) => sum + one.observations, 0);
  const named = namedCauses(cashModel(rows.flows, spans)).map((cause): CauseFinding<CashManner> => {
    const own = rows.flows.filter(
      (one) =>
        one.bookedOn > spans.beforeOn &&
        one.bookedOn <= spans.toOn &&
        isOf(cause, `${one.category} ${one.key}`),
    );
    return {
      claim: "arithmetic",
      ...{ factor: cause.factor, key: cause.key },
      figure: minor(Math.round(cause.contribution), own.length, refsOf(own)),
      share: delta === 0 ? null : cause.contribution / delta,
      surprise: cause.surprise,
    };
  });
  return {
    opening: minor(rows.openingMinor, lines, []),
    closing: minor(rows.openingMinor + flow, lines, []),
    bridge: moves.map((one) => ({
      factor: one.category,
      claim: "arithmetic" as const,
      figure: minor(one.flowMinor, one.observations, one.refs),
    })),
    named,
    moves,
  };
}

function isOf(cause: NamedCause, key: string): boolean {
  return cause.key === null || cause.key === key;
}

function refsOf(rows: readonly { id: string; amountMinor: number; ref: SourceRef }[]): SourceRef[] {
  return rows
    .toSorted((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_REFS)
    .map((row) => row.ref);
}
