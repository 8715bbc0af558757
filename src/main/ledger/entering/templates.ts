import { type TypedEntry, typedEntrySchema } from "#contract/typed-entry.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { typedOfEntry } from "./typed-of-entry.ts";

/** Keeps a template under its name, typed or taken from a posted entry; the name is replaced. */
export function saveTemplate(
  tx: Transaction,
  asked: { name: string; entry?: TypedEntry | undefined; entryId?: number | undefined },
): { templateId: number } | Refusal {
  const { name, entry, entryId } = asked;
  if ((entry === undefined) === (entryId === undefined)) return refuse("entry.template-source", {});
  const typed = entryId === undefined ? entry : typedOfEntry(tx, entryId);
  if (isRefusal(typed)) return typed;
  const { id } = tx
    .writing(
      "INSERT INTO entry_template (name, body) VALUES (?, ?) " +
        "ON CONFLICT (name) DO UPDATE SET body = excluded.body RETURNING id",
    )
    .get(name, JSON.stringify({ ...typed, datedOn: undefined })) as { id: number };
  return { templateId: id };
}

/** The templates by name. */
export function listTemplates(read: ReadHandle) {
  const rows = read.reading("SELECT id, name, body FROM entry_template ORDER BY name").all();
  return (rows as { id: number; name: string; body: string }[]).map((row) => ({
    templateId: row.id,
    name: row.name,
    entry: typedEntrySchema.parse(JSON.parse(row.body)),
  }));
}

/** Removes a template that no recurring entry needs. */
export function deleteTemplate(tx: Transaction, templateId: number): Refusal | undefined {
  const used = tx
    .reading(
      "SELECT name FROM entry_template t WHERE id = ? AND EXISTS " +
        "(SELECT 1 FROM recurring_entry WHERE template_id = t.id)",
    )
    .get(templateId) as { name: string } | undefined;
  if (used !== undefined) return refuse("entry.template-in-use", { name: used.name });
  const { changes } = tx.writing("DELETE FROM entry_template WHERE id = ?").run(templateId);
  return changes === 1 ? undefined : refuse("entry.unknown-template", { templateId });
}
