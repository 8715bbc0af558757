import { z } from "zod";
import {
  bpsSchema,
  command,
  dateSchema,
  idSchema,
  importReportSchema,
  importShape,
  lateShape,
  minorSchema,
  pageOf,
  pageShape,
  query,
  streamOf,
} from "./procedure.ts";
import { quoteProcedures } from "./quotes.ts";

export const vatLineSchema = z.object({
  rateBps: bpsSchema,
  netMinor: minorSchema,
  vatMinor: minorSchema,
});

/** What a customer invoice and a supplier bill have in common on a list. */
export const tradeRowSchema = z.object({
  id: idSchema,
  kind: z.enum(["invoice", "credit-note"]),
  number: z.string(),
  partyId: idSchema,
  partyName: z.string(),
  issuedOn: dateSchema,
  dueOn: dateSchema,
  label: z.string(),
  netMinor: minorSchema,
  vatMinor: minorSchema,
  grossMinor: minorSchema,
  openMinor: minorSchema,
  entryId: idSchema,
});
export type TradeRow = z.infer<typeof tradeRowSchema>;

export const paymentSchema = z.object({
  matchId: idSchema,
  bankLineId: idSchema,
  bookedOn: dateSchema,
  amountMinor: minorSchema,
  label: z.string(),
});

export const tradeListShape = {
  ...pageShape,
  state: z.enum(["all", "open", "late", "paid"]).default("all"),
  search: z.string().optional(),
  /** The day from which an open item is late. */
  todayOn: dateSchema.optional(),
};

/** Customer invoices. */
export const invoicingContract = {
  listInvoices: query({
    fr: "Liste les factures clients, la plus récente d'abord.",
    en: "Lists customer invoices, newest first.",
  })
    .input(z.object(tradeListShape))
    .output(pageOf(tradeRowSchema)),
  getInvoice: query({
    fr: "Montre une facture, sa TVA par taux et ses règlements.",
    en: "Shows an invoice, its VAT per rate and its payments.",
  })
    .input(z.object({ invoiceId: idSchema }))
    .output(
      tradeRowSchema.extend({
        vatTreatment: z.string(),
        vatLines: z.array(vatLineSchema),
        payments: z.array(paymentSchema),
      }),
    ),
  importInvoices: command({
    fr: "Importe des factures clients (CSV) et les comptabilise.",
    en: "Imports customer invoices (CSV) and posts them.",
  })
    .input(z.object({ ...importShape, ...lateShape }))
    .output(streamOf(importReportSchema)),
  printInvoice: query({
    fr: "Imprime une facture en PDF.",
    en: "Prints an invoice as PDF.",
  })
    .input(z.object({ invoiceId: idSchema }))
    .output(z.object({ file: z.file() })),
  ...quoteProcedures,
};
