import { addMonths } from "#contract/date.ts";
import { noiseOf, type Step, withoutSteps } from "./cost-steps.ts";
import { median } from "./robust-statistics.ts";

/** A level that has moved little by little from that of the year before the last. */
export interface SlowDrift {
  /** Day on which the sum of small differences passed its limit. */
  seenOn: string;
  beforeMinor: number;
  afterMinor: number;
}

/** Reference and limit of the sums, in deviations (Page 1954; Montgomery's usual reference). */
const REFERENCE = 0.5;
const LIMIT = 8;
const LEAST_NOISE = 0.005;
const LEAST_DRIFT = Math.log(1.02);
const FEWEST = 3;

/**
 * Cumulative sums (CUSUM) of the last twelve months' amounts against the median of the twelve
 * before, steps taken out: finds the creep that no month shows. Undefined when there is none, or
 * with fewer than three amounts on either side.
 */
export function slowDrift(
  asOn: string,
  hits: readonly { on: string; amountMinor: number }[],
  steps: readonly Step[],
): SlowDrift | undefined {
  const sinceOn = addMonths(asOn, -12);
  const fromOn = addMonths(asOn, -24);
  const amounts = hits.map((hit) => hit.amountMinor);
  const levels = withoutSteps(amounts, steps).map((x, i) => ({ x, on: hits[i]?.on ?? "" }));
  const base = levels.filter(({ on }) => on > fromOn && on <= sinceOn).map(({ x }) => x);
  const recent = levels.filter(({ on }) => on > sinceOn);
  if (base.length < FEWEST || recent.length < FEWEST) return undefined;
  const level = median(base);
  const now = median(recent.slice(-FEWEST).map(({ x }) => x));
  if (Math.abs(now - level) < LEAST_DRIFT) return undefined;
  const noise = Math.max(LEAST_NOISE, noiseOf(amounts));
  const side = Math.sign(now - level);
  let sum = 0;
  for (const { x, on } of recent) {
    sum = Math.max(0, sum + (side * (x - level)) / noise - REFERENCE);
    if (sum <= LIMIT) continue;
    const [beforeMinor, afterMinor] = [level, now].map((log) => Math.round(Math.exp(log)));
    return { seenOn: on, beforeMinor: beforeMinor ?? 0, afterMinor: afterMinor ?? 0 };
  }
  return undefined;
}
