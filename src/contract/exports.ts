import { z } from "zod";
import { dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning"]),
  line: z.number().int().optional(),
  column: z.string().optional(),
  source: z.string(),
  fr: z.string(),
  en: z.string(),
  count: z.number().int(),
});

export const fecVerdictSchema = z.object({
  conforming: z.boolean(),
  findings: z.array(findingSchema),
});

export const fecCheckSchema = z.object({
  official: fecVerdictSchema,
  law: fecVerdictSchema,
  lines: z.number().int(),
  entries: z.number().int(),
  debitMinor: minorSchema,
  creditMinor: minorSchema,
});
export type FecCheck = z.infer<typeof fecCheckSchema>;

/** What leaves the book for the accountant and the tax office. */
export const exportsContract = {
  fec: query({
    fr: "Écrit le FEC d'un exercice et sa notice ; refusé si un contrôle du dossier échoue.",
    en: "Writes a year's FEC and its description; refused when a whole-book check fails.",
  })
    .input(z.object({ fiscalYearId: idSchema }))
    .output(z.object({ fec: z.file(), description: z.file(), check: fecCheckSchema })),
  checkFec: query({
    closed: true,
    fr: "Contrôle un FEC : niveau du logiciel officiel et niveau de la loi.",
    en: "Checks a FEC: the official tool's level and the law's level.",
  })
    .input(z.object({ file: z.file() }))
    .output(fecCheckSchema),
  invoices: query({
    fr: "Exporte les factures clients en XML, CSV ou XLSX.",
    en: "Exports customer invoices as XML, CSV or XLSX.",
  })
    .input(
      z.object({
        format: z.enum(["xml", "csv", "xlsx"]),
        fromOn: dateSchema.optional(),
        toOn: dateSchema.optional(),
      }),
    )
    .output(z.object({ file: z.file(), invoices: z.number().int() })),
};
