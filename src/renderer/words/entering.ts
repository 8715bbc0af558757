import { catalogue } from "./words.ts";

/** The words of entry by keyboard and of the drafts. */
export const enteringWords = catalogue({
  enter: { fr: "Saisie", en: "Enter" },
  drafts: { fr: "Brouillons", en: "Drafts" },
  head: { fr: "En-tête de l'écriture", en: "Entry head" },
  grid: { fr: "Lignes de l'écriture", en: "Entry lines" },
  journal: { fr: "Journal", en: "Journal" },
  allJournals: { fr: "Tous les journaux", en: "All journals" },
  date: { fr: "Date", en: "Date" },
  piece: { fr: "Pièce", en: "Document" },
  label: { fr: "Libellé", en: "Label" },
  account: { fr: "Compte", en: "Account" },
  party: { fr: "Tiers", en: "Party" },
  debit: { fr: "Débit", en: "Debit" },
  credit: { fr: "Crédit", en: "Credit" },
  dueOn: { fr: "Échéance", en: "Due" },
  total: { fr: "Totaux", en: "Totals" },
  balanced: { fr: "Équilibrée", en: "Balanced" },
  missing: {
    fr: (amount: string, side: string) => `Écart : ${amount} manquent au ${side}`,
    en: (amount: string, side: string) => `Difference: ${amount} missing on ${side}`,
  },
  debitSide: { fr: "débit", en: "debit" },
  creditSide: { fr: "crédit", en: "credit" },
  lineOf: {
    fr: (cell: string, n: number) => `${cell}, ligne ${n}`,
    en: (cell: string, n: number) => `${cell}, line ${n}`,
  },
  choices: { fr: "Comptes et tiers proposés", en: "Accounts and parties offered" },
  noChoice: { fr: "Aucun compte ni tiers de ce nom", en: "No account or party of that name" },
  used: {
    fr: (count: string, n: number) => `${count} ${n > 1 ? "lignes" : "ligne"}`,
    en: (count: string, n: number) => `${count} ${n > 1 ? "lines" : "line"}`,
  },
  byParty: {
    fr: (n: number, of: number) =>
      of === 1
        ? "Proposé d'après la dernière écriture de ce tiers"
        : `Proposé d'après ce tiers : ${n} de ses ${of} dernières écritures`,
    en: (n: number, of: number) =>
      of === 1
        ? "Proposed from this party's last entry"
        : `Proposed from this party: ${n} of its last ${of} entries`,
  },
  byAccount: {
    fr: (n: number, of: number) =>
      of === 1
        ? "Proposé d'après la dernière écriture de ce compte"
        : `Proposé d'après le compte : ${n} de ses ${of} dernières écritures`,
    en: (n: number, of: number) =>
      of === 1
        ? "Proposed from this account's last entry"
        : `Proposed from the account: ${n} of its last ${of} entries`,
  },
  byBank: { fr: "Contrepartie : le compte de la banque", en: "Contra: the bank's own account" },
  byPlan: {
    fr: "Proposé par défaut, sans écriture antérieure : vérifiez",
    en: "Proposed by default, without earlier entries: check it",
  },
  lastEntry: { fr: "voir la dernière", en: "see the last one" },
  saved: { fr: "Brouillon enregistré", en: "Draft saved" },
  saving: { fr: "Enregistrement…", en: "Saving…" },
  unsaved: { fr: "Non enregistré", en: "Not saved" },
  save: { fr: "Enregistrer le brouillon", en: "Save the draft" },
  validate: { fr: "Valider…", en: "Validate…" },
  validateVerb: { fr: "Valider", en: "Validate" },
  validateTitle: { fr: "Ce qui devient définitif", en: "What becomes final" },
  leave: { fr: "Quitter la saisie", en: "Leave" },
  deleteLine: { fr: "Supprimer la ligne", en: "Delete the line" },
  newEntry: { fr: "Nouvelle écriture", en: "New entry" },
  entries: { fr: "Écritures", en: "Entries" },
  numbers: { fr: "Numéros", en: "Numbers" },
  reversals: { fr: "dont extournes automatiques", en: "of which automatic reversals" },
  refused: { fr: "À corriger", en: "To mend" },
  validated: {
    fr: (n: number) => (n > 1 ? `${n} écritures validées` : `${n} écriture validée`),
    en: (n: number) => (n > 1 ? `${n} entries posted` : `${n} entry posted`),
  },
  keys: {
    fr: 'Entrée : suivant · = ou F4 : solde · F3 ou " : répète · Ctrl+Suppr : ôte la ligne',
    en: 'Enter: next · = or F4: balance · F3 or ": repeat · Ctrl+Delete: remove the line',
  },
  template: { fr: "Modèle", en: "Template" },
  noTemplate: { fr: "Aucun", en: "None" },
  duplicate: { fr: "Dupliquer", en: "Duplicate" },
  keepTemplate: { fr: "Garder comme modèle…", en: "Keep as a template…" },
  templateName: { fr: "Nom du modèle", en: "Name of the template" },
  keepVerb: { fr: "Garder", en: "Keep" },
  templateKept: { fr: "Modèle gardé", en: "Template kept" },
  attached: { fr: "Pièces jointes", en: "Attached documents" },
  attach: { fr: "Joindre une pièce", en: "Attach a document" },
  recurring: { fr: "Abonnements", en: "Recurring" },
  templates: { fr: "Modèles", en: "Templates" },
  noTemplates: {
    fr: "Aucun modèle : gardez-en un depuis la saisie ou une écriture.",
    en: "No template: keep one from the entry grid or an entry.",
  },
  noRecurring: { fr: "Aucun abonnement.", en: "No recurring entry." },
  repeat: { fr: "Répéter", en: "Repeat" },
  every: { fr: "Périodicité", en: "Every" },
  month1: { fr: "Chaque mois", en: "Month" },
  quarter: { fr: "Chaque trimestre", en: "Quarter" },
  year: { fr: "Chaque année", en: "Year" },
  firstOn: { fr: "Première fois", en: "First time" },
  lastOn: { fr: "Dernière fois", en: "Last time" },
  reverses: {
    fr: "Extourner au premier jour du mois suivant",
    en: "Reverse on the next month's first day",
  },
  remove: { fr: (name: string) => `Supprimer ${name}`, en: (name: string) => `Delete ${name}` },
  accrual: { fr: "Régularisation de fin de période", en: "Accrual at a period's end" },
  kind: { fr: "Nature", en: "Kind" },
  "prepaid-expense": { fr: "Charge constatée d'avance (486)", en: "Prepaid expense (486)" },
  "deferred-income": { fr: "Produit constaté d'avance (487)", en: "Deferred income (487)" },
  "bill-to-come": { fr: "Facture non parvenue (408)", en: "Bill to come (408)" },
  "invoice-to-make": { fr: "Facture à établir (418)", en: "Invoice to make (418)" },
  "accrued-expense": { fr: "Charge à payer (4686)", en: "Accrued expense (4686)" },
  "accrued-income": { fr: "Produit à recevoir (4687)", en: "Accrued income (4687)" },
  net: { fr: "Montant hors taxe", en: "Net amount" },
  vatRate: { fr: "TVA (%)", en: "VAT (%)" },
  periodEnd: { fr: "Fin de la période", en: "Period's end" },
  makeDraft: { fr: "Faire le brouillon", en: "Make the draft" },
  draftMade: { fr: "Brouillon fait", en: "Draft made" },
  noDrafts: { fr: "Aucun brouillon.", en: "No draft." },
  month: { fr: "Mois", en: "Month" },
  allMonths: { fr: "Tous les mois", en: "All months" },
  difference: { fr: "Écart", en: "Difference" },
  amount: { fr: "Montant", en: "Amount" },
  validateMarked: {
    fr: (n: number) => `Valider la sélection (${n})…`,
    en: (n: number) => `Validate the selection (${n})…`,
  },
  validateMonth: {
    fr: "Valider le journal et le mois…",
    en: "Validate the journal and month…",
  },
  deleteMarked: {
    fr: (n: number) => `Supprimer (${n})…`,
    en: (n: number) => `Delete (${n})…`,
  },
  deleteTitle: {
    fr: (n: number) => `Supprimer ${n} brouillon(s)`,
    en: (n: number) => `Delete ${n} draft(s)`,
  },
  deleteVerb: { fr: "Supprimer", en: "Delete" },
  due: {
    fr: (n: number) => `Faire les brouillons des abonnements échus (${n})`,
    en: (n: number) => `Make drafts of the recurring entries due (${n})`,
  },
  dueMade: {
    fr: (n: number) => `${n} brouillon(s) fait(s)`,
    en: (n: number) => `${n} draft(s) made`,
  },
});
