import { z } from "zod";
import {
  bpsSchema,
  command,
  dateSchema,
  idSchema,
  minorSchema,
  pageOf,
  pageShape,
  query,
  refusedSchema,
} from "./procedure.ts";
import { typedEntrySchema, typedLineSchema } from "./typed-entry.ts";

const monthSchema = z.string().regex(/^\d{4}-\d{2}$/);
const made = z.object({ draftId: idSchema });

export const completionSchema = z.object({
  kind: z.enum(["account", "party"]),
  /** The account to book on; for a party, the one that it is usually kept on. */
  account: z.string(),
  label: z.string(),
  partyId: idSchema.optional(),
  partyCode: z.string().optional(),
  partyKind: z.enum(["customer", "supplier"]).optional(),
  /** Lines posted on it, counted up to 1,000. */
  uses: z.number().int(),
});
export type Completion = z.infer<typeof completionSchema>;

/** Where a proposal comes from: the same party's or account's last entries, or the plan. */
export const proposalReasonSchema = z.object({
  kind: z.enum(["party", "account", "bank", "plan"]),
  /** How many of the last entries looked at agree with what is proposed. */
  agreeing: z.number().int(),
  lookedAt: z.number().int(),
  lastEntryId: idSchema.optional(),
});

export const proposalSchema = z.object({
  lines: z.array(typedLineSchema),
  label: z.string().optional(),
  dueOn: dateSchema.optional(),
  rateBps: bpsSchema.optional(),
  reason: proposalReasonSchema,
});
export type Proposal = z.infer<typeof proposalSchema>;

export const draftRowSchema = z.object({
  draftId: idSchema,
  journal: z.string(),
  datedOn: dateSchema.nullable(),
  pieceRef: z.string(),
  label: z.string(),
  totalMinor: minorSchema,
  /** Debit less credit: what is still missing. */
  differenceMinor: minorSchema,
  updatedAtMs: z.number().int(),
  updatedBy: z.string(),
});
export type DraftRow = z.infer<typeof draftRowSchema>;

/** Which drafts to validate: some, or all of a journal's month. */
export const validationSchema = z.union([
  z.object({ draftIds: z.array(idSchema).min(1).max(10_000) }),
  z.object({ journal: z.string().min(1), month: monthSchema }),
]);
export type ValidationScope = z.output<typeof validationSchema>;

export const validationPreviewSchema = z.object({
  /** Entries that become final, reversals included. */
  count: z.number().int(),
  reversals: z.number().int(),
  debitMinor: minorSchema,
  creditMinor: minorSchema,
  refused: z.number().int(),
  numbers: z.array(
    z.object({ fiscalYearId: idSchema, first: z.number().int(), last: z.number().int() }),
  ),
  drafts: z.array(
    z.object({
      draftId: idSchema,
      label: z.string(),
      number: z.number().int().optional(),
      totalMinor: minorSchema,
      refusal: refusedSchema.optional(),
    }),
  ),
});
export type ValidationPreview = z.infer<typeof validationPreviewSchema>;

export const everySchema = z.enum(["month", "quarter", "year"]);

const templateSchema = z.object({
  templateId: idSchema,
  name: z.string(),
  entry: typedEntrySchema,
});

const recurringSchema = z.object({
  recurringId: idSchema,
  templateId: idSchema,
  name: z.string(),
  every: everySchema,
  firstOn: dateSchema,
  lastOn: dateSchema.nullable(),
  reverses: z.boolean(),
});

export const dueSchema = z.object({
  recurringId: idSchema,
  name: z.string(),
  dueOn: dateSchema,
  totalMinor: minorSchema,
});

/** Prepaid and accrued amounts at the end of a period (PCG, comptes de régularisation). */
export const accrualKindSchema = z.enum([
  "prepaid-expense",
  "deferred-income",
  "bill-to-come",
  "invoice-to-make",
  "accrued-expense",
  "accrued-income",
]);
export type AccrualKind = z.infer<typeof accrualKindSchema>;

const subject = { entryId: idSchema.optional(), draftId: idSchema.optional() };
const attachedSchema = z.object({
  documentId: idSchema,
  fileName: z.string(),
  mediaType: z.string(),
});

