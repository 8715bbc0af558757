import { z } from "zod";
import { figureSchema, sourceRefSchema } from "./finding.ts";
import { dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

const detectorNames = [
  ...["lateness-drift", "overdue-habit", "disputes", "concentration", "terms-shrinking"],
  ...["order-gap", "margin-erosion", "low-point", "days-below-floor", "overdraft-fees"],
] as const;

/** Something worth a look, with the figures of its sentence. */
export const warningSchema = z.object({
  kind: z.enum(detectorNames),
  partyId: idSchema.nullable(),
  /** Of the party; of a family of sales, its accounts. */
  partyName: z.string().nullable(),
  /** Euros at stake, in cents. */
  impact: figureSchema,
  sinceOn: dateSchema,
  /** The sentence, as figures by code: `lateness-usual`, `gap-now`, `fees-before`... */
  parts: z.array(z.object({ code: z.string(), figure: figureSchema })),
  refs: z.array(sourceRefSchema),
});

/** What a detector was worth on the company's own past. */
export const detectorSchema = z.object({
  name: z.enum(detectorNames),
  horizonDays: z.number().int(),
  alerts: z.number().int(),
  hits: z.number().int(),
  hitRate: z.number().nullable(),
  baseRate: z.number().nullable(),
  observations: z.number().int(),
  lift: z.number().nullable(),
  state: z.enum(["on", "off", "learning"]),
});

/** Early warnings: what to look at, and how far each detector was right. */
export const warningQueries = {
  warnings: query({
    fr: "Signaux faibles : cinq alertes au plus, et ce que chaque détecteur a valu par le passé.",
    en: "Early warnings: five alerts at most, and what each detector was worth in the past.",
  })
    .input(z.object({ asOn: dateSchema.optional() }))
    .output(
      z.object({
        asOn: dateSchema,
        /** By falling impact. */
        alerts: z.array(warningSchema),
        heldBack: z.number().int(),
        silenced: z.number().int(),
        impactFloorMinor: minorSchema,
        detectors: z.array(detectorSchema),
      }),
    ),
};
