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

export const companySchema = z.object({
  name: z.string(),
  siren: z.string(),
  siret: z.string().nullable(),
  vatNumber: z.string().nullable(),
  legalForm: z.string().nullable(),
  address: z.string(),
  capitalMinor: minorSchema.nullable(),
  sample: z.boolean(),
});
export type Company = z.infer<typeof companySchema>;

export const fiscalYearSchema = z.object({
  id: idSchema,
  startsOn: dateSchema,
  endsOn: dateSchema,
  chart: z.string(),
});
export type FiscalYear = z.infer<typeof fiscalYearSchema>;

export const newCompanySchema = z.object({
  name: z.string().trim().min(1).max(200),
  siren: z.string().regex(/^\d{9}$/),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
  vatNumber: z.string().optional(),
  legalForm: z.string().optional(),
  address: z.string().default(""),
  capitalMinor: minorSchema.optional(),
  sample: z.boolean().default(false),
});

export const newYearSchema = z.object({ startsOn: dateSchema, endsOn: dateSchema });

export const newBankAccountSchema = z.object({
  name: z.string().trim().min(1).max(100),
  iban: z.string().optional(),
  openingMinor: minorSchema.default(0),
});

export const bookStatusSchema = z.object({
  open: z.boolean(),
  folder: z.string().optional(),
  person: z.string().optional(),
  company: companySchema.optional(),
  years: z.array(fiscalYearSchema),
  keyKept: z.boolean(),
  schemaVersion: z.number().int(),
});
export type BookStatus = z.infer<typeof bookStatusSchema>;

export const verificationSchema = z.object({
  sound: z.boolean(),
  entries: z.number().int(),
  auditLines: z.number().int(),
  checks: z.array(z.object({ name: z.string(), sound: z.boolean(), detail: z.string() })),
  chains: z.array(
    z.object({
      chain: z.enum(["ledger", "audit"]),
      sound: z.boolean(),
      length: z.number().int(),
      brokenAt: z.string().optional(),
      head: z.string(),
    }),
  ),
});
export type Verification = z.infer<typeof verificationSchema>;

export const actionSchema = z.object({
  id: idSchema,
  atMs: z.number().int(),
  person: z.string(),
  command: z.string(),
  subject: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const secret = z.string().min(1);

/** The book: its folder, keys, verification, backups and journal of actions. */
export const bookContract = {
  status: query({
    closed: true,
    fr: "Dit si un dossier est ouvert, lequel et par qui.",
    en: "Says whether a book is open, which one and by whom.",
  })
    .input(z.object({}))
    .output(bookStatusSchema),
  create: command({
    closed: true,
    fr: "Crée le dossier chiffré d'une société et son premier exercice.",
    en: "Creates a company's encrypted book and its first fiscal year.",
  })
    .input(
      z.object({
        folder: z.string().min(1),
        person: z.string().min(1).default("owner"),
        passphrase: secret,
        company: newCompanySchema,
        years: z.array(newYearSchema).min(1),
        bankAccounts: z.array(newBankAccountSchema).default([]),
      }),
    )
    .output(z.object({ folder: z.string(), recoveryKey: z.string() })),
  open: command({
    closed: true,
    fr: "Ouvre un dossier par phrase secrète, clé de secours ou trousseau.",
    en: "Opens a book with a passphrase, the recovery key or the keychain.",
  })
    .input(
      z.object({
        folder: z.string().min(1),
        person: z.string().optional(),
        passphrase: secret.optional(),
      }),
    )
    .output(z.object({ folder: z.string(), person: z.string(), backup: z.string().optional() })),
  close: command({
    closed: true,
    fr: "Ferme le dossier ouvert.",
    en: "Closes the open book.",
  })
    .input(z.object({}))
    .output(z.object({})),
  openSample: command({
    closed: true,
    fr: "Ouvre l'entreprise exemple dans un dossier à part, et la crée d'abord s'il le faut.",
    en: "Opens the sample company in a folder of its own, making it first if need be.",
  })
    .input(z.object({ folder: z.string().min(1).optional() }))
    .output(
      streamOf(
        z.object({
          folder: z.string(),
          passphrase: z.string(),
          recoveryKey: z.string().optional(),
        }),
      ),
    ),
  throwSampleAway: command({
    fr: "Ferme l'entreprise exemple ouverte et efface son dossier.",
    en: "Closes the open sample company and removes its folder.",
  })
    .input(z.object({}))
    .output(z.object({ folder: z.string() })),
  addPerson: command({
    fr: "Donne à une personne son propre accès au dossier.",
    en: "Gives a person their own access to the book.",
  })
    .input(z.object({ person: z.string().min(1), passphrase: secret }))
    .output(z.object({ people: z.array(z.string()) })),
  keepKey: command({
    fr: "Garde la clé du dossier dans le trousseau de cette machine.",
    en: "Keeps the book's key in this machine's keychain.",
  })
    .input(z.object({ keep: z.boolean() }))
    .output(z.object({ keyKept: z.boolean() })),
  backUp: command({
    fr: "Écrit une copie chiffrée et relue du dossier.",
    en: "Writes an encrypted copy of the book, read back whole.",
  })
    .input(z.object({}))
    .output(z.object({ file: z.string() })),
  verify: query({
    fr: "Recalcule les deux chaînes et tous les contrôles du dossier.",
    en: "Re-computes both chains and every whole-book check.",
  })
    .input(z.object({}))
    .output(streamOf(verificationSchema)),
  listActions: query({
    fr: "Liste le journal des actions, la plus récente d'abord.",
    en: "Lists the journal of actions, newest first.",
  })
    .input(z.object(pageShape))
    .output(pageOf(actionSchema)),
};