/** Entry by keyboard (saisie): completion, proposals, drafts, templates, validation. */
export const entryContract = {
  complete: query({
    fr: "Propose comptes et tiers par numéro ou par nom, les plus utilisés d'abord.",
    en: "Offers accounts and parties by number or name, the most used first.",
  })
    .input(
      z.object({
        search: z.string().default(""),
        of: z.enum(["account", "party", "any"]).default("any"),
        partyKind: z.enum(["customer", "supplier"]).optional(),
        onDate: dateSchema.optional(),
        limit: z.number().int().min(1).max(100).default(12),
      }),
    )
    .output(z.array(completionSchema)),
  propose: query({
    fr: "Propose contrepartie, TVA, libellé et échéance d'après les habitudes du tiers.",
    en: "Proposes contra account, VAT, label and due date from the party's habits.",
  })
    .input(
      z.object({
        journal: z.string(),
        datedOn: dateSchema,
        account: z.string().min(1),
        partyId: idSchema.optional(),
        pieceRef: z.string().default(""),
        debitMinor: minorSchema.nonnegative().default(0),
        creditMinor: minorSchema.nonnegative().default(0),
      }),
    )
    .output(proposalSchema),
  listDrafts: query({
    fr: "Liste les brouillons par date, avec leur total et leur écart.",
    en: "Lists drafts by date, with their total and difference.",
  })
    .input(
      z.object({
        ...pageShape,
        journal: z.string().optional(),
        month: monthSchema.optional(),
      }),
    )
    .output(pageOf(draftRowSchema)),
  getDraft: query({ fr: "Montre un brouillon tel que saisi.", en: "Shows a draft as typed." })
    .input(z.object({ draftId: idSchema }))
    .output(
      z.object({
        draftId: idSchema,
        entry: typedEntrySchema,
        parties: z.record(z.string(), z.string()),
      }),
    ),
  previewValidation: command({
    fr: "Montre ce qu'une validation rendrait définitif, sans rien écrire.",
    en: "Shows what a validation would make final, writing nothing.",
  })
    .input(validationSchema)
    .output(validationPreviewSchema),
  validate: command({
    fr: "Valide des brouillons, tous ou aucun : numéros et sceaux définitifs.",
    en: "Posts drafts, all or none: final numbers and seals.",
  })
    .input(
      z.object({
        scope: validationSchema,
        /** What the person saw in the preview; anything else is refused. */
        expected: z.object({ count: z.number().int(), debitMinor: minorSchema }).optional(),
      }),
    )
    .output(
      z.object({
        entries: z.array(z.object({ entryId: idSchema, number: z.number().int() })),
      }),
    ),
  duplicate: command({
    fr: "Copie une écriture en brouillon, à une autre date.",
    en: "Copies an entry as a draft, on another date.",
  })
    .input(z.object({ entryId: idSchema, datedOn: dateSchema }))
    .output(made),
  saveTemplate: command({
    fr: "Garde un modèle d'écriture, saisi ou tiré d'une écriture.",
    en: "Keeps an entry template, typed or taken from an entry.",
  })
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        entry: typedEntrySchema.optional(),
        entryId: idSchema.optional(),
      }),
    )
    .output(z.object({ templateId: idSchema })),
  listTemplates: query({ fr: "Liste les modèles d'écriture.", en: "Lists entry templates." })
    .input(z.object({}))
    .output(z.array(templateSchema)),
  deleteTemplate: command({ fr: "Supprime un modèle.", en: "Deletes a template." })
    .input(z.object({ templateId: idSchema }))
    .output(z.object({})),
  saveRecurring: command({
    fr: "Répète un modèle chaque mois, trimestre ou année.",
    en: "Repeats a template every month, quarter or year.",
  })
    .input(
      z.object({
        templateId: idSchema,
        every: everySchema,
        firstOn: dateSchema,
        lastOn: dateSchema.optional(),
        reverses: z.boolean().default(false),
      }),
    )
    .output(z.object({ recurringId: idSchema })),
  listRecurring: query({ fr: "Liste les abonnements.", en: "Lists recurring entries." })
    .input(z.object({}))
    .output(z.array(recurringSchema)),
  deleteRecurring: command({ fr: "Arrête un abonnement.", en: "Stops a recurring entry." })
    .input(z.object({ recurringId: idSchema }))
    .output(z.object({})),
  listDue: query({
    fr: "Liste les échéances d'abonnement à saisir jusqu'à une date.",
    en: "Lists recurring entries due up to a date.",
  })
    .input(z.object({ untilOn: dateSchema }))
    .output(z.array(dueSchema)),
  makeDue: command({
    fr: "Fait les brouillons des abonnements échus.",
    en: "Makes drafts of the recurring entries due.",
  })
    .input(z.object({ untilOn: dateSchema }))
    .output(z.object({ draftIds: z.array(idSchema) })),
  accrue: command({
    fr: "Prépare une régularisation et son extourne au premier jour de la période suivante.",
    en: "Prepares an accrual and its reversal on the first day of the next period.",
  })
    .input(
      z.object({
        kind: accrualKindSchema,
        account: z.string().min(1),
        partyId: idSchema.optional(),
        netMinor: minorSchema.positive(),
        rateBps: bpsSchema.default(0),
        periodEndsOn: dateSchema,
        label: z.string().min(1),
      }),
    )
    .output(made),
  attach: command({
    fr: "Joint une pièce à une écriture ou à un brouillon.",
    en: "Attaches a document to an entry or a draft.",
  })
    .input(z.object({ ...subject, documentId: idSchema.optional(), file: z.file().optional() }))
    .output(z.object({ documentId: idSchema })),
  listAttached: query({
    fr: "Liste les pièces d'une écriture ou d'un brouillon.",
    en: "Lists the documents of an entry or a draft.",
  })
    .input(z.object(subject))
    .output(z.array(attachedSchema)),
};
