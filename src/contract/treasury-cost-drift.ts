import { z } from "zod";
import { figureSchema, sourceRefSchema } from "./finding.ts";
import { dateSchema, minorSchema, query } from "./procedure.ts";

/** Who is paid, for what; `supplier` is the party's name, or the last wording seen. */
const costOfShape = {
  streamKey: z.string(),
  supplier: z.string(),
  label: z.string(),
  partyId: z.string().nullable(),
  account: z.string().nullable(),
};

export const costLevelSchema = z.object({
  ...costOfShape,
  periodDays: z.number().int(),
  observations: z.number().int(),
  amountMinor: minorSchema,
  firstOn: dateSchema,
  lastOn: dateSchema,
  nextOn: dateSchema,
  yearly: figureSchema,
  /** Its payments, by rising day. */
  hits: z.array(
    z.object({ on: dateSchema, amountMinor: minorSchema, ref: sourceRefSchema.nullable() }),
  ),
  /** Shares: over twelve months, and above the inflation that was given. */
  yearChange: z.number().nullable(),
  realChange: z.number().nullable(),
});
export type CostLevelRow = z.infer<typeof costLevelSchema>;

export const costMoveSchema = z.object({
  ...costOfShape,
  /** At once, or little by little. */
  kind: z.enum(["step", "drift"]),
  on: dateSchema,
  beforeMinor: minorSchema,
  afterMinor: minorSchema,
  /** Share of the level before. */
  change: z.number(),
  /** What the move costs a year. */
  yearly: figureSchema,
});
export type CostMoveRow = z.infer<typeof costMoveSchema>;

export const costQuestionSchema = z.object({
  ...costOfShape,
  reasons: z.array(z.enum(["no-document", "not-booked", "same-purpose", "only-activity"])),
  /** The stream of the same purpose. */
  otherKey: z.string().nullable(),
  yearly: figureSchema,
});
export type CostQuestionRow = z.infer<typeof costQuestionSchema>;

export const costChangeSchema = z.object({
  /** First three digits of the account. */
  category: z.string(),
  beforeMinor: minorSchema,
  afterMinor: minorSchema,
  change: figureSchema,
  /** Add up to the change, to the cent; volume is the number of documents. */
  parts: z.object({
    priceMinor: minorSchema,
    volumeMinor: minorSchema,
    newMinor: minorSchema,
    lostMinor: minorSchema,
    otherMinor: minorSchema,
  }),
  /** Those that changed most. */
  suppliers: z.array(
    z.object({
      payee: z.string(),
      supplier: z.string(),
      label: z.string(),
      kind: z.enum(["both", "new", "lost"]),
      beforeMinor: minorSchema,
      afterMinor: minorSchema,
      documentsBefore: z.number().int(),
      documentsAfter: z.number().int(),
      priceMinor: minorSchema,
      volumeMinor: minorSchema,
    }),
  ),
});
export type CostChangeRow = z.infer<typeof costChangeSchema>;

export const costDriftSchema = z.object({
  asOn: dateSchema,
  streams: z.array(costLevelSchema),
  /** By what they cost a year, whichever way. */
  moves: z.array(costMoveSchema),
  categories: z.array(costChangeSchema),
  questions: z.array(costQuestionSchema),
  ratchet: z.object({
    /** Rises over rises and falls: 1 when costs only ever rose. */
    index: figureSchema,
    byCategory: z.array(
      z.object({ category: z.string(), index: z.number(), moves: z.number().int() }),
    ),
    /** Change of costs for 1 % of sales, up and down; null below 24 months. */
    stickiness: z
      .object({
        whenRising: z.number(),
        whenFalling: z.number(),
        difference: z.number(),
        error: z.number(),
        isSticky: z.boolean(),
        months: z.number().int(),
      })
      .nullable(),
  }),
});
export type CostDriftReport = z.infer<typeof costDriftSchema>;

export const costDriftQueries = {
  costDrift: query({
    fr: "Dérive des coûts : paliers, glissements, écarts sur un an, coûts à confirmer, effet cliquet.",
    en: "Cost drift: steps, slow drifts, change over a year, costs to confirm, ratchet effect.",
  })
    .input(
      z.object({
        asOn: dateSchema.optional(),
        /** Yearly inflation in basis points, to set price changes against. */
        inflationBps: z.number().int().min(-2000).max(10_000).optional(),
      }),
    )
    .output(costDriftSchema),
};
