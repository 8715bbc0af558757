import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { PostedEntry } from "#main/ledger/model.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { isMatched } from "./bank-line-rows.ts";
import { candidateMatch } from "./candidate-match.ts";
import { freeLine } from "./confirm-match.ts";
import { BatchKeeper, type RefusedLine, refusedLine } from "./match-batch.ts";
import { postMatch } from "./post-match.ts";
import { candidateKey, type StoredCandidate } from "./stored-candidate.ts";

type Accepted = (PostedEntry & { matchId: number }) | Refusal;

/**
 * Posts a suggestion as a person accepts it; the first one when none is named. Of a transfer both
 * bank lines are booked, as one batch.
 */
export function acceptSuggestion(
  tx: Transaction,
  act: Act,
  asked: { bankLineId: number; key?: string; batch?: BatchKeeper },
): Accepted {
  const line = freeLine(tx, asked.bankLineId);
  if (isRefusal(line)) return line;
  const candidate = suggestionsOf(tx, line.id).find(
    (c) => asked.key === undefined || candidateKey(c) === asked.key,
  );
  if (candidate === undefined) return refuse("banking.unknown-suggestion", { label: line.label });
  const otherLineId = candidate.booking?.otherLineId ?? null;
  const isPair = otherLineId !== null && !isMatched(tx, otherLineId);
  const batch = asked.batch ?? (isPair ? new BatchKeeper(tx, act) : undefined);
  const accepted = postCandidate(tx, act, { line, candidate, batch });
  if (isRefusal(accepted) || !isPair) return accepted;
  const other = freeLine(tx, otherLineId);
  if (isRefusal(other)) return other;
  // The other line tells its own side of the transfer, where a run has looked at it.
  const mirror = suggestionsOf(tx, other.id).find((c) => c.booking?.otherLineId === line.id);
  const second = postCandidate(tx, act, { line: other, candidate: mirror ?? candidate, batch });
  return isRefusal(second) ? second : accepted;
}

function postCandidate(
  tx: Transaction,
  act: Act,
  asked: {
    line: Parameters<typeof candidateMatch>[1]["line"];
    candidate: StoredCandidate;
    batch: BatchKeeper | undefined;
  },
): Accepted {
  const { line, candidate, batch } = asked;
  const match = candidateMatch(tx, { line, candidate, rules: rulesInForce(tx) });
  if (isRefusal(match)) return match;
  const reasons = [{ signal: "person", value: act.person, weight: 1 }, ...candidate.reasons];
  const more = batch === undefined ? {} : { batchId: batch.open() };
  return postMatch(tx, act, { ...match, madeBy: "person", reasons, ...more });
}

/** Accepts the first suggestion of each line; those that are refused are told and left. */
export function acceptSuggestions(
  act: Act,
  bankLineIds: readonly number[],
): Work<{ done: number; refused: RefusedLine[]; batchId: number | null }> {
  return function* (tx) {
    const batch = new BatchKeeper(tx, act);
    const refused: RefusedLine[] = [];
    let done = 0;
    for (const [i, bankLineId] of bankLineIds.entries()) {
      if (i % 50 === 0) yield { stage: "posting", done: i, total: bankLineIds.length };
      // The other half of a transfer that was accepted just before is done already.
      if (i > 0 && isDoneHere(tx, bankLineId, batch.id)) continue;
      const accepted = acceptSuggestion(tx, act, { bankLineId, batch });
      if (!isRefusal(accepted)) done++;
      else refused.push(refusedLine({ id: bankLineId, label: labelOf(tx, bankLineId) }, accepted));
    }
    const batchId = done > 0 ? batch.id : null;
    const after = { done, refused: refused.length, batchId };
    return {
      result: { done, refused, batchId },
      audit: { subject: "suggestions accepted", after },
    };
  };
}

function isDoneHere(read: ReadHandle, bankLineId: number, batchId: number | null): boolean {
  const found = read
    .reading("SELECT 1 FROM match WHERE bank_line_id = ? AND batch_id = ?")
    .get(bankLineId, batchId);
  return found !== undefined;
}

function labelOf(read: ReadHandle, bankLineId: number): string {
  const row = read.reading("SELECT label FROM bank_line WHERE id = ?").get(bankLineId);
  return (row as { label: string } | undefined)?.label ?? String(bankLineId);
}

/** What is proposed for a line, best first. */
export function suggestionsOf(read: ReadHandle, bankLineId: number): StoredCandidate[] {
  const row = read
    .reading("SELECT candidates FROM suggestion WHERE bank_line_id = ?")
    .get(bankLineId) as { candidates: string } | undefined;
  return row === undefined ? [] : (JSON.parse(row.candidates) as StoredCandidate[]);
}
