import { z } from "zod";
import { exportProfileSchema, keptProfileSchema } from "./entry-export.ts";
import { exportedTableSchema } from "./exported-table.ts";
import { command, dateSchema, idSchema, query } from "./procedure.ts";

/** What leaves the book for the accountant and the tax office. */
export const exportsContract = {
  invoices: query({
    fr: "Exporte les factures clients en XML, CSV ou XLSX.",
    en: "Exports customer invoices as XML, CSV or XLSX.",
  })
    .input(
      z.object({
        format: z.enum(["xml", "csv", "xlsx", "oxygene"]),
        fromOn: dateSchema.optional(),
        toOn: dateSchema.optional(),
      }),
    )
    .output(z.object({ file: z.file(), invoices: z.number().int() })),
  entries: query({
    fr: "Exporte les écritures d'un exercice : XML, CSV, Sage (PNM) ou Cegid (TRA).",
    en: "Exports a year's entries: XML, CSV, Sage (PNM) or Cegid (TRA).",
  })
    .input(
      z.object({
        fiscalYearId: idSchema,
        format: z.enum(["xml", "csv", "sage", "cegid"]),
        /** Of a CSV: the layout to write it in; every field when left out. */
        profileId: idSchema.optional(),
        journal: z.string().optional(),
        fromOn: dateSchema.optional(),
        toOn: dateSchema.optional(),
      }),
    )
    .output(z.object({ file: z.file(), lines: z.number().int() })),
  table: query({
    fr: "Écrit en XLSX le tableau d'un graphique.",
    en: "Writes a chart's table as XLSX.",
  })
    .input(
      exportedTableSchema.extend({ title: z.string().min(1), name: z.string().regex(/^[\w.-]+$/) }),
    )
    .output(z.object({ file: z.file() })),
  listProfiles: query({
    fr: "Liste les modèles de CSV d'écritures.",
    en: "Lists the layouts of entry CSVs.",
  })
    .input(z.object({}))
    .output(z.array(keptProfileSchema)),
  saveProfile: command({
    fr: "Enregistre un modèle de CSV d'écritures sous son nom.",
    en: "Keeps a layout of entry CSV under its name.",
  })
    .input(z.object({ profile: exportProfileSchema }))
    .output(z.object({ id: idSchema })),
  deleteProfile: command({
    fr: "Supprime un modèle de CSV d'écritures.",
    en: "Deletes a layout of entry CSV.",
  })
    .input(z.object({ profileId: idSchema }))
    .output(z.object({})),
};
