import { dateWords, moneyWords, sentence } from "../sentence.ts";

type AtLine = { line: number };

/**
 * Refusals of taking over a FEC: of the whole file first, then of one line or one entry, then what
 * is taken over but should be looked at.
 */
export const fecRefusals = {
  "fec.no-columns": sentence<{ file: string; missing: readonly string[] }>({
    fr: (f) =>
      `${f.file} ne se lit pas comme un fichier d'écritures : colonnes absentes de la première ` +
      `ligne : ${f.missing.join(", ")}. Donnez un fichier dont la première ligne nomme les colonnes.`,
    en: (f) =>
      `${f.file} does not read as an entries file: columns absent from its first line: ` +
      `${f.missing.join(", ")}. Give a file whose first line names the columns.`,
  }),
  "fec.unknown-profile": sentence<{ profile: string }>({
    fr: (f) => `Il n'y a pas de présentation de FEC nommée « ${f.profile} ».`,
    en: (f) => `There is no FEC layout named "${f.profile}".`,
  }),
  "fec.no-rows": sentence<{ file: string }>({
    fr: (f) => `${f.file} ne contient aucune ligne d'écriture lisible.`,
    en: (f) => `${f.file} holds no entry line that can be read.`,
  }),
  "fec.unknown-year": sentence<{ file: string; firstOn: string; lastOn: string }>({
    fr: (f) =>
      `${f.file} : les écritures vont du ${dateWords(f.firstOn)} au ${dateWords(f.lastOn)} ; ` +
      "indiquez le premier et le dernier jour de l'exercice.",
    en: (f) =>
      `${f.file}: its entries go from ${dateWords(f.firstOn)} to ${dateWords(f.lastOn)}; ` +
      "give the first and last day of the fiscal year.",
  }),
  "fec.too-large": sentence<{ file: string; bytes: number }>({
    fr: (f) => `${f.file} dépasse 400 Mo ; reprenez les exercices un par un.`,
    en: (f) => `${f.file} is over 400 MB; take the fiscal years over one by one.`,
  }),
  "fec.field-count": sentence<AtLine & { found: number; expected: number }>({
    fr: (f) => `Ligne ${f.line} : ${f.found} champs au lieu de ${f.expected}.`,
    en: (f) => `Line ${f.line}: ${f.found} fields instead of ${f.expected}.`,
  }),
  "fec.bad-amount": sentence<AtLine & { value: string }>({
    fr: (f) => `Ligne ${f.line} : « ${f.value} » n'est pas un montant.`,
    en: (f) => `Line ${f.line}: "${f.value}" is not an amount.`,
  }),
  "fec.bad-date": sentence<AtLine & { value: string }>({
    fr: (f) => `Ligne ${f.line} : « ${f.value} » n'est pas une date.`,
    en: (f) => `Line ${f.line}: "${f.value}" is not a date.`,
  }),
  "fec.bad-account": sentence<AtLine & { value: string }>({
    fr: (f) =>
      `Ligne ${f.line} : « ${f.value} » n'est pas un numéro de compte ; donnez le compte à ` +
      "employer dans la table des comptes.",
    en: (f) =>
      `Line ${f.line}: "${f.value}" is not an account number; give the account to use in the ` +
      "table of accounts.",
  }),
  "fec.outside-year": sentence<AtLine & { number: string; date: string }>({
    fr: (f) =>
      `Ligne ${f.line} : l'écriture ${f.number} du ${dateWords(f.date)} est hors de l'exercice.`,
    en: (f) => `Line ${f.line}: entry ${f.number} of ${dateWords(f.date)} is outside the year.`,
  }),
  "fec.unbalanced": sentence<AtLine & { number: string; netMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : l'écriture ${f.number} n'est pas équilibrée ` +
      `(écart ${moneyWords(f.netMinor, "fr")}).`,
    en: (f) =>
      `Line ${f.line}: entry ${f.number} does not balance ` +
      `(difference ${moneyWords(f.netMinor, "en")}).`,
  }),
  "fec.incomplete": sentence<AtLine & { number: string }>({
    fr: (f) =>
      `Ligne ${f.line} : l'écriture ${f.number} n'est pas reprise, une de ses lignes est refusée.`,
    en: (f) => `Line ${f.line}: entry ${f.number} is not taken over, one of its lines is refused.`,
  }),
  "fec.entry-refused": sentence<AtLine & { number: string; code: string }>({
    fr: (f) =>
      `Ligne ${f.line} : l'écriture ${f.number} n'est pas reprise (${f.code}) ; rouvrez la ` +
      "période ou corrigez la ligne, puis recommencez.",
    en: (f) =>
      `Line ${f.line}: entry ${f.number} is not taken over (${f.code}); reopen the period or ` +
      "mend the line, then try again.",
  }),
  "fec.unknown-account": sentence<AtLine & { account: string }>({
    fr: (f) =>
      `Ligne ${f.line} : le compte ${f.account} n'a pas de parent dans le plan de l'exercice ; ` +
      "il est ouvert tel quel.",
    en: (f) =>
      `Line ${f.line}: account ${f.account} has no parent in the year's chart; it is opened as ` +
      "it is.",
  }),
  "fec.letter-two-accounts": sentence<AtLine & { letter: string; accounts: readonly string[] }>({
    fr: (f) =>
      `Ligne ${f.line} : le lettrage ${f.letter} ne s'équilibre que sur plusieurs comptes ` +
      `(${f.accounts.join(", ")}) ; il est repris compte par compte.`,
    en: (f) =>
      `Line ${f.line}: letter ${f.letter} nets to zero only over several accounts ` +
      `(${f.accounts.join(", ")}); it is taken over account by account.`,
  }),
  "fec.letter-open": sentence<AtLine & { letter: string; account: string; netMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : le lettrage ${f.letter} du compte ${f.account} ne s'équilibre pas ` +
      `(écart ${moneyWords(f.netMinor, "fr")}) ; il est repris comme partiel.`,
    en: (f) =>
      `Line ${f.line}: letter ${f.letter} of account ${f.account} does not net to zero ` +
      `(difference ${moneyWords(f.netMinor, "en")}); it is taken over as partial.`,
  }),
  "fec.suspense": sentence<AtLine & { number: string; netMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : l'écriture ${f.number} est équilibrée sur 471000 ` +
      `(${moneyWords(f.netMinor, "fr")}).`,
    en: (f) =>
      `Line ${f.line}: entry ${f.number} is balanced on 471000 (${moneyWords(f.netMinor, "en")}).`,
  }),
  "fec.other-entries": sentence<AtLine & { entries: number }>({
    fr: (f) =>
      `L'exercice contient déjà ${f.entries} écritures qui ne viennent pas de ce fichier : ` +
      "vérifiez qu'elles n'y figurent pas.",
    en: (f) =>
      `The year already holds ${f.entries} entries that do not come from this file: make sure ` +
      "that they are not in it.",
  }),
} as const;
