import { discountsOfParty } from "./discount-sketches.ts";
import { batchSketches, feeSingles } from "./fee-sketches.ts";
import { foreignSketches } from "./foreign-sketches.ts";
import type { LineEvidence } from "./line-evidence.ts";
import {
  exactOfAnyone,
  exactOfParty,
  guessesOfParty,
  nearlyOfParty,
  sumsOfParty,
} from "./party-sketches.ts";
import { referenceSketches } from "./reference-sketches.ts";
import { type Draft, type MatchContext, type Sketch, weigh } from "./weigh.ts";

/** How far to look: each depth includes the ones before it. */
export type Depth = "exact" | "sums" | "all";

const MOST_PARTIES = 3;

/** All ways found to explain one line with what is open now, best first. */
export function propose(context: MatchContext, evidence: LineEvidence, depth: Depth): Draft[] {
  if (evidence.line.amountMinor === 0) return [];
  const sketches = [...foreignSketches(context, evidence), ...referenceSketches(context, evidence)];
  for (const { party } of evidence.parties.slice(0, MOST_PARTIES)) {
    const exact = exactOfParty(context, evidence, party);
    sketches.push(...exact);
    if (depth === "exact") continue;
    sketches.push(...nearlyOfParty(context, evidence, party));
    if (exact.length === 0) sketches.push(...sumsOfParty(context, evidence, party));
    if (depth !== "all") continue;
    sketches.push(...discountsOfParty(context.pool, evidence, party));
    sketches.push(...guessesOfParty(context, evidence, party));
  }
  if (depth !== "exact") sketches.push(...batchSketches(context.pool, evidence));
  if (depth === "all") {
    sketches.push(...feeSingles(context.pool, evidence), ...exactOfAnyone(context, evidence));
  }
  return rank(distinct(sketches).map((sketch) => weigh(context, evidence, sketch)));
}

/** The same allocations found twice are one sketch; the first, from surer evidence, stays. */
function distinct(sketches: readonly Sketch[]): Sketch[] {
  const byKey = new Map<string, Sketch>();
  for (const sketch of sketches) {
    const parts = sketch.allocations.map(([i, amount]) => `${i}:${amount}`).sort();
    const key = `${parts.join(" ")} ${sketch.feeMinor}`;
    if (!byKey.has(key)) byKey.set(key, sketch);
  }
  return [...byKey.values()];
}

function rank(drafts: Draft[]): Draft[] {
  return drafts.sort((a, b) => b.strength - a.strength || compareItems(a, b));
}

/** Between equals the oldest item first, which is also the order of imputation in law. */
function compareItems(a: Draft, b: Draft): number {
  const length = Math.min(a.allocations.length, b.allocations.length);
  for (let n = 0; n < length; n++) {
    const [x = 0, xMinor = 0] = a.allocations[n] ?? [];
    const [y = 0, yMinor = 0] = b.allocations[n] ?? [];
    if (x !== y) return x - y;
    if (xMinor !== yMinor) return xMinor - yMinor;
  }
  return a.allocations.length - b.allocations.length;
}
