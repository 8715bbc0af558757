import { catalogue } from "./words.ts";

/** The words of the gap between the budget and what happened. */
export const varianceWords = catalogue({
  title: { fr: "Écarts au budget", en: "Budget variance" },
  year: { fr: "Exercice", en: "Year" },
  fromMonth: { fr: "Premier mois", en: "First month" },
  toMonth: { fr: "Dernier mois", en: "Last month" },
  lead: {
    fr: (actual: string, budget: string, gap: string) =>
      `Résultat de ${actual} contre ${budget} au budget : un écart de ${gap}.`,
    en: (actual: string, budget: string, gap: string) =>
      `Result of ${actual} against ${budget} in the budget: a variance of ${gap}.`,
  },
  adds: {
    fr: "Les parts font l'écart, au centime, pour le tout comme pour chaque compte.",
    en: "Parts add up to the variance, to the cent, in total and for each account.",
  },
  apart: {
    fr: (gap: string) => `Les parts s'écartent du total de ${gap}.`,
    en: (gap: string) => `Parts differ from the total by ${gap}.`,
  },
  "quantity-is-invoice-count": {
    fr: "Faute de quantités, le volume est un nombre de factures.",
    en: "Without quantities, volume is the number of invoices.",
  },
  "budget-quantity-from-last-year": {
    fr: "Le budget ne dit pas combien de factures : leur nombre est tiré de la facture moyenne de l'an passé.",
    en: "The budget gives no number of invoices: it is derived from last year's average invoice.",
  },
  "activity-is-sales": {
    fr: "Les coûts variables sont attendus en proportion des ventes.",
    en: "Variable costs are expected in proportion to sales.",
  },
  "no-budget": {
    fr: "Aucun budget sur ces mois : il n'y a rien à quoi comparer le réel.",
    en: "No budget for these months: there is nothing to compare actuals with.",
  },
  "months-without-entries": {
    fr: "Des mois de la période n'ont aucune écriture : le réel est incomplet.",
    en: "Some months of the period have no entry: actuals are incomplete.",
  },
  makeBudget: { fr: "Faire le budget", en: "Make the budget" },
  bridge: { fr: "Du budget au réel", en: "From budget to actual" },
  bridgeWhat: {
    fr: "Effets sur le résultat : en plein, ce qui l'améliore ; en creux, ce qui le réduit.",
    en: "Effects on the result: filled, what improves it; hollow, what reduces it.",
  },
  bridgeFile: { fr: "ecart-au-budget", en: "budget-variance" },
  noGap: { fr: "Le réel égale le budget.", en: "Actuals equal the budget." },
  budget: { fr: "Budget", en: "Budget" },
  actual: { fr: "Réel", en: "Actual" },
  gap: { fr: "Écart", en: "Variance" },
  part: { fr: "Effet", en: "Effect" },
  amount: { fr: "Montant", en: "Amount" },
  timing: { fr: "Décalages", en: "Timing" },
  volume: { fr: "Volume", en: "Volume" },
  mix: { fr: "Mix", en: "Mix" },
  price: { fr: "Prix", en: "Price" },
  cost: { fr: "Coûts", en: "Costs" },
  new: { fr: "Hors budget", en: "Not in budget" },
  lost: { fr: "Prévu, non venu", en: "Not incurred" },
  unsplit: { fr: "Non partagé", en: "Not split" },
  activity: { fr: "Activité", en: "Activity" },
  efficiency: { fr: "Rendement", en: "Efficiency" },
  spending: { fr: "Dépense", en: "Spending" },
  accounts: { fr: "Comptes", en: "Accounts" },
  accountsWhat: {
    fr: "Effets sur le résultat : les charges sont négatives, un écart négatif coûte. Entrée ouvre le grand livre du compte.",
    en: "Effects on the result: costs are negative, a negative variance costs. Enter opens the ledger of the account.",
  },
  categories: { fr: "Catégories", en: "Categories" },
  categoriesWhat: {
    fr: "Les catégories de rules.yaml, sinon les classes de comptes. Entrée ouvre leurs comptes.",
    en: "The categories of rules.yaml, else the classes of accounts. Enter opens their accounts.",
  },
  category: { fr: "Catégorie", en: "Category" },
  account: { fr: "Compte", en: "Account" },
  noAccount: { fr: "Aucun compte ne bouge sur ces mois.", en: "No account moves in these months." },
  timings: { fr: "Venu un autre mois", en: "Came in another month" },
  timingsWhat: {
    fr: "Des montants prévus, venus entiers jusqu'à trois mois avant ou après.",
    en: "Planned amounts that came in full up to three months before or after.",
  },
  noTiming: {
    fr: "Aucun montant prévu n'est venu entier un autre mois.",
    en: "No planned amount came in full in another month.",
  },
  plannedIn: { fr: "Prévu en", en: "Planned in" },
  cameIn: { fr: "Venu en", en: "Came in" },
});
