import type { PackQuestion } from "#contract/pack.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** Questions to the accountant, oldest first, with the answers that came back. */
export function listQuestions(read: ReadHandle): PackQuestion[] {
  return read
    .reading(
      "SELECT q.id, q.text, e.number AS entryNumber, q.asked_by AS askedBy, q.answer, " +
        "q.answered_by AS answeredBy FROM accountant_question q " +
        "LEFT JOIN entry e ON e.id = q.entry_id ORDER BY q.id",
    )
    .all() as PackQuestion[];
}

/** Keeps a question for the next pack. */
export function addQuestion(
  tx: Transaction,
  act: Act,
  asked: { text: string; entryId?: number | undefined },
): { questionId: number } | Refusal {
  const { entryId } = asked;
  const known =
    entryId === undefined || tx.reading("SELECT 1 FROM entry WHERE id = ?").get(entryId);
  if (known === undefined) return refuse("ledger.unknown-entry", { entryId: entryId ?? 0 });
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO accountant_question (text, entry_id, asked_at_ms, asked_by) VALUES (?, ?, ?, ?)",
    )
    .run(asked.text, entryId ?? null, act.nowMs, act.person);
  return { questionId: Number(lastInsertRowid) };
}
