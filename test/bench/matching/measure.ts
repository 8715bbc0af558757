import type { Candidate, MatchDecision } from "#main/reconciliation/matching/model.ts";
import type { Truth } from "./generate.ts";
import type { Recognised } from "./recognise.ts";

/** Counts of one class of lines (or of all). */
export interface Score {
  class: string;
  lines: number;
  /** Lines that pay something and are not ambiguous by construction. */
  matchable: number;
  ambiguous: number;
  automatic: number;
  automaticRight: number;
  automaticRightMatchable: number;
  abstained: number;
  /** Matchable lines left to a person, and those whose truth stands among the first three. */
  left: number;
  leftInThree: number;
  ambiguousLeft: number;
  ambiguousInThree: number;
}

/** Compares decisions with the truth, per class and overall (the last row, "all"). */
export function measure(
  decisions: readonly MatchDecision[],
  truths: ReadonlyMap<string, Truth>,
  recognised: ReadonlyMap<string, Recognised>,
): Score[] {
  const rows = new Map<string, Score>();
  const all = emptyScore("all");
  for (const decision of decisions) {
    const truth = truths.get(decision.lineId);
    if (truth === undefined) throw new RangeError(`no truth for ${decision.lineId}`);
    const row = rows.get(truth.class) ?? emptyScore(truth.class);
    rows.set(truth.class, row);
    const found = decision.outcome === "automatic" ? undefined : recognised.get(decision.lineId);
    for (const score of [row, all])
      count(score, found ? asDecision(decision, found) : decision, truth);
  }
  return [...[...rows.values()].sort((a, b) => b.lines - a.lines), all];
}

/** What was recognised, told as the matcher tells its decisions: the partner for the item. */
function asDecision(decision: MatchDecision, found: Recognised): MatchDecision {
  if (!found.isProof && decision.candidates.length > 0) return decision;
  const candidates = found.partners.map((itemId) => ({
    ...{ allocations: [{ itemId, amountMinor: 0 }], feeMinor: 0, differenceMinor: 0 },
    ...{ score: 1, reasons: [] },
  }));
  return { ...decision, outcome: found.isProof ? "automatic" : "suggested", candidates };
}

/** True when the candidate allocates exactly what the line truly pays. */
function isTrue(candidate: Candidate | undefined, truth: Truth): boolean {
  if (truth.partner !== undefined) return candidate?.allocations[0]?.itemId === truth.partner;
  if (candidate === undefined || candidate.allocations.length !== truth.allocations.size) {
    return false;
  }
  return candidate.allocations.every((a) => truth.allocations.get(a.itemId) === a.amountMinor);
}

function count(score: Score, { outcome, candidates }: MatchDecision, truth: Truth): void {
  const pays = truth.allocations.size > 0 || truth.partner !== undefined;
  const isMatchable = pays && !truth.isAmbiguous;
  const isRight = pays && isTrue(candidates[0], truth);
  const inThree = candidates.slice(0, 3).some((c) => isTrue(c, truth));
  score.lines++;
  if (isMatchable) score.matchable++;
  if (truth.isAmbiguous) score.ambiguous++;
  if (outcome === "automatic") {
    score.automatic++;
    if (isRight) score.automaticRight++;
    if (isRight && isMatchable) score.automaticRightMatchable++;
    return;
  }
  if (outcome === "abstained") score.abstained++;
  if (isMatchable) {
    score.left++;
    if (inThree) score.leftInThree++;
  } else if (truth.isAmbiguous) {
    score.ambiguousLeft++;
    if (inThree) score.ambiguousInThree++;
  }
}

function emptyScore(name: string): Score {
  return {
    class: name,
    lines: 0,
    matchable: 0,
    ambiguous: 0,
    automatic: 0,
    automaticRight: 0,
    automaticRightMatchable: 0,
    abstained: 0,
    left: 0,
    leftInThree: 0,
    ambiguousLeft: 0,
    ambiguousInThree: 0,
  };
}
