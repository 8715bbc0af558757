import writeXlsxFile from "write-excel-file/node";
import type { InvoiceExport } from "./invoice-export-rows.ts";
import {
  type ExportColumn,
  type InvoiceRate,
  invoiceColumns,
  invoiceRates,
} from "./invoices-table.ts";

/** Invoices as a workbook: the table of the CSV, with true numbers and dates. */
export async function invoicesXlsx(invoices: readonly InvoiceExport[]): Promise<Uint8Array> {
  const head = invoiceColumns.map((c) => ({ value: c.title, fontWeight: "bold" as const }));
  const rows = invoiceRates(invoices).map((row) => invoiceColumns.map((c) => cell(c, row)));
  const file = writeXlsxFile([head, ...rows], {
    sheet: "Factures",
    columns: invoiceColumns.map((c) => ({ width: c.width })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await file.toBuffer());
}

function cell(column: ExportColumn, row: InvoiceRate) {
  const value = column.value(row);
  switch (column.kind) {
    case "money":
      return { value: Number(value) / 100, type: Number, format: "#,##0.00" };
    case "rate":
      return { value: Number(value) / 10_000, type: Number, format: "0.0%" };
    case "date":
      return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
    default:
      return { value: String(value), type: String };
  }
}
