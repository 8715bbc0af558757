import { z } from "zod";
import { figureSchema, sourceRefSchema } from "./finding.ts";
import { bpsSchema, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

const actionKind = z.enum(["mail", "call", "formal-notice"]);
const effectState = z.enum(["hypothesis", "measured"]);

/** One thing to do about a client: its invoices, what it is expected to bring, and why. */
export const clientActionSchema = z.object({
  kind: actionKind,
  partyId: idSchema,
  partyName: z.string().nullable(),
  refs: z.array(sourceRefSchema),
  minutes: z.number().int(),
  /** Cents expected, less the minutes' cost. */
  expected: figureSchema,
  openMinor: minorSchema,
  minorPerMinute: minorSchema,
  /** The reasons, as figures by code: `open`, `days-late`, `unpaid-share`, `at-risk`, `effect`. */
  why: z.array(z.object({ code: z.string(), figure: figureSchema })),
  effect: effectState,
});

/** What to do about one payment out. */
export const paymentOutSchema = z.object({
  kind: z.enum(["make", "hold", "early"]),
  ref: sourceRefSchema,
  partyId: idSchema.nullable(),
  partyName: z.string().nullable(),
  label: z.string(),
  legalRank: z.enum(["wages", "social", "taxes", "suppliers", "other"]),
  openMinor: minorSchema,
  payOn: dateSchema,
  /** The last day that the invoice and the law allow. */
  payByOn: dateSchema,
  monthLateMinor: minorSchema,
  discountRate: z.number().nullable(),
  isShort: z.boolean(),
  why: z.array(z.enum(["overdue", "due", "not-due", "legal-limit", "discount", "legal-rank"])),
});

/** What to do first: reminders by euros per minute, and the payments to make or to hold. */
export const actionQueries = {
  actions: query({
    fr: "Que faire d'abord : relances par euros gagnés à la minute, paiements à faire ou à tenir.",
    en: "What to do first: reminders by euros saved a minute, payments to make or to hold.",
  })
    .input(
      z.object({
        asOn: dateSchema.optional(),
        minutes: z.number().int().min(0).max(10_000).default(60),
        calls: z.number().int().min(0).max(1000).optional(),
        /** Cost of a minute's work. */
        minuteMinor: z.number().int().min(0).default(75),
        /** Cost of a year of credit (that of the rules unless told), and of paying a year late. */
        creditBps: bpsSchema.optional(),
        penaltyBps: bpsSchema.default(1215),
      }),
    )
    .output(
      z.object({
        asOn: dateSchema,
        minutes: z.number().int(),
        usedMinutes: z.number().int(),
        leftOut: z.number().int(),
        /** By falling value a minute. */
        actions: z.array(clientActionSchema),
        effects: z.array(
          z.object({
            kind: actionKind,
            minutes: z.number().int(),
            minutesMore: z.number().int(),
            mean: z.number(),
            low: z.number(),
            high: z.number(),
            state: effectState,
            reliability: figureSchema.shape.reliability,
          }),
        ),
        /** To make in this order, then those to make early, then those to hold by date. */
        payments: z.array(paymentOutSchema),
      }),
    ),
};
