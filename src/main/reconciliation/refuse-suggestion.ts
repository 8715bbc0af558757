import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { type AskedAllocation, freeLine } from "./confirm-match.ts";
import { itemsKey, type StoredCandidate } from "./stored-candidate.ts";

/** Remembers that a person refused these items for this line, and drops the suggestion. */
export function refuseSuggestion(
  tx: Transaction,
  act: Act,
  asked: { bankLineId: number; allocations: readonly AskedAllocation[] },
): null | Refusal {
  const line = freeLine(tx, asked.bankLineId);
  if (isRefusal(line)) return line;
  const items = itemsKey(asked.allocations);
  tx.writing(
    "INSERT INTO match_refusal (bank_line_id, items, at_ms) VALUES (?, ?, ?) " +
      "ON CONFLICT DO UPDATE SET at_ms = excluded.at_ms",
  ).run(line.id, items, act.nowMs);
  const row = tx.reading("SELECT candidates FROM suggestion WHERE bank_line_id = ?").get(line.id) as
    | { candidates: string }
    | undefined;
  if (row === undefined) return null;
  const left = (JSON.parse(row.candidates) as StoredCandidate[]).filter(
    (c) => itemsKey(c.allocations) !== items,
  );
  if (left.length === 0) {
    tx.writing("DELETE FROM suggestion WHERE bank_line_id = ?").run(line.id);
  } else {
    tx.writing(
      "UPDATE suggestion SET candidates = ?, outcome = 'abstained' WHERE bank_line_id = ?",
    ).run(JSON.stringify(left), line.id);
  }
  return null;
}
