import { decimalText } from "#main/base/money.ts";
import type { InvoiceExport } from "./invoice-export-rows.ts";
import { xmlText } from "./xml-text.ts";

/**
 * Invoices as XML for the accountant's package (`resources/schemas/invoices.xsd`): amounts with a
 * point and two decimals, dates as ISO days.
 */
export function invoicesXml(
  company: { name: string; siren: string },
  invoices: readonly InvoiceExport[],
): string {
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n`;
  const root =
    `<invoices xmlns="urn:ecritoire:invoices:1" company="${xmlText(company.name)}" ` +
    `siren="${company.siren}" count="${invoices.length}">\n`;
  return `${head}${root}${invoices.map(invoiceXml).join("")}</invoices>\n`;
}

function invoiceXml(i: InvoiceExport): string {
  const siren = i.partySiren === null ? "" : ` siren="${xmlText(i.partySiren)}"`;
  const vat = i.partyVat === null ? "" : ` vatNumber="${xmlText(i.partyVat)}"`;
  return [
    `  <invoice number="${xmlText(i.number)}" kind="${i.kind}" entry="${i.entryNumber}">`,
    `    <issued>${i.issuedOn}</issued>`,
    `    <due>${i.dueOn}</due>`,
    `    <customer code="${xmlText(i.partyCode)}"${siren}${vat}>${xmlText(i.partyName)}</customer>`,
    `    <label>${xmlText(i.label)}</label>`,
    `    <treatment>${xmlText(i.vatTreatment)}</treatment>`,
    ...i.vatLines.map(
      (v) =>
        `    <vat rate="${decimalText(v.rateBps, ".")}" net="${decimalText(v.netMinor, ".")}" ` +
        `vat="${decimalText(v.vatMinor, ".")}"/>`,
    ),
    `    <total currency="${i.currency}" net="${decimalText(i.netMinor, ".")}" ` +
      `vat="${decimalText(i.vatMinor, ".")}" gross="${decimalText(i.grossMinor, ".")}"/>`,
    "  </invoice>\n",
  ].join("\n");
}
