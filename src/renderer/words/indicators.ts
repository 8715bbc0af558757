import { catalogue } from "./words.ts";

/** The words of the treasury indicators: what each is, in a word and in a sentence. */
export const indicatorWords = catalogue({
  indicators: { fr: "Indicateurs", en: "Indicators" },
  patterns: { fr: "Comportements de paiement", en: "Payment patterns" },
  customers: { fr: "Clients", en: "Customers" },
  suppliers: { fr: "Fournisseurs", en: "Suppliers" },
  side: { fr: "Qui paie", en: "Who pays" },
  party: { fr: "Tiers", en: "Party" },
  open: { fr: "En cours", en: "Open" },
  usual: { fr: "Retard usuel", en: "Usual lateness" },
  range: { fr: "8 fois sur 10", en: "8 times in 10" },
  between: {
    fr: (a: string, b: string) => `${a} à ${b} j`,
    en: (a: string, b: string) => `${a} to ${b} d`,
  },
  late: { fr: "Part en retard", en: "Share late" },
  trend: { fr: "Tendance", en: "Trend" },
  worse: {
    fr: (days: string) => `+${days} j par mois`,
    en: (days: string) => `+${days} d a month`,
  },
  better: {
    fr: (days: string) => `−${days} j par mois`,
    en: (days: string) => `−${days} d a month`,
  },
  steady: { fr: "stable", en: "steady" },
  habit: { fr: "Jour de paiement", en: "Payment day" },
  dayOfMonth: {
    fr: (day: string) => `le ${day} du mois`,
    en: (day: string) => `day ${day} of month`,
  },
  weekday: { fr: (day: string) => `le ${day}`, en: (day: string) => day },
  payments: { fr: "Paiements", en: "Payments" },
  predictability: { fr: "Prévisibilité", en: "Predictability" },
  fromPortfolio: {
    fr: "estimé d'après l'ensemble",
    en: "estimated from all parties",
  },
  noPattern: {
    fr: "Aucun paiement rapproché encore : les comportements en sont tirés.",
    en: "No matched payment yet: patterns are drawn from them.",
  },
  customersLate: {
    fr: "Retard usuel des clients qui doivent le plus",
    en: "Usual lateness of the customers who owe most",
  },
  suppliersLate: {
    fr: "Retard usuel envers les fournisseurs à qui l'on doit le plus",
    en: "Usual lateness towards the suppliers owed most",
  },
  customersLateFile: { fr: "retard-usuel-des-clients", en: "usual-lateness-of-customers" },
  suppliersLateFile: {
    fr: "retard-usuel-envers-les-fournisseurs",
    en: "usual-lateness-towards-suppliers",
  },
  lateDescription: {
    fr: (count: string) =>
      `${count} tiers ; médiane en jours après l'échéance, trait : 8 paiements sur 10 ; en gris, estimé d'après l'ensemble.`,
    en: (count: string) =>
      `${count} parties; median days after the due date, line: 8 payments in 10; grey: estimated from all parties.`,
  },
  p10: { fr: "1 sur 10 avant", en: "1 in 10 before" },
  p90: { fr: "1 sur 10 après", en: "1 in 10 after" },
  on: { fr: (day: string) => `au ${day}`, en: (day: string) => `as of ${day}` },
  indicator: { fr: "Indicateur", en: "Indicator" },
  value: { fr: "Valeur", en: "Value" },
  what: { fr: "Ce qu'il dit", en: "What it says" },
  grade: { fr: "Fiabilité", en: "Reliability" },
  days: { fr: (n: string) => `${n} j`, en: (n: string) => `${n} d` },
  months: { fr: (n: string) => `${n} mois`, en: (n: string) => `${n} months` },
  unknown: { fr: "indéterminé", en: "not known" },
  none: { fr: "Aucun indicateur.", en: "No indicator." },
  identity: {
    fr: "FRNG − BFR = trésorerie nette, au centime.",
    en: "Working capital − WCR = net cash, to the cent.",
  },
  identityBroken: {
    fr: (gap: string) => `FRNG − BFR s'écarte de la trésorerie nette de ${gap}.`,
    en: (gap: string) => `Working capital − WCR differs from net cash by ${gap}.`,
  },
  dso: { fr: "DSO", en: "DSO" },
  "dso-what": {
    fr: "jours de facturation TTC encore dus par les clients, par épuisement",
    en: "days of billing (taxes included) that customers still owe, by count-back",
  },
  "dso-best": { fr: "DSO sans retard", en: "Best possible DSO" },
  "dso-best-what": {
    fr: "ce que serait le DSO si personne n'était en retard",
    en: "what DSO would be if nobody were late",
  },
  delinquency: { fr: "Jours de retard", en: "Average days delinquent" },
  "delinquency-what": {
    fr: "la part du DSO qui vient des retards",
    en: "the part of DSO that comes from lateness",
  },
  dpo: { fr: "DPO", en: "DPO" },
  "dpo-what": {
    fr: "jours d'achats TTC encore dus aux fournisseurs, par épuisement",
    en: "days of purchases (taxes included) still owed to suppliers, by count-back",
  },
  dio: { fr: "DIO", en: "DIO" },
  "dio-what": {
    fr: "jours de coût des ventes en stock",
    en: "days of cost of goods held in stock",
  },
  "cash-cycle": { fr: "Cycle de trésorerie", en: "Cash conversion cycle" },
  "cash-cycle-what": { fr: "DSO + DIO − DPO", en: "DSO + DIO − DPO" },
  frng: { fr: "FRNG", en: "Working capital" },
  "frng-what": {
    fr: "ressources stables, résultat compris, moins emplois stables",
    en: "long-term funding, result included, less long-term uses",
  },
  bfr: { fr: "BFR", en: "Working capital requirement (WCR)" },
  "bfr-what": {
    fr: "ce que stocks, créances et dettes courantes immobilisent",
    en: "what stocks, receivables and current debts tie up",
  },
  "bfr-operating": { fr: "BFR d'exploitation", en: "Operating requirement (WCR)" },
  "bfr-operating-what": {
    fr: "la part du BFR qui tourne avec l'activité",
    en: "the part of it tied to operations",
  },
  "bfr-days": { fr: "BFR en jours de ventes", en: "WCR in days of sales" },
  "bfr-days-what": {
    fr: "rapporté au chiffre d'affaires HT des douze derniers mois",
    en: "over net sales of the last twelve months",
  },
  "net-cash": { fr: "Trésorerie nette", en: "Net cash" },
  "net-cash-what": {
    fr: "banque, caisse et placements, moins concours bancaires",
    en: "bank, cash and short-term investments, less overdrafts",
  },
  burn: { fr: "Consommation mensuelle", en: "Monthly burn" },
  "burn-what": {
    fr: "médiane de ce que les trois derniers mois ont coûté ; négative : la trésorerie monte",
    en: "median of what the last three months cost; negative: cash grows",
  },
  runway: { fr: "Autonomie", en: "Runway" },
  "runway-what": {
    fr: "mois que durerait la trésorerie à ce rythme ; indéterminé sans consommation",
    en: "months that cash would last at this pace; not known without a burn",
  },
});
