import { addDays } from "#contract/date.ts";
import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { RefusedRow } from "#main/base/table/refused-row.ts";
import { documentInEuro } from "#main/ledger/currency/document-in-euro.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import { invoiceEntry } from "./invoice-entry.ts";
import { type InvoiceDraft, readInvoices } from "./read-invoices.ts";
import { countInvoices, findInvoice, insertInvoice } from "./rows.ts";

/** Default payment term where an invoice names none: 30 days (C. com. L441-10 I). */
export const DEFAULT_TERM_DAYS = 30;
const BATCH = 200;

/**
 * Imports customer invoices: each is posted with its VAT, once. A number that the book holds
 * with the same amount is passed over; with another amount, that invoice is refused.
 */
export function importInvoices(
  act: Act,
  file: ImportedFile,
  options: { preview: boolean; mapping?: Record<string, string> | undefined },
): Work<ImportReport> {
  return function* (tx) {
    const read = readInvoices(
      file,
      options.mapping === undefined ? {} : { mapping: options.mapping },
    );
    if (isRefusal(read)) return read;
    const importRunId = openImport(tx, act, { kind: "invoices", file });
    const tally = { added: 0, already: 0, refused: [...read.refused] };
    for (const [i, draft] of read.invoices.entries()) {
      if (i % BATCH === 0) yield { stage: "invoices", done: i, total: read.invoices.length };
      const outcome = takeInvoice(tx, act, { draft, importRunId });
      if (outcome === "added") tally.added++;
      else if (outcome === "already") tally.already++;
      else tally.refused.push(outcome);
    }
    return closeImport(tx, importRunId, {
      kind: "invoices",
      fileName: file.name,
      preview: options.preview,
      found: read.invoices.length + read.refused.length,
      ...tally,
      refused: tally.refused.map((r) => ({ ...r, facts: { ...r.facts } })),
      mapping: read.mapping,
      inBook: countInvoices(tx),
      notes: read.warnings.map(({ code, facts }) => ({ code, facts: { ...facts } })),
    });
  };
}

function takeInvoice(
  tx: Transaction,
  act: Act,
  row: { draft: InvoiceDraft; importRunId: number },
): "added" | "already" | RefusedRow {
  const draft = documentInEuro(tx, row.draft);
  if (isRefusal(draft)) return { line: row.draft.line, code: draft.code, facts: draft.facts };
  const known = findInvoice(tx, draft.number);
  if (known !== undefined) {
    return known.grossMinor === draft.grossMinor
      ? "already"
      : {
          line: draft.line,
          code: "invoicing.number-taken",
          facts: { line: draft.line, number: draft.number, knownMinor: known.grossMinor },
        };
  }
  const dueOn = draft.dueOn ?? addDays(draft.issuedOn, DEFAULT_TERM_DAYS);
  const partyId = ensureParty(tx, {
    kind: "customer",
    code: draft.customerCode,
    name: draft.customerName,
    siren: draft.customerSiren,
    vatNumber: draft.customerVat,
  });
  const posted = postEntry(tx, act, {
    draft: invoiceEntry(draft, partyId, dueOn),
    origin: { kind: "invoice", id: nextInvoiceId(tx) },
  });
  if (isRefusal(posted)) return { line: draft.line, code: posted.code, facts: posted.facts };
  insertInvoice(tx, { ...row, draft, partyId, dueOn, entryId: posted.entryId });
  return "added";
}

function nextInvoiceId(tx: Transaction): number {
  const last = tx.reading("SELECT max(id) AS id FROM invoice").get() as { id: number | null };
  return (last.id ?? 0) + 1;
}
