import { hash } from "node:crypto";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";

interface Subject {
  entryId?: number | undefined;
  draftId?: number | undefined;
}

/** Attaches a received document, or a new file, to a posted entry or to a draft. */
export function attach(
  tx: Transaction,
  asked: Subject & {
    documentId?: number | undefined;
    file?: { name: string; mediaType: string; bytes: Uint8Array } | undefined;
    nowMs: number;
  },
): { documentId: number } | Refusal {
  const { entryId, draftId, documentId: known, file } = asked;
  if ((entryId === undefined) === (draftId === undefined)) return refuse("entry.attach-what", {});
  if ((known === undefined) === (file === undefined)) return refuse("entry.attach-what", {});
  if (entryId !== undefined && !has(tx, "entry", entryId)) {
    return refuse("ledger.unknown-entry", { entryId });
  }
  if (draftId !== undefined && !has(tx, "draft_entry", draftId)) {
    return refuse("ledger.unknown-draft", { draftId });
  }
  if (known !== undefined && !has(tx, "document", known)) {
    return refuse("entry.unknown-document", { documentId: known });
  }
  const documentId = known ?? (file === undefined ? 0 : keptFile(tx, file, asked.nowMs));
  tx.writing(
    "INSERT INTO entry_document (document_id, entry_id, draft_id) VALUES (?, ?, ?) " +
      "ON CONFLICT DO NOTHING",
  ).run(documentId, entryId ?? null, draftId ?? null);
  return { documentId };
}

function has(tx: Transaction, table: "entry" | "draft_entry" | "document", id: number): boolean {
  return tx.reading(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

/** The same bytes are kept once; a file that comes with its entry waits for no reading. */
function keptFile(
  tx: Transaction,
  file: { name: string; mediaType: string; bytes: Uint8Array },
  nowMs: number,
): number {
  const sha256 = hash("sha256", file.bytes, "buffer");
  const twin = tx.reading("SELECT id FROM document WHERE sha256 = ?").get(sha256);
  if (twin !== undefined) return (twin as { id: number }).id;
  return tx.run(
    sqlBuilder.insertInto("document").values({
      file_name: file.name,
      media_type: file.mediaType,
      sha256,
      bytes: file.bytes,
      state: "booked",
      reading: null,
      received_at_ms: nowMs,
    }),
  ).id;
}

/** The documents of an entry or of a draft. */
export function listAttached(read: ReadHandle, { entryId, draftId }: Subject) {
  return read
    .reading(
      "SELECT d.id AS documentId, d.file_name AS fileName, d.media_type AS mediaType " +
        "FROM entry_document l JOIN document d ON d.id = l.document_id " +
        "WHERE l.entry_id = ? OR l.draft_id = ? ORDER BY d.id",
    )
    .all(entryId ?? 0, draftId ?? 0) as {
    documentId: number;
    fileName: string;
    mediaType: string;
  }[];
}
