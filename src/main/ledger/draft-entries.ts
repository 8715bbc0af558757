import { type TypedEntry, typedEntrySchema } from "#contract/typed-entry.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import type { EntryDraft } from "./model.ts";

/** Keeps a draft (brouillard) exactly as typed: it has no number and may still be wrong. */
export function saveDraft(
  tx: Transaction,
  act: Act,
  asked: { draftId?: number | undefined; entry: TypedEntry | EntryDraft },
): { draftId: number } | Refusal {
  const { lines } = asked.entry;
  const row = {
    body: JSON.stringify(asked.entry),
    updated_at_ms: act.nowMs,
    updated_by: act.person,
    debit_minor: lines.reduce((sum, line) => sum + line.debitMinor, 0),
    credit_minor: lines.reduce((sum, line) => sum + line.creditMinor, 0),
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

/** A draft as it was typed. */
export function readDraft(read: ReadHandle, draftId: number): TypedEntry | Refusal {
  const row = read.get(
    sqlBuilder.selectFrom("draft_entry").select("body").where("id", "=", draftId),
  );
  return row === undefined
    ? refuse("ledger.unknown-draft", { draftId })
    : typedEntrySchema.parse(JSON.parse(row.body));
}

/** Removes a draft; nothing else knows it, so no number is lost. */
export function deleteDraft(tx: Transaction, draftId: number): Refusal | undefined {
  const { changes } = tx.run(sqlBuilder.deleteFrom("draft_entry").where("id", "=", draftId));
  return changes === 1 ? undefined : refuse("ledger.unknown-draft", { draftId });
}

/** Every draft, the last changed first. */
export function listDrafts(read: ReadHandle) {
  const rows = read.all(
    sqlBuilder
      .selectFrom("draft_entry")
      .select(["id", "body", "updated_at_ms"])
      .orderBy("updated_at_ms", "desc"),
  );
  return rows.map((r) => ({
    draftId: r.id,
    updatedAtMs: r.updated_at_ms,
    entry: typedEntrySchema.parse(JSON.parse(r.body)),
  }));
}
