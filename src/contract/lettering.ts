import { z } from "zod";
import { command, dateSchema, idSchema, minorSchema, query, streamOf } from "./procedure.ts";

export const letterableSchema = z.object({
  account: z.string(),
  partyId: idSchema,
  partyCode: z.string(),
  partyName: z.string(),
  openLines: z.number().int(),
  openMinor: minorSchema,
});
export type Letterable = z.infer<typeof letterableSchema>;

export const letterLineSchema = z.object({
  id: idSchema,
  entryId: idSchema,
  number: z.number().int(),
  journal: z.string(),
  datedOn: dateSchema,
  dueOn: dateSchema.nullable(),
  pieceRef: z.string(),
  label: z.string(),
  debitMinor: minorSchema,
  creditMinor: minorSchema,
  currency: z.string().nullable(),
  currencyMinor: minorSchema.nullable(),
  letter: z.string().nullable(),
  letteredOn: dateSchema.nullable(),
});
export type LetterLine = z.infer<typeof letterLineSchema>;

export const letterProposalSchema = z.object({
  account: z.string(),
  partyId: idSchema,
  partyName: z.string(),
  by: z.enum(["reference", "amount", "sum"]),
  lineIds: z.array(idSchema),
  totalMinor: minorSchema,
});

export const automaticLetteringSchema = z.object({
  looked: z.number().int(),
  lettered: z.number().int(),
  groups: z.number().int(),
  /** Lines left because more than one solution exists. */
  ties: z.number().int(),
  /** The first groups, for a preview. */
  proposals: z.array(letterProposalSchema),
});
export type AutomaticLettering = z.infer<typeof automaticLetteringSchema>;

export const agedRowSchema = z.object({
  partyId: idSchema,
  partyCode: z.string(),
  partyName: z.string(),
  account: z.string(),
  /** Not due, then late by 1–30, 31–60, 61–90 and more days. */
  notDueMinor: minorSchema,
  to30Minor: minorSchema,
  to60Minor: minorSchema,
  to90Minor: minorSchema,
  over90Minor: minorSchema,
  totalMinor: minorSchema,
});
export type AgedRow = z.infer<typeof agedRowSchema>;

const lineIds = z.array(idSchema).min(1).max(5000);

/** Lettering of party accounts, and what is open on them by age. */
export const letteringContract = {
  listLetterable: query({
    fr: "Liste les comptes de tiers qui ont des lignes à lettrer.",
    en: "Lists the party accounts that have lines to letter.",
  })
    .input(z.object({ kind: z.enum(["customer", "supplier"]).optional() }))
    .output(z.array(letterableSchema)),
  listLines: query({
    fr: "Liste les lignes d'un tiers, avec leurs lettres.",
    en: "Lists a party's lines, with their letters.",
  })
    .input(
      z.object({
        account: z.string(),
        partyId: idSchema,
        withLettered: z.boolean().default(false),
      }),
    )
    .output(z.array(letterLineSchema)),
  letter: command({
    fr: "Lettre des lignes d'un tiers ; l'écart peut être passé en perte ou en gain.",
    en: "Letters lines of a party; a difference may be written off.",
  })
    .input(z.object({ lineIds, writeOff: z.boolean().default(false) }))
    .output(z.object({ letter: z.string(), writtenOffMinor: minorSchema })),
  unletter: command({
    fr: "Délettre les groupes de ces lignes.",
    en: "Removes the letters of these lines' groups.",
  })
    .input(z.object({ lineIds }))
    .output(z.object({ groups: z.number().int() })),
  automatic: command({
    fr: "Lettre ce qui n'a qu'une solution : référence, montant exact, somme unique.",
    en: "Letters what has one solution only: reference, exact amount, unique sum.",
  })
    .input(z.object({ account: z.string().optional(), preview: z.boolean().default(false) }))
    .output(streamOf(automaticLetteringSchema)),
  agedBalance: query({
    fr: "Balance âgée des clients ou des fournisseurs à une date.",
    en: "Aged balance of customers or suppliers at a date.",
  })
    .input(z.object({ kind: z.enum(["customer", "supplier"]), asOn: dateSchema }))
    .output(z.array(agedRowSchema)),
  settings: query({
    fr: "Donne l'écart que le lettrage peut passer en perte ou en gain.",
    en: "Gives the difference that lettering may write off.",
  })
    .input(z.object({}))
    .output(z.object({ limitMinor: minorSchema })),
  setLimit: command({
    fr: "Fixe l'écart que le lettrage peut passer en perte ou en gain.",
    en: "Sets the difference that lettering may write off.",
  })
    .input(z.object({ limitMinor: minorSchema.nonnegative() }))
    .output(z.object({ limitMinor: minorSchema })),
};
