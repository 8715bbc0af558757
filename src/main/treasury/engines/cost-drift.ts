import { addMonths, daysBetween } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import { type CostChange, costChanges } from "./cost-changes.ts";
import { type MonthlyActivity, ratchetIndex, type Stickiness, stickiness } from "./cost-ratchet.ts";
import { costSteps, type Step } from "./cost-steps.ts";
import { type CostRow, type CostStream, costStreams, payeeOf } from "./cost-streams.ts";
import { type GhostReason, ghostCosts, yearlyMinor } from "./ghost-costs.ts";
import { median } from "./robust-statistics.ts";
import { slowDrift } from "./slow-drift.ts";
import { gradeReliability } from "./small-data.ts";

/** Who is paid, for what: common to all findings on a recurring cost. */
export interface CostOf {
  streamKey: string;
  /** The last wording seen. */
  label: string;
  partyId: string | null;
  account: string | null;
}

/** A recurring cost and what it costs a year. */
export interface CostLevel extends CostOf {
  periodDays: number;
  observations: number;
  amountMinor: number;
  firstOn: string;
  lastOn: string;
  nextOn: string;
  yearly: Figure;
  /** Its payments, by rising day. */
  hits: { on: string; amountMinor: number; ref: SourceRef | null }[];
  /** Change of the level over twelve months; null when the year before is not known. */
  yearChange: number | null;
  /** The same above the inflation that was given; null without one. */
  realChange: number | null;
}

/** A recurring cost that changed level, at once (`step`) or little by little (`drift`). */
export interface CostMove extends CostOf {
  kind: "step" | "drift";
  /** First hit of the new level, or the day on which the drift showed. */
  on: string;
  beforeMinor: number;
  afterMinor: number;
  /** Share of the level before. */
  change: number;
  /** What the move costs a year; refs are the last hit before and the first after. */
  yearly: Figure;
}

/** A question to a person about a recurring cost. */
export interface CostQuestion extends CostOf {
  reasons: GhostReason[];
  otherKey: string | null;
  yearly: Figure;
}

export interface CostDrift {
  asOn: string;
  streams: CostLevel[];
  moves: CostMove[];
  categories: CostChange[];
  questions: CostQuestion[];
  ratchet: {
    /** Rises over all moves, by yearly cost: 1 when costs only ever rose. */
    index: Figure;
    byCategory: { category: string; index: number; moves: number }[];
    /** Null below 24 months. */
    stickiness: Stickiness | null;
  };
}

interface DriftInput {
  asOn: string;
  rows: readonly CostRow[];
  /** Operating costs and sales of full months, in order. */
  months: readonly MonthlyActivity[];
  /** Yearly inflation in basis points, to set price changes against. */
  inflationBps?: number | undefined;
}

/**
 * Engine 9: recurring costs, their steps and slow drifts with what these cost a year, the change of
 * each category against the year before, costs to ask about, and whether costs ever come down. Pure;
 * rows after `asOn` are not read.
 */
export function costDrift(input: DriftInput): CostDrift {
  const rows = input.rows.filter((row) => row.on <= input.asOn).toSorted(byDay);
  const streams = costStreams(input.asOn, rows);
  const found = streams.map((stream) => {
    const steps = costSteps(stream.hits.map((hit) => hit.amountMinor));
    return { stream, steps };
  });
  const moves = found
    .flatMap(({ stream, steps }) => movesOf(input.asOn, stream, steps))
    .sort(
      (a, b) =>
        Math.abs(b.yearly.value ?? 0) - Math.abs(a.yearly.value ?? 0) ||
        (a.streamKey < b.streamKey ? -1 : 1) ||
        (a.on < b.on ? -1 : 1),
    );
  const activities = new Map<string, number>();
  for (const [payee, own] of Map.groupBy(rows, payeeOf)) {
    activities.set(payee, new Set(own.map((row) => row.on)).size);
  }
  return {
    asOn: input.asOn,
    streams: streams
      .map((stream) => levelOf(stream, input))
      .sort((a, b) => (b.yearly.value ?? 0) - (a.yearly.value ?? 0)),
    moves,
    categories: costChanges(input.asOn, rows),
    questions: ghostCosts(streams, activities)
      .map(({ stream, reasons, otherKey }) => ({
        ...{ ...costOf(stream), reasons, otherKey },
        yearly: figure(stream, yearlyMinor(stream), lastRefs(stream.hits.slice(-12))),
      }))
      .sort((a, b) => (b.yearly.value ?? 0) - (a.yearly.value ?? 0)),
    ratchet: ratchetOf(moves, input.months),
  };
}

