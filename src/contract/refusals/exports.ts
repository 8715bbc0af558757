import { dateWords, sentence } from "../sentence.ts";

/** Refusals of exports, listed in the order of precedence in which an export gives them. */
export const exportsRefusals = {
  "exports.unknown-year": sentence<{ date: string }>({
    fr: (f) => `Aucun exercice du dossier ne se clôt le ${dateWords(f.date)} ; choisissez-en un.`,
    en: (f) => `No fiscal year of this book ends on ${dateWords(f.date)}; choose one that does.`,
  }),
  "exports.no-siren": sentence<object>({
    fr: () => "Le SIREN de la société manque : le nom du fichier l'exige. Complétez la société.",
    en: () => "The company's SIREN is missing: the file name needs it. Complete the company.",
  }),
  "exports.checks-failed": sentence<{ check: string; detail: string }>({
    fr: (f) =>
      `Le contrôle du dossier « ${f.check} » échoue (${f.detail}) ; rien n'est exporté ` +
      "tant qu'il n'est pas rétabli.",
    en: (f) =>
      `The whole-book check "${f.check}" fails (${f.detail}); nothing is exported until it is ` +
      "put right.",
  }),
  "exports.nothing-posted": sentence<{ startsOn: string; endsOn: string }>({
    fr: (f) =>
      `Aucune écriture validée du ${dateWords(f.startsOn)} au ${dateWords(f.endsOn)} ; ` +
      "validez les brouillons, puis recommencez.",
    en: (f) =>
      `No posted entry from ${dateWords(f.startsOn)} to ${dateWords(f.endsOn)}; post the drafts, ` +
      "then try again.",
  }),
  "exports.fec-not-conforming": sentence<{ file: string; line: number; reason: string }>({
    fr: (f) => `Le fichier ${f.file} ne serait pas conforme, ligne ${f.line} : ${f.reason}`,
    en: (f) => `File ${f.file} would not be conforming, line ${f.line}: ${f.reason}`,
  }),
  "exports.folder-not-writable": sentence<{ folder: string; reason: string }>({
    fr: (f) =>
      `Rien ne peut être écrit dans ${f.folder} (${f.reason}) ; choisissez un autre dossier.`,
    en: (f) => `Nothing can be written in ${f.folder} (${f.reason}); choose another folder.`,
  }),
  "exports.file-not-readable": sentence<{ file: string; reason: string }>({
    fr: (f) => `Le fichier ${f.file} ne peut pas être lu : ${f.reason}.`,
    en: (f) => `File ${f.file} cannot be read: ${f.reason}.`,
  }),
} as const;
