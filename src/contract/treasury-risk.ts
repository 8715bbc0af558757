import { z } from "zod";
import { reliabilitySchema, sourceRefSchema } from "./finding.ts";
import { dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

/** A client's score from 0 to 100 and what moves it from the portfolio's, in points. */
export const clientRiskSchema = z.object({
  partyId: idSchema,
  partyName: z.string(),
  score: z.number().int().min(0).max(100),
  /** Chance that its next invoice is paid more than fifteen days late, or not at all. */
  lateChance: z.number(),
  portfolioScore: z.number().int(),
  reasons: z.array(
    z.object({
      input: z.enum([
        ...["usual-lateness", "late-share", "late-5-share", "late-15-share"],
        ...["amount-ratio", "term"],
      ] as const),
      points: z.number().int(),
    }),
  ),
  payments: z.number().int(),
  openMinor: minorSchema,
  lateMinor: minorSchema,
  reliability: reliabilitySchema,
  refs: z.array(sourceRefSchema),
});
export type ClientRiskRow = z.infer<typeof clientRiskSchema>;

/** Risk of late payment. */
export const riskQueries = {
  risk: query({
    fr: "Note chaque client de 0 à 100 sur le risque d'un paiement tardif, avec ses raisons.",
    en: "Scores each client from 0 to 100 on the risk of late payment, with the reasons.",
  })
    .input(z.object({ asOn: dateSchema.optional() }))
    .output(
      z.object({
        asOn: dateSchema,
        /** The riskiest first. */
        clients: z.array(clientRiskSchema),
        method: z.enum(["regression", "shares"]),
        reliability: reliabilitySchema,
      }),
    ),
};
