import { sentence } from "../sentence.ts";

/** Refusals of the exchange with the accountant. */
export const packRefusals = {
  "pack.wrong-passphrase": sentence<{ file: string }>({
    fr: (f) => `La phrase secrète n'ouvre pas ${f.file}, ou le fichier est abîmé.`,
    en: (f) => `The passphrase does not open ${f.file}, or the file is damaged.`,
  }),
  "pack.not-a-pack": sentence<{ file: string }>({
    fr: (f) => `${f.file} n'est pas un dossier d'échange d'Écritoire.`,
    en: (f) => `${f.file} is not an exchange pack of Écritoire.`,
  }),
  "pack.altered": sentence<{ file: string; path: string }>({
    fr: (f) => `${f.file} a été modifié après sa signature (${f.path}) : demandez-en un autre.`,
    en: (f) => `${f.file} was changed after it was signed (${f.path}): ask for another one.`,
  }),
  "pack.not-an-answer": sentence<{ file: string; field: string }>({
    fr: (f) => `${f.file} n'est pas une réponse lisible (${f.field}).`,
    en: (f) => `${f.file} is not a readable answer (${f.field}).`,
  }),
  "pack.unknown-pack": sentence<{ file: string; id: string }>({
    fr: (f) => `${f.file} répond à un dossier (${f.id}) qui n'est pas sorti d'ici.`,
    en: (f) => `${f.file} answers a pack (${f.id}) that did not leave this book.`,
  }),
  "pack.unbalanced": sentence<{
    file: string;
    entry: number;
    debitMinor: number;
    creditMinor: number;
  }>({
    fr: (f) => `${f.file}, écriture proposée ${f.entry} : débit et crédit ne sont pas égaux.`,
    en: (f) => `${f.file}, proposed entry ${f.entry}: debit and credit are not equal.`,
  }),
  "pack.unknown-party": sentence<{ file: string; entry: number; partyCode: string }>({
    fr: (f) => `${f.file}, écriture proposée ${f.entry} : le tiers ${f.partyCode} est inconnu ici.`,
    en: (f) => `${f.file}, proposed entry ${f.entry}: party ${f.partyCode} is unknown here.`,
  }),
  "pack.unknown-entry": sentence<{ file: string; entry: number; number: number }>({
    fr: (f) =>
      `${f.file}, écriture proposée ${f.entry} : l'écriture ${f.number} qu'elle remplace n'existe ` +
      "pas dans l'exercice du dossier.",
    en: (f) =>
      `${f.file}, proposed entry ${f.entry}: entry ${f.number}, which it replaces, is not in the ` +
      "pack's fiscal year.",
  }),
  "pack.unknown-proposal": sentence<{ proposalId: number }>({
    fr: (f) => `La proposition ${f.proposalId} n'existe pas.`,
    en: (f) => `There is no proposal ${f.proposalId}.`,
  }),
  "pack.already-decided": sentence<{ proposalId: number }>({
    fr: (f) => `La proposition ${f.proposalId} a déjà reçu une décision.`,
    en: (f) => `Proposal ${f.proposalId} was decided already.`,
  }),
} as const;
