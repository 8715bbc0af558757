import { catalogue } from "./words.ts";

/** The words of the stress test. */
export const stressWords = catalogue({
  title: { fr: "Épreuve de la trésorerie", en: "Cash stress test" },
  asOn: {
    fr: (on: string) => `depuis le solde du ${on}`,
    en: (on: string) => `from the balance of ${on}`,
  },
  scenario: { fr: "Ce qui arrive", en: "What happens" },
  horizon: { fr: "Sur", en: "Over" },
  inDays: { fr: (days: string) => `${days} jours`, en: (days: string) => `${days} days` },
  base: { fr: "Rien de particulier", en: "Nothing in particular" },
  "top-client-late": { fr: "Le premier client paie en retard", en: "The top customer pays late" },
  "top-client-default": { fr: "Le premier client fait défaut", en: "The top customer defaults" },
  "billing-down": { fr: "La facturation baisse", en: "Billing falls" },
  "suppliers-cash-down": {
    fr: "Les fournisseurs veulent être payés comptant",
    en: "Suppliers ask for cash on delivery",
  },
  combined: { fr: "Tout à la fois", en: "All at once" },
  topClient: {
    fr: (name: string, share: string) => `Premier client : ${name}, ${share} des encaissements.`,
    en: (name: string, share: string) => `Top customer: ${name}, ${share} of receipts.`,
  },
  running: { fr: "Épreuve de la trésorerie", en: "Cash stress test" },
  draws: { fr: "Tirages", en: "Draws" },
  stopped: { fr: "Le calcul a été arrêté.", en: "The computation was stopped." },
  runAgain: { fr: "Reprendre le calcul", en: "Compute again" },
  headline: {
    fr: (floor: string, risks: string) =>
      `Risque de passer sous le plancher de ${floor} : ${risks}.`,
    en: (floor: string, risks: string) => `Risk of falling below the floor of ${floor}: ${risks}.`,
  },
  within: {
    fr: (chance: string, days: string) => `${chance} d'ici ${days} j`,
    en: (chance: string, days: string) => `${chance} within ${days} d`,
  },
  moreThan: { fr: (share: string) => `plus de ${share}`, en: (share: string) => `over ${share}` },
  lessThan: { fr: (share: string) => `moins de ${share}`, en: (share: string) => `under ${share}` },
  fan: {
    fr: (low: string, high: string, on: string) =>
      `Solde au ${on} : 9 fois sur 10 entre ${low} et ${high}`,
    en: (low: string, high: string, on: string) =>
      `Balance on ${on}: 9 times in 10 between ${low} and ${high}`,
  },
  fanDescription: {
    fr: (runs: string) =>
      `${runs} tirages ; médiane, moitié des tirages en foncé, 9 sur 10 en clair ; plus grands mouvements datés.`,
    en: (runs: string) =>
      `${runs} draws; median, half of the draws in the darker band, 9 in 10 in the lighter; largest dated movements.`,
  },
  fanFile: { fr: "epreuve-du-solde", en: "balance-stress-test" },
  histogram: {
    fr: (low: string, high: string) => `Point bas : 9 fois sur 10 entre ${low} et ${high}`,
    en: (low: string, high: string) => `Lowest point: 9 times in 10 between ${low} and ${high}`,
  },
  histogramDescription: {
    fr: (on: string, from: string, to: string) =>
      `Vers le ${on} ; 9 fois sur 10 du ${from} au ${to}.`,
    en: (on: string, from: string, to: string) =>
      `Around ${on}; 9 times in 10 from ${from} to ${to}.`,
  },
  histogramFile: { fr: "points-bas", en: "lowest-points" },
  day: { fr: "Jour", en: "Day" },
  p5: { fr: "5 sur 100 sous", en: "5 in 100 below" },
  p25: { fr: "25 sur 100 sous", en: "25 in 100 below" },
  median: { fr: "Médiane", en: "Median" },
  p75: { fr: "75 sur 100 sous", en: "75 in 100 below" },
  p95: { fr: "95 sur 100 sous", en: "95 in 100 below" },
  worstFive: { fr: "5 sur 100", en: "5 in 100" },
  floor: { fr: "Plancher", en: "Floor" },
  from: { fr: "De", en: "From" },
  until: { fr: "À", en: "To" },
  share: { fr: "Part des tirages", en: "Share of draws" },
  empty: { fr: "Aucun tirage.", en: "No draw." },
  risks: { fr: "Risque d'être sous le plancher", en: "Risk of being below the floor" },
  at: {
    fr: (days: string, on: string) => `À ${days} j, ${on}`,
    en: (days: string, on: string) => `In ${days} d, ${on}`,
  },
  thatDay: { fr: "Ce jour-là", en: "That day" },
  soFar: { fr: "Au moins une fois d'ici là", en: "At least once by then" },
  give: { fr: (points: string) => `± ${points} pt`, en: (points: string) => `± ${points} pt` },
  riskNote: {
    fr: (runs: string) => `± : erreur type de ${runs} tirages, dont vient le nombre de décimales.`,
    en: (runs: string) => `±: standard error of ${runs} draws, which sets the decimals.`,
  },
  buffer: {
    fr: (minor: string) =>
      `Coussin utile : ${minor} de plus dès aujourd'hui pour rester au-dessus du plancher 95 fois sur 100.`,
    en: (minor: string) =>
      `Buffer needed: ${minor} more from today to stay above the floor 95 times in 100.`,
  },
  noBuffer: {
    fr: "Aucun coussin à ajouter : le solde reste au-dessus du plancher au moins 95 fois sur 100.",
    en: "No buffer to add: the balance stays above the floor at least 95 times in 100.",
  },
  worst: {
    fr: (minor: string) =>
      `Dans les 5 % de tirages les pires, le point bas est de ${minor} en moyenne.`,
    en: (minor: string) => `In the worst 5% of draws, the lowest point is ${minor} on average.`,
  },
  noNewBusiness: {
    fr: "Moins de 60 jours de facturation : les ventes à venir ne sont pas tirées.",
    en: "Less than 60 days of billing: future sales are not drawn.",
  },
  drivers: {
    fr: "Ce qui manque le plus aux pires tirages",
    en: "What is missing most in the worst draws",
  },
  driversDescription: {
    fr: "Par pièce, de moins que d'ordinaire au point bas des 5 % de tirages les pires.",
    en: "By item, the shortfall against the usual at the lowest point of the worst 5% of draws.",
  },
  driversFile: { fr: "pieces-qui-manquent", en: "missing-items" },
  driversTable: {
    fr: "Pièces qui pèsent sur les pires tirages",
    en: "Items behind the worst draws",
  },
  noDriver: {
    fr: "Aucune pièce ne se détache : les pires tirages viennent de l'ensemble.",
    en: "No item stands out: the worst draws come from all of them.",
  },
  item: { fr: "Pièce", en: "Item" },
  customer: { fr: "Client", en: "Customer" },
  short: { fr: "Manque", en: "Missing" },
});
