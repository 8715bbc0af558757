import { z } from "zod";
import {
  bpsSchema,
  command,
  dateSchema,
  idSchema,
  importReportSchema,
  importShape,
  minorSchema,
  query,
  streamOf,
} from "./procedure.ts";

export const quoteStateSchema = z.enum(["open", "won", "lost", "invoiced"]);
export type QuoteState = z.infer<typeof quoteStateSchema>;

const quoteShape = {
  number: z.string().trim().min(1).max(60),
  customer: z.string().trim().min(1).max(200),
  label: z.string().trim().max(300),
  issuedOn: dateSchema,
  /** The day on which it should be invoiced, if it is won. */
  expectedOn: dateSchema,
  netMinor: minorSchema.positive(),
  grossMinor: minorSchema.positive(),
  /** Null: the share that the rules give to all quotes. */
  probabilityBps: bpsSchema.nullable(),
  state: quoteStateSchema,
};
export const quoteSchema = z.object({
  quoteId: idSchema,
  ...quoteShape,
  /** What the forecast counts of it: its own probability, the rules', all of a won one. */
  countedBps: bpsSchema,
});
export type Quote = z.infer<typeof quoteSchema>;

/** Quotes given to customers (devis). Nothing of them is in the books. */
export const quoteProcedures = {
  listQuotes: query({
    fr: "Liste les devis, le plus récent d'abord, avec ce que la prévision en compte.",
    en: "Lists quotes, newest first, with what the forecast counts of them.",
  })
    .input(z.object({ states: z.array(quoteStateSchema).optional() }))
    .output(z.array(quoteSchema)),
  saveQuote: command({
    fr: "Enregistre un devis, nouveau ou changé.",
    en: "Saves a quote, new or changed.",
  })
    .input(z.object({ quoteId: idSchema.optional(), ...quoteShape }))
    .output(z.object({ quoteId: idSchema })),
  removeQuote: command({ fr: "Supprime un devis.", en: "Removes a quote." })
    .input(z.object({ quoteId: idSchema }))
    .output(z.object({ quoteId: idSchema })),
  importQuotes: command({
    fr: "Importe des devis (CSV) ; un numéro connu est mis à jour.",
    en: "Imports quotes (CSV); a known number is brought up to date.",
  })
    .input(z.object(importShape))
    .output(streamOf(importReportSchema)),
};
