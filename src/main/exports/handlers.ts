import { chartFor, readChart } from "#main/ledger/chart.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import { answer, bookOf, type OfficeContext, office } from "#main/security/office-context.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { exportFec, fecCheckView } from "./export-fec.ts";
import { checkFec } from "./fec-check.ts";
import { type InvoiceExport, invoiceExports } from "./invoice-export-rows.ts";
import { invoicesCsv } from "./invoices-table.ts";
import { invoicesXlsx } from "./invoices-xlsx.ts";
import { invoicesXml } from "./invoices-xml.ts";

const o = office.exports;

/** The procedures of what leaves the book. */
export function exportsHandlers(checks: readonly BookCheck[]) {
  return {
    fec: o.fec.handler(async ({ context, input }) => {
      const madeOn = new Date(context.now()).toISOString().slice(0, 10);
      return answer(await exportFec(bookOf(context).read, { ...input, checks, madeOn }));
    }),
    checkFec: o.checkFec.handler(async ({ input }) => {
      const closing = /FEC(\d{4})(\d{2})(\d{2})/i.exec(input.file.name);
      const chart = closing === null ? undefined : chartFor(`${closing[1]}-01-01`);
      const accounts = chart === undefined ? undefined : readChart(chart).accounts;
      const report = await checkFec({
        name: input.file.name,
        chunks: input.file.stream() as unknown as AsyncIterable<Uint8Array>,
        kind: "BIC",
        ...(accounts === undefined ? {} : { knownAccounts: new Set(accounts.map(([n]) => n)) }),
      });
      return fecCheckView(report);
    }),
    invoices: o.invoices.handler(({ context, input }) => exportInvoices(context, input)),
  };
}

async function exportInvoices(
  context: OfficeContext,
  asked: { format: "xml" | "csv" | "xlsx"; fromOn?: string | undefined; toOn?: string | undefined },
) {
  const { read } = bookOf(context);
  const invoices = invoiceExports(read, asked);
  const company = companyOf(read);
  const name = `${company.siren}-factures.${asked.format}`;
  const body = await FORMATS[asked.format](company, invoices);
  return { file: new File([body], name), invoices: invoices.length };
}

type Company = { name: string; siren: string };

const FORMATS = {
  xml: async (company: Company, invoices: InvoiceExport[]) => invoicesXml(company, invoices),
  csv: async (_: Company, invoices: InvoiceExport[]) => invoicesCsv(invoices),
  xlsx: async (_: Company, invoices: InvoiceExport[]) =>
    new Uint8Array(await invoicesXlsx(invoices)),
};

function companyOf(read: ReadHandle): Company {
  return read.reading("SELECT name, siren FROM company").get() as Company;
}
