import { isRefusal } from "#main/base/refusal.ts";
import {
  answer,
  bookOf,
  type OfficeContext,
  office,
  readOf,
  run,
} from "#main/security/office-context.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { exportEntries } from "./entries/export-entries.ts";
import { deleteProfile, listProfiles, saveProfile } from "./entries/export-profiles.ts";
import { type InvoiceExport, invoiceExports } from "./invoice-export-rows.ts";
import { invoicesCsv } from "./invoices-table.ts";
import { invoicesXlsx } from "./invoices-xlsx.ts";
import { invoicesXml } from "./invoices-xml.ts";
import { mappedInvoicesXml } from "./mapped-invoices-xml.ts";
import { tableXlsx } from "./table-xlsx.ts";

const o = office.exports;

/** The procedures of what leaves the book. */
export const exportsHandlers = {
  invoices: o.invoices.handler(({ context, input }) => exportInvoices(context, input)),
  entries: o.entries.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => answer(exportEntries(read, input))),
  ),
  table: o.table.handler(async ({ input }) => ({
    file: new File([new Uint8Array(await tableXlsx(input.title, input))], `${input.name}.xlsx`),
  })),
  listProfiles: o.listProfiles.handler(({ context }) => listProfiles(readOf(context))),
  saveProfile: o.saveProfile.handler(({ context, input }) =>
    run(context, "exports.saveProfile", (tx) => {
      const saved = saveProfile(tx, input.profile);
      return { result: saved, audit: { subject: input.profile.name, after: input.profile } };
    }),
  ),
  deleteProfile: o.deleteProfile.handler(({ context, input }) =>
    run(context, "exports.deleteProfile", (tx) => {
      const refused = deleteProfile(tx, input.profileId);
      if (isRefusal(refused)) return refused;
      return { result: {}, audit: { subject: `export layout ${input.profileId}` } };
    }),
  ),
};

async function exportInvoices(
  context: OfficeContext,
  asked: { format: keyof typeof FORMATS; fromOn?: string | undefined; toOn?: string | undefined },
) {
  const { read } = bookOf(context);
  const invoices = invoiceExports(read, asked);
  const company = companyOf(read);
  const extension = asked.format === "oxygene" ? "oxygene.xml" : asked.format;
  const name = `${company.siren}-factures.${extension}`;
  const body = await FORMATS[asked.format](company, invoices);
  return { file: new File([body], name), invoices: invoices.length };
}

type Company = { name: string; siren: string };

const FORMATS = {
  xml: async (company: Company, invoices: InvoiceExport[]) => invoicesXml(company, invoices),
  oxygene: async (_: Company, invoices: InvoiceExport[]) => mappedInvoicesXml(invoices),
  csv: async (_: Company, invoices: InvoiceExport[]) => invoicesCsv(invoices),
  xlsx: async (_: Company, invoices: InvoiceExport[]) =>
    new Uint8Array(await invoicesXlsx(invoices)),
};

function companyOf(read: ReadHandle): Company {
  return read.reading("SELECT name, siren FROM company").get() as Company;
}
