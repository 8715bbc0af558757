import { z } from "zod";
import { figureSchema, reliabilitySchema, sourceRefSchema } from "./finding.ts";
import { dateSchema, idSchema, minorSchema, query, streamOf } from "./procedure.ts";

export const stressScenarioSchema = z.enum([
  ...["base", "top-client-late", "top-client-default", "billing-down"],
  ...["suppliers-cash-down", "combined"],
] as const);
export type StressScenario = z.infer<typeof stressScenarioSchema>;

/** P5, P25, P50, P75 and P95. */
const fanSchema = z.tuple([minorSchema, minorSchema, minorSchema, minorSchema, minorSchema]);

/** A share of the runs, with no more digits than its standard error leaves a meaning to. */
export const chanceSchema = z.object({ share: z.number(), standardError: z.number() });
export type Chance = z.infer<typeof chanceSchema>;

export const stressFindingSchema = z.object({
  scenario: stressScenarioSchema,
  /** Balance at the end of each day. */
  days: z.array(z.object({ on: dateSchema, minor: fanSchema })),
  /** Chance to be below the floor at the end of the day, and at least once up to it. */
  risks: z.array(
    z.object({ days: z.number().int(), on: dateSchema, onDay: chanceSchema, soFar: chanceSchema }),
  ),
  lowest: z.object({
    /** Of the lowest balance. */
    minor: fanSchema,
    /** P5, P50 and P95 of its date. */
    on: z.tuple([dateSchema, dateSchema, dateSchema]),
    /** Even steps from the least to the most; the last one includes its end. */
    steps: z.array(
      z.object({ fromMinor: minorSchema, untilMinor: minorSchema, share: z.number() }),
    ),
    weeks: z.array(z.object({ fromOn: dateSchema, share: z.number() })),
  }),
  /** Mean of the lowest balance over the worst 5 % of the runs (expected shortfall). */
  worst: figureSchema,
  /** Cash to add today to stay above the floor in 95 % of the runs. */
  buffer: figureSchema,
  /** Items that have brought less than usual by the lowest point of the worst 5 % of the runs. */
  drivers: z.array(
    z.object({
      ref: sourceRefSchema,
      partyId: z.string(),
      reference: z.string(),
      shortMinor: minorSchema,
    }),
  ),
});
export type StressFinding = z.infer<typeof stressFindingSchema>;

export const stressSchema = z.object({
  asOn: dateSchema,
  balanceMinor: minorSchema,
  floorMinor: minorSchema,
  runs: z.number().int(),
  /** The customer of the scenarios, with its part of the receipts of a year. */
  topClient: z.object({ partyId: idSchema, name: z.string(), share: z.number() }).nullable(),
  /** New business is drawn from 60 days of billing history on. */
  hasNewBusiness: z.boolean(),
  scenarios: z.array(stressFindingSchema),
  reliability: reliabilitySchema,
});
export type Stress = z.infer<typeof stressSchema>;

export const stressQueries = {
  stress: query({
    fr: "Éprouve la trésorerie par 10 000 tirages : risque de passer sous le seuil, coussin utile.",
    en: "Stresses cash by 10,000 draws: risk to fall below the floor, buffer needed.",
  })
    .input(
      z.object({
        scenarios: z.array(stressScenarioSchema).min(1).default(["base"]),
        days: z.number().int().min(90).max(365).default(90),
        asOn: dateSchema.optional(),
      }),
    )
    .output(streamOf(stressSchema)),
};
