import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { TableOptions } from "#main/base/table/map-columns.ts";
import type { DroppedFile } from "#main/base/table/read-table.ts";
import { readVatDocuments } from "#main/base/table/read-vat-documents.ts";
import type { RefusedRow } from "#main/base/table/refused-row.ts";
import type { VatLine, VatTreatment } from "#main/base/table/vat-document.ts";
import type { ForeignAmount } from "#main/ledger/currency/document-in-euro.ts";

/** A customer invoice or credit note as a file gives it. Credit notes have negative amounts. */
export interface InvoiceDraft {
  /** Line of the file where its first row stands. */
  line: number;
  number: string;
  kind: "invoice" | "credit-note";
  customerCode?: string;
  customerName: string;
  customerSiren?: string;
  customerVat?: string;
  issuedOn: string;
  dueOn?: string;
  label: string;
  vatTreatment: VatTreatment;
  /** One per rate; of a reverse charge, the rate that the customer applies, without VAT. */
  vatLines: VatLine[];
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
  currency: string;
  /** What it amounts to in another currency, once it is put in euro. */
  foreign?: ForeignAmount;
}

/** What a file of invoices gives: see `VatDocuments` for refused rows, warnings and mapping. */
export interface ReadInvoices {
  invoices: InvoiceDraft[];
  refused: RefusedRow[];
  warnings: RefusedRow[];
  mapping: Record<string, string>;
}

/**
 * Reads a table of customer invoices, one row per VAT rate (CSV; French or English headers in any
 * order, columns mappable). Pure. Rows of one number make one invoice; a row is checked for real
 * dates, due date not before issue, net + VAT = gross to the cent and VAT = rate × net within two
 * cents; a refused row refuses its whole invoice.
 */
export function readInvoices(
  file: DroppedFile,
  options: TableOptions = {},
): Refusal | ReadInvoices {
  const read = readVatDocuments(file, "sales", options);
  if (isRefusal(read)) return read;
  const { documents, ...rest } = read;
  const invoices = documents.map((document): InvoiceDraft => {
    const { partyCode, partyName, siren, vatNumber, iban: _i, account: _a, ...own } = document;
    return {
      ...own,
      customerName: partyName,
      ...(partyCode !== undefined && { customerCode: partyCode }),
      ...(siren !== undefined && { customerSiren: siren }),
      ...(vatNumber !== undefined && { customerVat: vatNumber }),
    };
  });
  return { invoices, ...rest };
}
