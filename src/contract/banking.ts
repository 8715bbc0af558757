import { z } from "zod";
import { newBankAccountSchema } from "./book.ts";
import { PART_BYTES } from "./large-file.ts";
import {
  command,
  dateSchema,
  idSchema,
  importReportSchema,
  importShape,
  minorSchema,
  query,
  refusedSchema,
  streamOf,
} from "./procedure.ts";

export const bankAccountSchema = z.object({
  id: idSchema,
  name: z.string(),
  iban: z.string().nullable(),
  account: z.string(),
  journal: z.string(),
  currency: z.string(),
  /** How far matching may go on its own: post, only suggest, or not look at all. */
  matching: z.enum(["automatic", "suggest", "off"]),
  lines: z.number().int(),
  balanceMinor: minorSchema,
  balanceOn: dateSchema.nullable(),
  /** Closing balance that the bank states, when a statement gave one. */
  statedMinor: minorSchema.nullable(),
  statedOn: dateSchema.nullable(),
  feed: z
    .object({
      provider: z.string(),
      sinceOn: dateSchema,
      /** Where the next reading goes on from, in the bank's own words. */
      cursor: z.string().nullable(),
      lastSyncAtMs: z.number().nullable(),
      /** The refusal on which the last reading ended; null once one succeeded. */
      lastProblem: refusedSchema.extend({ atMs: z.number() }).nullable(),
    })
    .nullable(),
});
export type BankAccount = z.infer<typeof bankAccountSchema>;

export const statementImportSchema = z.object({
  importRunId: idSchema,
  fileName: z.string(),
  atMs: z.number(),
  person: z.string(),
  /** Lines that this file brought, and how many of them were ever matched. */
  lines: z.number().int(),
  matched: z.number().int(),
  isUndone: z.boolean(),
});
export type StatementImport = z.infer<typeof statementImportSchema>;

const feedKeyShape = {
  provider: z.enum(["qonto"]),
  login: z.string().trim().min(1),
  secret: z.string().trim().min(1),
  /** Another server than the provider's own, for its sandbox; loopback or https only. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .refine(isPrivateWay, "https, or http on this machine only")
    .optional(),
};

/** Largest file that is carried. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Bank accounts, statements and feeds. */
export const bankingContract = {
  listAccounts: query({
    fr: "Liste les comptes bancaires et leurs soldes.",
    en: "Lists the bank accounts and their balances.",
  })
    .input(z.object({}))
    .output(z.array(bankAccountSchema)),
  addAccount: command({
    fr: "Ajoute un compte bancaire, son compte 512 et son journal.",
    en: "Adds a bank account, its 512 account and its journal.",
  })
    .input(newBankAccountSchema)
    .output(z.object({ bankAccountId: idSchema, account: z.string(), journal: z.string() })),
  setMatching: command({
    fr: "Dit jusqu'où le rapprochement va de lui-même sur un compte bancaire.",
    en: "Says how far matching goes by itself on a bank account.",
  })
    .input(z.object({ bankAccountId: idSchema, matching: bankAccountSchema.shape.matching }))
    .output(z.object({})),
  beginUpload: command({
    fr: "Annonce un gros fichier, apporté ensuite par parts.",
    en: "Announces a large file, carried by parts afterwards.",
  })
    .input(z.object({ name: z.string(), size: z.number().int().positive().max(MOST_BYTES) }))
    .output(z.object({ uploadId: z.string() })),
  putPart: command({
    fr: "Apporte la part suivante d'un gros fichier.",
    en: "Carries the next part of a large file.",
  })
    .input(z.object({ uploadId: z.string(), part: z.file().max(PART_BYTES) }))
    .output(z.object({})),
  importStatement: command({
    fr: "Importe un relevé bancaire (CAMT, MT940, CFONB 120, OFX, QIF, CSV, ZIP).",
    en: "Imports a bank statement (CAMT, MT940, CFONB 120, OFX, QIF, CSV, ZIP).",
    takesLargeFile: true,
  })
    .input(
      z.object({
        ...importShape,
        bankAccountId: idSchema.optional(),
        /** What was carried by parts, in place of the file's own bytes. */
        uploadId: z.string().optional(),
        /** Of a CSV: money spent is positive. */
        inverted: z.boolean().optional(),
      }),
    )
    .output(streamOf(importReportSchema)),
  listImports: query({
    fr: "Liste les relevés lus, le plus récent d'abord.",
    en: "Lists the statements read, newest first.",
  })
    .input(z.object({ limit: z.number().int().min(1).max(500).default(50) }))
    .output(z.array(statementImportSchema)),
  undoImport: command({
    fr: "Retire les lignes d'un relevé tant qu'aucune n'a été rapprochée.",
    en: "Takes out the lines of a statement while none was ever matched.",
  })
    .input(z.object({ importRunId: idSchema }))
    .output(z.object({ lines: z.number().int() })),
  testFeed: query({
    fr: "Essaie une clé : liste les comptes qu'elle ouvre, sans rien garder.",
    en: "Tries a key: lists the accounts it opens, and keeps nothing.",
  })
    .input(z.object(feedKeyShape))
    .output(
      z.array(
        z.object({
          iban: z.string(),
          name: z.string(),
          currency: z.string(),
          balanceMinor: minorSchema,
          /** The book's account of the same IBAN. */
          bankAccountId: idSchema.nullable(),
        }),
      ),
    ),
  connectFeed: command({
    fr: "Branche un compte sur l'API de sa banque ; la clé va dans le trousseau.",
    en: "Connects an account to its bank's API; the key goes to the keychain.",
  })
    .input(
      z.object({
        bankAccountId: idSchema,
        ...feedKeyShape,
        sinceOn: dateSchema,
        /** The account's IBAN at the bank, when the book does not know it yet. */
        iban: z.string().optional(),
      }),
    )
    .output(z.object({ bankAccountId: idSchema })),
  disconnectFeed: command({
    fr: "Débranche un compte et efface sa clé du trousseau.",
    en: "Disconnects an account and erases its key from the keychain.",
  })
    .input(z.object({ bankAccountId: idSchema }))
    /** False when the keychain could not be reached: the key may still stand there. */
    .output(z.object({ keyErased: z.boolean() })),
  syncFeed: command({
    fr: "Lit les nouvelles lignes d'un compte branché.",
    en: "Reads the new lines of a connected account.",
  })
    .input(z.object({ bankAccountId: idSchema }))
    .output(streamOf(importReportSchema)),
};

/** A key never travels in clear: https anywhere, http to this machine only. */
export function isPrivateWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
