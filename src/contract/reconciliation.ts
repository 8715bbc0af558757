import { z } from "zod";
import {
  allocationSchema,
  bankLineRowSchema,
  batchReportSchema,
  candidateSchema,
  itemKindSchema,
  matchBatchSchema,
  matchedSchema,
  openItemSchema,
  refusedLineSchema,
} from "./matching.ts";
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
import { keptProofSchema, signedProofSchema, threeWayProofSchema } from "./proof.ts";

/** Which bank lines are asked for; parts left out keep everything. */
const lineFilterShape = {
  /** `open`: whatever is not matched; `to-review`: matched by the engine or a rule. */
  state: z.enum([...bankLineRowSchema.shape.state.options, "open", "to-review"]).optional(),
  /** Words of the label or of the counterparty, or an amount whatever its sign. */
  search: z.string().optional(),
  /** A signal that stands among the reasons of the match or of the first suggestion. */
  signal: z.string().optional(),
  onDate: dateSchema.optional(),
};

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
        ...lineFilterShape,
      }),
    )
    .output(pageOf(bankLineRowSchema)),
  nextOpenLine: query({
    fr: "Trouve la ligne à rapprocher suivante ou précédente dans la liste.",
    en: "Finds the next or previous line left to match in the list.",
  })
    .input(
      z.object({
        bankLineId: idSchema,
        direction: z.enum(["next", "previous"]),
        bankAccountId: idSchema.optional(),
      }),
    )
    .output(z.object({ bankLineId: idSchema.nullable() })),
  target: query({
    fr: "Solde de la banque, solde en comptabilité et ce qui les sépare.",
    en: "The bank's balance, the ledger's, and what stands between them.",
  })
    .input(z.object({ bankAccountId: idSchema.optional() }))
    .output(
      z.object({
        /** The last day that the bank's balances are known of. */
        onDate: dateSchema.nullable(),
        bankMinor: minorSchema,
        ledgerMinor: minorSchema,
        /** Bank lines that no entry holds: what matching can still explain. */
        unmatchedMinor: minorSchema,
        differenceMinor: minorSchema,
      }),
    ),
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
  prove: query({
    fr: "Contrôle à trois voies : factures, banque et comptabilité disent la même chose.",
    en: "Three-way proof: invoices, bank and ledger say the same.",
  })
    /** Without a day: today, or the last day of the books once their last year is over. */
    .input(z.object({ onDate: dateSchema.optional() }))
    .output(threeWayProofSchema),
  keepProof: command({
    fr: "Fait le contrôle à trois voies, le signe et le garde.",
    en: "Runs the three-way proof, signs it and keeps it.",
  })
    .input(z.object({ onDate: dateSchema.optional() }))
    .output(keptProofSchema),
  listProofs: query({
    fr: "Liste les contrôles à trois voies gardés, le dernier d'abord.",
    en: "Lists the three-way proofs kept, newest first.",
  })
    .input(z.object({ limit: z.number().int().min(1).max(500).default(60) }))
    .output(z.array(keptProofSchema)),
  getProof: query({
    fr: "Rend un contrôle gardé avec sa signature.",
    en: "Gives back a proof that was kept, with its signature.",
  })
    .input(z.object({ proofId: idSchema }))
    .output(signedProofSchema),
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
          batchId: idSchema.nullable(),
          refused: z.array(refusedLineSchema),
        }),
      ),
    ),
  acceptSuggestion: command({
    fr: "Accepte une proposition d'une ligne de banque et la comptabilise.",
    en: "Accepts a suggestion of a bank line and posts it.",
  })
    .input(z.object({ bankLineId: idSchema, key: z.string() }))
    .output(matchedSchema),
  acceptSuggestions: command({
    fr: "Accepte la première proposition de plusieurs lignes ; dit celles qui sont refusées.",
    en: "Accepts the first suggestion of several lines; tells those that are refused.",
  })
    .input(z.object({ bankLineIds: z.array(idSchema).min(1).max(1000) }))
    .output(streamOf(batchReportSchema.extend({ batchId: idSchema.nullable() }))),
  confirmMatch: command({
    fr: "Rapproche une ligne avec des factures, des comptes ou les deux, écart compris.",
    en: "Matches a line with invoices or bills, accounts or both, difference included.",
  })
    .input(
      z.object({
        bankLineId: idSchema,
        allocations: z.array(allocationSchema),
        /** Parts booked on accounts; a party that the book does not know yet is created. */
        parts: z
          .array(
            z.object({
              account: z.string().min(3),
              amountMinor: minorSchema.refine((minor) => minor !== 0),
              label: z.string().optional(),
              party: z.string().trim().min(1).optional(),
            }),
          )
          .default([]),
        /** Account that takes what is left after both; needed when something is left. */
        restAccount: z.string().optional(),
      }),
    )
    .output(matchedSchema),
  categoriseLine: command({
    fr: "Comptabilise une ligne de banque sur un compte, sans facture.",
    en: "Posts a bank line to an account, without an invoice.",
  })
    .input(
      z.object({ bankLineId: idSchema, account: z.string().min(3), label: z.string().optional() }),
    )
    .output(matchedSchema),
  refuseSuggestion: command({
    fr: "Refuse une proposition ; elle ne revient pas, et ses semblables pèsent moins.",
    en: "Refuses a suggestion; it does not come back, and its like weighs less.",
  })
    .input(z.object({ bankLineId: idSchema, key: z.string() }))
    .output(z.object({})),
  undoMatch: command({
    fr: "Défait un rapprochement : extourne son écriture et délettre.",
    en: "Undoes a match: reverses its entry and its lettering.",
  })
    .input(z.object({ matchId: idSchema }))
    .output(z.object({ entryId: idSchema, number: z.number().int() })),
  undoAllocation: command({
    fr: "Retire une pièce d'un paiement groupé ; les autres restent payées.",
    en: "Takes one item out of a grouped payment; the others stay paid.",
  })
    .input(z.object({ matchId: idSchema, itemKind: itemKindSchema, itemId: idSchema }))
    .output(matchedSchema),
  listBatches: query({
    fr: "Liste les rapprochements faits ensemble et ce qui en reste.",
    en: "Lists matches made together and what is left of them.",
  })
    .input(z.object({ limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.array(matchBatchSchema)),
  undoBatch: command({
    fr: "Défait les rapprochements faits ensemble ; dit ceux qui ne peuvent pas l'être.",
    en: "Undoes matches made together; tells those that cannot be undone.",
  })
    .input(z.object({ batchId: idSchema }))
    .output(streamOf(batchReportSchema)),
};
