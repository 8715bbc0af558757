import { catalogue } from "./words.ts";

/** What a figure opens down to, and how far to believe it. */
export const sourceWords = catalogue({
  sources: { fr: "D'où ça vient", en: "Where it comes from" },
  reliability: {
    fr: (grade: string, count: string) => `Fiabilité ${grade}, sur ${count} observations`,
    en: (grade: string, count: string) => `Reliability ${grade}, over ${count} observations`,
  },
  reliabilityFromAll: {
    fr: (grade: string, count: string) =>
      `Fiabilité ${grade}, sur ${count} observations : estimé d'après l'ensemble des clients`,
    en: (grade: string, count: string) =>
      `Reliability ${grade}, over ${count} observations: estimated from all customers`,
  },
});
