import { z } from "zod";
import {
  command,
  dateSchema,
  idSchema,
  importReportSchema,
  minorSchema,
  pageOf,
  pageShape,
  query,
  streamOf,
} from "./procedure.ts";

export const currencyCodeSchema = z.string().regex(/^[A-Z]{3}$/);

export const exchangeRateSchema = z.object({
  currency: currencyCodeSchema,
  datedOn: dateSchema,
  /** Units of the currency for one euro, in millionths, as the ECB quotes it. */
  unitsPerEuroMicro: z.number().int().positive(),
});
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;

/** An amount still open in a foreign currency, and what it is worth at a date. Debit is positive. */
export const positionSchema = z.object({
  account: z.string(),
  accountLabel: z.string(),
  partyId: idSchema.nullable(),
  partyName: z.string().nullable(),
  currency: currencyCodeSchema,
  currencyMinor: minorSchema,
  bookMinor: minorSchema,
  lines: z.number().int(),
  unitsPerEuroMicro: z.number().int().optional(),
  rateOn: dateSchema.optional(),
  valueMinor: minorSchema.optional(),
  differenceMinor: minorSchema.optional(),
});
export type Position = z.infer<typeof positionSchema>;

export const revaluationSchema = z.object({
  asOn: dateSchema,
  positions: z.array(positionSchema),
  /** Latent losses of receivables, payables and loans: what the provision 1515 must reach. */
  latentLossMinor: minorSchema,
  latentGainMinor: minorSchema,
  provisionMinor: minorSchema,
  entries: z.array(
    z.object({ number: z.number().int(), entryId: idSchema.optional(), label: z.string() }),
  ),
});
export type Revaluation = z.infer<typeof revaluationSchema>;

/** Foreign currencies: reference rates, open positions and their revaluation. */
export const currencyContract = {
  listRates: query({
    fr: "Liste les cours de change, le plus récent d'abord.",
    en: "Lists exchange rates, newest first.",
  })
    .input(z.object({ ...pageShape, currency: currencyCodeSchema.optional() }))
    .output(pageOf(exchangeRateSchema)),
  rateOn: query({
    fr: "Donne le cours d'une devise à une date : le dernier publié.",
    en: "Gives a currency's rate at a date: the last one published.",
  })
    .input(z.object({ currency: currencyCodeSchema, on: dateSchema }))
    .output(exchangeRateSchema),
  importRates: command({
    fr: "Importe le fichier de cours de la BCE (CSV ou XML).",
    en: "Imports the ECB's file of rates (CSV or XML).",
  })
    .input(z.object({ file: z.file(), preview: z.boolean().default(false) }))
    .output(streamOf(importReportSchema)),
  rateSource: query({
    fr: "Dit si les cours sont demandés à la BCE par le réseau.",
    en: "Says whether rates are asked from the ECB over the network.",
  })
    .input(z.object({}))
    .output(z.object({ isOn: z.boolean(), lastRateOn: dateSchema.nullable() })),
  setRateSource: command({
    fr: "Permet ou interdit de demander les cours à la BCE par le réseau.",
    en: "Allows or forbids asking the ECB for rates over the network.",
  })
    .input(z.object({ isOn: z.boolean() }))
    .output(z.object({ isOn: z.boolean() })),
  fetchRates: command({
    fr: "Demande à la BCE les cours des 90 derniers jours, si c'est permis.",
    en: "Asks the ECB for the rates of the last 90 days, when allowed.",
  })
    .input(z.object({}))
    .output(streamOf(importReportSchema)),
  positions: query({
    fr: "Liste ce qui reste ouvert en devises et sa valeur à une date.",
    en: "Lists what is open in foreign currencies and its value at a date.",
  })
    .input(z.object({ asOn: dateSchema }))
    .output(z.array(positionSchema)),
  revalue: command({
    fr: "Réévalue les devises à la clôture : écarts 476/477, provision 1515, extourne au lendemain.",
    en: "Revalues currencies at closing: differences 476/477, provision 1515, reversed next day.",
  })
    .input(z.object({ asOn: dateSchema, preview: z.boolean().default(false) }))
    .output(revaluationSchema),
};
