import { z } from "zod";
import { bpsSchema, command, minorSchema, query } from "./procedure.ts";

/** The thresholds of `rules.yaml`; null where the file says nothing and no default is set. */
export const limitsShape = z.object({
  approvalMinor: minorSchema.nonnegative().nullable(),
  floorMinor: minorSchema.nullable(),
  /** 30 to 365; the file refuses others, and says at which line. */
  horizonDays: z.number().int().nonnegative().nullable(),
  concentrationBps: bpsSchema.nullable(),
  /** What a year of credit costs; 5 % unless told. */
  creditBps: bpsSchema.nullable(),
  lateDays: z.number().int().nonnegative().nullable(),
  minimumImpactMinor: minorSchema.nonnegative().nullable(),
  /** What the forecast of a year counts of entries in draft, and of quotes still open. */
  draftSalesBps: bpsSchema.nullable(),
  draftPurchasesBps: bpsSchema.nullable(),
  draftQuotesBps: bpsSchema.nullable(),
});
export type Limits = z.infer<typeof limitsShape>;

/** The thresholds that a person sets, in the file where they are written. */
export const limitsProcedures = {
  getLimits: query({
    fr: "Montre les seuils : plancher, horizon, alertes, poids des brouillons.",
    en: "Shows the thresholds: floor, horizon, alerts, weight of drafts.",
  })
    .input(z.object({}))
    .output(limitsShape),
  editLimits: command({
    fr: "Change les seuils dans rules.yaml, qui garde ses commentaires ; null ôte un seuil.",
    en: "Changes the thresholds in rules.yaml, which keeps its comments; null takes one away.",
  })
    .input(limitsShape.partial())
    .output(limitsShape),
};
