import { z } from "zod";
import { figureSchema } from "./finding.ts";
import { dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

/**
 * How a finding knows what it says: `arithmetic` is a part of a sum, `coincides` a date near the
 * move, `estimated` a difference from what was expected, with an interval.
 */
const claimSchema = z.enum(["arithmetic", "coincides", "estimated"]);

const factorSchema = z.enum([
  ...(["mix", "terms", "calendar", "behaviour", "one-off"] as const),
  ...(["customers", "suppliers", "payroll", "taxes", "loans", "transfers", "other"] as const),
]);

const namedSchema = z.object({
  claim: claimSchema,
  /** Of cash: its category. */
  factor: factorSchema.nullable(),
  /** Of cash: payments more or fewer, or larger or smaller. */
  manner: z.enum(["count", "size"]).nullable(),
  /** The slice; all null is the whole factor, and a name alone the bank's own words. */
  partyId: idSchema.nullable(),
  account: z.string().nullable(),
  name: z.string().nullable(),
  figure: figureSchema,
  share: z.number().nullable(),
  surprise: z.number(),
});

const eventSchema = z.object({
  claim: claimSchema,
  on: dateSchema,
  label: z.string(),
  /** Of what is estimated: receipts since the event less what was expected, in cents. */
  effect: z
    .object({ figure: figureSchema, lowMinor: minorSchema, highMinor: minorSchema })
    .nullable(),
});

export const causesSchema = z.object({
  kpi: z.enum(["cash", "dso"]),
  fromOn: dateSchema,
  toOn: dateSchema,
  /** Null where no payment tells. */
  opening: figureSchema.nullable(),
  closing: figureSchema.nullable(),
  /** Adds up to closing − opening exactly. */
  bridge: z.array(z.object({ factor: factorSchema, claim: claimSchema, figure: figureSchema })),
  /** Of cash: each category's flow against as many days before, split exactly. */
  moves: z.array(
    z.object({
      category: factorSchema,
      flowMinor: minorSchema,
      beforeMinor: minorSchema,
      timingMinor: minorSchema,
      amountMinor: minorSchema,
      newMinor: minorSchema,
      lostMinor: minorSchema,
    }),
  ),
  /** At most three, beyond what chance gives. */
  named: z.array(namedSchema),
  events: z.array(eventSchema),
});
export type Causes = z.infer<typeof causesSchema>;

/** Why a figure moved. */
export const causeQueries = {
  causes: query({
    fr: "Pourquoi la trésorerie ou le DSO ont bougé entre deux dates, au centime.",
    en: "Why cash or DSO moved between two dates, to the cent.",
  })
    .input(
      z.object({
        kpi: z.enum(["cash", "dso"]).default("cash"),
        /** From the end of the month before to the last day that the book knows unless told. */
        fromOn: dateSchema.optional(),
        toOn: dateSchema.optional(),
        /** What happened in the company, as a person tells it. */
        events: z
          .array(z.object({ on: dateSchema, label: z.string().trim().min(1) }))
          .max(20)
          .default([]),
      }),
    )
    .output(causesSchema),
};
