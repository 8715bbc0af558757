import { z } from "zod";
import { paymentSchema, tradeListShape, tradeRowSchema, vatLineSchema } from "./invoicing.ts";
import {
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

export const boxSchema = z.object({
  page: z.number().int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

function fieldOf<S extends z.ZodType>(value: S) {
  return z.object({
    value,
    confidence: z.number().min(0).max(1),
    box: boxSchema.optional(),
    reasons: z.array(z.string()),
  });
}

/** What was read from a supplier's document, each field with its confidence and its place. */
export const billReadingSchema = z.object({
  supplierName: fieldOf(z.string()).optional(),
  supplierSiren: fieldOf(z.string()).optional(),
  supplierVat: fieldOf(z.string()).optional(),
  iban: fieldOf(z.string()).optional(),
  number: fieldOf(z.string()).optional(),
  issuedOn: fieldOf(dateSchema).optional(),
  dueOn: fieldOf(dateSchema).optional(),
  netMinor: fieldOf(minorSchema).optional(),
  vatMinor: fieldOf(minorSchema).optional(),
  grossMinor: fieldOf(minorSchema).optional(),
  vatLines: z.array(vatLineSchema),
  currency: z.string(),
});
export type BillReadingView = z.infer<typeof billReadingSchema>;

export const documentRowSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  mediaType: z.string(),
  state: z.enum(["received", "read", "unreadable", "booked", "set-aside"]),
  receivedAtMs: z.number().int(),
  supplierName: z.string().optional(),
  grossMinor: minorSchema.optional(),
});
export type DocumentRow = z.infer<typeof documentRowSchema>;

/** Supplier bills and the documents they come from. */
export const purchasesContract = {
  listBills: query({
    fr: "Liste les factures fournisseurs, la plus récente d'abord.",
    en: "Lists supplier bills, newest first.",
  })
    .input(z.object(tradeListShape))
    .output(pageOf(tradeRowSchema)),
  getBill: query({
    fr: "Montre une facture fournisseur, sa TVA et ses règlements.",
    en: "Shows a supplier bill, its VAT and its payments.",
  })
    .input(z.object({ billId: idSchema }))
    .output(
      tradeRowSchema.extend({
        vatTreatment: z.string(),
        expenseAccount: z.string(),
        documentId: idSchema.nullable(),
        vatLines: z.array(vatLineSchema),
        payments: z.array(paymentSchema),
      }),
    ),
  importBills: command({
    fr: "Importe des factures fournisseurs (CSV) et les comptabilise.",
    en: "Imports supplier bills (CSV) and posts them.",
  })
    .input(z.object({ ...importShape, ...lateShape }))
    .output(streamOf(importReportSchema)),
  dropDocument: command({
    fr: "Reçoit un document (PDF ou image), le lit et le laisse à vérifier.",
    en: "Receives a document (PDF or image), reads it and leaves it for review.",
  })
    .input(z.object({ file: z.file() }))
    .output(
      streamOf(z.object({ document: documentRowSchema, reading: billReadingSchema.optional() })),
    ),
  listDocuments: query({
    fr: "Liste les documents reçus, le plus récent d'abord.",
    en: "Lists received documents, newest first.",
  })
    .input(z.object({ ...pageShape, state: documentRowSchema.shape.state.optional() }))
    .output(pageOf(documentRowSchema)),
  getDocument: query({
    fr: "Montre un document et ce qui y a été lu.",
    en: "Shows a document and what was read from it.",
  })
    .input(z.object({ documentId: idSchema }))
    .output(
      documentRowSchema.extend({
        pages: z.number().int(),
        source: z.enum(["text-layer", "ocr"]).optional(),
        reading: billReadingSchema.optional(),
      }),
    ),
  getDocumentPage: query({
    fr: "Rend l'image d'une page d'un document.",
    en: "Gives the picture of a document's page.",
  })
    .input(z.object({ documentId: idSchema, page: z.number().int().min(1).default(1) }))
    .output(z.object({ file: z.file() })),
  bookDocument: command({
    fr: "Comptabilise la facture vérifiée d'un document.",
    en: "Posts the reviewed bill of a document.",
  })
    .input(
      z.object({
        documentId: idSchema,
        bill: z.object({
          supplierName: z.string().trim().min(1),
          supplierSiren: z.string().optional(),
          supplierVat: z.string().optional(),
          iban: z.string().optional(),
          number: z.string().trim().min(1),
          issuedOn: dateSchema,
          dueOn: dateSchema,
          label: z.string().default(""),
          expenseAccount: z.string().min(3),
          vatLines: z.array(vatLineSchema).min(1),
        }),
      }),
    )
    .output(z.object({ billId: idSchema, entryId: idSchema, number: z.number().int() })),
  setDocumentAside: command({
    fr: "Met un document de côté sans le comptabiliser.",
    en: "Sets a document aside without posting it.",
  })
    .input(z.object({ documentId: idSchema }))
    .output(z.object({})),
};
