import { z } from "zod";
import { figureSchema } from "./finding.ts";
import { bpsSchema, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

const partyIdSchema = idSchema.nullable();

/** What each customer and each product family leaves. */
export const marginQueries = {
  margins: query({
    fr: "Marge par client et par famille : coûts directs, coût du crédit, coûts répartis.",
    en: "Margin by customer and family: direct costs, cost of credit, allocated costs.",
  })
    .input(
      z.object({
        /** The last twelve months that the book knows unless told. */
        fromOn: dateSchema.optional(),
        toOn: dateSchema.optional(),
        /** Yearly cost of credit; that of the rules unless told. */
        creditBps: bpsSchema.optional(),
      }),
    )
    .output(
      z.object({
        fromOn: dateSchema,
        toOn: dateSchema,
        /** Those of the ledger: 70 less purchases (601-605, 607-609) and subcontracting (611). */
        totals: z.object({
          salesMinor: minorSchema,
          directMinor: minorSchema,
          allocatedMinor: minorSchema,
          marginMinor: minorSchema,
        }),
        creditMinor: minorSchema,
        /** The rate by which credit is counted. */
        creditBps: bpsSchema,
        /** By falling margin after the cost of credit; null is what names no customer. */
        clients: z.array(
          z.object({
            partyId: partyIdSchema,
            partyName: z.string().nullable(),
            invoices: z.number().int(),
            salesMinor: minorSchema,
            directMinor: minorSchema,
            cm1Minor: minorSchema,
            creditMinor: minorSchema,
            cm2Minor: minorSchema,
            allocatedMinor: minorSchema,
            /** CM1 − allocated; adds up to the totals. */
            margin: figureSchema,
            /**
             * Margin rate drawn towards all customers', 80 % interval; equal ranks are not told
             * apart.
             */
            rate: z
              .object({
                figure: figureSchema,
                low: z.number(),
                high: z.number(),
                rank: z.number().int().nullable(),
              })
              .nullable(),
          }),
        ),
        families: z.array(
          z.object({
            account: z.string(),
            label: z.string(),
            sales: z.number().int(),
            salesMinor: minorSchema,
            directMinor: minorSchema,
            allocatedMinor: minorSchema,
            marginMinor: minorSchema,
          }),
        ),
        /** What the first customers make together, in the order of `clients`. */
        whale: z.array(z.object({ partyId: partyIdSchema, cumulativeMinor: minorSchema })),
        /** What moved the margin since as many days before; adds up to the move. */
        drivers: z.array(
          z.object({
            part: z.enum(["volume", "mix", "price", "cost", "new", "lost", "unsplit"]),
            figure: figureSchema,
          }),
        ),
        warnings: z.array(
          z.enum([
            ...(["costs-mostly-allocated", "rates-not-comparable"] as const),
            ...(["sales-without-customer", "no-period-before"] as const),
          ]),
        ),
      }),
    ),
};
