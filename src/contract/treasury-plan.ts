import { z } from "zod";
import { bpsSchema, command, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

const labelSchema = z.string().trim().min(1).max(120);
const everySchema = z.enum(["once", "week", "month", "quarter", "half-year", "year"]);

/** One thing that would be otherwise; what each does to the forecast is in the scenario engine. */
export const assumptionSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("client-delay"),
    /** Null: every client. */
    partyId: idSchema.nullable(),
    /** Days later; negative is earlier. */
    days: z.number().int().min(-180).max(365),
  }),
  z.object({
    kind: z.literal("client-lost"),
    partyId: idSchema,
    fromOn: dateSchema,
    /** False: what the client owes already is never paid either. */
    paysOpen: z.boolean(),
  }),
  z.object({
    kind: z.literal("hire"),
    label: labelSchema,
    /** Gross pay of a whole month. */
    monthlyMinor: minorSchema.positive(),
    /** Employer's charges, in basis points of the gross pay. */
    chargesBps: bpsSchema,
    fromOn: dateSchema,
    untilOn: dateSchema.nullable(),
  }),
  z.object({
    kind: z.literal("investment"),
    label: labelSchema,
    amountMinor: minorSchema.positive(),
    on: dateSchema,
    /** Null: paid from cash. The loan comes on the same day and is paid back every month. */
    loan: z
      .object({
        amountMinor: minorSchema.positive(),
        rateBps: bpsSchema,
        months: z.number().int().min(1).max(360),
      })
      .nullable(),
  }),
  z.object({
    kind: z.literal("price-change"),
    /** Change of what is billed from that day on, in basis points: 300 is +3 %. */
    bps: z.number().int().min(-10_000).max(10_000),
    fromOn: dateSchema,
  }),
  z.object({
    kind: z.literal("new-flow"),
    label: labelSchema,
    amountMinor: minorSchema,
    dueOn: dateSchema,
    every: everySchema,
    untilOn: dateSchema.nullable(),
  }),
]);
export type Assumption = z.infer<typeof assumptionSchema>;

const assumptionsSchema = z.array(assumptionSchema).max(30);
const scenarioShape = { name: labelSchema, assumptions: assumptionsSchema };

export const scenarioSchema = z.object({
  scenarioId: idSchema,
  ...scenarioShape,
  changedAtMs: z.number().int(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

const pointSchema = z.object({ on: dateSchema, balanceMinor: minorSchema });
/** Cents at 30, 60 and 90 days (null beyond the horizon) and at the lowest point. */
const differenceSchema = z.object({
  d30: minorSchema.nullable(),
  d60: minorSchema.nullable(),
  d90: minorSchema.nullable(),
  lowest: minorSchema,
});
export type ScenarioDifference = z.infer<typeof differenceSchema>;

const curveDaySchema = pointSchema.extend({ lowMinor: minorSchema, highMinor: minorSchema });

export const comparedScenarioSchema = z.object({
  /** Null: the forecast without any assumption, always the first. */
  scenarioId: idSchema.nullable(),
  name: z.string(),
  days: z.array(curveDaySchema),
  lowest: pointSchema,
  belowFloorOn: dateSchema.nullable(),
  at: z.object({
    d30: minorSchema.nullable(),
    d60: minorSchema.nullable(),
    d90: minorSchema.nullable(),
  }),
  /** Against the forecast without assumptions. */
  difference: differenceSchema,
  /** What each assumption adds, applied one after the other: they add up to the difference. */
  parts: z.array(z.object({ assumption: assumptionSchema, difference: differenceSchema })),
});
export type ComparedScenario = z.infer<typeof comparedScenarioSchema>;

/** Scenarios of the forecast: named sets of assumptions. */
export const planQueries = {
  scenarios: query({
    fr: "Liste les scénarios et leurs hypothèses.",
    en: "Lists the scenarios with their assumptions.",
  })
    .input(z.object({}))
    .output(z.array(scenarioSchema)),
  createScenario: command({
    fr: "Crée un scénario : un nom et des hypothèses.",
    en: "Makes a scenario: a name and assumptions.",
  })
    .input(z.object(scenarioShape))
    .output(z.object({ scenarioId: idSchema })),
  changeScenario: command({
    fr: "Change le nom et les hypothèses d'un scénario.",
    en: "Changes the name and the assumptions of a scenario.",
  })
    .input(z.object({ scenarioId: idSchema, ...scenarioShape }))
    .output(z.object({ scenarioId: idSchema })),
  removeScenario: command({
    fr: "Ôte un scénario ; les prévisions gelées avec lui restent.",
    en: "Removes a scenario; forecasts frozen with it stay.",
  })
    .input(z.object({ scenarioId: idSchema }))
    .output(z.object({ scenarioId: idSchema })),
  compareScenarios: query({
    fr: "Compare des scénarios : courbes, point bas, écarts et part de chaque hypothèse.",
    en: "Compares scenarios: curves, lowest point, differences and what each assumption adds.",
  })
    .input(
      z.object({
        /** Those to compare with the plain forecast; all of them when absent. */
        scenarioIds: z.array(idSchema).max(8).optional(),
      }),
    )
    .output(
      z.object({
        asOn: dateSchema,
        balanceMinor: minorSchema,
        floorMinor: minorSchema,
        scenarios: z.array(comparedScenarioSchema),
      }),
    ),
};
