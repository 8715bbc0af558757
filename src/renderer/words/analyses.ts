import { catalogue } from "./words.ts";

/** The words of kept analyses: their engines, their figures, what changed between two of them. */
export const analysisWords = catalogue({
  title: { fr: "Analyses gardées", en: "Kept analyses" },
  analyse: { fr: "Analyser maintenant", en: "Analyse now" },
  analysing: { fr: "Le dossier est analysé", en: "The book is being analysed" },
  analysed: {
    fr: (kept: number, same: number) =>
      `Analyse faite : ${kept} ${kept > 1 ? "résultats gardés" : "résultat gardé"}, ${same} sans ` +
      "changement.",
    en: (kept: number, same: number) =>
      `Analysed: ${kept} ${kept === 1 ? "result" : "results"} kept, ${same} unchanged.`,
  },
  changed: {
    fr: "Ce qui a changé depuis la semaine dernière, et pourquoi",
    en: "What changed since last week, and why",
  },
  moved: {
    fr: (count: string, isMany: boolean, since: string) =>
      isMany
        ? `${count} chiffres ont bougé depuis le ${since} ; chacun s'ouvre sur ses pièces.`
        : `${count} chiffre a bougé depuis le ${since} ; il s'ouvre sur ses pièces.`,
    en: (count: string, isMany: boolean, since: string) =>
      isMany
        ? `${count} figures moved since ${since}; each opens on its documents.`
        : `${count} figure moved since ${since}; it opens on its documents.`,
  },
  why: { fr: "Pourquoi", en: "Why" },
  inBank: { fr: "Solde en banque", en: "Bank balance" },
  receiptDelay: { fr: "Délai des paiements reçus", en: "Delay of payments received" },
  mostly: {
    fr: (parts: string, isMore: boolean) =>
      isMore ? `Surtout, arithmétiquement : ${parts}.` : `Arithmétiquement : ${parts}.`,
    en: (parts: string, isMore: boolean) =>
      isMore ? `Mostly, arithmetically: ${parts}.` : `Arithmetically: ${parts}.`,
  },
  allParts: {
    fr: (from: string, to: string) => `Toutes les parts, du ${from} au ${to}`,
    en: (from: string, to: string) => `All the parts, from ${from} to ${to}`,
  },
  firstOnly: {
    fr: "Une première analyse est gardée : ce qui change se dira dès la suivante.",
    en: "A first analysis is kept: what changes will be told from the next one on.",
  },
  still: {
    fr: (since: string) => `Aucun chiffre n'a bougé depuis le ${since}.`,
    en: (since: string) => `No figure moved since ${since}.`,
  },
  nothingKept: {
    fr: "Aucune analyse gardée encore : lancez la première.",
    en: "No analysis kept yet: run the first one.",
  },
  engine: { fr: "Analyse", en: "Analysis" },
  all: { fr: "Toutes les analyses", en: "All analyses" },
  figure: { fr: "Chiffre", en: "Figure" },
  ofParty: {
    fr: (figure: string, party: string) => `${figure} : ${party}`,
    en: (figure: string, party: string) => `${figure}: ${party}`,
  },
  from: { fr: "Avant", en: "Before" },
  to: { fr: "Maintenant", en: "Now" },
  by: { fr: "Écart", en: "Change" },
  grade: { fr: "Fiabilité", en: "Reliability" },
  absent: { fr: "absent", en: "absent" },
  kept: { fr: "Analyses gardées, la plus récente d'abord", en: "Kept analyses, newest first" },
  asOn: { fr: "Au", en: "As of" },
  at: { fr: "Faite le", en: "Made on" },
  person: { fr: "Par", en: "By" },
  digest: { fr: "Empreinte des lignes lues", en: "Checksum of the rows read" },
  compared: {
    fr: (from: string, to: string) => `Entre l'analyse du ${from} et celle du ${to}`,
    en: (from: string, to: string) => `Between the analysis of ${from} and that of ${to}`,
  },
  noRows: {
    fr: "Ce chiffre est une somme du dossier, sans pièce qui pèse à elle seule.",
    en: "This figure is a sum of the book, with no document that weighs alone.",
  },
  indicators: { fr: "Indicateurs", en: "Indicators" },
  paymentPatterns: { fr: "Paiements", en: "Payments" },
  forecast: { fr: "Prévision", en: "Forecast" },
  reliability: { fr: "Fiabilité de la prévision", en: "Forecast reliability" },
  "weekly-30": { fr: "Erreur par semaine à 30 j", en: "Weekly error at 30 d" },
  "weekly-90": { fr: "Erreur par semaine à 90 j", en: "Weekly error at 90 d" },
  "cumulative-30": { fr: "Erreur cumulée à 30 j", en: "Cumulative error at 30 d" },
  "cumulative-90": { fr: "Erreur cumulée à 90 j", en: "Cumulative error at 90 d" },
  "coverage-30": { fr: "Tenue de la bande à 30 j", en: "Times in the band at 30 d" },
  "coverage-90": { fr: "Tenue de la bande à 90 j", en: "Times in the band at 90 d" },
  "lowest-error": { fr: "Écart moyen sur le point bas", en: "Average error on the low point" },
  risk: { fr: "Risque client", en: "Customer risk" },
  warnings: { fr: "Alertes", en: "Alerts" },
  seasonality: { fr: "Saisons", en: "Seasons" },
  costDrift: { fr: "Coûts", en: "Costs" },
  margins: { fr: "Marges", en: "Margins" },
  receivable: { fr: "Dû par les clients", en: "Owed by customers" },
  payable: { fr: "Dû aux fournisseurs", en: "Owed to suppliers" },
  balance: { fr: "Solde en banque", en: "Bank balance" },
  d30: { fr: "Solde prévu à 30 j", en: "Forecast balance in 30 d" },
  d60: { fr: "Solde prévu à 60 j", en: "Forecast balance in 60 d" },
  d90: { fr: "Solde prévu à 90 j", en: "Forecast balance in 90 d" },
  lowest: { fr: "Point bas prévu", en: "Forecast low point" },
  "above-floor": { fr: "Marge au-dessus du plancher", en: "Room above the floor" },
  "usual-delay": { fr: "Retard usuel", en: "Usual lateness" },
  "late-share": { fr: "Part payée en retard", en: "Share paid late" },
  open: { fr: "En cours", en: "Open" },
  "risk-score": { fr: "Note de risque", en: "Risk score" },
  late: { fr: "En retard", en: "Late" },
  alerts: { fr: "Alertes", en: "Alerts" },
  "lateness-drift": { fr: "Paie de plus en plus tard", en: "Pays later and later" },
  "overdue-habit": { fr: "En retard sur son habitude", en: "Later than its habit" },
  disputes: { fr: "Litiges", en: "Disputes" },
  concentration: { fr: "Dépendance à un client", en: "Dependence on one customer" },
  "terms-shrinking": { fr: "Délais raccourcis", en: "Terms shortened" },
  "order-gap": { fr: "Commandes qui manquent", en: "Orders that are missing" },
  "margin-erosion": { fr: "Marge qui s'érode", en: "Margin wearing away" },
  "low-point": { fr: "Point bas", en: "Low point" },
  "days-below-floor": { fr: "Jours sous le plancher", en: "Days below the floor" },
  "overdraft-fees": { fr: "Frais de découvert", en: "Overdraft fees" },
  billing: { fr: "Ventes", en: "Billing" },
  receipts: { fr: "Encaissements", en: "Receipts" },
  payments: { fr: "Décaissements", en: "Payments" },
  overYear: {
    fr: (what: string) => `${what} sur un an`,
    en: (what: string) => `${what} in a year`,
  },
  inMonth: {
    fr: (what: string, month: string) => `${what} en ${month}, par rapport au mois moyen`,
    en: (what: string, month: string) => `${what} in ${month}, against the average month`,
  },
  ratchet: { fr: "Effet cliquet", en: "Ratchet effect" },
  yearlyCost: { fr: "Coût récurrent par an", en: "Yearly recurring cost" },
  sales: { fr: "Ventes de douze mois", en: "Twelve-month sales" },
  direct: { fr: "Coûts directs de douze mois", en: "Twelve-month direct costs" },
  margin: { fr: "Marge", en: "Margin" },
  days: { fr: (n: string) => `${n} j`, en: (n: string) => `${n} d` },
  months: { fr: (n: string) => `${n} mois`, en: (n: string) => `${n} months` },
  score: { fr: (n: string) => `${n} / 100`, en: (n: string) => `${n} / 100` },
});
