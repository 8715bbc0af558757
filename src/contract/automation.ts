import { z } from "zod";
import { limitsProcedures } from "./limits.ts";
import {
  command,
  dateSchema,
  idSchema,
  importReportSchema,
  importShape,
  minorSchema,
  query,
  streamOf,
} from "./procedure.ts";

const words = z.array(z.string().trim().min(1));

/** A category rule as the screen shows and edits it; the text of `rules.yaml` is what counts. */
export const bankRuleSchema = z.object({
  name: z.string(),
  contains: words,
  counterparty: words,
  iban: words,
  pattern: z.string(),
  minMinor: minorSchema.nullable(),
  maxMinor: minorSchema.nullable(),
  direction: z.enum(["debit", "credit"]).nullable(),
  account: z.string(),
  entryLabel: z.string(),
  automatic: z.boolean(),
});
export type BankRule = z.infer<typeof bankRuleSchema>;

/** One change of the ordered list of rules; places count from 0. */
export const ruleEditSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("add"), rule: bankRuleSchema }),
  z.object({ kind: z.literal("replace"), place: z.number().int().min(0), rule: bankRuleSchema }),
  z.object({ kind: z.literal("remove"), place: z.number().int().min(0) }),
  z.object({
    kind: z.literal("move"),
    place: z.number().int().min(0),
    to: z.number().int().min(0),
  }),
]);
export type RuleEdit = z.infer<typeof ruleEditSchema>;

/** What a change would do, tried on the bank lines of the book. */
export const ruleTrialSchema = z.object({
  /** Lines tried: those that pay no invoice and no bill. */
  looked: z.number().int(),
  /** Lines left to decide that a rule would now take. */
  newly: z.number().int(),
  /** Lines that a rule takes today and that another rule, or none, would take. */
  changed: z.number().int(),
  /** Lines that a person booked on another account than the rules would. */
  against: z.number().int(),
  examples: z.array(
    z.object({
      bankLineId: idSchema,
      bookedOn: dateSchema,
      label: z.string(),
      amountMinor: minorSchema,
      what: z.enum(["newly", "changed", "against"]),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type RuleTrial = z.infer<typeof ruleTrialSchema>;

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
  listRules: query({
    fr: "Liste les règles de classement dans leur ordre, et ce que chacune prend.",
    en: "Lists the category rules in their order, and what each one takes.",
  })
    .input(z.object({}))
    .output(z.array(bankRuleSchema.extend({ lines: z.number().int() }))),
  tryRule: query({
    fr: "Essaie un changement de règle sur l'historique, sans rien enregistrer.",
    en: "Tries a change of rule on the history, without saving anything.",
  })
    .input(z.object({ edit: ruleEditSchema }))
    .output(ruleTrialSchema),
  editRule: command({
    fr: "Ajoute, remplace, déplace ou ôte une règle ; rules.yaml garde ses commentaires.",
    en: "Adds, replaces, moves or removes a rule; rules.yaml keeps its comments.",
  })
    .input(z.object({ edit: ruleEditSchema }))
    .output(z.object({ rules: z.number().int() })),
  ...limitsProcedures,
};
