import { z } from "zod";
import { command, importReportSchema, importShape, query, streamOf } from "./procedure.ts";

/** Business rules that a person writes. */
export const automationContract = {
  importRules: command({
    fr: "Contrôle et adopte des règles de gestion (rules.yaml).",
    en: "Checks and adopts business rules (rules.yaml).",
  })
    .input(z.object(importShape))
    .output(streamOf(importReportSchema)),
  getRules: query({
    fr: "Montre les règles de gestion en vigueur.",
    en: "Shows the business rules in force.",
  })
    .input(z.object({}))
    .output(z.object({ source: z.string() })),
};
