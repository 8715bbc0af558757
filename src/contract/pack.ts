import { z } from "zod";
import { command, dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

/** A line as the accountant proposes it: parties are named by their code. */
export const proposedLineSchema = z.object({
  account: z.string().regex(/^[1-9]\d{2,}$/),
  partyCode: z.string().min(1).optional(),
  label: z.string().optional(),
  debitMinor: minorSchema.nonnegative().default(0),
  creditMinor: minorSchema.nonnegative().default(0),
  dueOn: dateSchema.optional(),
});

/** An entry that the accountant proposes, in place of a posted one when `replacesNumber` is said. */
export const proposedEntrySchema = z.object({
  reason: z.string().min(1),
  replacesNumber: z.number().int().positive().optional(),
  journal: z.string().min(1),
  datedOn: dateSchema,
  pieceRef: z.string().min(1),
  label: z.string().min(1),
  lines: z.array(proposedLineSchema).min(2),
});
export type ProposedEntry = z.infer<typeof proposedEntrySchema>;

/** The file that an accountant fills in and sends back. */
export const packAnswerSchema = z.object({
  format: z.literal("ecritoire-answer-1"),
  packId: z.string().min(1),
  author: z.string(),
  comments: z.array(
    z.object({
      questionId: idSchema.optional(),
      entryNumber: z.number().int().positive().optional(),
      text: z.string(),
    }),
  ),
  entries: z.array(proposedEntrySchema),
});
export type PackAnswer = z.infer<typeof packAnswerSchema>;

export const packQuestionSchema = z.object({
  id: idSchema,
  text: z.string(),
  entryNumber: z.number().int().nullable(),
  askedBy: z.string(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
export type PackQuestion = z.infer<typeof packQuestionSchema>;

export const packViewSchema = z.object({
  packId: z.string(),
  company: z.string(),
  siren: z.string(),
  startsOn: dateSchema,
  endsOn: dateSchema,
  madeAtMs: z.number().int(),
  /** Fingerprint of the key that signed: compare it with the one the company reads out. */
  fingerprint: z.string(),
  chain: z.object({ sound: z.boolean(), entries: z.number().int(), head: z.string() }),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int() })),
  questions: z.array(packQuestionSchema),
});
export type PackView = z.infer<typeof packViewSchema>;

export const proposalSchema = z.object({
  id: idSchema,
  author: z.string(),
  reason: z.string(),
  state: z.enum(["waiting", "accepted", "refused"]),
  refusal: z.string().nullable(),
  replacesNumber: z.number().int().nullable(),
  entry: proposedEntrySchema,
  /** What each account and party gains (debit) or loses when the proposal is followed. */
  difference: z.array(
    z.object({
      account: z.string(),
      partyCode: z.string().nullable(),
      beforeMinor: minorSchema,
      afterMinor: minorSchema,
    }),
  ),
});
export type Proposal = z.infer<typeof proposalSchema>;

const secret = z.string().min(1);

/** The exchange with the accountant: one signed, encrypted file out, proposals back. */
export const packContract = {
  listQuestions: query({
    fr: "Liste les questions à l'expert-comptable et leurs réponses.",
    en: "Lists the questions to the accountant and their answers.",
  })
    .input(z.object({}))
    .output(z.array(packQuestionSchema)),
  addQuestion: command({
    fr: "Ajoute une question pour l'expert-comptable, sur une écriture au besoin.",
    en: "Adds a question to the accountant, about an entry if need be.",
  })
    .input(z.object({ text: z.string().trim().min(1), entryId: idSchema.optional() }))
    .output(z.object({ questionId: idSchema })),
  make: command({
    fr: "Écrit le dossier d'échange d'un exercice : FEC, pièces, questions, chaîne ; signé, chiffré.",
    en: "Writes a year's exchange pack: FEC, documents, questions, chain; signed and encrypted.",
  })
    .input(z.object({ fiscalYearId: idSchema, passphrase: secret }))
    .output(z.object({ file: z.file(), packId: z.string(), fingerprint: z.string() })),
  open: query({
    closed: true,
    fr: "Ouvre un dossier d'échange, le vérifie et donne le fichier de réponse à remplir.",
    en: "Opens an exchange pack, verifies it and gives the answer file to fill in.",
  })
    .input(z.object({ file: z.file(), passphrase: secret, withFiles: z.boolean().default(false) }))
    .output(z.object({ view: packViewSchema, answer: z.file(), files: z.array(z.file()) })),
  sealAnswer: query({
    closed: true,
    fr: "Contrôle et chiffre le fichier de réponse d'un dossier d'échange.",
    en: "Checks and encrypts the answer file of an exchange pack.",
  })
    .input(z.object({ file: z.file(), passphrase: secret }))
    .output(z.object({ file: z.file(), entries: z.number().int(), comments: z.number().int() })),
  takeAnswer: command({
    fr: "Reçoit la réponse de l'expert-comptable : ses propositions attendent une décision.",
    en: "Takes the accountant's answer: its proposals wait for a decision.",
  })
    .input(z.object({ file: z.file(), passphrase: secret, preview: z.boolean().default(false) }))
    .output(z.object({ author: z.string(), added: z.number().int(), comments: z.number().int() })),
  listProposals: query({
    fr: "Liste les écritures proposées par l'expert-comptable et ce qu'elles changent.",
    en: "Lists the entries that the accountant proposes and what they change.",
  })
    .input(z.object({}))
    .output(z.array(proposalSchema)),
  acceptProposal: command({
    fr: "Accepte une proposition : elle devient un brouillon, avec l'extourne de ce qu'elle remplace.",
    en: "Accepts a proposal: it becomes a draft, with the reversal of what it replaces.",
  })
    .input(z.object({ proposalId: idSchema }))
    .output(z.object({ draftIds: z.array(idSchema) })),
  refuseProposal: command({
    fr: "Refuse une proposition en disant pourquoi.",
    en: "Refuses a proposal and says why.",
  })
    .input(z.object({ proposalId: idSchema, reason: z.string().trim().min(1) }))
    .output(z.object({})),
};
