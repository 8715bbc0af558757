import type { Transaction } from "#main/store/book.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import type { InvoiceDraft } from "./read-invoices.ts";

/** An invoice of the book by its number. */
export function findInvoice(
  read: ReadHandle,
  number: string,
): { id: number; grossMinor: number } | undefined {
  return read
    .reading("SELECT id, gross_minor AS grossMinor FROM invoice WHERE number = ?")
    .get(number) as { id: number; grossMinor: number } | undefined;
}

/** How many invoices the book holds, and their gross total. */
export function countInvoices(read: ReadHandle): { rows: number; totalMinor: number } {
  return read
    .reading("SELECT count(*) AS rows, coalesce(sum(gross_minor), 0) AS totalMinor FROM invoice")
    .get() as { rows: number; totalMinor: number };
}

/** Writes an invoice that has just been posted, and its VAT per rate. */
export function insertInvoice(
  tx: Transaction,
  row: {
    draft: InvoiceDraft;
    partyId: number;
    dueOn: string;
    entryId: number;
    importRunId: number;
  },
): number {
  const { draft } = row;
  const { id } = tx.run(
    sqlBuilder.insertInto("invoice").values({
      kind: draft.kind,
      number: draft.number,
      party_id: row.partyId,
      issued_on: draft.issuedOn,
      due_on: row.dueOn,
      label: draft.label,
      vat_treatment: draft.vatTreatment,
      currency: draft.currency,
      net_minor: draft.netMinor,
      vat_minor: draft.vatMinor,
      gross_minor: draft.grossMinor,
      entry_id: row.entryId,
      import_run_id: row.importRunId,
      foreign_currency: draft.foreign?.currency ?? null,
      foreign_minor: draft.foreign?.grossMinor ?? null,
    }),
  );
  for (const vat of draft.vatLines) {
    tx.run(
      sqlBuilder.insertInto("invoice_vat").values({
        invoice_id: id,
        rate_bps: vat.rateBps,
        net_minor: vat.netMinor,
        vat_minor: vat.vatMinor,
      }),
    );
  }
  return id;
}
