import { catalogue } from "./words.ts";

/** The words of the statements and of the budget. */
export const statementWords = catalogue({
  title: { fr: "États", en: "Statements" },
  views: { fr: "Vues des états", en: "Views of the statements" },
  statement: { fr: "État", en: "Statement" },
  journal: { fr: "Journaux", en: "Journals" },
  ledger: { fr: "Grand livre", en: "General ledger" },
  balance: { fr: "Balance générale", en: "Trial balance" },
  "party-balance": { fr: "Balance auxiliaire", en: "Party balance" },
  "aged-balance": { fr: "Balance âgée", en: "Aged balance" },
  "balance-sheet": { fr: "Bilan", en: "Balance sheet" },
  "income-statement": { fr: "Compte de résultat", en: "Income statement" },
  "management-balances": { fr: "Soldes intermédiaires de gestion", en: "Management balances" },
  from: { fr: "Du", en: "From" },
  to: { fr: "Au", en: "To" },
  period: { fr: "Période", en: "Period" },
  year: { fr: (name: string) => `Exercice ${name}`, en: (name: string) => `Year ${name}` },
  ownPeriod: { fr: "Période libre", en: "Any period" },
  compareWith: { fr: "Comparer avec", en: "Compare with" },
  none: { fr: "Rien", en: "Nothing" },
  previous: { fr: "L'année d'avant", en: "The year before" },
  budget: { fr: "Budget", en: "Budget" },
  allJournals: { fr: "Tous les journaux", en: "All journals" },
  accountPrefix: { fr: "Comptes commençant par", en: "Accounts beginning with" },
  customers: { fr: "Clients", en: "Customers" },
  suppliers: { fr: "Fournisseurs", en: "Suppliers" },
  parties: { fr: "Tiers", en: "Parties" },
  nothing: { fr: "Rien sur cette période.", en: "Nothing in this period." },
  writing: { fr: "Écriture du fichier…", en: "Writing the file…" },
  behind: {
    fr: (label: string) => `Derrière « ${label} »`,
    en: (label: string) => `Behind "${label}"`,
  },
  accounts: { fr: "Comptes", en: "Accounts" },
  budgetWhy: {
    fr: "Le budget se compare au réel dans le compte de résultat et les soldes de gestion. Un montant se saisit par compte et par mois, positif dans son sens habituel.",
    en: "The budget is compared with the actuals in the income statement and the margins. Amounts are typed by account and month, positive as the account usually stands.",
  },
  budgetYear: { fr: "Année", en: "Year" },
  growth: { fr: "Croissance (%)", en: "Growth (%)" },
  fromActual: { fr: "Partir du réel de l'année d'avant…", en: "Start from last year's actuals…" },
  fromActualTitle: {
    fr: (year: string) => `Faire le budget ${year} depuis le réel`,
    en: (year: string) => `Make the ${year} budget from the actuals`,
  },
  fromActualWhy: {
    fr: "Les montants déjà saisis pour cette année sont remplacés.",
    en: "The amounts already typed for that year are replaced.",
  },
  fromActualVerb: { fr: "Remplacer le budget", en: "Replace the budget" },
  importBudget: { fr: "Lire un CSV ou un classeur XLSX", en: "Read a CSV or an XLSX workbook" },
  budgetResult: { fr: "Résultat", en: "Result" },
  refusedIn: {
    fr: (file: string) => `Refusé dans ${file}`,
    en: (file: string) => `Refused in ${file}`,
  },
  imported: {
    fr: (lines: number, refused: number) =>
      refused > 0 ? `Montants lus : ${lines} ; refusés : ${refused}` : `Montants lus : ${lines}`,
    en: (lines: number, refused: number) =>
      refused > 0 ? `Amounts read: ${lines}; refused: ${refused}` : `Amounts read: ${lines}`,
  },
  account: { fr: "Compte", en: "Account" },
  addAccount: { fr: "Ajouter un compte", en: "Add an account" },
  total: { fr: "Total", en: "Total" },
  noBudget: { fr: "Aucun montant pour cette année.", en: "No amount for that year." },
});
