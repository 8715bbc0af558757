import { catalogue } from "./words.ts";

/** What the views of results share: periods, reliability and the rows behind a figure. */
export const resultWords = catalogue({
  loading: { fr: "Calcul en cours…", en: "Working it out…" },
  grade: { fr: "Fiabilité", en: "Reliability" },
  gradeOf: {
    fr: (rows: string, days: string) => `Observations : ${rows}, sur ${days} jours`,
    en: (rows: string, days: string) => `Observations: ${rows}, over ${days} days`,
  },
  sources: { fr: "D'où vient ce chiffre ?", en: "Where does this figure come from?" },
  notRead: { fr: "Cette pièce n'a pas pu être lue.", en: "This item could not be read." },
  period: { fr: "Période", en: "Period" },
  twelveMonths: { fr: "Douze derniers mois", en: "Last twelve months" },
  year: { fr: (name: string) => `Exercice ${name}`, en: (name: string) => `Year ${name}` },
  fromTo: {
    fr: (from: string, to: string) => `du ${from} au ${to}`,
    en: (from: string, to: string) => `from ${from} to ${to}`,
  },
});
