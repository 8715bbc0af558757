import { falseDiscoveryLimit } from "./significance.ts";
import type { Detector, DetectorName, Subject, View } from "./warning-model.ts";

/** Share of alerts about clients that chance may make, over the clients looked at together. */
const FALSE_SHARE = 0.1;
const FEWEST_JUDGED = 30;
const LEAST_LIFT = 1.5;

/** What a detector was worth on the company's own past. */
export interface DetectorRecord {
  name: DetectorName;
  horizonDays: number;
  /** Alerts of the replay old enough to be judged, and those of them that came true. */
  alerts: number;
  hits: number;
  hitRate: number | null;
  /** How often the same came to pass for any client, supplier or account looked at. */
  baseRate: number | null;
  /** Clients, suppliers or accounts looked at, each review counted. */
  observations: number;
  /** Hit-rate over base rate. */
  lift: number | null;
  /** Off: thirty alerts showed less than half as much again as chance. Learning: fewer so far. */
  state: "on" | "off" | "learning";
}

/** The subjects that a detector alerts about: unlikely by chance, large, and worth the money. */
export function alertsOf(subjects: readonly Subject[], impactFloorMinor: number): Subject[] {
  const tested = subjects.flatMap(({ pValue }) => (pValue === null ? [] : [pValue]));
  const limit = falseDiscoveryLimit(tested, FALSE_SHARE);
  return subjects.filter(
    (s) =>
      s.isLarge && s.impactMinor >= impactFloorMinor && (s.pValue === null || s.pValue <= limit),
  );
}

/** The reviews of a detector, oldest first: what it would have said on each day. */
export interface Review {
  view: View;
  subjects: readonly Subject[];
  alerts: readonly Subject[];
}

/** Runs a detector again as on each past day. */
export function review(
  detector: Detector,
  views: readonly View[],
  floorAt: (view: View) => number,
): Review[] {
  return views.map((view) => {
    const subjects = detector.look(view);
    return { view, subjects, alerts: alertsOf(subjects, floorAt(view)) };
  });
}

/**
 * Judges a detector on its own reviews: what it alerted against what then happened, within its
 * horizon and no later than `lastDay`. An alert that goes on is one alert.
 */
export function recordOf(
  detector: Detector,
  reviews: readonly Review[],
  at: { lastDay: number; viewAt: (day: number) => View },
): DetectorRecord {
  let alerts = 0;
  let hits = 0;
  let looked = 0;
  let happened = 0;
  let standing = new Set<string>();
  for (const { view, subjects, alerts: raised } of reviews) {
    const until = view.day + detector.horizonDays;
    if (until > at.lastDay) break;
    const raisedKeys = new Set(raised.map((s) => s.key));
    for (const subject of subjects) {
      const came = detector.cameTrue(subject, { before: view, after: at.viewAt(until) });
      if (came === null) continue;
      looked++;
      if (came) happened++;
      if (!raisedKeys.has(subject.key) || standing.has(subject.key)) continue;
      alerts++;
      if (came) hits++;
    }
    standing = raisedKeys;
  }
  const hitRate = alerts === 0 ? null : hits / alerts;
  const baseRate = looked === 0 ? null : happened / looked;
  const lift = hitRate === null || baseRate === null || baseRate === 0 ? null : hitRate / baseRate;
  return {
    ...{ name: detector.name, horizonDays: detector.horizonDays },
    ...{ alerts, hits, hitRate, baseRate, observations: looked, lift },
    state: alerts < FEWEST_JUDGED ? "learning" : (lift ?? 0) < LEAST_LIFT ? "off" : "on",
  };
}
