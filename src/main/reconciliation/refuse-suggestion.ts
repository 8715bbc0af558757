import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { suggestionsOf } from "./accept-suggestion.ts";
import { freeLine } from "./confirm-match.ts";
import { candidateKey } from "./stored-candidate.ts";

/** Remembers that a person refused this candidate for this line, and drops the suggestion. */
export function refuseSuggestion(
  tx: Transaction,
  act: Act,
  asked: { bankLineId: number; key: string },
): null | Refusal {
  const line = freeLine(tx, asked.bankLineId);
  if (isRefusal(line)) return line;
  const all = suggestionsOf(tx, line.id);
  const left = all.filter((c) => candidateKey(c) !== asked.key);
  if (left.length === all.length) {
    return refuse("banking.unknown-suggestion", { label: line.label });
  }
  tx.writing(
    "INSERT INTO match_refusal (bank_line_id, items, at_ms) VALUES (?, ?, ?) " +
      "ON CONFLICT DO UPDATE SET at_ms = excluded.at_ms",
  ).run(line.id, asked.key, act.nowMs);
  if (left.length === 0) {
    tx.writing("DELETE FROM suggestion WHERE bank_line_id = ?").run(line.id);
  } else {
    tx.writing(
      "UPDATE suggestion SET candidates = ?, outcome = 'abstained' WHERE bank_line_id = ?",
    ).run(JSON.stringify(left), line.id);
  }
  return null;
}
