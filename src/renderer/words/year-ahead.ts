import { catalogue } from "./words.ts";

/** The words of the year ahead and of the forecast's largest movements. */
export const yearWords = catalogue({
  span: { fr: "Durée de la prévision", en: "Length of the forecast" },
  days: { fr: "90 jours", en: "90 days" },
  months: { fr: "12 mois", en: "12 months" },
  curve: {
    fr: (minor: string, on: string) => `Douze mois : point bas ${minor} fin ${on}.`,
    en: (minor: string, on: string) => `Twelve months: low point ${minor} at the end of ${on}.`,
  },
  curveFloor: {
    fr: (minor: string, on: string, months: string) =>
      `Douze mois : point bas ${minor} fin ${on} ; ${months} sur 12 finissent sous le plancher.`,
    en: (minor: string, on: string, months: string) =>
      `Twelve months: low point ${minor} at the end of ${on}; ${months} of 12 end below the floor.`,
  },
  band: {
    fr: (months: string) => `Bande : 8 fois sur 10. Historique : ${months} mois.`,
    en: (months: string) => `Band: 8 times in 10. History: ${months} months.`,
  },
  receiptsDrawn: { fr: (how: string) => `Entrées : ${how}.`, en: (how: string) => `In: ${how}.` },
  paymentsDrawn: { fr: (how: string) => `Sorties : ${how}.`, en: (how: string) => `Out: ${how}.` },
  notDrawn: {
    fr: "échéances connues seules, faute de trois mois d'historique",
    en: "known due dates only, for lack of three months of history",
  },
  level: { fr: "niveau des derniers mois", en: "level of the last months" },
  damped: { fr: "tendance qui s'amortit", en: "damped trend" },
  seasonal: { fr: "avec saison", en: "with seasons" },
  notSeasonal: { fr: "sans saison", en: "without seasons" },
  combined: {
    fr: "pour moitié le même mois un an plus tôt",
    en: "half of it the same month a year before",
  },
  table: { fr: "Mois à venir", en: "Months ahead" },
  empty: { fr: "Aucun mois prévu.", en: "No month forecast." },
  month: { fr: "Mois", en: "Month" },
  opening: { fr: "Solde de départ", en: "Opening balance" },
  receipts: { fr: "Entrées", en: "In" },
  payments: { fr: "Sorties", en: "Out" },
  closing: { fr: "Solde de fin", en: "Closing balance" },
  low: { fr: "Bas", en: "Low" },
  high: { fr: "Haut", en: "High" },
  state: { fr: "Plancher", en: "Floor" },
  below: { fr: "Sous le plancher", en: "Below the floor" },
  above: { fr: "Au-dessus", en: "Above" },
  maybe: { fr: "Incertain", en: "Uncertain" },
  madeOf: { fr: "De quoi ce mois est fait", en: "What this month is made of" },
  schedule: { fr: "Échéancier", en: "Schedule" },
  open: { fr: "Pièces ouvertes", en: "Open items" },
  recurring: { fr: "Flux récurrents", en: "Recurring flows" },
  business: { fr: "Ventes et achats à venir", en: "Future sales and purchases" },
  drafts: { fr: "Brouillons et devis", en: "Drafts and quotes" },
  change: { fr: "Variation du mois", en: "Change over the month" },
  draftShare: {
    fr: (label: string, share: string) => `${label}, compté pour ${share}`,
    en: (label: string, share: string) => `${label}, counted at ${share}`,
  },
  seeDays: { fr: "Voir les jours de ce mois", en: "See the days of this month" },
  largest: { fr: "Plus grands mouvements datés", en: "Largest dated movements" },
  loading: { fr: "L'année se calcule", en: "The year is being computed" },
});
