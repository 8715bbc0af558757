import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { TableOptions } from "#main/base/table/map-columns.ts";
import type { DroppedFile } from "#main/base/table/read-table.ts";
import { readVatDocuments } from "#main/base/table/read-vat-documents.ts";
import type { RefusedRow } from "#main/base/table/refused-row.ts";
import type { VatLine, VatTreatment } from "#main/base/table/vat-document.ts";
import type { ForeignAmount } from "#main/ledger/currency/document-in-euro.ts";

/** A supplier's bill or credit note as a file gives it. Credit notes have negative amounts. */
export interface BillDraft {
  /** Line of the file where its first row stands. */
  line: number;
  /** The supplier's own number: unique with the supplier only. */
  number: string;
  kind: "invoice" | "credit-note";
  supplierCode?: string;
  supplierName: string;
  supplierSiren?: string;
  supplierVat?: string;
  supplierIban?: string;
  /** Account of charge (class 6) or asset (class 2), as the file names it. */
  expenseAccount?: string;
  issuedOn: string;
  dueOn?: string;
  label: string;
  vatTreatment: VatTreatment;
  /** One per rate; of a reverse charge, the rate to apply ourselves, without VAT charged. */
  vatLines: VatLine[];
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
  currency: string;
  /** What it amounts to in another currency, once it is put in euro. */
  foreign?: ForeignAmount;
}

/** What a file of bills gives: see `VatDocuments` for refused rows, warnings and mapping. */
export interface ReadBills {
  bills: BillDraft[];
  refused: RefusedRow[];
  warnings: RefusedRow[];
  mapping: Record<string, string>;
}

/**
 * Reads a table of supplier bills, one row per VAT rate (CSV; French or English headers in any
 * order, columns mappable). Pure. Rows of one number and supplier make one bill; the checks are
 * those of customer invoices, and a wrong IBAN refuses the bill.
 */
export function readBills(file: DroppedFile, options: TableOptions = {}): Refusal | ReadBills {
  const read = readVatDocuments(file, "purchases", options);
  if (isRefusal(read)) return read;
  const { documents, ...rest } = read;
  const bills = documents.map((document): BillDraft => {
    const { partyCode, partyName, siren, vatNumber, iban, account, ...own } = document;
    return {
      ...own,
      supplierName: partyName,
      ...(partyCode !== undefined && { supplierCode: partyCode }),
      ...(siren !== undefined && { supplierSiren: siren }),
      ...(vatNumber !== undefined && { supplierVat: vatNumber }),
      ...(iban !== undefined && { supplierIban: iban }),
      ...(account !== undefined && { expenseAccount: account }),
    };
  });
  return { bills, ...rest };
}
