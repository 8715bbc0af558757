import type { z } from "zod";
import { entryDraftSchema } from "#contract/ledger.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import type { PostedEntry } from "./model.ts";
import { postEntry } from "./post-entry.ts";

type Draft = z.output<typeof entryDraftSchema>;

/** Keeps a draft (brouillard) exactly as typed: it has no number and may still be wrong. */
export function saveDraft(
  tx: Transaction,
  act: Act,
  asked: { draftId?: number | undefined; entry: Draft },
): { draftId: number } | Refusal {
  const row = {
    body: JSON.stringify(asked.entry),
    updated_at_ms: act.nowMs,
    updated_by: act.person,
  };
  if (asked.draftId === undefined) {
    const { id } = tx.run(sqlBuilder.insertInto("draft_entry").values(row));
    return { draftId: id };
  }
  const update = sqlBuilder.updateTable("draft_entry").set(row).where("id", "=", asked.draftId);
  return tx.run(update).changes === 1
    ? { draftId: asked.draftId }
    : refuse("ledger.unknown-draft", { draftId: asked.draftId });
}

/** Posts a draft and removes it from the drafts. */
export function postDraft(tx: Transaction, act: Act, draftId: number): PostedEntry | Refusal {
  const row = tx.get(sqlBuilder.selectFrom("draft_entry").select("body").where("id", "=", draftId));
  if (row === undefined) return refuse("ledger.unknown-draft", { draftId });
  const posted = postEntry(tx, act, { draft: entryDraftSchema.parse(JSON.parse(row.body)) });
  if (isRefusal(posted)) return posted;
  deleteDraft(tx, draftId);
  return posted;
}

/** Removes a draft; nothing else knows it, so no number is lost. */
export function deleteDraft(tx: Transaction, draftId: number): Refusal | undefined {
  const { changes } = tx.run(sqlBuilder.deleteFrom("draft_entry").where("id", "=", draftId));
  return changes === 1 ? undefined : refuse("ledger.unknown-draft", { draftId });
}

/** Every draft, the last changed first. */
export function listDrafts(read: ReadHandle) {
  const rows = read.all(
    sqlBuilder.selectFrom("draft_entry").selectAll().orderBy("updated_at_ms", "desc"),
  );
  return rows.map((r) => ({
    draftId: r.id,
    updatedAtMs: r.updated_at_ms,
    entry: entryDraftSchema.parse(JSON.parse(r.body)),
  }));
}
