import { z } from "zod";
import {
  command,
  dateSchema,
  idSchema,
  importReportSchema,
  importShape,
  minorSchema,
  pageOf,
  pageShape,
  query,
  streamOf,
} from "./procedure.ts";
import { engineQueries } from "./treasury-engines.ts";
import { frozenQueries } from "./treasury-frozen.ts";
import { memoryProcedures } from "./treasury-memory.ts";
import { narrativeProcedures } from "./treasury-narrative.ts";
import { planQueries } from "./treasury-plan.ts";
import { reliabilityProcedures } from "./treasury-reliability.ts";
import { reminderProcedures } from "./treasury-reminders.ts";
import { reportQueries } from "./treasury-report.ts";
import { writerProcedures } from "./treasury-writer.ts";
import { yearQueries } from "./treasury-year.ts";

export const flowSchema = z.object({
  layer: z.enum(["schedule", "open", "recurring", "run-rate"]),
  label: z.string(),
  amountMinor: minorSchema,
  refs: z.array(z.object({ kind: z.string(), id: z.number().int() })),
});

export const forecastDaySchema = z.object({
  on: dateSchema,
  balanceMinor: minorSchema,
  lowMinor: minorSchema,
  highMinor: minorSchema,
  flows: z.array(flowSchema),
});

