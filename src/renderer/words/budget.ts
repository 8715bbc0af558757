import { catalogue } from "./words.ts";

/** The words of the budget by account, category and month. */
export const budgetWords = catalogue({
  title: { fr: "Budget", en: "Budget" },
  why: {
    fr: "Le budget se compare au réel dans le compte de résultat, les soldes de gestion et les écarts au budget. Un montant se saisit par mois, pour un compte ou pour une catégorie entière, positif dans son sens habituel ; les deux s'ajoutent.",
    en: "The budget is compared with the actuals in the income statement, the margins and the budget variance. Amounts are typed by month, for an account or for a whole category, positive as it usually stands; the two add up.",
  },
  year: { fr: "Année", en: "Year" },
  item: { fr: "Catégorie, compte", en: "Category, account" },
  total: { fr: "Total", en: "Total" },
  result: { fr: "Résultat", en: "Result" },
  wholeCategory: { fr: "Catégorie entière", en: "Whole category" },
  goneCategory: { fr: "(n'est plus dans rules.yaml)", en: "(no longer in rules.yaml)" },
  noBudget: { fr: "Aucun montant pour cette année.", en: "No amount for that year." },
  addItem: { fr: "Ajouter une catégorie ou un compte", en: "Add a category or an account" },
  addItemWhy: {
    fr: "Un nom, une classe de deux chiffres, ou un compte de trois chiffres et plus.",
    en: "A name, a class of two figures, or an account of three figures or more.",
  },
  noItem: {
    fr: "Ni une catégorie, ni un compte de charges (6) ou de produits (7).",
    en: "Neither a category nor an account of expenses (6) or income (7).",
  },
  importFile: {
    fr: "Lire un CSV ou un classeur XLSX : compte ou catégorie, puis une colonne par mois",
    en: "Read a CSV or an XLSX workbook: account or category, then a column a month",
  },
  imported: {
    fr: (lines: number, refused: number) =>
      refused > 0 ? `Montants lus : ${lines} ; refusés : ${refused}` : `Montants lus : ${lines}`,
    en: (lines: number, refused: number) =>
      refused > 0 ? `Amounts read: ${lines}; refused: ${refused}` : `Amounts read: ${lines}`,
  },
  refusedIn: {
    fr: (file: string) => `Refusé dans ${file}`,
    en: (file: string) => `Refused in ${file}`,
  },
  fromActual: { fr: "Partir du réel de l'année d'avant…", en: "Start from last year's actuals…" },
  fromActualTitle: {
    fr: (year: string) => `Faire le budget ${year} depuis le réel`,
    en: (year: string) => `Make the ${year} budget from the actuals`,
  },
  growth: { fr: "Croissance", en: "Growth" },
  made: {
    fr: (lines: number) => `Montants faits depuis le réel : ${lines}`,
    en: (lines: number) => `Amounts made from the actuals: ${lines}`,
  },
  by: { fr: "Un montant par", en: "One amount a" },
  byAccount: { fr: "compte", en: "account" },
  byCategory: { fr: "catégorie", en: "category" },
  what: { fr: "Catégorie", en: "Category" },
  all: { fr: "Toutes", en: "All" },
  fromActualWhy: {
    fr: "Les montants déjà saisis là pour cette année sont remplacés.",
    en: "The amounts already typed there for that year are replaced.",
  },
  fromActualVerb: { fr: "Remplacer le budget", en: "Replace the budget" },
  categories: { fr: "Catégories", en: "Categories" },
  categoriesWhy: {
    fr: "Écrites dans rules.yaml, qui garde vos commentaires. Un compte va à la catégorie qui en donne le plus de chiffres, sinon à sa classe.",
    en: "Written in rules.yaml, which keeps your comments. An account goes to the category that gives most of its figures, otherwise to its class.",
  },
  noCategory: {
    fr: "Aucune catégorie encore : le budget suit les classes du plan comptable.",
    en: "No category yet: the budget follows the classes of the chart of accounts.",
  },
  name: { fr: "Nom", en: "Name" },
  accounts: { fr: "Comptes", en: "Accounts" },
  accountsWhy: {
    fr: "Séparés par des virgules ; 613 vaut pour tous ceux qui commencent ainsi.",
    en: "Separated by commas; 613 stands for all that begin so.",
  },
  newCategory: { fr: "Nouvelle catégorie", en: "New category" },
  add: { fr: "Ajouter", en: "Add" },
  save: { fr: "Enregistrer", en: "Save" },
  remove: { fr: "Ôter", en: "Remove" },
  categorySaved: { fr: "Catégories enregistrées.", en: "Categories saved." },
});
