import { fromDayNumber, toDayNumber } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import { gradeReliability } from "./small-data.ts";
import { daysBelowFloor, lowPoint, overdraftFees } from "./warning-bank.ts";
import { disputes } from "./warning-disputes.ts";
import { latenessDrift, overdueHabit } from "./warning-lateness.ts";
import { marginErosion } from "./warning-margins.ts";
import {
  billedMinor,
  type Detector,
  type DetectorName,
  type View,
  viewsOf,
  type WarningInput,
  type WarningPart,
} from "./warning-model.ts";
import { type DetectorRecord, type Review, recordOf, review } from "./warning-replay.ts";
import { concentration, orderGap, termsShrinking } from "./warning-trade.ts";

/** Something worth a look: what, about whom, the euros at stake, since when, and why. */
export interface Warning {
  kind: DetectorName;
  partyId: string | null;
  impact: Figure;
  sinceOn: string;
  parts: WarningPart[];
  refs: SourceRef[];
}

/** The few alerts of the day, and what each detector was worth so far. */
export interface EarlyWarnings {
  alerts: Warning[];
  /** Alerts that stay unsaid because five others weigh more. */
  heldBack: number;
  /** Alerts that stay unsaid because their detector is off. */
  silenced: number;
  impactFloorMinor: number;
  detectors: DetectorRecord[];
}

const MOST_ALERTS = 5;
const REVIEW_DAYS = 14;
const REPLAY_DAYS = 730;
/** No alert for less than this, or than a thousandth of the year's billing. */
const LEAST_IMPACT_MINOR = 10_000;
const LEAST_IMPACT_SHARE = 0.001;
const SHOWN_REFS = 12;

const DETECTORS: readonly Detector[] = [
  ...[latenessDrift, overdueHabit, disputes, concentration, termsShrinking, orderGap],
  marginErosion,
  ...[lowPoint, daysBelowFloor, overdraftFees],
];

/**
 * Engine 4, early warnings: "look here", not a prediction. Ten detectors look at the rows known on
 * the day; over clients and suppliers chance alerts are held to one in ten (Benjamini and Hochberg
 * 1995) and at most five alerts are said. Each detector is run again every fortnight of the last
 * two years, reading nothing later than each day, and what it then alerted is judged on what came:
 * one that after 30 alerts does not beat chance by half is off, and says so. Pure.
 */
export function earlyWarnings(input: WarningInput): EarlyWarnings {
  const lastDay = toDayNumber(input.asOn);
  const viewAt = remembered(viewsOf(input));
  const views = reviewDays(input, lastDay).map(viewAt);
  const detectors: DetectorRecord[] = [];
  const raised: Warning[] = [];
  let silenced = 0;
  for (const detector of DETECTORS) {
    const reviews = review(detector, views, floorOf);
    const record = recordOf(detector, reviews, { lastDay, viewAt });
    const standing = standingAlerts(detector, reviews);
    detectors.push(record);
    if (record.state === "off") silenced += standing.length;
    else raised.push(...standing);
  }
  raised.sort(
    (a, b) =>
      (b.impact.value ?? 0) - (a.impact.value ?? 0) ||
      a.kind.localeCompare(b.kind) ||
      ((a.partyId ?? "") < (b.partyId ?? "") ? -1 : 1),
  );
  return {
    alerts: raised.slice(0, MOST_ALERTS),
    heldBack: Math.max(0, raised.length - MOST_ALERTS),
    ...{ silenced, detectors, impactFloorMinor: floorOf(viewAt(lastDay)) },
  };
}

/** Every fortnight back from the day, to two years ago or the first row. */
function reviewDays(input: WarningInput, lastDay: number): number[] {
  let first = lastDay;
  for (const row of input.trade) first = Math.min(first, toDayNumber(row.issuedOn));
  for (const row of input.bank) first = Math.min(first, toDayNumber(row.bookedOn));
  first = Math.max(first, lastDay - REPLAY_DAYS);
  const count = Math.floor((lastDay - first) / REVIEW_DAYS);
  return Array.from({ length: count + 1 }, (_, i) => lastDay - (count - i) * REVIEW_DAYS);
}

const floors = new WeakMap<View, number>();

/** The same for all detectors of a day. */
function floorOf(view: View): number {
  const floor = floors.get(view) ?? leastImpact(view);
  floors.set(view, floor);
  return floor;
}

function leastImpact(view: View): number {
  let yearMinor = 0;
  for (const items of view.customers.values()) {
    yearMinor += billedMinor(items, { day: view.day, days: 365 });
  }
  const { minimumImpactMinor } = view.levels;
  if (minimumImpactMinor !== undefined) return minimumImpactMinor;
  return Math.max(LEAST_IMPACT_MINOR, Math.round(yearMinor * LEAST_IMPACT_SHARE));
}

/** Alerts of the last review, dated from the first of the reviews in a row that said them. */
function standingAlerts({ name }: Detector, reviews: readonly Review[]): Warning[] {
  const last = reviews.at(-1);
  if (last === undefined) return [];
  return last.alerts.map((subject) => {
    let sinceDay = Math.min(subject.sinceDay, last.view.day);
    for (const { view, alerts } of reviews.toReversed()) {
      if (!alerts.some((a) => a.key === subject.key)) break;
      sinceDay = Math.min(sinceDay, view.day);
    }
    const { parts, refs } = subject.describe();
    const [first] = parts;
    const { observations, periodDays } = first?.figure.reliability ?? {
      ...{ observations: 0, periodDays: 0 },
    };
    const shown = refs.slice(0, SHOWN_REFS);
    return {
      ...{ kind: name, partyId: subject.partyId, refs: shown },
      impact: {
        ...{ value: subject.impactMinor, unit: "minor" as const, refs: shown },
        reliability: gradeReliability(observations, periodDays),
      },
      sinceOn: fromDayNumber(sinceDay),
      parts: parts.map((p) => ({
        ...p,
        figure: { ...p.figure, refs: p.figure.refs.slice(0, SHOWN_REFS) },
      })),
    };
  });
}

function remembered(viewAt: (day: number) => View): (day: number) => View {
  const views = new Map<number, View>();
  return (day) => {
    const known = views.get(day) ?? viewAt(day);
    views.set(day, known);
    return known;
  };
}
