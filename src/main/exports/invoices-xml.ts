import { decimalText } from "#main/base/money.ts";
import type { InvoiceExport } from "./invoice-export-rows.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

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

/** Escapes text for XML and drops the characters that XML 1.0 cannot hold. */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop.
  const legal = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return legal.replaceAll(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
}
