import { catalogue } from "./words.ts";

/** The words of the forecast's measured reliability. */
export const reliabilityWords = catalogue({
  title: { fr: "Fiabilité mesurée", en: "Measured reliability" },
  measuredOn: { fr: (day: string) => `mesurée au ${day}`, en: (day: string) => `as of ${day}` },
  measure: { fr: "Mesurer maintenant", en: "Measure now" },
  measuring: { fr: "Mesure de la prévision", en: "Measuring the forecast" },
  never: {
    fr: "La prévision n'a pas encore été mesurée sur le passé de l'entreprise.",
    en: "The forecast has not been measured on the company's past yet.",
  },
  tooLittle: {
    fr: (n: string) =>
      `Trop peu d'historique : ${n} prévisions passées seulement, il en faut 10 pour conclure.`,
    en: (n: string) => `Too little history: only ${n} past forecasts, 10 are needed to conclude.`,
  },
  better: {
    fr: (own: string, flat: string) =>
      `À 30 jours, la prévision se trompe de ${own} des encaissements ; la simple moyenne, de ${flat}.`,
    en: (own: string, flat: string) =>
      `At 30 days the forecast is off by ${own} of receipts; a plain average, by ${flat}.`,
  },
  basis: {
    fr: (n: string, from: string, to: string) =>
      `${n} prévisions refaites du ${from} au ${to}, chacune avec ce qui était connu ce jour-là.`,
    en: (n: string, from: string, to: string) =>
      `${n} forecasts rerun from ${from} to ${to}, each on what was known that day.`,
  },
  chart: {
    fr: "Erreur hebdomadaire sur les encaissements à 30 jours, en part de ce qui est venu",
    en: "Weekly error on receipts at 30 days, as a share of actual receipts",
  },
  methods: { fr: "Erreurs par méthode", en: "Errors by method" },
  method: { fr: "Méthode", en: "Method" },
  forecast: { fr: "Prévision de l'application", en: "The application's forecast" },
  "due-date": { fr: "Chaque facture à son échéance", en: "Each invoice on its due date" },
  flat: { fr: "Moyenne des 13 dernières semaines", en: "Average of the last 13 weeks" },
  "last-year": { fr: "Mêmes semaines l'an dernier", en: "Same weeks last year" },
  weekly: {
    fr: (days: string) => `Par semaine, ${days} j`,
    en: (days: string) => `Weekly, ${days} d`,
  },
  cumulative: {
    fr: (days: string) => `Cumulé, ${days} j`,
    en: (days: string) => `Cumulative, ${days} d`,
  },
  held: {
    fr: (d30: string, d60: string, d90: string) =>
      `La bande à 80 % a contenu ce qui est venu ${d30} du temps à 30 jours, ${d60} à 60, ${d90} à 90.`,
    en: (d30: string, d60: string, d90: string) =>
      `The 80% band held the actual figure ${d30} of the time at 30 days, ${d60} at 60, ${d90} at 90.`,
  },
  widened: {
    fr: (d30: string, d60: string, d90: string) =>
      `Sa largeur est multipliée par ${d30}, ${d60} et ${d90}, d'après ces erreurs passées.`,
    en: (d30: string, d60: string, d90: string) =>
      `Its width is now multiplied by ${d30}, ${d60} and ${d90}, to match those past errors.`,
  },
  lowest: {
    fr: (amount: string, days: string) =>
      `Le point bas a été manqué de ${amount} et de ${days} jours en moyenne.`,
    en: (amount: string, days: string) =>
      `The low point was missed by ${amount} and by ${days} days on average.`,
  },
  past: { fr: "Prévisions passées à 30 jours", en: "Past forecasts at 30 days" },
  on: { fr: "Prévu le", en: "Made on" },
  until: { fr: "Pour le", en: "For" },
  expected: { fr: "Variation prévue", en: "Expected change" },
  came: { fr: "Variation réelle", en: "Actual change" },
  missed: { fr: "Écart", en: "Difference" },
  inBand: { fr: "dans la bande", en: "in the band" },
  outOfBand: { fr: "hors bande", en: "out of band" },
  band: { fr: "Bande", en: "Band" },
  unknown: { fr: "inconnu", en: "unknown" },
});
