import { catalogue } from "./words.ts";

/** The words of importing files: preview, run and report. */
export const importWords = catalogue({
  takeOver: {
    fr: "Reprendre le FEC d'un autre logiciel",
    en: "Take over another package's FEC",
  },
  title: { fr: "Import", en: "Import" },
  hint: {
    fr: "factures, échéancier et relevés (CSV, CAMT, CFONB 120, MT940, OFX, QIF, ZIP), règles (YAML), documents (PDF, image)",
    en: "invoices, schedule and statements (CSV, CAMT, CFONB 120, MT940, OFX, QIF, ZIP), rules (YAML), documents (PDF, image)",
  },
  nothingYet: {
    fr: "Chaque fichier est d'abord lu sans rien écrire : vous voyez ce qui entrera, puis vous décidez. Des lignes de tableur se collent ici, titres compris (Ctrl+V).",
    en: "Each file is first read without writing anything: you see what will go in, then you decide. Rows of a spreadsheet can be pasted here, with their titles (Ctrl+V).",
  },
  kind: { fr: "Ce fichier contient", en: "This file holds" },
  invoices: { fr: "des factures clients", en: "customer invoices" },
  bills: { fr: "des factures fournisseurs", en: "supplier bills" },
  schedule: { fr: "un échéancier", en: "a payment schedule" },
  statement: { fr: "un relevé bancaire", en: "a bank statement" },
  rules: { fr: "des règles de gestion", en: "business rules" },
  document: { fr: "un document à lire", en: "a document to read" },
  previewing: {
    fr: (name: string) => `Aperçu de ${name}`,
    en: (name: string) => `Preview of ${name}`,
  },
  importing: {
    fr: (name: string) => `Import de ${name}`,
    en: (name: string) => `Importing ${name}`,
  },
  preview: { fr: "Aperçu : rien n'est encore écrit", en: "Preview: nothing is written yet" },
  done: { fr: "Importé", en: "Imported" },
  found: { fr: "trouvés", en: "found" },
  added: { fr: "nouveaux", en: "new" },
  already: { fr: "déjà dans le dossier", en: "already in the book" },
  refused: { fr: "refusés", en: "refused" },
  inBook: { fr: "dans le dossier", en: "in the book" },
  total: { fr: "total", en: "total" },
  refusedRows: { fr: "Lignes refusées", en: "Refused rows" },
  notes: { fr: "À savoir", en: "Good to know" },
  line: { fr: (n: string) => `Ligne ${n}`, en: (n: string) => `Line ${n}` },
  columns: { fr: "Colonnes reconnues", en: "Recognised columns" },
  account: { fr: "Compte bancaire du relevé", en: "Bank account of the statement" },
  chooseColumn: {
    fr: (field: string) => `Colonne de « ${field} »`,
    en: (f: string) => `Column of "${f}"`,
  },
  changeColumns: { fr: "Choisir les colonnes", en: "Choose the columns" },
  inverted: { fr: "Les dépenses y sont positives", en: "Money spent is positive in it" },
  remembered: {
    fr: "Ce choix sera retenu pour ce compte et ces colonnes.",
    en: "This choice is remembered for this account and these columns.",
  },
  unused: { fr: "(aucune)", en: "(none)" },
  pasted: {
    fr: (at: string) => `Collage du ${at}.csv`,
    en: (at: string) => `Pasted on ${at}.csv`,
  },
  again: { fr: "Relire le fichier", en: "Read the file again" },
  retry: { fr: "Relire avec ces colonnes", en: "Read again with these columns" },
  run: { fr: (n: string) => `Importer (${n})`, en: (n: string) => `Import (${n})` },
  nothingNew: { fr: "Rien de nouveau à importer", en: "Nothing new to import" },
  remove: { fr: (name: string) => `Retirer ${name}`, en: (name: string) => `Remove ${name}` },
  see: { fr: "Voir", en: "See" },
  match: { fr: "Rapprocher maintenant", en: "Match now" },
  matching: { fr: "Rapprochement", en: "Matching" },
  matched: {
    fr: (n: string, s: string) => `${n} lignes rapprochées ou classées, ${s} à décider.`,
    en: (n: string, s: string) => `${n} lines matched or filed, ${s} to decide.`,
  },
  read: {
    fr: "Document lu, à vérifier dans Achats.",
    en: "Document read, to be reviewed in Purchases.",
  },
  readNow: { fr: "Lire le document", en: "Read the document" },
  report: {
    fr: (name: string) => `Compte rendu de ${name}`,
    en: (name: string) => `Report of ${name}`,
  },
});

/** Fields of a bank's CSV, as the person chooses columns for them. */
export const columnWords = catalogue({
  bookedOn: { fr: "Date", en: "Date" },
  valueOn: { fr: "Date de valeur", en: "Value date" },
  label: { fr: "Libellé", en: "Label" },
  detail: { fr: "Détail", en: "Detail" },
  amountMinor: { fr: "Montant", en: "Amount" },
  debit: { fr: "Débit", en: "Debit" },
  credit: { fr: "Crédit", en: "Credit" },
  sense: { fr: "Sens", en: "Direction" },
  fee: { fr: "Frais", en: "Fee" },
  balance: { fr: "Solde", en: "Balance" },
  currency: { fr: "Devise", en: "Currency" },
  counterpartyName: { fr: "Contrepartie", en: "Counterparty" },
  counterpartyIban: { fr: "IBAN de la contrepartie", en: "Counterparty's IBAN" },
  iban: { fr: "IBAN", en: "IBAN" },
  account: { fr: "Compte", en: "Account" },
  reference: { fr: "Référence", en: "Reference" },
  bankId: { fr: "Identifiant", en: "Identifier" },
  status: { fr: "Statut", en: "Status" },
});
