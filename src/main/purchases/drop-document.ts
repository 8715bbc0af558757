import type { BillReadingView, DocumentRow } from "#contract/purchases.ts";
import { readUpload } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { answer, type OfficeContext, readOf, run } from "#main/security/office-context.ts";
import type { Progress } from "#main/store/book.ts";
import { getDocument, keepReading, receiveDocument } from "./documents.ts";
import type { DocumentReading } from "./reading/read-document.ts";
import type { ReadingPool } from "./reading/reading-pool.ts";
import { readingView } from "./reading-view.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
};

/** A true document that shows nothing to read is kept for a person; the rest is refused. */
const UNREADABLE = new Set<string>(["documents.no-text", "documents.picture-size"]);

/**
 * Receives a supplier's document: its bytes are kept first, then it is read in a thread of its
 * own, outside every SQL transaction, and waits for review. What cannot be read is kept too.
 */
export async function* dropDocument(
  pool: ReadingPool,
  context: OfficeContext,
  asked: { file: File; signal: AbortSignal | undefined },
): AsyncGenerator<Progress, { document: DocumentRow; reading?: BillReadingView }, void> {
  const { name, bytes } = await readUpload(asked.file);
  const command = "purchases.dropDocument";
  yield { stage: "reading", done: 0, total: 1 };
  const { signal } = asked;
  const read = await pool.read(
    { name, bytes },
    { ...ownIdentity(context), ...(signal === undefined ? {} : { signal }) },
  );
  if (isRefusal(read) && !UNREADABLE.has(read.code)) answer(read);
  const document = isRefusal(read) ? undefined : read;
  const mediaType = MEDIA_TYPES[document?.kind ?? kindOfName(name)] ?? "application/pdf";
  const documentId = await run(context, command, (tx) => {
    const id = receiveDocument(tx, { name, bytes, mediaType, nowMs: context.now() });
    if (isRefusal(id)) return id;
    keepReading(tx, id, document === undefined ? undefined : kept(document));
    return {
      result: id,
      audit: { subject: `document ${name}`, after: { id, bytes: bytes.length } },
    };
  });
  yield { stage: "reading", done: 1, total: 1 };
  const {
    pages: _,
    source: __,
    reading,
    ...row
  } = answer(getDocument(readOf(context), documentId));
  return reading === undefined ? { document: row } : { document: row, reading };
}

function kindOfName(name: string): string {
  const extension = name.split(".").at(-1)?.toLowerCase() ?? "";
  return extension === "jpg" ? "jpeg" : extension;
}

function kept(document: DocumentReading) {
  const { pages, source, reading } = document;
  return { pages, source, reading: readingView(reading) };
}

function ownIdentity(context: OfficeContext) {
  const company = readOf(context)
    .reading("SELECT siren AS ownSiren, vat_number AS ownVat, name AS ownName FROM company")
    .get() as { ownSiren: string; ownVat: string | null; ownName: string };
  const { ownVat, ...rest } = company;
  return ownVat === null ? rest : { ...rest, ownVat };
}
