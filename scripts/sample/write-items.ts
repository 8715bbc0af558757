import { amountCell, csvText, rateCell } from "./csv-text.ts";
import type { Bill, Invoice, Item } from "./model.ts";
import { frenchDate } from "./working-day.ts";

const INVOICE_HEADER =
  "Numéro;Type;Date;Échéance;Code client;Client;SIREN;N° TVA;Libellé;" +
  "Régime TVA;Taux TVA;HT;TVA;TTC";

const BILL_HEADER =
  "Référence;Type;Date;Échéance;Code fournisseur;Fournisseur;SIREN;N° TVA;IBAN;Compte;Libellé;" +
  "Régime TVA;Taux TVA;HT;TVA;TTC";

/** Invoices and credit notes of one year, one row per VAT rate. */
export function invoicesCsv(invoices: readonly Invoice[], year: string): string {
  const rows = ofYear(invoices, year).flatMap((invoice) => {
    const { code, name, siren, vatNumber } = invoice.customer;
    return rowsOf(invoice, [code, name, siren, vatNumber, invoice.label]);
  });
  return csvText([INVOICE_HEADER.split(";"), ...rows]);
}

/** Bills and suppliers' credit notes of one year, one row per VAT rate. */
export function billsCsv(bills: readonly Bill[], year: string): string {
  const rows = ofYear(bills, year).flatMap((bill) => {
    const { code, name, siren, vatNumber, iban, account } = bill.supplier;
    return rowsOf(bill, [code, name, siren, vatNumber, iban, account, bill.label]);
  });
  return csvText([BILL_HEADER.split(";"), ...rows]);
}

function ofYear<T extends Item>(items: readonly T[], year: string): T[] {
  return items.filter((item) => item.issuedOn.startsWith(year));
}

function rowsOf(item: Item, middle: readonly string[]): string[][] {
  const head = [item.reference, item.type, frenchDate(item.issuedOn), frenchDate(item.dueOn)];
  return item.parts.map(({ rateBps, netMinor, vatMinor }) => {
    const amounts = [netMinor, vatMinor, netMinor + vatMinor].map(amountCell);
    return [...head, ...middle, item.regime, rateCell(rateBps), ...amounts];
  });
}
