import { dateWords, sentence } from "../sentence.ts";

/** Refusals of exports, listed in the order of precedence in which an export gives them. */
export const exportsRefusals = {
  "exports.unknown-year": sentence<{ fiscalYearId: number }>({
    fr: (f) => `L'exercice demandé (${f.fiscalYearId}) n'existe pas dans le dossier.`,
    en: (f) => `The fiscal year asked for (${f.fiscalYearId}) is not in this book.`,
  }),
  "exports.nothing-posted": sentence<{ startsOn: string; endsOn: string }>({
    fr: (f) =>
      `Aucune écriture validée du ${dateWords(f.startsOn)} au ${dateWords(f.endsOn)} ; ` +
      "validez les brouillons, puis recommencez.",
    en: (f) =>
      `No posted entry from ${dateWords(f.startsOn)} to ${dateWords(f.endsOn)}; post the drafts, ` +
      "then try again.",
  }),
  "exports.unknown-profile": sentence<{ profileId: number }>({
    fr: (f) => `Le modèle d'export ${f.profileId} n'existe plus : choisissez-en un autre.`,
    en: (f) => `Export layout ${f.profileId} no longer exists: choose another one.`,
  }),
  "exports.checks-failed": sentence<{ check: string; detail: string }>({
    fr: (f) =>
      `Le contrôle du dossier « ${f.check} » échoue (${f.detail}) ; rien n'est exporté ` +
      "tant qu'il n'est pas rétabli.",
    en: (f) =>
      `The whole-book check "${f.check}" fails (${f.detail}); nothing is exported until it is ` +
      "put right.",
  }),
} as const;
