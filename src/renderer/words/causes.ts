import { catalogue } from "./words.ts";

/** The words of what moved cash or collection days, by how each is known. */
export const causeWords = catalogue({
  title: { fr: "Pourquoi le chiffre a bougé", en: "Why the figure moved" },
  kpi: { fr: "Chiffre", en: "Figure" },
  cash: { fr: "Trésorerie", en: "Cash" },
  dso: { fr: "DSO", en: "DSO" },
  from: { fr: "Du soir du", en: "From close of" },
  to: { fr: "Au soir du", en: "To close of" },
  order: {
    fr: "La première date doit précéder la seconde.",
    en: "The first date must come before the second.",
  },
  cashMoved: {
    fr: (from: string, to: string, change: string) =>
      `La trésorerie passe de ${from} à ${to} : ${change}.`,
    en: (from: string, to: string, change: string) => `Cash went from ${from} to ${to}: ${change}.`,
  },
  dsoMoved: {
    fr: (from: string, to: string, change: string) =>
      `Les clients ont payé en ${to}, contre ${from} avant : ${change}.`,
    en: (from: string, to: string, change: string) =>
      `Customers paid in ${to}, against ${from} before: ${change}.`,
  },
  dsoNone: {
    fr: "Aucun paiement de client rapproché dans l'une des deux périodes : choisissez d'autres dates.",
    en: "No matched customer payment in one of the two periods: choose other dates.",
  },
  loading: { fr: "Les mouvements se comparent", en: "Moves are being compared" },
  cashBridge: {
    fr: "D'un solde à l'autre, ce que chaque flux explique arithmétiquement",
    en: "From one balance to the next, what each flow explains arithmetically",
  },
  cashDescription: {
    fr: (from: string, to: string) => `Flux de banque du ${from} au ${to}, au centime.`,
    en: (from: string, to: string) => `Bank flows from ${from} to ${to}, to the cent.`,
  },
  dsoBridge: {
    fr: "Ce que chaque facteur explique arithmétiquement, en jours",
    en: "What each factor explains arithmetically, in days",
  },
  dsoDescription: {
    fr: "Positif : les paiements sont plus lents. La somme fait l'écart exactement.",
    en: "Positive: payments are slower. They add up to the difference exactly.",
  },
  cashFile: { fr: "pont-de-tresorerie", en: "cash-bridge" },
  dsoFile: { fr: "facteurs-du-dso", en: "dso-factors" },
  noMove: { fr: "Aucun flux entre ces dates.", en: "No flow between these dates." },
  balanceOn: { fr: (on: string) => `Solde au ${on}`, en: (on: string) => `Balance on ${on}` },
  moves: { fr: "Mouvements", en: "Moves" },
  movesWhy: {
    fr: "Chaque flux face au même nombre de jours avant : décalages, montants, nouveaux et disparus font l'écart au centime.",
    en: "Each flow against the same number of days before: timing, amounts, new and lost make up the difference to the cent.",
  },
  factor: { fr: "Facteur", en: "Factor" },
  flow: { fr: "Flux", en: "Flow" },
  before: { fr: "Avant", en: "Before" },
  gap: { fr: "Écart", en: "Difference" },
  timing: { fr: "Décalages", en: "Timing" },
  amount: { fr: "Montants", en: "Amounts" },
  new: { fr: "Nouveaux", en: "New" },
  lost: { fr: "Disparus", en: "Lost" },
  effect: { fr: "Effet", en: "Effect" },
  days: { fr: (days: string) => `${days} j`, en: (days: string) => `${days} d` },
  customers: { fr: "Clients", en: "Customers" },
  suppliers: { fr: "Fournisseurs", en: "Suppliers" },
  payroll: { fr: "Paie", en: "Payroll" },
  taxes: { fr: "Impôts et taxes", en: "Taxes" },
  loans: { fr: "Emprunts", en: "Loans" },
  transfers: { fr: "Virements internes", en: "Internal transfers" },
  other: { fr: "Autres", en: "Other" },
  mix: { fr: "Poids des clients", en: "Weight of customers" },
  terms: { fr: "Délais accordés", en: "Terms granted" },
  calendar: { fr: "Calendrier", en: "Calendar" },
  behaviour: { fr: "Comportement", en: "Behaviour" },
  "one-off": { fr: "Paiements isolés", en: "One-off payments" },
  count: { fr: "nombre de paiements", en: "number of payments" },
  size: { fr: "taille des paiements", en: "size of payments" },
  named: { fr: "Ce qui se détache du hasard", en: "What stands out from chance" },
  noneNamed: {
    fr: "Rien ne se détache de ce que donne le hasard entre ces dates.",
    en: "Nothing stands out from chance between these dates.",
  },
  arithmetic: {
    fr: (subject: string, amount: string) =>
      `${subject} : explique arithmétiquement ${amount} de l'écart avec la période d'avant.`,
    en: (subject: string, amount: string) =>
      `${subject}: arithmetically explains ${amount} of the difference from the period before.`,
  },
  coincides: {
    fr: (subject: string) => `${subject} : coïncide avec le mouvement ; aucun effet n'est estimé.`,
    en: (subject: string) => `${subject}: coincides with the move; no effect is estimated.`,
  },
  estimated: {
    fr: (subject: string, amount: string, low: string, high: string) =>
      `${subject} : effet estimé ${amount} sur les encaissements, intervalle à 80 % de ${low} à ${high}.`,
    en: (subject: string, amount: string, low: string, high: string) =>
      `${subject}: estimated effect ${amount} on receipts, 80% interval from ${low} to ${high}.`,
  },
  estimatedAlone: {
    fr: (subject: string, amount: string) => `${subject} : effet estimé ${amount}.`,
    en: (subject: string, amount: string) => `${subject}: estimated effect ${amount}.`,
  },
  zeroInside: {
    fr: "L'intervalle contient zéro : l'effet n'est pas établi.",
    en: "The interval contains zero: the effect is not established.",
  },
  events: { fr: "Ce qui s'est passé dans l'entreprise", en: "What happened in the company" },
  eventsWhy: {
    fr: "Un événement daté est comparé aux encaissements des semaines d'avant.",
    en: "A dated event is compared with the receipts of the weeks before.",
  },
  eventOn: { fr: "Jour", en: "Day" },
  eventLabel: { fr: "Événement", en: "Event" },
  ask: { fr: "Comparer", en: "Compare" },
  take: { fr: "Ôter", en: "Remove" },
  told: {
    fr: (label: string, on: string) => `« ${label} », ${on}`,
    en: (label: string, on: string) => `“${label}”, ${on}`,
  },
  waiting: {
    fr: (subject: string) => `${subject} : se compare…`,
    en: (subject: string) => `${subject}: being compared…`,
  },
  outside: {
    fr: (subject: string) => `${subject} : hors de la période choisie.`,
    en: (subject: string) => `${subject}: outside the chosen period.`,
  },
  sourcesMost: {
    fr: "Les mouvements les plus grands d'abord.",
    en: "The largest movements first.",
  },
  noSource: { fr: "Aucun mouvement derrière ce chiffre.", en: "No movement behind this figure." },
  account: {
    fr: (account: string) => `Compte ${account}`,
    en: (account: string) => `Account ${account}`,
  },
});
