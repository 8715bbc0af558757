import { z } from "zod";
import { figureSchema } from "./finding.ts";
import { dateSchema, minorSchema, query } from "./procedure.ts";

export const seriesSchema = z.enum(["billing", "receipts", "payments"]);
export type Series = z.infer<typeof seriesSchema>;

/** Why a season is used in forecasts, or not. */
export const seasonReasonSchema = z.enum([
  ...["active", "under-12-months", "under-18-months"],
  ...["no-gain", "not-significant", "no-level"],
] as const);

export const seasonalitySchema = z.object({
  series: seriesSchema,
  asOn: dateSchema,
  isActive: z.boolean(),
  reason: seasonReasonSchema,
  /** January first; empty below twelve full months. */
  months: z.array(
    z.object({
      month: z.number().int(),
      /** Share of an average month; opens down to the month's largest documents. */
      index: figureSchema,
      /** What the number of business days alone would make of it. */
      calendarIndex: z.number(),
      years: z.number().int(),
      documents: z.number().int(),
    }),
  ),
  /** Every full month of the series, `YYYY-MM`; `ratio` is to the level of its year. */
  history: z.array(
    z.object({
      month: z.string(),
      totalMinor: minorSchema,
      documents: z.number().int(),
      businessDays: z.number().int(),
      ratio: z.number().nullable(),
    }),
  ),
  /** Share of the season kept after shrinking. */
  weight: z.number(),
  /** Errors of past forecasts one month ahead, in average monthly changes of the series. */
  mase: z.object({ without: z.number(), with: z.number(), seasonalNaive: z.number() }).nullable(),
  /** How likely so much order among months would be by chance. */
  chance: z.object({ kruskalWallis: z.number(), variance: z.number() }).nullable(),
  profile: z.object({
    /** Business days from the month's first (1 and on), or from its last (-1 to -5). */
    inMonth: z.array(z.object({ businessDay: z.number().int(), share: figureSchema })),
    inWeek: z.array(z.object({ weekday: z.number().int(), share: figureSchema })),
  }),
});
export type SeasonalityReport = z.infer<typeof seasonalitySchema>;

export const seasonalityQueries = {
  seasonality: query({
    fr: "Saisonnalité des ventes, des encaissements ou des décaissements, mois par mois.",
    en: "Seasonality of billing, receipts or payments, month by month.",
  })
    .input(z.object({ series: seriesSchema.default("billing"), asOn: dateSchema.optional() }))
    .output(seasonalitySchema),
};
