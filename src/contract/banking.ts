import { z } from "zod";
import { newBankAccountSchema } from "./book.ts";
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

export const bankAccountSchema = z.object({
  id: idSchema,
  name: z.string(),
  iban: z.string().nullable(),
  account: z.string(),
  journal: z.string(),
  currency: z.string(),
  lines: z.number().int(),
  balanceMinor: minorSchema,
  balanceOn: dateSchema.nullable(),
  /** Closing balance that the bank states, when a statement gave one. */
  statedMinor: minorSchema.nullable(),
  statedOn: dateSchema.nullable(),
  feed: z.object({ provider: z.string(), lastSyncAtMs: z.number().nullable() }).nullable(),
});
export type BankAccount = z.infer<typeof bankAccountSchema>;

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
  importStatement: command({
    fr: "Importe un relevé bancaire (CAMT.053, OFX, CSV).",
    en: "Imports a bank statement (CAMT.053, OFX, CSV).",
  })
    .input(z.object({ ...importShape, bankAccountId: idSchema.optional() }))
    .output(streamOf(importReportSchema)),
  connectFeed: command({
    fr: "Branche un compte sur l'API de sa banque ; la clé va dans le trousseau.",
    en: "Connects an account to its bank's API; the key goes to the keychain.",
  })
    .input(
      z.object({
        bankAccountId: idSchema,
        provider: z.enum(["qonto"]),
        login: z.string().min(1),
        secret: z.string().min(1),
        /** Another server than the provider's own, for its sandbox; loopback or https only. */
        baseUrl: z.string().url().optional(),
        sinceOn: dateSchema,
      }),
    )
    .output(z.object({ bankAccountId: idSchema })),
  disconnectFeed: command({
    fr: "Débranche un compte et efface sa clé du trousseau.",
    en: "Disconnects an account and erases its key from the keychain.",
  })
    .input(z.object({ bankAccountId: idSchema }))
    .output(z.object({})),
  syncFeed: command({
    fr: "Lit les nouvelles lignes d'un compte branché.",
    en: "Reads the new lines of a connected account.",
  })
    .input(z.object({ bankAccountId: idSchema }))
    .output(streamOf(importReportSchema)),
};
