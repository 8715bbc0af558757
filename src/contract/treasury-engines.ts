import { z } from "zod";
import { dateSchema, minorSchema, query } from "./procedure.ts";
import { actionQueries } from "./treasury-actions.ts";
import { causeQueries } from "./treasury-causes.ts";
import { costDriftQueries } from "./treasury-cost-drift.ts";
import { marginQueries } from "./treasury-margins.ts";
import { riskQueries } from "./treasury-risk.ts";
import { seasonalityQueries } from "./treasury-seasonality.ts";
import { stressQueries } from "./treasury-stress.ts";
import { varianceQueries } from "./treasury-variance.ts";
import { warningQueries } from "./treasury-warnings.ts";

/** One query for each engine that stands alone, and their self-tests. */
export const engineQueries = {
  ...warningQueries,
  ...riskQueries,
  ...actionQueries,
  ...seasonalityQueries,
  ...costDriftQueries,
  ...causeQueries,
  ...marginQueries,
  ...varianceQueries,
  selfTest: query({
    fr: "Essaie les moteurs sur des vérités plantées : ce que chacun doit retrouver.",
    en: "Tries the engines on planted truths: what each of them must find.",
  })
    .input(z.object({ engine: z.string().optional() }))
    .output(z.array(z.object({ engine: z.string(), truth: z.string(), isFound: z.boolean() }))),
  decide: query({
    fr: "Compare des choix : valeur actuelle, taux, retour, effet sur le point bas de trésorerie.",
    en: "Compares options: present value, rates, payback, effect on the lowest cash.",
  })
    .input(
      z.object({
        /** Discount rate a year, in basis points. */
        rateBps: z.number().int().min(0).max(10_000),
        options: z
          .array(
            z.object({
              name: z.string().trim().min(1),
              flows: z.array(z.object({ on: dateSchema, amountMinor: minorSchema })).min(1),
            }),
          )
          .min(1)
          .max(20),
      }),
    )
    .output(
      z.object({
        asOn: dateSchema,
        floorMinor: minorSchema,
        /** Those that keep above the floor first, by falling value. */
        options: z.array(
          z.object({
            name: z.string(),
            npvMinor: minorSchema,
            rates: z.array(z.number()),
            modifiedRate: z.number().nullable(),
            paybackOn: dateSchema.nullable(),
            discountedPaybackOn: dateSchema.nullable(),
            lowest: z.object({ on: dateSchema, balanceMinor: minorSchema }),
            breaksFloor: z.boolean(),
            sensitivity: z.array(
              z.object({
                input: z.enum(["rate", "receipts", "payments", "delay"]),
                lowMinor: minorSchema,
                highMinor: minorSchema,
              }),
            ),
          }),
        ),
      }),
    ),
  ...stressQueries,
};
