import { readUpload } from "#main/automation/import-run.ts";
import { refuse } from "#main/base/refusal.ts";
import { getTrade, listTrade, paymentsOf, vatLinesOf } from "#main/parties/list-trade.ts";
import {
  actOf,
  answer,
  bookOf,
  office,
  readOf,
  run,
  stream,
} from "#main/security/office-context.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { importInvoices } from "./import-invoices.ts";
import { importQuotes } from "./import-quotes.ts";
import { printInvoice } from "./print-invoice.ts";
import { listQuotes, removeQuote, saveQuote } from "./quotes.ts";

const o = office.invoicing;

/** The procedures of customer invoices. */
export const invoicingHandlers = {
  listInvoices: o.listInvoices.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => listTrade(read, "invoice", input)),
  ),
  getInvoice: o.getInvoice.handler(({ context, input }) =>
    answer(bookOf(context).snapshot((read) => getInvoice(read, input.invoiceId))),
  ),
  importInvoices: o.importInvoices.handler(async function* ({ context, input, signal }) {
    const command = "invoicing.importInvoices";
    const file = await readUpload(input.file);
    const act = { ...actOf(context, command), isLate: input.late };
    const work = importInvoices(act, file, input);
    return yield* stream({ context, command, signal, preview: input.preview }, work);
  }),
  printInvoice: o.printInvoice.handler(async ({ context, input }) =>
    answer(await printInvoice(bookOf(context).read, input.invoiceId)),
  ),
  listQuotes: o.listQuotes.handler(({ context, input }) =>
    listQuotes(readOf(context), { ...input, asOn: dayOf(context.now()) }),
  ),
  saveQuote: o.saveQuote.handler(({ context, input }) => {
    const command = "invoicing.saveQuote";
    return run(context, command, (tx) => saveQuote(tx, actOf(context, command), input));
  }),
  removeQuote: o.removeQuote.handler(({ context, input }) =>
    run(context, "invoicing.removeQuote", (tx) => removeQuote(tx, input.quoteId)),
  ),
  importQuotes: o.importQuotes.handler(async function* ({ context, input, signal }) {
    const command = "invoicing.importQuotes";
    const work = importQuotes(actOf(context, command), await readUpload(input.file), input);
    return yield* stream({ context, command, signal, preview: input.preview }, work);
  }),
};

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function getInvoice(read: ReadHandle, invoiceId: number) {
  const row = getTrade(read, "invoice", invoiceId);
  if (row === undefined) return refuse("invoicing.unknown-invoice", { invoiceId });
  const { vatTreatment } = read
    .reading("SELECT vat_treatment AS vatTreatment FROM invoice WHERE id = ?")
    .get(invoiceId) as { vatTreatment: string };
  return {
    ...row,
    vatTreatment,
    vatLines: vatLinesOf(read, "invoice", invoiceId),
    payments: paymentsOf(read, "invoice", invoiceId),
  };
}
