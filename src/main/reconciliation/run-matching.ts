import type { BusinessRules } from "#main/automation/business-rules.ts";
import { categoryOf } from "#main/automation/category-of.ts";
import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { usableAccount } from "#main/ledger/usable-account.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import { type BankLine, unmatchedLines } from "./bank-line-rows.ts";
import { candidateMatch } from "./candidate-match.ts";
import { BatchKeeper, MOST_TOLD, type RefusedLine, refusedLine } from "./match-batch.ts";
import { matchInput } from "./match-input.ts";
import { matchLines } from "./matching/match-lines.ts";
import type { MatchDecision } from "./matching/model.ts";
import { MIN_SUGGESTED_SCORE } from "./matching/weights.ts";
import { type MatchToPost, postMatch } from "./post-match.ts";
import { Recogniser } from "./recognition/recogniser.ts";
import type { Recognition } from "./recognition/recognition.ts";
import { RefusalMemory } from "./refusal-memory.ts";
import { type StoredCandidate, storedCandidate, storedRecognition } from "./stored-candidate.ts";

export interface MatchingReport {
  looked: number;
  matched: number;
  categorised: number;
  suggested: number;
  abstained: number;
  unmatched: number;
  /** What was matched here, to be undone together. */
  batchId: number | null;
  refused: RefusedLine[];
}

const BATCH = 100;
const MOST_KEPT = 5;

/**
 * Looks at every bank line that nothing explains: posts what has proof, books what a rule of the
 * company names, keeps suggestions for a person, and leaves the rest alone. A line that the ledger
 * refuses (its month is locked) is told and left.
 */
export function runMatching(act: Act, options: { suggestOnly: boolean }): Work<MatchingReport> {
  return function* (tx) {
    const lines = unmatchedLines(tx);
    const rules = rulesInForce(tx);
    yield { stage: "matching", done: 0, total: lines.length };
    const { input } = matchInput(tx, { lines, rules, ...options });
    const decisions = matchLines(input);
    const run = new MatchingRun(tx, act, {
      lines,
      rules,
      isAutomatic: rules.matching.automatic && !options.suggestOnly,
    });
    for (const [i, decision] of decisions.entries()) {
      if (i % BATCH === 0) yield { stage: "posting", done: i, total: lines.length };
      run.take(lines[i]!, decision);
    }
    const { report } = run;
    const after = { ...report, refused: report.refused.length };
    return { result: report, audit: { subject: "matching", after } };
  };
}

/** One run over the lines; what it posts, it posts as the engine or as a rule, never as a person. */
class MatchingRun {
  readonly report: MatchingReport = {
    ...{ looked: 0, matched: 0, categorised: 0, suggested: 0, abstained: 0, unmatched: 0 },
    ...{ batchId: null, refused: [] },
  };
  readonly #tx: Transaction;
  readonly #act: Act;
  readonly #rules: BusinessRules;
  readonly #isAutomatic: boolean;
  readonly #batch: BatchKeeper;
  readonly #refusals: RefusalMemory;
  readonly #recogniser: Recogniser;

  constructor(
    tx: Transaction,
    act: Act,
    facts: { lines: readonly BankLine[]; rules: BusinessRules; isAutomatic: boolean },
  ) {
    this.#tx = tx;
    this.#act = act;
    this.#rules = facts.rules;
    this.#isAutomatic = facts.isAutomatic;
    this.#batch = new BatchKeeper(tx, act);
    this.#refusals = new RefusalMemory(tx, act.nowMs);
    this.#recogniser = new Recogniser(tx, facts.lines);
  }

