import { sentence } from "../sentence.ts";

const megabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));

/** Refusals of reading a dropped document (a supplier bill as PDF or picture). */
export const documentRefusals = {
  "documents.empty": sentence<{ file: string }>({
    fr: (f) => `« ${f.file} » est vide ; déposez le fichier à nouveau.`,
    en: (f) => `"${f.file}" is empty; drop the file again.`,
  }),
  "documents.too-large": sentence<{ file: string; bytes: number; limit: number }>({
    fr: (f) =>
      `« ${f.file} » pèse ${megabytes(f.bytes)} Mo ; la limite est de ${megabytes(f.limit)} Mo. ` +
      "Ne déposez que les pages de la facture.",
    en: (f) =>
      `"${f.file}" weighs ${megabytes(f.bytes)} MB; the limit is ${megabytes(f.limit)} MB. ` +
      "Drop only the pages of the bill.",
  }),
  "documents.unknown-kind": sentence<{ file: string }>({
    fr: (f) => `« ${f.file} » n'est ni un PDF, ni une image PNG ou JPEG ; convertissez-le en PDF.`,
    en: (f) => `"${f.file}" is neither a PDF nor a PNG or JPEG picture; convert it to PDF.`,
  }),
  "documents.truncated": sentence<{ file: string }>({
    fr: (f) => `« ${f.file} » est incomplet : sa fin manque. Téléchargez-le à nouveau.`,
    en: (f) => `"${f.file}" is incomplete: its end is missing. Download it again.`,
  }),
  "documents.broken": sentence<{ file: string }>({
    fr: (f) =>
      `« ${f.file} » est abîmé et ne s'ouvre pas ; redemandez-le au fournisseur ou scannez-le.`,
    en: (f) => `"${f.file}" is damaged and does not open; ask the supplier again, or scan it.`,
  }),
  "documents.password": sentence<{ file: string }>({
    fr: (f) => `« ${f.file} » est protégé par un mot de passe ; enregistrez-en une copie sans.`,
    en: (f) => `"${f.file}" is protected by a password; save a copy without one.`,
  }),
  "documents.picture-size": sentence<{ file: string; width: number; height: number }>({
    fr: (f) =>
      `« ${f.file} » mesure ${f.width} × ${f.height} pixels ; il faut au moins 100 pixels de ` +
      "côté et au plus 80 millions en tout.",
    en: (f) =>
      `"${f.file}" measures ${f.width} × ${f.height} pixels; at least 100 pixels a side and ` +
      "at most 80 million in all are needed.",
  }),
  "documents.no-page": sentence<{ file: string; page: number; pages: number }>({
    fr: (f) => `« ${f.file} » n'a pas de page ${f.page} ; il en compte ${f.pages}.`,
    en: (f) => `"${f.file}" has no page ${f.page}; it has ${f.pages}.`,
  }),
  "documents.no-text": sentence<{ file: string }>({
    fr: (f) => `Aucun texte n'a pu être lu dans « ${f.file} » ; saisissez la facture à la main.`,
    en: (f) => `No text could be read in "${f.file}"; type the bill in by hand.`,
  }),
  "documents.cancelled": sentence<{ file: string }>({
    fr: (f) => `La lecture de « ${f.file} » a été interrompue ; rien n'a été enregistré.`,
    en: (f) => `Reading "${f.file}" was interrupted; nothing was recorded.`,
  }),
} as const;
