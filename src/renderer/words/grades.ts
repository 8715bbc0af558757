import { catalogue } from "./words.ts";

/** How far to believe a figure, in words. */
export const gradeWords = catalogue({
  grade: { fr: "Fiabilité", en: "Reliability" },
  measured: {
    fr: (observations: string, days: string) => `${observations} observations en ${days} jours`,
    en: (observations: string, days: string) => `${observations} observations over ${days} days`,
  },
});
