import { catalogue } from "./words.ts";

/** The words of taking over another package's FEC, and of the check of several files. */
export const fecWords = catalogue({
  title: { fr: "Reprendre un FEC", en: "Take over a FEC" },
  why: {
    fr: "Le FEC d'un exercice tenu dans un autre logiciel devient un exercice de ce dossier : comptes, journaux, tiers, écritures et lettrages. Rien n'est écrit avant votre accord.",
    en: "The FEC of a year kept in another package becomes a year of this book: accounts, journals, parties, entries and letters. Nothing is written before you agree.",
  },
  hint: {
    fr: "le FEC de n'importe quel logiciel, un exercice par fichier",
    en: "any package's FEC, one fiscal year a file",
  },
  previewing: {
    fr: (name: string) => `Aperçu de ${name}`,
    en: (name: string) => `Preview of ${name}`,
  },
  importing: {
    fr: (name: string) => `Reprise de ${name}`,
    en: (name: string) => `Taking over ${name}`,
  },
  run: {
    fr: (entries: string) => `Reprendre ${entries} ${entries === "1" ? "écriture" : "écritures"}`,
    en: (entries: string) => `Take over ${entries} ${entries === "1" ? "entry" : "entries"}`,
  },
  nothingNew: { fr: "Rien de nouveau à reprendre", en: "Nothing new to take over" },
  again: { fr: "Refaire l'aperçu", en: "Preview again" },
  other: { fr: "Autre fichier", en: "Another file" },
  preview: { fr: "aperçu", en: "preview" },
  done: { fr: "repris", en: "taken over" },
  see: { fr: "Voir les écritures", en: "See the entries" },
  year: {
    fr: (from: string, to: string) => `Exercice du ${from} au ${to}`,
    en: (from: string, to: string) => `Year from ${from} to ${to}`,
  },
  newYear: { fr: "nouveau", en: "new" },
  found: { fr: "Écritures trouvées", en: "Entries found" },
  added: { fr: "Reprises", en: "Taken over" },
  already: { fr: "Déjà là", en: "Already there" },
  refused: { fr: "Refusées", en: "Refused" },
  debit: { fr: "Débit", en: "Debit" },
  credit: { fr: "Crédit", en: "Credit" },
  newAccounts: { fr: "Comptes ouverts", en: "Accounts opened" },
  newJournals: { fr: "Journaux ouverts", en: "Journals opened" },
  newParties: { fr: "Tiers créés", en: "Parties made" },
  letters: { fr: "Lettrages", en: "Letters" },
  refusedRows: {
    fr: (count: string) => `Refusé (${count})`,
    en: (count: string) => `Refused (${count})`,
  },
  doubtful: {
    fr: (count: string) => `À vérifier (${count})`,
    en: (count: string) => `To look at (${count})`,
  },
  shownFirst: {
    fr: (count: string) => `Les ${count} premiers sont montrés.`,
    en: (count: string) => `The first ${count} are shown.`,
  },
  accounts: { fr: "Table des comptes", en: "Table of accounts" },
  journals: { fr: "Table des journaux", en: "Table of journals" },
  inFile: { fr: "Dans le fichier", en: "In the file" },
  inBook: { fr: "Dans le dossier", en: "In the book" },
  label: { fr: "Libellé", en: "Label" },
  whyColumn: { fr: "Pourquoi", en: "Why" },
  same: { fr: "inchangé", en: "unchanged" },
  asked: { fr: "votre choix", en: "your choice" },
  chart: { fr: "plan de 2025", en: "chart of 2025" },
  clash: { fr: "code déjà pris", en: "code already taken" },
  form: { fr: "mis en forme", en: "put in form" },
  opened: { fr: "ouvert", en: "opened" },
  takes: {
    fr: (from: string) => `Remplace ${from}`,
    en: (from: string) => `Takes the place of ${from}`,
  },
  unbalanced: { fr: "Écritures non équilibrées", en: "Entries that do not balance" },
  leaveOut: { fr: "Les laisser de côté", en: "Leave them out" },
  suspense: { fr: "Les équilibrer sur 471000", en: "Balance them on 471000" },
  wholeTable: { fr: "Tout montrer", en: "Show all" },
});
