import { dateWords, moneyWords, sentence } from "../sentence.ts";

/** Refusals of the ledger, listed in the order of precedence in which posting gives them. */
export const ledgerRefusals = {
  "ledger.unknown-account": sentence<{ account: string; line: number }>({
    fr: (f) => `Ligne ${f.line} : le compte ${f.account} n'existe pas dans le plan de l'exercice.`,
    en: (f) => `Line ${f.line}: account ${f.account} is not in this year's chart of accounts.`,
  }),
  "ledger.closed-period": sentence<{ month: string }>({
    fr: (f) => `La période ${f.month} est clôturée ; choisissez une date d'une période ouverte.`,
    en: (f) => `Period ${f.month} is closed; choose a date in an open period.`,
  }),
  "ledger.locked-period": sentence<{ month: string }>({
    fr: (f) =>
      `La période ${f.month} est verrouillée : levez le verrou, ou choisissez la première date ` +
      "ouverte (pièce tardive).",
    en: (f) =>
      `Period ${f.month} is locked: lift the lock, or choose the first open date (late document).`,
  }),
  "ledger.no-fiscal-year": sentence<{ date: string }>({
    fr: (f) => `Le ${dateWords(f.date)} n'appartient à aucun exercice du dossier.`,
    en: (f) => `${dateWords(f.date)} is in no fiscal year of this book.`,
  }),
  "ledger.too-few-lines": sentence<{ lines: number }>({
    fr: (f) => `Une écriture a au moins deux lignes ; celle-ci en a ${f.lines}.`,
    en: (f) => `An entry has at least two lines; this one has ${f.lines}.`,
  }),
  "ledger.one-side": sentence<{ line: number }>({
    fr: (f) => `Ligne ${f.line} : un montant au débit ou au crédit, pas les deux ni aucun.`,
    en: (f) => `Line ${f.line}: an amount on debit or on credit, not both and not neither.`,
  }),
  "ledger.unbalanced": sentence<{ debitMinor: number; creditMinor: number }>({
    fr: (f) =>
      `L'écriture n'est pas équilibrée : débit ${moneyWords(f.debitMinor, "fr")}, ` +
      `crédit ${moneyWords(f.creditMinor, "fr")}.`,
    en: (f) =>
      `The entry does not balance: debit ${moneyWords(f.debitMinor, "en")}, ` +
      `credit ${moneyWords(f.creditMinor, "en")}.`,
  }),
  "ledger.missing-piece": sentence<object>({
    fr: () => "La référence de la pièce manque.",
    en: () => "The piece reference is missing.",
  }),
  "ledger.missing-party": sentence<{ account: string; line: number }>({
    fr: (f) => `Ligne ${f.line} : le compte ${f.account} demande un tiers.`,
    en: (f) => `Line ${f.line}: account ${f.account} needs a party.`,
  }),
  "ledger.unknown-journal": sentence<{ journal: string }>({
    fr: (f) => `Le journal ${f.journal} n'existe pas.`,
    en: (f) => `Journal ${f.journal} does not exist.`,
  }),
  "ledger.unknown-entry": sentence<{ entryId: number }>({
    fr: (f) => `L'écriture demandée (${f.entryId}) n'existe pas.`,
    en: (f) => `The entry asked for (${f.entryId}) does not exist.`,
  }),
  "ledger.already-posted": sentence<{ number: number }>({
    fr: (f) => `L'écriture est validée sous le n° ${f.number} ; corrigez-la par une extourne.`,
    en: (f) => `The entry is posted as no. ${f.number}; correct it with a reversing entry.`,
  }),
  "ledger.not-posted": sentence<{ entryId: number }>({
    fr: () => "Un brouillon ne s'extourne pas : modifiez-le ou supprimez-le.",
    en: () => "A draft is not reversed: change it or delete it.",
  }),
  "ledger.already-reversed": sentence<{ number: number }>({
    fr: (f) => `L'écriture est déjà extournée par le n° ${f.number}.`,
    en: (f) => `The entry is already reversed by no. ${f.number}.`,
  }),
  "ledger.year-overlap": sentence<{ startsOn: string; endsOn: string }>({
    fr: (f) =>
      `L'exercice du ${dateWords(f.startsOn)} au ${dateWords(f.endsOn)} chevauche ou ne suit pas ` +
      "un exercice existant.",
    en: (f) =>
      `The year from ${dateWords(f.startsOn)} to ${dateWords(f.endsOn)} overlaps or does not ` +
      "follow an existing one.",
  }),
  "ledger.no-chart": sentence<{ startsOn: string }>({
    fr: (f) =>
      `Aucun plan comptable n'est fourni pour un exercice ouvert le ${dateWords(f.startsOn)} ; ` +
      "les exercices ouverts à partir du 01/01/2025 le sont.",
    en: (f) =>
      `No chart of accounts is carried for a year opened on ${dateWords(f.startsOn)}; years ` +
      "opened from 01/01/2025 have one.",
  }),
  "ledger.no-parent": sentence<{ account: string }>({
    fr: (f) => `Le compte ${f.account} ne prolonge aucun compte du plan comptable.`,
    en: (f) => `Account ${f.account} extends no account of the chart.`,
  }),
  "ledger.unknown-draft": sentence<{ draftId: number }>({
    fr: (f) => `Le brouillon demandé (${f.draftId}) n'existe plus.`,
    en: (f) => `The draft asked for (${f.draftId}) no longer exists.`,
  }),
} as const;
