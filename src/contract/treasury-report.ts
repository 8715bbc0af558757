import { z } from "zod";
import { dateSchema, query } from "./procedure.ts";
import { languageSchema } from "./treasury-narrative.ts";

/** What the owner prints. */
export const reportQueries = {
  ownerReport: query({
    fr: "Rapport du dirigeant à imprimer (PDF, quatre pages au plus) : que faire cette semaine, et pourquoi.",
    en: "The owner's report to print (PDF, four pages at most): what to do this week, and why.",
  })
    .input(z.object({ language: languageSchema.default("fr"), asOn: dateSchema.optional() }))
    .output(z.object({ file: z.file() })),
};
