import { catalogue } from "./words.ts";

/** Rhythms of recurring flows by their period in days. */
const RHYTHMS: readonly [days: number, fr: string, en: string][] = [
  [10, "chaque semaine", "weekly"],
  [20, "chaque quinzaine", "fortnightly"],
  [45, "chaque mois", "monthly"],
  [75, "tous les deux mois", "every other month"],
  [120, "chaque trimestre", "quarterly"],
  [250, "chaque semestre", "half-yearly"],
  [Number.POSITIVE_INFINITY, "chaque année", "yearly"],
];

/** The words of the rules that file bank lines, and of the flows that come back. */
export const ruleWords = catalogue({
  title: { fr: "Règles de classement", en: "Filing rules" },
  add: { fr: "Ajouter une règle", en: "Add a rule" },
  newRule: { fr: "Nouvelle règle", en: "New rule" },
  none: {
    fr: "Aucune règle : une ligne qui ne paie ni facture ni achat attend une personne.",
    en: "No rule: a line that pays no invoice and no bill waits for a person.",
  },
  order: { fr: "Ordre", en: "Order" },
  name: { fr: "Nom", en: "Name" },
  conditions: { fr: "Conditions", en: "Conditions" },
  account: { fr: "Compte", en: "Account" },
  lines: { fr: "Lignes", en: "Lines" },
  mode: { fr: "Mode", en: "Mode" },
  automatic: { fr: "Automatique", en: "Automatic" },
  suggestOnly: { fr: "Propose", en: "Suggests" },
  automaticLong: {
    fr: "Comptabiliser sans demander (sinon, proposer seulement)",
    en: "Post without asking (otherwise, only suggest)",
  },
  contains: { fr: "Le libellé contient l'un de", en: "The label contains one of" },
  counterparty: { fr: "La contrepartie contient l'un de", en: "The counterparty contains one of" },
  iban: { fr: "L'IBAN de la contrepartie est l'un de", en: "The counterparty's IBAN is one of" },
  oneALine: { fr: "un par ligne", en: "one per line" },
  pattern: { fr: "Expression régulière sur le libellé", en: "Regular expression on the label" },
  least: { fr: "Montant minimum", en: "Minimum amount" },
  most: { fr: "Montant maximum", en: "Maximum amount" },
  direction: { fr: "Sens", en: "Direction" },
  both: { fr: "Entrées et sorties", en: "In and out" },
  debit: { fr: "Sorties", en: "Money out" },
  credit: { fr: "Entrées", en: "Money in" },
  entryLabel: { fr: "Libellé de l'écriture", en: "Label of the entry" },
  from: { fr: (who: string) => `de ${who}`, en: (who: string) => `from ${who}` },
  test: { fr: "Essayer sur l'historique", en: "Try on the history" },
  testRemove: { fr: "Essayer sans elle", en: "Try without it" },
  save: { fr: "Enregistrer", en: "Save" },
  saved: { fr: "Règles enregistrées.", en: "Rules saved." },
  earlier: { fr: "Monter", en: "Earlier" },
  later: { fr: "Descendre", en: "Later" },
  remove: { fr: "Ôter", en: "Remove" },
  trial: { fr: "Essai sur l'historique", en: "Trial on the history" },
  wouldChange: {
    fr: (n: number, count: string) =>
      `${count} ligne${n > 1 ? "s" : ""} changerai${n > 1 ? "ent" : "t"}.`,
    en: (n: number, count: string) => `${count} line${n > 1 ? "s" : ""} would change.`,
  },
  wouldTake: {
    fr: (count: string) => `Lignes en attente qui seraient classées : ${count}.`,
    en: (count: string) => `Waiting lines that would be filed: ${count}.`,
  },
  wouldContradict: {
    fr: (count: string) => `Classées autrement par une personne : ${count}.`,
    en: (count: string) => `Filed otherwise by a person: ${count}.`,
  },
  tried: {
    fr: (count: string) => `${count} lignes essayées ; ce qui est comptabilisé ne bouge pas.`,
    en: (count: string) => `${count} lines tried; what is posted does not move.`,
  },
  fromTo: {
    fr: (a: string, b: string) => `${a} → ${b}`,
    en: (a: string, b: string) => `${a} → ${b}`,
  },
  nothing: { fr: "rien", en: "nothing" },
  recurring: { fr: "Flux qui reviennent", en: "Recurring flows" },
  next: { fr: "Prochaine", en: "Next" },
  label: { fr: "Libellé", en: "Label" },
  usual: { fr: "Montant", en: "Amount" },
  rhythm: { fr: "Rythme", en: "Rhythm" },
  between: {
    fr: (a: string, b: string) => `${a} à ${b}`,
    en: (a: string, b: string) => `${a} to ${b}`,
  },
  every: {
    fr: (days: number, seen: string) => `${rhythm(days)[1]}, vu ${seen} fois`,
    en: (days: number, seen: string) => `${rhythm(days)[2]}, seen ${seen} times`,
  },
  limits: { fr: "Seuils", en: "Thresholds" },
  limitsWhy: {
    fr: "Écrits dans rules.yaml, qui garde vos commentaires. Vide : le seuil est ôté.",
    en: "Written in rules.yaml, which keeps your comments. Empty: the threshold is removed.",
  },
  limitsSaved: { fr: "Seuils enregistrés.", en: "Thresholds saved." },
  dayUnit: { fr: "j", en: "d" },
  floor: { fr: "Plancher de trésorerie", en: "Cash floor" },
  floorWhy: { fr: "La prévision avertit en dessous.", en: "The forecast warns below it." },
  horizon: { fr: "Horizon", en: "Horizon" },
  horizonWhy: {
    fr: "Jours que la prévision couvre : 30 à 365, 90 par défaut.",
    en: "Days that the forecast covers: 30 to 365, 90 by default.",
  },
  creditCost: { fr: "Coût du crédit", en: "Cost of credit" },
  creditCostWhy: {
    fr: "Par an, 5 % par défaut : marges, relances et décisions comptent avec lui.",
    en: "Per year, 5% by default: margins, reminders and decisions count with it.",
  },
  lateDays: { fr: "Retard signalé", en: "Lateness reported" },
  lateDaysWhy: { fr: "À partir de tant de jours de retard.", en: "From this many days late." },
  concentration: { fr: "Part d'un client", en: "Share of one customer" },
  concentrationWhy: {
    fr: "Un client au-dessus est signalé.",
    en: "A customer above it is reported.",
  },
  impact: { fr: "Effet minimum", en: "Minimum effect" },
  impactWhy: { fr: "Aucune alerte en dessous.", en: "No alert below it." },
  approval: { fr: "Approbation", en: "Approval" },
  approvalWhy: {
    fr: "Un paiement à partir de ce montant attend une personne.",
    en: "From this amount on, a payment waits for a person.",
  },
  draftSales: { fr: "Brouillons de vente", en: "Draft sales" },
  draftPurchases: { fr: "Brouillons d'achat", en: "Draft purchases" },
  draftQuotes: { fr: "Devis en attente", en: "Pending quotes" },
  draftQuotesWhy: {
    fr: "Part comptée dans la prévision de l'année, d'un devis sans probabilité propre.",
    en: "Share counted in the twelve-month forecast, of a quote without its own probability.",
  },
  draftsWhy: {
    fr: "Part comptée dans la prévision de l'année.",
    en: "Share counted in the twelve-month forecast.",
  },
});

function rhythm(days: number): (typeof RHYTHMS)[number] {
  return RHYTHMS.find(([most]) => days <= most) ?? RHYTHMS[0]!;
}
