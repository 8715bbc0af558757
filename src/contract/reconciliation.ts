import { z } from "zod";
import {
  command,
  dateSchema,
  idSchema,
  minorSchema,
  pageOf,
  pageShape,
  query,
  streamOf,
} from "./procedure.ts";

export const itemKindSchema = z.enum(["invoice", "bill"]);

export const reasonSchema = z.object({
  signal: z.string(),
  value: z.union([z.string(), z.number()]),
  weight: z.number(),
});

export const allocationSchema = z.object({
  itemKind: itemKindSchema,
  itemId: idSchema,
  amountMinor: minorSchema,
});

export const candidateSchema = z.object({
  allocations: z.array(
    allocationSchema.extend({ reference: z.string(), partyName: z.string(), dueOn: dateSchema }),
  ),
  feeMinor: minorSchema,
  differenceMinor: minorSchema,
  score: z.number(),
  reasons: z.array(reasonSchema),
});
export type MatchCandidate = z.infer<typeof candidateSchema>;

export const bankLineRowSchema = z.object({
  id: idSchema,
  bankAccountId: idSchema,
  bankAccountName: z.string(),
  bookedOn: dateSchema,
  amountMinor: minorSchema,
  currency: z.string(),
  label: z.string(),
  counterpartyName: z.string().nullable(),
  state: z.enum(["matched", "suggested", "abstained", "unmatched"]),
  madeBy: z.enum(["engine", "person", "rule"]).nullable(),
  matchId: idSchema.nullable(),
  entryId: idSchema.nullable(),
});
export type BankLineRow = z.infer<typeof bankLineRowSchema>;

export const openItemSchema = z.object({
  itemKind: itemKindSchema,
  itemId: idSchema,
  reference: z.string(),
  partyName: z.string(),
  issuedOn: dateSchema,
  dueOn: dateSchema,
  openMinor: minorSchema,
});
export type OpenItemRow = z.infer<typeof openItemSchema>;

/** Bank lines against invoices and bills. */
export const reconciliationContract = {
  summary: query({
    fr: "Compte les lignes de banque rapprochées, proposées et restantes.",
    en: "Counts bank lines matched, suggested and left.",
  })
    .input(z.object({ bankAccountId: idSchema.optional() }))
    .output(
      z.object({
        lines: z.number().int(),
        matched: z.number().int(),
        suggested: z.number().int(),
        abstained: z.number().int(),
        unmatched: z.number().int(),
        openMinor: minorSchema,
      }),
    ),
  listLines: query({
    fr: "Liste les lignes de banque et leur état, la plus récente d'abord.",
    en: "Lists bank lines and their state, newest first.",
  })
    .input(
      z.object({
        ...pageShape,
        bankAccountId: idSchema.optional(),
        state: bankLineRowSchema.shape.state.optional(),
        search: z.string().optional(),
      }),
    )
    .output(pageOf(bankLineRowSchema)),
  getLine: query({
    fr: "Montre une ligne de banque, son rapprochement ou ses propositions, et leurs motifs.",
    en: "Shows a bank line, its match or its suggestions, and their reasons.",
  })
    .input(z.object({ bankLineId: idSchema }))
    .output(
      bankLineRowSchema.extend({
        valueOn: dateSchema.nullable(),
        counterpartyIban: z.string().nullable(),
        reference: z.string().nullable(),
        match: candidateSchema.optional(),
        candidates: z.array(candidateSchema),
      }),
    ),
  searchItems: query({
    fr: "Cherche des postes ouverts par référence, tiers ou montant.",
    en: "Searches open items by reference, party or amount.",
  })
    .input(z.object({ search: z.string(), limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.array(openItemSchema)),
  runMatching: command({
    fr: "Rapproche les lignes de banque qui ont une preuve ; propose ou s'abstient ailleurs.",
    en: "Matches bank lines that have proof; suggests or abstains elsewhere.",
  })
    .input(z.object({ suggestOnly: z.boolean().default(false) }))
    .output(
      streamOf(
        z.object({
          looked: z.number().int(),
          matched: z.number().int(),
          categorised: z.number().int(),
          suggested: z.number().int(),
          abstained: z.number().int(),
          unmatched: z.number().int(),
        }),
      ),
    ),
  confirmMatch: command({
    fr: "Rapproche une ligne de banque avec des factures, écart compris.",
    en: "Matches a bank line with invoices or bills, difference included.",
  })
    .input(
      z.object({
        bankLineId: idSchema,
        allocations: z.array(allocationSchema).min(1),
        /** Account that takes what the allocations leave; needed when something is left. */
        restAccount: z.string().optional(),
      }),
    )
    .output(z.object({ matchId: idSchema, entryId: idSchema, number: z.number().int() })),
  categoriseLine: command({
    fr: "Comptabilise une ligne de banque sur un compte, sans facture.",
    en: "Posts a bank line to an account, without an invoice.",
  })
    .input(
      z.object({ bankLineId: idSchema, account: z.string().min(3), label: z.string().optional() }),
    )
    .output(z.object({ matchId: idSchema, entryId: idSchema, number: z.number().int() })),
  refuseSuggestion: command({
    fr: "Refuse une proposition ; elle ne revient pas.",
    en: "Refuses a suggestion; it does not come back.",
  })
    .input(z.object({ bankLineId: idSchema, allocations: z.array(allocationSchema).min(1) }))
    .output(z.object({})),
  undoMatch: command({
    fr: "Défait un rapprochement : extourne son écriture et délettre.",
    en: "Undoes a match: reverses its entry and its lettering.",
  })
    .input(z.object({ matchId: idSchema }))
    .output(z.object({ entryId: idSchema, number: z.number().int() })),
};
