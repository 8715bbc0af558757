import type { ReadHandle } from "#main/store/handle.ts";

/** A customer invoice as the exports write it, one row per VAT rate. */
export interface InvoiceExport {
  number: string;
  kind: "invoice" | "credit-note";
  issuedOn: string;
  dueOn: string;
  partyCode: string;
  partyName: string;
  partySiren: string | null;
  partyVat: string | null;
  label: string;
  vatTreatment: string;
  currency: string;
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
  entryNumber: number;
  vatLines: { rateBps: number; netMinor: number; vatMinor: number }[];
}

/** Customer invoices issued between two dates, by date and number. */
export function invoiceExports(
  read: ReadHandle,
  period: { fromOn?: string | undefined; toOn?: string | undefined },
): InvoiceExport[] {
  const rows = read
    .reading(
      "SELECT i.number, i.kind, i.issued_on AS issuedOn, i.due_on AS dueOn, p.code AS partyCode, " +
        "p.name AS partyName, p.siren AS partySiren, p.vat_number AS partyVat, i.label, " +
        "i.vat_treatment AS vatTreatment, i.currency, i.net_minor AS netMinor, " +
        "i.vat_minor AS vatMinor, i.gross_minor AS grossMinor, e.number AS entryNumber, " +
        "(SELECT json_group_array(json_array(rate_bps, net_minor, vat_minor)) FROM invoice_vat v " +
        "WHERE v.invoice_id = i.id) AS vat FROM invoice i JOIN party p ON p.id = i.party_id " +
        "JOIN entry e ON e.id = i.entry_id WHERE i.issued_on BETWEEN ? AND ? " +
        "ORDER BY i.issued_on, i.number",
    )
    .all(period.fromOn ?? "", period.toOn ?? "9999-12-31") as (InvoiceExport & { vat: string })[];
  return rows.map(({ vat, ...row }) => ({
    ...row,
    vatLines: (JSON.parse(vat) as [number, number, number][]).map(
      ([rateBps, netMinor, vatMinor]) => ({ rateBps, netMinor, vatMinor }),
    ),
  }));
}
