import { hash } from "node:crypto";
import type { BillReadingView, DocumentRow } from "#contract/purchases.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import { keyOf, pageOf } from "#main/store/page.ts";

/** What is kept of a reading beside the document: enough for its review. */
export interface KeptReading {
  pages: number;
  source: "text-layer" | "ocr";
  reading: BillReadingView;
}

interface StoredDocument {
  id: number;
  fileName: string;
  mediaType: string;
  state: DocumentRow["state"];
  receivedAtMs: number;
  reading: string | null;
}

const COLUMNS =
  "SELECT id, file_name AS fileName, media_type AS mediaType, state, " +
  "received_at_ms AS receivedAtMs, reading FROM document";

/** Receives a document; the same bytes are received once, and the twin is named. */
export function receiveDocument(
  tx: Transaction,
  file: { name: string; bytes: Uint8Array; mediaType: string; nowMs: number },
): number | Refusal {
  const sha256 = hash("sha256", file.bytes, "buffer");
  const twin = tx.reading("SELECT file_name AS name FROM document WHERE sha256 = ?").get(sha256) as
    | { name: string }
    | undefined;
  if (twin !== undefined) {
    return refuse("purchases.document-known", { file: file.name, known: twin.name });
  }
  return tx.run(
    sqlBuilder.insertInto("document").values({
      file_name: file.name,
      media_type: file.mediaType,
      sha256,
      bytes: file.bytes,
      state: "received",
      reading: null,
      received_at_ms: file.nowMs,
    }),
  ).id;
}

/** Keeps what was read, or that nothing could be. */
export function keepReading(
  tx: Transaction,
  documentId: number,
  kept: KeptReading | undefined,
): void {
  tx.writing("UPDATE document SET state = ?, reading = ? WHERE id = ? AND state = 'received'").run(
    kept === undefined ? "unreadable" : "read",
    kept === undefined ? null : JSON.stringify(kept),
    documentId,
  );
}

/** A page of documents, the last received first. */
export function listDocuments(
  read: ReadHandle,
  asked: {
    after?: string | undefined;
    limit: number;
    state?: DocumentRow["state"] | undefined;
  },
) {
  const rows = read
    .reading(`${COLUMNS} WHERE id < ? AND (? IS NULL OR state = ?) ORDER BY id DESC LIMIT ?`)
    .all(
      asked.after === undefined ? Number.MAX_SAFE_INTEGER : Number(asked.after),
      asked.state ?? null,
      asked.state ?? null,
      asked.limit + 1,
    ) as StoredDocument[];
  return pageOf(rows.map(documentRow), asked.limit, (r) => keyOf(r.id));
}

/** A document with what was read from it. */
export function getDocument(
  read: ReadHandle,
  documentId: number,
):
  | (DocumentRow & { pages: number; source?: KeptReading["source"]; reading?: BillReadingView })
  | Refusal {
  const row = storedDocument(read, documentId);
  if (row === undefined) return refuse("purchases.unknown-document", { documentId });
  const kept = row.reading === null ? undefined : (JSON.parse(row.reading) as KeptReading);
  return {
    ...documentRow(row),
    pages: kept?.pages ?? 1,
    ...(kept === undefined ? {} : { source: kept.source, reading: kept.reading }),
  };
}

/** The bytes of a document, as they were received. */
export function documentBytes(
  read: ReadHandle,
  documentId: number,
): { bytes: Uint8Array; mediaType: string; fileName: string } | Refusal {
  const row = read
    .reading(
      "SELECT bytes, media_type AS mediaType, file_name AS fileName FROM document WHERE id = ?",
    )
    .get(documentId) as { bytes: Uint8Array; mediaType: string; fileName: string } | undefined;
  return row ?? refuse("purchases.unknown-document", { documentId });
}

/** Refuses a document that is unknown or already posted. */
export function reviewableDocument(read: ReadHandle, documentId: number): StoredDocument | Refusal {
  const row = storedDocument(read, documentId);
  if (row === undefined) return refuse("purchases.unknown-document", { documentId });
  return row.state === "booked" ? refuse("purchases.document-done", { documentId }) : row;
}

/** Moves a document on: posted, or set aside. */
export function setDocumentState(
  tx: Transaction,
  documentId: number,
  state: "booked" | "set-aside",
): void {
  tx.writing("UPDATE document SET state = ? WHERE id = ?").run(state, documentId);
}

/** A document as a list shows it. */
export function documentRow(row: StoredDocument): DocumentRow {
  const { reading, ...document } = row;
  if (reading === null) return document;
  const { supplierName, grossMinor } = (JSON.parse(reading) as KeptReading).reading;
  return {
    ...document,
    ...(supplierName === undefined ? {} : { supplierName: supplierName.value }),
    ...(grossMinor === undefined ? {} : { grossMinor: grossMinor.value }),
  };
}

function storedDocument(read: ReadHandle, documentId: number): StoredDocument | undefined {
  return read.reading(`${COLUMNS} WHERE id = ?`).get(documentId) as StoredDocument | undefined;
}