  take(line: BankLine, decision: MatchDecision): void {
    this.report.looked++;
    const mayPost = this.#isAutomatic && line.matching === "automatic";
    const [best] = decision.candidates;
    const first = best && storedCandidate(best);
    if (
      mayPost &&
      decision.outcome === "automatic" &&
      first &&
      !this.#refusals.hides(line, first)
    ) {
      if (this.#post(line, first, "engine")) this.report.matched++;
      return;
    }
    const found = this.#recogniser.recognise(line);
    const proven = found.find(
      (f) => f.isProof && !this.#refusals.hides(line, storedRecognition(f)),
    );
    if (mayPost && proven !== undefined && proven.score > (best?.score ?? 0)) {
      this.#recogniser.take(line, proven);
      if (this.#post(line, storedRecognition(proven), "engine")) this.report.matched++;
      return;
    }
    const rule = categoryOf(this.#rules.categories, line);
    if (rule !== undefined && mayPost && rule.automatic !== false) {
      if (this.#book(line, rule)) this.report.categorised++;
      return;
    }
    this.#suggest(line, { decision, found, rule });
  }

  #post(line: BankLine, candidate: StoredCandidate, madeBy: "engine"): boolean {
    const match = candidateMatch(this.#tx, { line, candidate, rules: this.#rules });
    if (isRefusal(match)) return this.#refuse(line, match);
    return this.#keep({ ...match, madeBy, reasons: candidate.reasons });
  }

  #book(line: BankLine, rule: BusinessRules["categories"][number]): boolean {
    const account = usableAccount(this.#tx, rule.account);
    const label = rule.entryLabel ?? line.label;
    return this.#keep({
      line,
      madeBy: "rule",
      reasons: [ruleReason(rule)],
      allocations: [],
      rest: [{ account, amountMinor: line.amountMinor, label, ...partyOf(this.#tx, rule) }],
    });
  }

  #keep(match: MatchToPost): boolean {
    const posted = postMatch(this.#tx, this.#act, { ...match, batchId: this.#batch.open() });
    if (isRefusal(posted)) return this.#refuse(match.line, posted);
    this.report.batchId = this.#batch.id;
    return true;
  }

  #refuse(line: BankLine, refusal: Refusal): false {
    this.report.unmatched++;
    if (this.report.refused.length < MOST_TOLD) {
      this.report.refused.push(refusedLine(line, refusal));
    }
    return false;
  }

  #suggest(
    line: BankLine,
    seen: {
      decision: MatchDecision;
      found: readonly Recognition[];
      rule: BusinessRules["categories"][number] | undefined;
    },
  ): void {
    const { decision, found, rule } = seen;
    const all = [
      ...decision.candidates.map(storedCandidate),
      ...found.map(storedRecognition),
      ...(rule === undefined ? [] : [ruleCandidate(rule)]),
    ];
    const candidates = this.#refusals.weigh(line, all).slice(0, MOST_KEPT);
    const [best] = candidates;
    if (best === undefined) {
      this.report.unmatched++;
      this.#tx.writing("DELETE FROM suggestion WHERE bank_line_id = ?").run(line.id);
      return;
    }
    const isDoubtful =
      best.score < MIN_SUGGESTED_SCORE || best.reasons.some((r) => DOUBTS.has(r.signal));
    const outcome = isDoubtful ? "abstained" : "suggested";
    this.report[outcome]++;
    this.#tx
      .writing(
        "INSERT INTO suggestion (bank_line_id, outcome, candidates) VALUES (?, ?, ?) " +
          "ON CONFLICT DO UPDATE SET outcome = excluded.outcome, candidates = excluded.candidates",
      )
      .run(line.id, outcome, JSON.stringify(candidates));
  }
}

/** The party that a rule books on, by its code. */
function partyOf(tx: Transaction, { party }: { party?: string | undefined }) {
  if (party === undefined) return {};
  const row = tx.reading("SELECT id FROM party WHERE code = ?").get(party) as
    | { id: number }
    | undefined;
  return row === undefined ? {} : { partyId: row.id };
}

/** Signals that say why nothing is proposed outright. */
const DOUBTS: ReadonlySet<string> = new Set(["tie", "conflict", "weak"]);

function ruleReason(rule: BusinessRules["categories"][number]) {
  return { signal: "rule", value: rule.name ?? rule.account, weight: RULE_WEIGHT };
}

/** A rule is what a person wrote: only items told by their own reference come before it. */
const RULE_WEIGHT = 0.7;

function ruleCandidate(rule: BusinessRules["categories"][number]): StoredCandidate {
  const text = rule.entryLabel ?? rule.name ?? "";
  return {
    ...{ allocations: [], feeMinor: 0, differenceMinor: 0, score: RULE_WEIGHT },
    booking: { account: rule.account, partyId: null, text, entryId: null, otherLineId: null },
    reasons: [ruleReason(rule)],
  };
}