function byDay(a: CostRow, b: CostRow): number {
  const [x, y] = [a, b].map((row) => `${row.on} ${row.ref.kind} ${row.ref.id}`);
  if (x === y) return a.amountMinor - b.amountMinor;
  return (x ?? "") < (y ?? "") ? -1 : 1;
}

function costOf(stream: CostStream): CostOf {
  const { key, label, partyId = null, account = null } = stream;
  return { streamKey: key, label, partyId, account };
}

function figure(stream: CostStream, value: number, refs: SourceRef[]): Figure {
  const [first, last] = [stream.hits[0], stream.hits.at(-1)];
  const periodDays = first && last ? daysBetween(first.on, last.on) + 1 : 0;
  return {
    ...{ value, unit: "minor", refs },
    reliability: gradeReliability(stream.hits.length, periodDays),
  };
}

function lastRefs(hits: readonly { refs: SourceRef[] }[]): SourceRef[] {
  return hits.flatMap((hit) => hit.refs);
}

function levelOf(stream: CostStream, { asOn, inflationBps }: DriftInput): CostLevel {
  const { hits, periodDays, nextOn } = stream;
  const amountMinor = Math.round(median(hits.slice(-3).map((hit) => hit.amountMinor)));
  const yearBefore = hits.filter((hit) => hit.on <= addMonths(asOn, -12)).slice(-3);
  const before = median(yearBefore.map((hit) => hit.amountMinor));
  const yearChange = before > 0 ? amountMinor / before - 1 : null;
  const inflation = inflationBps === undefined ? null : inflationBps / 10_000;
  const isKnown = yearChange !== null && inflation !== null;
  return {
    ...{ ...costOf(stream), periodDays, nextOn, amountMinor, observations: hits.length },
    firstOn: hits[0]?.on ?? asOn,
    lastOn: hits.at(-1)?.on ?? asOn,
    yearly: figure(stream, yearlyMinor(stream), lastRefs(hits.slice(-12))),
    hits: hits.map(({ on, amountMinor: minor, refs }) => ({
      ...{ on, amountMinor: minor, ref: refs[0] ?? null },
    })),
    yearChange,
    realChange: isKnown ? (1 + yearChange) / (1 + inflation) - 1 : null,
  };
}

function movesOf(asOn: string, stream: CostStream, steps: readonly Step[]): CostMove[] {
  const { hits } = stream;
  const move = (kind: CostMove["kind"], on: string, levels: [number, number]): CostMove => {
    const [beforeMinor, afterMinor] = levels;
    const at = hits.findIndex((hit) => hit.on === on);
    const yearly = Math.round((afterMinor - beforeMinor) * stream.hitsPerYear);
    return {
      ...{ ...costOf(stream), kind, on, beforeMinor, afterMinor },
      change: afterMinor / beforeMinor - 1,
      yearly: figure(stream, yearly, lastRefs(hits.slice(Math.max(0, at - 1), at + 1))),
    };
  };
  const found = steps.map((step) =>
    move("step", hits[step.at]?.on ?? asOn, [step.beforeMinor, step.afterMinor]),
  );
  const drift = slowDrift(asOn, hits, steps);
  return drift
    ? [...found, move("drift", drift.seenOn, [drift.beforeMinor, drift.afterMinor])]
    : found;
}

function ratchetOf(
  moves: readonly CostMove[],
  months: readonly MonthlyActivity[],
): CostDrift["ratchet"] {
  const effects = (some: readonly CostMove[]) => some.map((m) => m.yearly.value ?? 0);
  const byCategory = Map.groupBy(moves, (m) => m.account?.slice(0, 3) ?? "");
  const dates = moves.map((m) => m.on).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const periodDays = first && last ? daysBetween(first, last) + 1 : 0;
  return {
    index: {
      ...{ value: ratchetIndex(effects(moves)), unit: "share" },
      reliability: gradeReliability(moves.length, periodDays),
      refs: lastRefs(moves.map((m) => m.yearly)),
    },
    byCategory: [...byCategory]
      .flatMap(([category, own]) => {
        const index = ratchetIndex(effects(own));
        return category === "" || index === null ? [] : [{ category, index, moves: own.length }];
      })
      .sort((a, b) => (a.category < b.category ? -1 : 1)),
    stickiness: stickiness(months),
  };
}
