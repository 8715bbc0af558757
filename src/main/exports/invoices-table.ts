import { decimalText } from "#main/base/money.ts";
import type { InvoiceExport } from "./invoice-export-rows.ts";

/** A column of the invoice table, the same in CSV and XLSX. */
export interface ExportColumn {
  title: string;
  width: number;
  kind: "text" | "date" | "money" | "rate";
  value: (row: InvoiceRate) => string | number;
}

/** One VAT rate of one invoice. */
export interface InvoiceRate {
  invoice: InvoiceExport;
  rateBps: number;
  netMinor: number;
  vatMinor: number;
}

const KINDS = { invoice: "Facture", "credit-note": "Avoir" } as const;

const TREATMENTS: Readonly<Record<string, string>> = {
  domestic: "France",
  "reverse-charge": "Autoliquidation",
  "intra-community": "Intracommunautaire",
  export: "Export",
  exempt: "Exonéré",
};

/** The columns that `readInvoices` reads back: an export is an import elsewhere. */
export const invoiceColumns: readonly ExportColumn[] = [
  { title: "Numéro", width: 16, kind: "text", value: (r) => r.invoice.number },
  { title: "Type", width: 10, kind: "text", value: (r) => KINDS[r.invoice.kind] },
  { title: "Date", width: 12, kind: "date", value: (r) => r.invoice.issuedOn },
  { title: "Échéance", width: 12, kind: "date", value: (r) => r.invoice.dueOn },
  { title: "Code client", width: 12, kind: "text", value: (r) => r.invoice.partyCode },
  { title: "Client", width: 32, kind: "text", value: (r) => r.invoice.partyName },
  { title: "SIREN", width: 12, kind: "text", value: (r) => r.invoice.partySiren ?? "" },
  { title: "N° TVA", width: 16, kind: "text", value: (r) => r.invoice.partyVat ?? "" },
  { title: "Libellé", width: 40, kind: "text", value: (r) => r.invoice.label },
  {
    title: "Régime TVA",
    width: 18,
    kind: "text",
    value: (r) => TREATMENTS[r.invoice.vatTreatment] ?? r.invoice.vatTreatment,
  },
  { title: "Taux TVA", width: 10, kind: "rate", value: (r) => r.rateBps },
  { title: "HT", width: 14, kind: "money", value: (r) => r.netMinor },
  { title: "TVA", width: 14, kind: "money", value: (r) => r.vatMinor },
  { title: "TTC", width: 14, kind: "money", value: (r) => r.netMinor + r.vatMinor },
];

/** One row per invoice and VAT rate. */
export function invoiceRates(invoices: readonly InvoiceExport[]): InvoiceRate[] {
  return invoices.flatMap((invoice) => invoice.vatLines.map((v) => ({ invoice, ...v })));
}

/** CSV for a French spreadsheet: semicolons, decimal commas, UTF-8 with a byte order mark. */
export function invoicesCsv(invoices: readonly InvoiceExport[]): string {
  const head = invoiceColumns.map((c) => c.title).join(";");
  const rows = invoiceRates(invoices).map((row) =>
    invoiceColumns.map((c) => cell(c, row)).join(";"),
  );
  return `\ufeff${[head, ...rows].join("\r\n")}\r\n`;
}

function cell(column: ExportColumn, row: InvoiceRate): string {
  const value = column.value(row);
  switch (column.kind) {
    case "money":
    case "rate":
      return decimalText(Number(value), ",");
    case "date":
      return String(value).split("-").reverse().join("/");
    default:
      return quoted(String(value));
  }
}

/** Quotes what needs it; a leading sign that a spreadsheet would run as a formula is defused. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
