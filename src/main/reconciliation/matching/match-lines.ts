import { leader } from "./grade.ts";
import { type ItemPool, openPool, orderItems } from "./item-pool.ts";
import { buildIndexes, readEvidence } from "./line-evidence.ts";
import type { Candidate, MatchDecision, MatchInput, MatchLine, Reason } from "./model.ts";
import { propose } from "./propose.ts";
import { type Settlement, settleByDate, settleReferences, withdrawDoubles } from "./settlement.ts";
import type { Draft } from "./weigh.ts";
import { MIN_SUGGESTED_SCORE } from "./weights.ts";

const MOST_CANDIDATES = 5;
/** Each round of dates can only settle what the one before has freed; two are nearly always all. */
const MOST_ROUNDS = 3;

/**
 * Matches bank lines with open items and says why. Pure: the same lines and items in any order
 * give the same decisions, one per line, in the order of the lines. Items are consumed: automatic
 * decisions never take more of an item than is open. Line and item ids must be unique.
 * @throws SyntaxError when an acquirer's pattern is not a regular expression
 */
export function matchLines(input: MatchInput): MatchDecision[] {
  const settlement = prepare(input);
  settleReferences(settlement);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const exact = settleByDate(settlement, 3, "exact");
    const sums = settleByDate(settlement, 4, "sums");
    if (round > 0 && exact + sums === 0) break;
  }
  withdrawDoubles(settlement);
  const decisions = new Map<string, MatchDecision>();
  settlement.lines.forEach((evidence, place) => {
    decisions.set(evidence.line.id, decide(settlement, place));
  });
  return input.lines.flatMap((line) => decisions.get(line.id) ?? []);
}

function prepare({ lines, items, habits, options }: MatchInput): Settlement {
  const ordered = orderItems(items);
  const indexes = buildIndexes(ordered, options);
  const pool = openPool(ordered, indexes.parties.ofItem);
  const { references, parties } = indexes;
  return {
    context: { pool, references, parties, habits, options },
    lines: [...lines].sort(compareLines).map((line) => readEvidence(indexes, line)),
    settled: new Map(),
    conflicts: new Map(),
  };
}

function decide(settlement: Settlement, place: number): MatchDecision {
  const { context, lines, settled, conflicts } = settlement;
  const evidence = lines[place];
  if (evidence === undefined) throw new RangeError("no such line");
  const lineId = evidence.line.id;
  const taken = settled.get(place);
  if (taken !== undefined) {
    const outcome = context.options.automatic ? "automatic" : "suggested";
    return { lineId, outcome, candidates: [toCandidate(context.pool, taken.draft, [])] };
  }
  const drafts = propose(context, evidence, "all").slice(0, MOST_CANDIDATES);
  const { best, rival } = leader(context, drafts);
  if (best === undefined) return { lineId, outcome: "none", candidates: [] };
  const doubts: Reason[] = [];
  const conflict = conflicts.get(place);
  if (conflict !== undefined) doubts.push({ signal: "conflict", value: conflict, weight: 0 });
  if (rival !== undefined) {
    doubts.push({ signal: "tie", value: referencesOf(context.pool, rival), weight: 0 });
  }
  if (best.score < MIN_SUGGESTED_SCORE) {
    doubts.push({ signal: "weak", value: best.score, weight: 0 });
  }
  const candidates = drafts.map((d, n) => toCandidate(context.pool, d, n === 0 ? doubts : []));
  return { lineId, outcome: doubts.length > 0 ? "abstained" : "suggested", candidates };
}

function toCandidate(pool: ItemPool, draft: Draft, doubts: readonly Reason[]): Candidate {
  return {
    allocations: draft.allocations.map(([i, amountMinor]) => ({
      itemId: pool.items[i]?.id ?? "",
      amountMinor,
    })),
    feeMinor: draft.feeMinor,
    differenceMinor: draft.differenceMinor,
    score: draft.score,
    reasons: [...draft.reasons, ...doubts],
  };
}

function referencesOf(pool: ItemPool, draft: Draft): string {
  return draft.allocations.map(([i]) => pool.items[i]?.reference ?? "").join(" + ");
}

function compareLines(a: MatchLine, b: MatchLine): number {
  if (a.bookedOn !== b.bookedOn) return a.bookedOn < b.bookedOn ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
