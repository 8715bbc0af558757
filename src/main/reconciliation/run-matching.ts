import type { BusinessRules } from "#main/automation/business-rules.ts";
import { categoryOf } from "#main/automation/category-of.ts";
import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { usableAccount } from "#main/ledger/usable-account.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import { type BankLine, unmatchedLines } from "./bank-line-rows.ts";
import { matchInput } from "./match-input.ts";
import { matchLines } from "./matching/match-lines.ts";
import type { Candidate, MatchDecision } from "./matching/model.ts";
import type { OpenTradeItem } from "./open-items.ts";
import { CUSTOMERS, type MatchToPost, postMatch, SUPPLIERS } from "./post-match.ts";
import { itemsKey, storedCandidate } from "./stored-candidate.ts";

export interface MatchingReport {
  looked: number;
  matched: number;
  categorised: number;
  suggested: number;
  abstained: number;
  unmatched: number;
}

const BATCH = 100;
/** Where the chart puts bank fees, and the cents that are too many or too few. */
const FEES = "627";
const LOSS = "658";
const GAIN = "758";

/**
 * Looks at every bank line that nothing explains: posts what has proof, books what a rule of the
 * company names, keeps suggestions for a person, and leaves the rest alone.
 */
export function runMatching(act: Act, options: { suggestOnly: boolean }): Work<MatchingReport> {
  return function* (tx) {
    const lines = unmatchedLines(tx);
    const rules = rulesInForce(tx);
    yield { stage: "matching", done: 0, total: lines.length };
    const { input, items } = matchInput(tx, { lines, rules, ...options });
    const decisions = matchLines(input);
    const run = new MatchingRun(tx, act, { items, rules });
    for (const [i, decision] of decisions.entries()) {
      if (i % BATCH === 0) yield { stage: "posting", done: i, total: lines.length };
      const refused = run.take(lines[i]!, decision);
      if (isRefusal(refused)) return refused;
    }
    const { report } = run;
    return { result: report, audit: { subject: "matching", after: report } };
  };
}

class MatchingRun {
  readonly report: MatchingReport = {
    looked: 0,
    matched: 0,
    categorised: 0,
    suggested: 0,
    abstained: 0,
    unmatched: 0,
  };
  readonly #tx: Transaction;
  readonly #act: Act;
  readonly #items: Map<string, OpenTradeItem>;
  readonly #rules: BusinessRules;
  readonly #refused: Set<string>;

  constructor(
    tx: Transaction,
    act: Act,
    facts: { items: Map<string, OpenTradeItem>; rules: BusinessRules },
  ) {
    this.#tx = tx;
    this.#act = act;
    this.#items = facts.items;
    this.#rules = facts.rules;
    const refusals = tx.reading("SELECT bank_line_id AS id, items FROM match_refusal").all() as {
      id: number;
      items: string;
    }[];
    this.#refused = new Set(refusals.map((r) => `${r.id} ${r.items}`));
  }

  take(line: BankLine, decision: MatchDecision): Refusal | undefined {
    this.report.looked++;
    const candidates = decision.candidates.filter((c) => !this.#wasRefused(line, c));
    const best = candidates[0];
    if (decision.outcome === "automatic" && best === decision.candidates[0] && best) {
      this.report.matched++;
      return this.#post(this.#matchOf(line, best));
    }
    const rule = categoryOf(this.#rules.categories, line);
    if (rule !== undefined && this.#rules.matching.automatic) {
      this.report.categorised++;
      return this.#post(this.#categoryMatch(line, rule));
    }
    this.#suggest(line, { outcome: decision.outcome, candidates });
    return undefined;
  }

  #post(match: MatchToPost): Refusal | undefined {
    const posted = postMatch(this.#tx, this.#act, match);
    return isRefusal(posted) ? posted : undefined;
  }

  #matchOf(line: BankLine, candidate: Candidate): MatchToPost {
    const allocations = candidate.allocations.map((a) => ({
      item: this.#items.get(a.itemId)!,
      amountMinor: a.amountMinor,
    }));
    const { reasons } = candidate;
    return { line, madeBy: "engine", reasons, allocations, rest: this.#restOf(line, candidate) };
  }

  /** The fee that the acquirer kept, and the difference that the items do not explain. */
  #restOf(line: BankLine, candidate: Candidate): MatchToPost["rest"] {
    const { feeMinor, differenceMinor } = candidate;
    const rest = [];
    if (feeMinor !== 0) {
      rest.push({ account: this.#feeAccount(line), amountMinor: -feeMinor, label: "Commission" });
    }
    if (differenceMinor === 0) return rest;
    if (Math.abs(differenceMinor) <= Math.max(1, this.#rules.matching.toleranceMinor)) {
      const account = differenceMinor > 0 ? GAIN : LOSS;
      return [...rest, { account, amountMinor: differenceMinor, label: "Écart de règlement" }];
    }
    const first = this.#items.get(candidate.allocations[0]!.itemId)!;
    const account = first.itemKind === "invoice" ? CUSTOMERS : SUPPLIERS;
    const { partyId } = first;
    return [...rest, { account, partyId, amountMinor: differenceMinor, label: "Trop-perçu" }];
  }

  #feeAccount(line: BankLine): string {
    const label = line.label.toLowerCase();
    const fee = this.#rules.fees.find((f) =>
      f.contains.some((text) => label.includes(text.toLowerCase())),
    );
    return usableAccount(this.#tx, fee?.account ?? FEES);
  }

  #categoryMatch(line: BankLine, rule: BusinessRules["categories"][number]): MatchToPost {
    const account = usableAccount(this.#tx, rule.account);
    const label = rule.entryLabel ?? line.label;
    return {
      line,
      madeBy: "rule",
      reasons: [{ signal: "rule", value: rule.name ?? rule.account, weight: 1 }],
      allocations: [],
      rest: [{ account, amountMinor: line.amountMinor, label }],
    };
  }

  #suggest(
    line: BankLine,
    found: { outcome: MatchDecision["outcome"]; candidates: readonly Candidate[] },
  ): void {
    if (found.candidates.length === 0) {
      this.report.unmatched++;
      this.#tx.writing("DELETE FROM suggestion WHERE bank_line_id = ?").run(line.id);
      return;
    }
    const outcome = found.outcome === "abstained" ? "abstained" : "suggested";
    this.report[outcome]++;
    this.#tx
      .writing(
        "INSERT INTO suggestion (bank_line_id, outcome, candidates) VALUES (?, ?, ?) " +
          "ON CONFLICT DO UPDATE SET outcome = excluded.outcome, candidates = excluded.candidates",
      )
      .run(line.id, outcome, JSON.stringify(found.candidates.map(storedCandidate)));
  }

  #wasRefused(line: BankLine, candidate: Candidate): boolean {
    return this.#refused.has(`${line.id} ${itemsKey(storedCandidate(candidate).allocations)}`);
  }
}
