import { readFileSync } from "node:fs";
import { z } from "zod";
import { decimalText } from "#main/base/money.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import type { InvoiceExport } from "./invoice-export-rows.ts";
import { type InvoiceRate, invoiceRates } from "./invoices-table.ts";
import { xmlText } from "./xml-text.ts";

const FIELDS = {
  number: (r: InvoiceRate) => r.invoice.number,
  kind: (r: InvoiceRate) => r.invoice.kind,
  issuedOn: (r: InvoiceRate) => r.invoice.issuedOn,
  dueOn: (r: InvoiceRate) => r.invoice.dueOn,
  partyCode: (r: InvoiceRate) => r.invoice.partyCode,
  partyName: (r: InvoiceRate) => r.invoice.partyName,
  partySiren: (r: InvoiceRate) => r.invoice.partySiren ?? "",
  partyVat: (r: InvoiceRate) => r.invoice.partyVat ?? "",
  label: (r: InvoiceRate) => r.invoice.label,
  vatTreatment: (r: InvoiceRate) => r.invoice.vatTreatment,
  currency: (r: InvoiceRate) => r.invoice.currency,
  rateBps: (r: InvoiceRate) => decimalText(r.rateBps, "."),
  netMinor: (r: InvoiceRate) => decimalText(r.netMinor, "."),
  vatMinor: (r: InvoiceRate) => decimalText(r.vatMinor, "."),
  grossMinor: (r: InvoiceRate) => decimalText(r.netMinor + r.vatMinor, "."),
};

const mappingSchema = z.object({
  name: z.string(),
  source: z.string(),
  root: z.string(),
  row: z.string(),
  fields: z.array(
    z.object({
      element: z.string().regex(/^[A-Za-z_][\w.-]*$/),
      field: z.enum(Object.keys(FIELDS) as [keyof typeof FIELDS, ...(keyof typeof FIELDS)[]]),
    }),
  ),
});

/**
 * Invoices as XML with the names of another package, one row per VAT rate. The names stand in one
 * file, `resources/entry-layouts/oxygene-invoices.json`.
 */
export function mappedInvoicesXml(invoices: readonly InvoiceExport[]): string {
  const path = resourcePath("entry-layouts", "oxygene-invoices.json");
  const { root, row, fields } = mappingSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const rows = invoiceRates(invoices).map((rate) => {
    const cells = fields.map(
      ({ element, field }) => `    <${element}>${xmlText(FIELDS[field](rate))}</${element}>\n`,
    );
    return `  <${row}>\n${cells.join("")}  </${row}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${rows.join("")}</${root}>\n`;
}
