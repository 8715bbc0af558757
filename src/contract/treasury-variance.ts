import { z } from "zod";
import { figureSchema } from "./finding.ts";
import { minorSchema, query } from "./procedure.ts";

const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

const partSchema = z.enum([
  ...(["timing", "volume", "mix", "price", "cost", "new", "lost", "unsplit"] as const),
  ...(["activity", "efficiency", "spending"] as const),
]);

/** The budget against what happened. */
export const varianceQueries = {
  variance: query({
    fr: "Écart du résultat au budget : décalages, volumes, prix, activité, dépense.",
    en: "Gap between result and budget: timing, volumes, prices, activity, spending.",
  })
    .input(
      z.object({
        /** The fiscal year up to the last day that the book knows unless told. */
        fromMonth: monthSchema.optional(),
        toMonth: monthSchema.optional(),
      }),
    )
    .output(
      z.object({
        fromMonth: monthSchema,
        toMonth: monthSchema,
        /** Of the result, so that costs are negative; actual − budget = the bridge's sum. */
        budgetMinor: minorSchema,
        actualMinor: minorSchema,
        bridge: z.array(z.object({ part: partSchema, figure: figureSchema })),
        /** Each account's parts add up to its own gap. */
        accounts: z.array(
          z.object({
            account: z.string(),
            label: z.string(),
            /** A name of `rules.yaml`, or a class of two figures. */
            category: z.string(),
            /** True: its category has a budget as a whole, and `accounts` are compared together. */
            isCategory: z.boolean(),
            accounts: z.array(z.string()),
            budgetMinor: minorSchema,
            actualMinor: minorSchema,
            parts: z.array(z.object({ part: partSchema, amountMinor: minorSchema })),
          }),
        ),
        /** Sums of the accounts by category of the budget. */
        categories: z.array(
          z.object({
            category: z.string(),
            budgetMinor: minorSchema,
            actualMinor: minorSchema,
            /** The gap, which opens on the accounts. */
            figure: figureSchema,
          }),
        ),
        /** Planned amounts that came whole in another month, in the period or around it. */
        timings: z.array(
          z.object({
            account: z.string(),
            plannedMonth: monthSchema,
            actualMonth: monthSchema,
            amountMinor: minorSchema,
          }),
        ),
        warnings: z.array(
          z.enum([
            ...(["quantity-is-invoice-count", "budget-quantity-from-last-year"] as const),
            ...(["activity-is-sales", "no-budget", "months-without-entries"] as const),
          ]),
        ),
      }),
    ),
};
