import { catalogue } from "./words.ts";

/** The words of the home page and of the cash forecast. */
export const treasuryWords = catalogue({
  home: { fr: "Accueil", en: "Home" },
  balanceNow: { fr: "Solde en banque", en: "Cash in bank" },
  balanceOn: { fr: (on: string) => `Solde au ${on}`, en: (on: string) => `Balance on ${on}` },
  lowest: {
    fr: (days: number, on: string) => `Point bas à ${days} jours, le ${on}`,
    en: (days: number, on: string) => `Low point within ${days} days, on ${on}`,
  },
  lowestBecause: {
    fr: (label: string, amount: string, on: string) =>
      `Pèse le plus : ${label}, ${amount} le ${on}.`,
    en: (label: string, amount: string, on: string) => `Weighs most: ${label}, ${amount} on ${on}.`,
  },
  underZero: { fr: "Sous zéro", en: "Below zero" },
  underFloor: { fr: "Sous le plancher", en: "Below the floor" },
  aboveFloor: { fr: "Au-dessus du plancher", en: "Above the floor" },
  receivable: { fr: "À encaisser", en: "Receivable" },
  payable: { fr: "À payer", en: "Payable" },
  lateReceivable: { fr: "Dont en retard", en: "Of which overdue" },
  toDo: { fr: "À faire", en: "To do" },
  nothingToDo: {
    fr: "Rien n'attend : tout est à jour.",
    en: "Nothing is waiting: all is up to date.",
  },
  suggested: {
    fr: (n: number) => (n > 1 ? "rapprochements à confirmer" : "rapprochement à confirmer"),
    en: (n: number) => (n > 1 ? "matches to confirm" : "match to confirm"),
  },
  toMatch: {
    fr: (n: number) => (n > 1 ? "lignes de banque à rapprocher" : "ligne de banque à rapprocher"),
    en: (n: number) => (n > 1 ? "bank lines to match" : "bank line to match"),
  },
  toReview: {
    fr: (n: number) => (n > 1 ? "documents à vérifier" : "document à vérifier"),
    en: (n: number) => (n > 1 ? "documents to review" : "document to review"),
  },
  lateInvoices: {
    fr: (n: number) => (n > 1 ? "factures clients en retard" : "facture client en retard"),
    en: (n: number) => (n > 1 ? "overdue customer invoices" : "overdue customer invoice"),
  },
  drafts: {
    fr: (n: number) => (n > 1 ? "brouillons d'écriture" : "brouillon d'écriture"),
    en: (n: number) => (n > 1 ? "draft entries" : "draft entry"),
  },
  forecast: { fr: "Prévision de trésorerie", en: "Cash forecast" },
  forecast90: { fr: "Prévision à 90 jours", en: "90-day forecast" },
  openForecast: { fr: "Voir la prévision jour par jour", en: "See the forecast day by day" },
  curve: {
    fr: (from: string, low: string, on: string) =>
      `Solde prévu depuis le ${from} ; point bas ${low} le ${on}.`,
    en: (from: string, low: string, on: string) =>
      `Forecast balance from ${from}; low point ${low} on ${on}.`,
  },
  reliability: {
    fr: (grade: string, observations: string, days: string) =>
      `Fiabilité ${grade} : mesurée sur ${observations} mouvements en ${days} jours.`,
    en: (grade: string, observations: string, days: string) =>
      `Reliability ${grade}: measured on ${observations} movements over ${days} days.`,
  },
  proofs: { fr: "Preuves", en: "Proofs" },
  in30: { fr: "Dans 30 jours", en: "In 30 days" },
  in60: { fr: "Dans 60 jours", en: "In 60 days" },
  in90: { fr: "Dans 90 jours", en: "In 90 days" },
  onlyMoving: { fr: "Jours avec mouvements", en: "Days with movements" },
  onlyBelow: { fr: "Jours sous le plancher", en: "Days below the floor" },
  daysTable: { fr: "Jours de la prévision", en: "Days of the forecast" },
  noDays: { fr: "Aucun jour ne répond à ces filtres.", en: "No day matches these filters." },
  day: { fr: "Jour", en: "Day" },
  movements: { fr: "Mouvements", en: "Movements" },
  moneyIn: { fr: "Entrées", en: "In" },
  moneyOut: { fr: "Sorties", en: "Out" },
  main: { fr: "Principal", en: "Main movement" },
  noFlow: { fr: "Aucun mouvement prévu ce jour.", en: "No movement forecast for that day." },
  schedule: { fr: "Échéancier", en: "Schedule" },
  open: { fr: "Pièce ouverte", en: "Open item" },
  recurring: { fr: "Récurrent", en: "Recurring" },
  runRateLayer: { fr: "Rythme habituel", en: "Run rate" },
  behindFlow: {
    fr: (count: string) => `${count} pièces derrière ce montant`,
    en: (count: string) => `${count} items behind this amount`,
  },
  moreBehind: {
    fr: (count: string) => `et ${count} autres`,
    en: (count: string) => `and ${count} more`,
  },
  newSales: { fr: "Ventes à venir", en: "Future sales" },
  newPurchases: { fr: "Achats à venir", en: "Future purchases" },
  otherPayments: { fr: "Autres dépenses courantes", en: "Other usual payments" },
  otherReceipts: { fr: "Autres recettes courantes", en: "Other usual receipts" },
  openInvoices: { fr: "Factures clients attendues", en: "Customer invoices expected" },
  openBills: { fr: "Factures fournisseurs à payer", en: "Supplier bills to pay" },
  openCreditNotes: { fr: "Avoirs à rendre aux clients", en: "Credit notes owed to customers" },
  openBillCreditNotes: { fr: "Avoirs des fournisseurs", en: "Credit notes from suppliers" },
  noBank: {
    fr: "Aucune ligne de banque encore : importez un relevé pour voir le solde et la prévision.",
    en: "No bank line yet: import a statement to see the balance and the forecast.",
  },
  importStatement: { fr: "Importer un relevé", en: "Import a statement" },
  loading: { fr: "Chargement", en: "Loading" },
});
