import { z } from "zod";
import { reliabilitySchema, sourceRefSchema } from "./finding.ts";
import { dateSchema, query } from "./procedure.ts";

export const languageSchema = z.enum(["fr", "en"]);
export type NarrativeLanguage = z.infer<typeof languageSchema>;

/** A piece of a paragraph: words without any number, or a fact of the findings as it is shown. */
export const narrativePartSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ fact: z.string(), formatted: z.string() }),
]);
export type NarrativePart = z.infer<typeof narrativePartSchema>;

export const narrativeParagraphSchema = z.object({
  topic: z.enum(["cash", "customers", "change", "actions", "care"]),
  parts: z.array(narrativePartSchema),
  /** The parts joined. */
  text: z.string(),
  /** The lowest grade among its figures. */
  grade: reliabilitySchema.shape.grade,
  refs: z.array(sourceRefSchema),
});
export type NarrativeParagraph = z.infer<typeof narrativeParagraphSchema>;

export const narrativeSchema = z.object({
  asOn: dateSchema,
  language: languageSchema,
  paragraphs: z.array(narrativeParagraphSchema),
});
export type Narrative = z.infer<typeof narrativeSchema>;

/** The treasury in plain language. */
export const narrativeProcedures = {
  narrative: query({
    fr: "Raconte la trésorerie en clair : chaque nombre est celui d'un constat.",
    en: "Tells the treasury in plain language: each number is that of a finding.",
  })
    .input(z.object({ language: languageSchema.default("fr") }))
    .output(narrativeSchema),
};
