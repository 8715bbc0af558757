import { z } from "zod";
import { fiscalYearSchema } from "./book.ts";
import {
  command,
  dateSchema,
  idSchema,
  lateShape,
  minorSchema,
  pageOf,
  pageShape,
  query,
} from "./procedure.ts";
import { typedEntrySchema } from "./typed-entry.ts";

export const lineDraftSchema = z.object({
  account: z.string().min(1),
  partyId: idSchema.optional(),
  label: z.string().optional(),
  debitMinor: minorSchema.nonnegative().default(0),
  creditMinor: minorSchema.nonnegative().default(0),
  dueOn: dateSchema.optional(),
  /** A foreign currency and the amount in its own minor units, positive on debit. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  currencyMinor: minorSchema.optional(),
});

export const entryDraftSchema = z.object({
  journal: z.string().min(1),
  datedOn: dateSchema,
  pieceRef: z.string(),
  pieceOn: dateSchema.optional(),
  label: z.string(),
  lines: z.array(lineDraftSchema),
});

export const entryRowSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  fiscalYearId: idSchema,
  journal: z.string(),
  datedOn: dateSchema,
  pieceRef: z.string(),
  label: z.string(),
  totalMinor: minorSchema,
  originKind: z.string().nullable(),
  originId: idSchema.nullable(),
});
export type EntryRow = z.infer<typeof entryRowSchema>;

export const entryLineSchema = z.object({
  id: idSchema,
  position: z.number().int(),
  account: z.string(),
  accountLabel: z.string(),
  partyId: idSchema.nullable(),
  partyName: z.string().nullable(),
  label: z.string(),
  debitMinor: minorSchema,
  creditMinor: minorSchema,
  dueOn: dateSchema.nullable(),
  letter: z.string().nullable(),
});

export const entrySchema = entryRowSchema.omit({ totalMinor: true }).extend({
  pieceOn: dateSchema,
  postedOn: dateSchema,
  postedAtMs: z.number().int(),
  hash: z.string(),
  reversesNumber: z.number().int().nullable(),
  reversedByNumber: z.number().int().nullable(),
  lines: z.array(entryLineSchema),
});
export type Entry = z.infer<typeof entrySchema>;

export const balanceRowSchema = z.object({
  account: z.string(),
  label: z.string(),
  openingMinor: minorSchema,
  debitMinor: minorSchema,
  creditMinor: minorSchema,
  balanceMinor: minorSchema,
});

export const accountLineSchema = z.object({
  id: idSchema,
  entryId: idSchema,
  number: z.number().int(),
  journal: z.string(),
  datedOn: dateSchema,
  pieceRef: z.string(),
  label: z.string(),
  partyName: z.string().nullable(),
  debitMinor: minorSchema,
  creditMinor: minorSchema,
  letter: z.string().nullable(),
});

const posted = z.object({ entryId: idSchema, number: z.number().int() });

/** Accounts, journals, entries and what is read from them. */
export const ledgerContract = {
  listYears: query({ fr: "Liste les exercices.", en: "Lists the fiscal years." })
    .input(z.object({}))
    .output(z.array(fiscalYearSchema)),
  openYear: command({
    fr: "Ouvre l'exercice suivant, avec le plan comptable de sa date.",
    en: "Opens the next fiscal year, with the chart of accounts of its date.",
  })
    .input(z.object({ startsOn: dateSchema, endsOn: dateSchema }))
    .output(fiscalYearSchema),
  listAccounts: query({
    fr: "Liste les comptes d'un exercice par numéro ou par nom.",
    en: "Lists a year's accounts by number or name.",
  })
    .input(
      z.object({
        fiscalYearId: idSchema,
        search: z.string().default(""),
        limit: z.number().int().min(1).max(2000).default(100),
      }),
    )
    .output(
      z.array(
        z.object({ number: z.string(), label: z.string(), partyKind: z.string().nullable() }),
      ),
    ),
  openAccount: command({
    fr: "Ouvre un sous-compte d'un compte du plan, dans tous les exercices.",
    en: "Opens a subdivision of a chart account, in every fiscal year.",
  })
    .input(z.object({ number: z.string().regex(/^[1-9]\d{2,}$/), label: z.string().min(1) }))
    .output(z.object({ number: z.string() })),
  listJournals: query({ fr: "Liste les journaux.", en: "Lists the journals." })
    .input(z.object({}))
    .output(z.array(z.object({ code: z.string(), label: z.string(), kind: z.string() }))),
  listParties: query({
    fr: "Liste les tiers par code ou par nom.",
    en: "Lists parties by code or name.",
  })
    .input(
      z.object({
        kind: z.enum(["customer", "supplier"]).optional(),
        search: z.string().default(""),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.array(z.object({ id: idSchema, kind: z.string(), code: z.string(), name: z.string() })),
    ),
  listEntries: query({
    fr: "Liste les écritures validées, la plus récente d'abord.",
    en: "Lists posted entries, newest first.",
  })
    .input(
      z.object({
        ...pageShape,
        journal: z.string().optional(),
        fromOn: dateSchema.optional(),
        toOn: dateSchema.optional(),
        search: z.string().optional(),
      }),
    )
    .output(pageOf(entryRowSchema)),
  countEntries: query({
    fr: "Compte les écritures validées et leurs lignes.",
    en: "Counts posted entries and their lines.",
  })
    .input(z.object({}))
    .output(z.object({ entries: z.number().int(), entryLines: z.number().int() })),
  getEntry: query({
    fr: "Montre une écriture, ses lignes, son origine et son sceau.",
    en: "Shows an entry, its lines, its origin and its seal.",
  })
    .input(z.object({ entryId: idSchema }))
    .output(entrySchema),
  postEntry: command({
    fr: "Valide une écriture : numéro, date de validation et sceau définitifs.",
    en: "Posts an entry: final number, validation date and seal.",
  })
    .input(z.object({ entry: entryDraftSchema, ...lateShape }))
    .output(posted),
  reverseEntry: command({
    fr: "Extourne une écriture validée.",
    en: "Reverses a posted entry.",
  })
    .input(z.object({ entryId: idSchema, datedOn: dateSchema }))
    .output(posted),
  saveDraft: command({
    fr: "Enregistre un brouillon d'écriture tel quel.",
    en: "Saves a draft entry as it is.",
  })
    .input(z.object({ draftId: idSchema.optional(), entry: typedEntrySchema }))
    .output(z.object({ draftId: idSchema })),
  listDrafts: query({ fr: "Liste les brouillons.", en: "Lists the drafts." })
    .input(z.object({}))
    .output(
      z.array(z.object({ draftId: idSchema, updatedAtMs: z.number(), entry: typedEntrySchema })),
    ),
  postDraft: command({ fr: "Valide un brouillon.", en: "Posts a draft." })
    .input(z.object({ draftId: idSchema }))
    .output(posted),
  deleteDraft: command({ fr: "Supprime un brouillon.", en: "Deletes a draft." })
    .input(z.object({ draftId: idSchema }))
    .output(z.object({})),
  trialBalance: query({
    fr: "Balance générale d'un exercice ou d'une suite de mois.",
    en: "Trial balance of a fiscal year or of a run of months.",
  })
    .input(
      z.object({
        fiscalYearId: idSchema,
        fromMonth: z.string().optional(),
        toMonth: z.string().optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(balanceRowSchema),
        debitMinor: minorSchema,
        creditMinor: minorSchema,
        isOpeningProvisional: z.boolean(),
      }),
    ),
  listAccountLines: query({
    fr: "Grand livre d'un compte, par date.",
    en: "General ledger of an account, by date.",
  })
    .input(
      z.object({
        ...pageShape,
        account: z.string(),
        fromOn: dateSchema.optional(),
        toOn: dateSchema.optional(),
      }),
    )
    .output(pageOf(accountLineSchema)),
};
