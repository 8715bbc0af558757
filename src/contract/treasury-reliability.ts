import { z } from "zod";
import { reliabilitySchema } from "./finding.ts";
import { command, dateSchema, idSchema, minorSchema, query, streamOf } from "./procedure.ts";

const byHorizon = z.object({
  d30: z.number().nullable(),
  d60: z.number().nullable(),
  d90: z.number().nullable(),
});
const factors = z.object({ d30: z.number(), d60: z.number(), d90: z.number() });

/** What past forecasts were worth, beside naive ways to foretell; errors are shares of what came. */
export const forecastGradesSchema = z.object({
  origins: z.number().int(),
  firstOn: dateSchema.nullable(),
  lastOn: dateSchema.nullable(),
  isEnough: z.boolean(),
  methods: z.array(
    z.object({
      method: z.enum(["forecast", "due-date", "flat", "last-year"]),
      weekly: byHorizon,
      cumulative: byHorizon,
    }),
  ),
  scaledError: byHorizon,
  coverage: z.object({ simulated: byHorizon, widened: byHorizon }),
  widthMinor: byHorizon,
  lowest: z.object({ errorMinor: minorSchema.nullable(), errorDays: z.number().nullable() }),
  factors,
  points: z.array(
    z.object({
      ...{ on: dateSchema, untilOn: dateSchema, expectedMinor: minorSchema },
      ...{ lowMinor: minorSchema, highMinor: minorSchema, cameMinor: minorSchema },
    }),
  ),
  reliability: reliabilitySchema,
});
export type ForecastGradesFound = z.infer<typeof forecastGradesSchema>;

/** The last measure; null before the first one. */
export const forecastReliabilitySchema = z.object({
  analysisId: idSchema.nullable(),
  asOn: dateSchema.nullable(),
  grades: forecastGradesSchema.nullable(),
});
export type ForecastReliability = z.infer<typeof forecastReliabilitySchema>;

/** The forecast grades itself. */
export const reliabilityProcedures = {
  gradeForecast: command({
    fr: "Mesure la prévision sur le passé de l'entreprise, quinzaine par quinzaine, et le garde.",
    en: "Measures the forecast on the company's own past, every fortnight, and keeps the result.",
  })
    .input(z.object({}))
    .output(streamOf(forecastReliabilitySchema)),
  reliability: query({
    fr: "Fiabilité mesurée de la prévision : erreurs, bandes et méthodes naïves à côté.",
    en: "Measured reliability of the forecast: errors, bands and naive methods beside.",
  })
    .input(z.object({}))
    .output(forecastReliabilitySchema),
};
