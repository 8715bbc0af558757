import { z } from "zod";
import {
  command,
  dateSchema,
  idSchema,
  minorSchema,
  query,
  refusedRowSchema,
  streamOf,
} from "./procedure.ts";

export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning"]),
  /** First line of the file where it shows; the header is line 1. */
  line: z.number().int().optional(),
  column: z.string().optional(),
  source: z.string(),
  fr: z.string(),
  en: z.string(),
  count: z.number().int(),
});

export const fecVerdictSchema = z.object({
  conforming: z.boolean(),
  findings: z.array(findingSchema),
});

export const fecCheckSchema = z.object({
  official: fecVerdictSchema,
  law: fecVerdictSchema,
  lines: z.number().int(),
  entries: z.number().int(),
  debitMinor: minorSchema,
  creditMinor: minorSchema,
});
export type FecCheck = z.infer<typeof fecCheckSchema>;

/** Which income the company declares, hence which columns its file owes (A47 A-1, VII and VIII). */
export const fecKindSchema = z.enum(["BIC", "COM", "BAT", "BNCT"]);

const writeShape = {
  fiscalYearId: idSchema,
  kind: fecKindSchema.default("BIC"),
  separator: z.enum(["tab", "pipe"]).default("tab"),
  charset: z.enum(["utf-8", "iso-8859-15"]).default("utf-8"),
  /** Drafts are shown too: the file is provisional and its name says so. */
  withDrafts: z.boolean().default(false),
  /** A layout of `listProfiles`: other columns, order or names. */
  profile: z.string().optional(),
};

const takeOverShape = {
  file: z.file(),
  /** The fiscal year of the file, when neither its name nor the book tells. */
  startsOn: dateSchema.optional(),
  endsOn: dateSchema.optional(),
  /** Accounts of the file by the account that takes their place. */
  accounts: z.record(z.string(), z.string()).optional(),
  /** Journals of the file by the journal that takes their place. */
  journals: z.record(z.string(), z.string()).optional(),
  /** An entry that does not balance: left out, or balanced on 471000 (compte d'attente). */
  unbalanced: z.enum(["leave-out", "suspense"]).default("leave-out"),
};

const mappedSchema = z.object({
  from: z.string(),
  to: z.string(),
  label: z.string(),
  isNew: z.boolean(),
  why: z.enum(["same", "asked", "chart", "clash", "form"]),
});

/** What taking over a file did, or would do; lists are cut, counts are whole. */
export const takeOverReportSchema = z.object({
  fileName: z.string(),
  preview: z.boolean(),
  year: z.object({ startsOn: dateSchema, endsOn: dateSchema, isNew: z.boolean() }),
  lines: z.number().int(),
  entries: z.object({
    found: z.number().int(),
    added: z.number().int(),
    already: z.number().int(),
    refused: z.number().int(),
  }),
  debitMinor: minorSchema,
  creditMinor: minorSchema,
  newAccounts: z.number().int(),
  newJournals: z.number().int(),
  newParties: z.number().int(),
  letters: z.number().int(),
  accounts: z.array(mappedSchema),
  journals: z.array(mappedSchema),
  parties: z.array(z.object({ code: z.string(), name: z.string(), isNew: z.boolean() })),
  refused: z.array(refusedRowSchema),
  refusedCount: z.number().int(),
  doubtful: z.array(refusedRowSchema),
  doubtfulCount: z.number().int(),
});
export type TakeOverReport = z.infer<typeof takeOverReportSchema>;

/** The accounting entries file (fichier des écritures comptables): checked, written, taken over. */
export const fecContract = {
  check: query({
    closed: true,
    isLocal: true,
    positional: "file",
    fr: "Contrôle un FEC : niveau du logiciel officiel et niveau de la loi.",
    en: "Checks a FEC: the official tool's level and the law's level.",
  })
    .input(z.object({ file: z.file(), kind: fecKindSchema.default("BIC") }))
    .output(fecCheckSchema),
  write: query({
    fr: "Écrit le FEC d'un exercice et sa notice ; refusé si un contrôle du dossier échoue.",
    en: "Writes a year's FEC and its description; refused when a whole-book check fails.",
  })
    .input(z.object(writeShape))
    .output(
      z.object({
        fec: z.file(),
        description: z.file(),
        check: fecCheckSchema,
        /** Drafts that a provisional file could not show: unfinished or not balanced. */
        draftsLeftOut: z.number().int(),
      }),
    ),
  bridge: query({
    fr: "Écrit le dossier passerelle d'un exercice : FEC, notice, pièces et index, en un ZIP.",
    en: "Writes a year's bridge folder: FEC, description, documents and index, in one ZIP.",
  })
    .input(z.object(writeShape))
    .output(z.object({ file: z.file(), documents: z.number().int(), check: fecCheckSchema })),
  listProfiles: query({
    closed: true,
    fr: "Liste les présentations de FEC voulues par les logiciels des cabinets.",
    en: "Lists the FEC layouts that accountants' packages want.",
  })
    .input(z.object({}))
    .output(z.array(z.object({ name: z.string(), fr: z.string(), en: z.string() }))),
  previewImport: command({
    positional: "file",
    fr: "Montre ce que la reprise d'un FEC créerait et ce qui est douteux, sans rien garder.",
    en: "Shows what taking over a FEC would create and what is doubtful; keeps nothing.",
  })
    .input(z.object(takeOverShape))
    .output(streamOf(takeOverReportSchema)),
  import: command({
    positional: "file",
    fr: "Reprend un FEC d'un autre logiciel : exercice, comptes, journaux, tiers, écritures.",
    en: "Takes over another package's FEC: year, accounts, journals, parties, entries.",
  })
    .input(z.object(takeOverShape))
    .output(streamOf(takeOverReportSchema)),
};
