import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { deleteDraft, readDraft } from "../draft-entries.ts";
import type { PostedEntry } from "../model.ts";
import { postEntry } from "../post-entry.ts";
import { reverseEntry } from "../reverse-entry.ts";
import { entryOfTyped } from "./entry-of-typed.ts";

export type PostedDraft = PostedEntry & { reversal?: PostedEntry };

/**
 * Posts a draft and removes it from the drafts; its documents follow it, and an accrual is
 * reversed at once on the day that it names, so that the reversal cannot be forgotten.
 */
export function postDraft(tx: Transaction, act: Act, draftId: number): PostedDraft | Refusal {
  const typed = readDraft(tx, draftId);
  if (isRefusal(typed)) return typed;
  const draft = entryOfTyped(typed);
  if (isRefusal(draft)) return draft;
  const { reverseOn } = typed;
  if (reverseOn !== undefined && !isInYear(tx, reverseOn)) {
    return refuse("entry.reversal-year", { reverseOn });
  }
  const posted = postEntry(tx, act, { draft });
  if (isRefusal(posted)) return posted;
  moveDocuments(tx, draftId, posted.entryId);
  deleteDraft(tx, draftId);
  if (reverseOn === undefined) return posted;
  const reversal = reverseEntry(tx, act, { entryId: posted.entryId, datedOn: reverseOn });
  return isRefusal(reversal) ? reversal : { ...posted, reversal };
}

function isInYear(tx: Transaction, date: string): boolean {
  const find = tx.reading("SELECT 1 FROM fiscal_year WHERE ? BETWEEN starts_on AND ends_on");
  return find.get(date) !== undefined;
}

function moveDocuments(tx: Transaction, draftId: number, entryId: number): void {
  tx.writing("UPDATE entry_document SET entry_id = ?, draft_id = NULL WHERE draft_id = ?").run(
    entryId,
    draftId,
  );
}
