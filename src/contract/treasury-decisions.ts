import { z } from "zod";
import { reliabilitySchema } from "./finding.ts";
import { bpsSchema, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

const amountSchema = minorSchema.min(1);
const costSchema = minorSchema.min(0);
const monthsSchema = z.number().int().min(1).max(480);

/**
 * A choice told in a few figures, which become dated flows against doing nothing. Dates in one
 * template may stand in any order; rates are yearly, in basis points.
 */
export const decisionTemplateSchema = z.discriminatedUnion("kind", [
  /** An open invoice is chased on a day, at a cost, and comes earlier with some chance. */
  z.object({
    kind: z.literal("collect"),
    ...{ openMinor: amountSchema, expectedOn: dateSchema, earlyOn: dateSchema },
    ...{ on: dateSchema, costMinor: costSchema, chanceBps: bpsSchema },
  }),
  /** Receivables are sold to a factor: what it advances, its commission, the reserve given back. */
  z.object({
    kind: z.literal("factor"),
    ...{ openMinor: amountSchema, expectedOn: dateSchema, on: dateSchema },
    ...{ advanceBps: bpsSchema, commissionBps: bpsSchema, rateBps: bpsSchema },
  }),
  /** A loan paid back by constant months. */
  z.object({
    kind: z.literal("borrow"),
    ...{ amountMinor: amountSchema, on: dateSchema, rateBps: bpsSchema },
    ...{ months: monthsSchema, feeMinor: costSchema },
  }),
  /** Equipment leased, then bought at its residual price, beside the same bought at once. */
  z.object({
    kind: z.literal("lease"),
    ...{ on: dateSchema, months: monthsSchema, rentMinor: amountSchema },
    ...{ residualMinor: costSchema, priceMinor: amountSchema },
    /** What it is worth once the months are over, and what it brings each month, either way. */
    ...{ resaleMinor: costSchema, gainMinor: costSchema },
  }),
  /** A discount for paying early: taken from a supplier, or given to a customer. */
  z.object({
    kind: z.literal("discount"),
    ...{ side: z.enum(["taken", "given"]), amountMinor: amountSchema },
    ...{ dueOn: dateSchema, earlyOn: dateSchema, discountBps: bpsSchema },
  }),
]);
export type DecisionTemplate = z.infer<typeof decisionTemplateSchema>;

const flowSchema = z.object({ on: dateSchema, amountMinor: minorSchema });
const nameSchema = z.string().trim().min(1);

/** A figure of an option as it is typed: cents, basis points, months, days later, or a date. */
const inputValueSchema = z.union([z.number(), dateSchema]);

/** One input moved to both ends of its range, the others staying as they are. */
const movedInputSchema = z.object({
  input: z.enum([
    ...["rate", "openMinor", "expectedOn", "earlyOn", "on", "chanceBps", "costMinor"],
    ...["advanceBps", "commissionBps", "rateBps", "amountMinor", "months", "feeMinor"],
    ...["rentMinor", "residualMinor", "priceMinor", "resaleMinor", "gainMinor", "dueOn"],
    ...["discountBps", "receipts", "payments", "receiptsLater", "paymentsLater", "lastFlow"],
  ] as const),
  unit: z.enum(["minor", "bps", "months", "days", "date"]),
  typed: inputValueSchema,
  low: inputValueSchema,
  high: inputValueSchema,
  /** What the option is worth at each end. */
  lowMinor: minorSchema,
  highMinor: minorSchema,
  /** Where it is worth nothing, in the range or as far again on either side; null elsewhere. */
  even: inputValueSchema.nullable(),
});
export type MovedInput = z.infer<typeof movedInputSchema>;

/** What an option is worth against doing nothing, or a lease against buying, input by input. */
const tornadoSchema = z.object({
  against: z.enum(["nothing", "lease", "buy"]),
  npvMinor: minorSchema,
  /** The widest first. */
  inputs: z.array(movedInputSchema),
});
export type DecisionTornado = z.infer<typeof tornadoSchema>;

const weighedSchema = z.object({
  /** Empty for doing nothing, which is always weighed. */
  name: z.string(),
  kind: z.enum([
    ...["nothing", "flows", "collect", "factor", "borrow", "lease", "buy", "discount"],
  ] as const),
  flows: z.array(flowSchema),
  npvMinor: minorSchema,
  rates: z.array(z.number()),
  modifiedRate: z.number().nullable(),
  paybackOn: dateSchema.nullable(),
  discountedPaybackOn: dateSchema.nullable(),
  lowest: z.object({ on: dateSchema, balanceMinor: minorSchema }),
  breaksFloor: z.boolean(),
  tornados: z.array(tornadoSchema).min(1),
  /** The figure of the template at which the option is worth neither more nor less. */
  breakEven: z
    .object({
      of: z.enum(["cost", "commission", "rate", "rent", "price", "discount"]),
      unit: z.enum(["minor", "bps"]),
      value: z.number(),
    })
    .nullable(),
});
export type WeighedDecision = z.infer<typeof weighedSchema>;

/** Options weighed against each other and against doing nothing. */
export const decisionQueries = {
  decide: query({
    fr: "Compare des choix : valeur actuelle, taux, retour, effet sur le point bas de trésorerie.",
    en: "Compares options: present value, rates, payback, effect on the lowest cash.",
  })
    .input(
      z.object({
        /** Discount rate a year; the cost of credit of the rules unless told. */
        rateBps: bpsSchema.optional(),
        /** Chasing or selling the invoice most at risk unless told. */
        options: z
          .array(
            z.union([
              z.object({ name: nameSchema, flows: z.array(flowSchema).min(1) }),
              z.object({ name: nameSchema, template: decisionTemplateSchema }),
            ]),
          )
          .min(1)
          .max(20)
          .optional(),
      }),
    )
    .output(
      z.object({
        asOn: dateSchema,
        floorMinor: minorSchema,
        /** How far to believe the forecast under the lowest balances. */
        reliability: reliabilitySchema,
        /** Those that keep above the floor first, by falling value. */
        options: z.array(weighedSchema),
      }),
    ),
  paymentDay: query({
    fr: "Jour où une facture ouverte sera sans doute payée, d'après la prévision.",
    en: "The day on which an open invoice is likely to be paid, from the forecast.",
  })
    .input(z.object({ invoiceId: idSchema }))
    .output(
      z.object({
        asOn: dateSchema,
        /** Null when the invoice is not open, or a bank line already explains it. */
        expected: z
          .object({
            openMinor: minorSchema,
            /** One chance in two by that day, nine in ten by this; null stands for hardly ever. */
            likelyOn: dateSchema.nullable(),
            lateOn: dateSchema.nullable(),
          })
          .nullable(),
        reliability: reliabilitySchema,
      }),
    ),
};
