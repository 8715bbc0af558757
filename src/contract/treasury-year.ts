import { z } from "zod";
import { reliabilitySchema } from "./finding.ts";
import { dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

export const yearMonthSchema = z.object({
  fromOn: dateSchema,
  toOn: dateSchema,
  openingMinor: minorSchema,
  receiptsMinor: minorSchema,
  paymentsMinor: minorSchema,
  closingMinor: minorSchema,
  lowMinor: minorSchema,
  highMinor: minorSchema,
  layers: z.object({
    schedule: minorSchema,
    open: minorSchema,
    recurring: minorSchema,
    /** Business not yet billed, less what drafts and quotes stand for. */
    business: minorSchema,
    drafts: minorSchema,
  }),
});
export type YearMonthRow = z.infer<typeof yearMonthSchema>;

/** How one side is drawn after the daily forecast; null under three whole months of history. */
const drawnSchema = z
  .object({
    trend: z.enum(["level", "damped"]),
    isSeasonal: z.boolean(),
    /** Half and half with the same month of the year before. */
    isCombined: z.boolean(),
  })
  .nullable();

const yearSchema = z.object({
  asOn: dateSchema,
  balanceMinor: minorSchema,
  floorMinor: minorSchema,
  months: z.array(yearMonthSchema),
  lowest: z.object({ on: dateSchema, balanceMinor: minorSchema }),
  historyMonths: z.number().int(),
  receipts: drawnSchema,
  payments: drawnSchema,
  /** Entries in draft and quotes that are counted, each for its share. */
  drafts: z.array(
    z.object({
      kind: z.enum(["draft", "quote"]),
      id: idSchema,
      label: z.string(),
      dueOn: dateSchema,
      amountMinor: minorSchema,
      share: z.number(),
    }),
  ),
  reliability: reliabilitySchema,
});
export type YearAhead = z.infer<typeof yearSchema>;

/** The forecast of a year. */
export const yearQueries = {
  yearAhead: query({
    fr: "Prévoit la trésorerie des douze prochains mois, mois par mois, avec sa bande.",
    en: "Forecasts the cash of the next twelve months, month by month, with its band.",
  })
    .input(z.object({}))
    .output(yearSchema),
};
