import { z } from "zod";
import { query } from "./procedure.ts";
import { actionQueries } from "./treasury-actions.ts";
import { causeQueries } from "./treasury-causes.ts";
import { costDriftQueries } from "./treasury-cost-drift.ts";
import { decisionQueries } from "./treasury-decisions.ts";
import { marginQueries } from "./treasury-margins.ts";
import { riskQueries } from "./treasury-risk.ts";
import { seasonalityQueries } from "./treasury-seasonality.ts";
import { stressQueries } from "./treasury-stress.ts";
import { varianceQueries } from "./treasury-variance.ts";
import { warningQueries } from "./treasury-warnings.ts";

/** One query for each engine that stands alone, and their self-tests. */
export const engineQueries = {
  ...warningQueries,
  ...riskQueries,
  ...actionQueries,
  ...seasonalityQueries,
  ...costDriftQueries,
  ...causeQueries,
  ...marginQueries,
  ...varianceQueries,
  selfTest: query({
    fr: "Essaie les moteurs sur des vérités plantées : ce que chacun doit retrouver.",
    en: "Tries the engines on planted truths: what each of them must find.",
  })
    .input(z.object({ engine: z.string().optional() }))
    .output(z.array(z.object({ engine: z.string(), truth: z.string(), isFound: z.boolean() }))),
  ...decisionQueries,
  ...stressQueries,
};