export const forecastSchema = z.object({
  asOn: dateSchema,
  balanceMinor: minorSchema,
  floorMinor: minorSchema,
  days: z.array(forecastDaySchema),
  lowest: z.object({ on: dateSchema, balanceMinor: minorSchema }),
  at: z.object({ d30: minorSchema, d60: minorSchema, d90: minorSchema }),
  reliability: z.object({
    grade: z.enum(["A", "B", "C"]),
    observations: z.number().int(),
    periodDays: z.number().int(),
  }),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** What every account holds at the end of a day. */
export const dailyBalanceSchema = z.object({
  on: dateSchema,
  /** In the order of the accounts. */
  balances: z.array(z.object({ bankAccountId: idSchema, minor: minorSchema })),
  totalMinor: minorSchema,
  /** Bank lines of the day. */
  lines: z.number().int(),
  /** The total as it was known on that very day; null when nobody looked. */
  seenMinor: minorSchema.nullable(),
});
export type DailyBalance = z.infer<typeof dailyBalanceSchema>;

/** Money that left one account and has not reached another. */
export const transitSchema = z.object({
  entryId: idSchema,
  datedOn: dateSchema,
  label: z.string(),
  minor: minorSchema,
});
export type Transit = z.infer<typeof transitSchema>;

/** An indicator: `value` in cents, days or months; null where the rows do not tell it. */
export const indicatorSchema = z.object({
  key: z.string(),
  unit: z.enum(["minor", "days", "months"]),
  value: z.number().nullable(),
  reliability: z.object({
    grade: z.enum(["A", "B", "C"]),
    observations: z.number().int(),
    periodDays: z.number().int(),
  }),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** How a customer pays, or how a supplier is paid: signed days after the due date. */
export const partyPatternSchema = z.object({
  partyId: idSchema,
  partyName: z.string(),
  openMinor: minorSchema,
  p10Days: z.number(),
  p50Days: z.number(),
  p90Days: z.number(),
  shareLate: z.number(),
  observations: z.number().int(),
  /** Below three payments the figures are mostly those of all parties together. */
  fromPortfolio: z.boolean(),
  trend: z
    .object({ regressionDays: z.number(), theilSenDays: z.number(), pValue: z.number() })
    .nullable(),
  habit: z
    .object({
      kind: z.enum(["day-of-month", "weekday"]),
      day: z.number().int(),
      share: z.number(),
    })
    .nullable(),
  predictability: z.number().int(),
});
export type PartyPatternRow = z.infer<typeof partyPatternSchema>;

/** Cash position, schedule and forecast. */
export const treasuryContract = {
  importSchedule: command({
    fr: "Importe un échéancier (CSV).",
    en: "Imports a payment schedule (CSV).",
  })
    .input(z.object(importShape))
    .output(streamOf(importReportSchema)),
  listSchedule: query({ fr: "Liste l'échéancier.", en: "Lists the payment schedule." })
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          id: idSchema,
          dueOn: dateSchema,
          label: z.string(),
          amountMinor: minorSchema,
          category: z.string(),
          every: z.string(),
          untilOn: dateSchema.nullable(),
        }),
      ),
    ),
  forecast: query({
    fr: "Prévoit la trésorerie à 30, 60 et 90 jours depuis le dernier solde connu.",
    en: "Forecasts cash at 30, 60 and 90 days from the last known balance.",
  })
    .input(z.object({ asOn: dateSchema.optional() }))
    .output(forecastSchema),
  position: query({
    fr: "Position de trésorerie, retards et ce qui attend une personne.",
    en: "Cash position, lateness and what waits for a person.",
  })
    .input(z.object({ todayOn: dateSchema.optional() }))
    .output(
      z.object({
        asOn: dateSchema.nullable(),
        balanceMinor: minorSchema,
        receivableMinor: minorSchema,
        payableMinor: minorSchema,
        lateReceivableMinor: minorSchema,
        lateInvoices: z.number().int(),
        toMatch: z.number().int(),
        suggested: z.number().int(),
        toReview: z.number().int(),
        drafts: z.number().int(),
      }),
    ),
  dailyBalances: query({
    fr: "Soldes de chaque compte bancaire jour par jour, en date d'opération ou de valeur.",
    en: "Balances of each bank account day by day, by booking or value date.",
  })
    .input(z.object({ ...pageShape, basis: z.enum(["booking", "value"]).default("booking") }))
    .output(pageOf(dailyBalanceSchema)),
  transit: query({
    fr: "Virements internes partis d'un compte et pas encore arrivés sur l'autre.",
    en: "Own transfers that left one account and have not reached the other.",
  })
    .input(z.object({}))
    .output(z.array(transitSchema)),
  recurring: query({
    fr: "Flux qui reviennent d'eux-mêmes : période, montants, prochaine date.",
    en: "Flows that come back by themselves: period, amounts, next date.",
  })
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          periodDays: z.number(),
          amountMinor: minorSchema,
          lowMinor: minorSchema,
          highMinor: minorSchema,
          nextOn: dateSchema,
          observations: z.number().int(),
          lastLineId: idSchema,
        }),
      ),
    ),
  indicators: query({
    fr: "Indicateurs de trésorerie : DSO, DPO, BFR, FRNG, trésorerie nette, autonomie.",
    en: "Treasury indicators: DSO, DPO, working capital and its requirement, net cash, runway.",
  })
    .input(z.object({ asOn: dateSchema.optional() }))
    .output(
      z.object({
        asOn: dateSchema,
        indicators: z.array(indicatorSchema),
        /** FRNG − BFR − net cash: 0 unless the books are wrong. */
        identityGapMinor: minorSchema,
      }),
    ),
  paymentPatterns: query({
    fr: "Comportements de paiement : retard usuel, tendance, jour habituel, prévisibilité.",
    en: "Payment patterns: usual lateness, trend, usual day, predictability.",
  })
    .input(
      z.object({
        side: z.enum(["customer", "supplier"]).default("customer"),
        asOn: dateSchema.optional(),
      }),
    )
    .output(
      z.object({
        asOn: dateSchema,
        parties: z.array(partyPatternSchema),
        reliability: indicatorSchema.shape.reliability,
      }),
    ),
  ...engineQueries,
  ...reliabilityProcedures,
  ...planQueries,
  ...frozenQueries,
  ...yearQueries,
  ...memoryProcedures,
  ...reminderProcedures,
  ...narrativeProcedures,
  ...writerProcedures,
  ...reportQueries,
};
