import { z } from "zod";
import { command, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

export const frozenForecastSchema = z.object({
  frozenId: idSchema,
  asOn: dateSchema,
  /** Empty: frozen without any assumption. */
  scenario: z.string(),
  atMs: z.number().int(),
  person: z.string(),
  balanceMinor: minorSchema,
  lowest: z.object({ on: dateSchema, balanceMinor: minorSchema }),
  horizonDays: z.number().int(),
  /** SHA-256 of the frozen content, as the audit chain holds it. */
  contentHash: z.string(),
});
export type FrozenForecast = z.infer<typeof frozenForecastSchema>;

const forecastAndActual = { forecastMinor: minorSchema, actualMinor: minorSchema };

export const frozenWeekSchema = z.object({
  fromOn: dateSchema,
  toOn: dateSchema,
  receipts: z.object(forecastAndActual),
  payments: z.object(forecastAndActual),
  balance: z.object({
    ...forecastAndActual,
    lowMinor: minorSchema,
    highMinor: minorSchema,
  }),
});
export type FrozenWeek = z.infer<typeof frozenWeekSchema>;

/** Sum of errors over sum of actuals; null when nothing came. */
const wapeSchema = z.object({
  receipts: z.number().nullable(),
  payments: z.number().nullable(),
  /** Mean distance of the week-end balances, in cents. */
  balanceErrorMinor: minorSchema.nullable(),
  /** Share of the week-end balances inside the band. */
  inBand: z.number().nullable(),
});

/** Forecasts kept as they were seen, and what came. */
export const frozenQueries = {
  freezeForecast: command({
    fr: "Gèle la prévision, avec ou sans scénario : elle ne change plus.",
    en: "Freezes the forecast, with or without a scenario: it never changes.",
  })
    .input(z.object({ scenarioId: idSchema.optional() }))
    .output(frozenForecastSchema),
  frozenForecasts: query({
    fr: "Liste les prévisions gelées, la dernière d'abord.",
    en: "Lists the frozen forecasts, the latest first.",
  })
    .input(z.object({}))
    .output(z.array(frozenForecastSchema)),
  compareFrozen: query({
    fr: "Compare une prévision gelée à ce qui est venu, semaine par semaine.",
    en: "Compares a frozen forecast with what came, week by week.",
  })
    .input(z.object({ frozenId: idSchema }))
    .output(
      z.object({
        frozen: frozenForecastSchema,
        /** Last day whose bank lines are known; later weeks are not compared. */
        knownOn: dateSchema.nullable(),
        weeks: z.array(frozenWeekSchema),
        /** Days of the horizon not known yet, or short of a whole week. */
        waitingDays: z.number().int(),
        wape: wapeSchema,
        layers: z.record(z.string(), minorSchema),
      }),
    ),
};
