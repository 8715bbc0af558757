import { dateWords, sentence } from "../sentence.ts";

/** Refusals of statements and of the budget. */
export const statementsRefusals = {
  "statements.backwards": sentence<{ fromOn: string; toOn: string }>({
    fr: (f) =>
      `La période va du ${dateWords(f.fromOn)} au ${dateWords(f.toOn)} : elle est à l'envers.`,
    en: (f) => `The period goes from ${dateWords(f.fromOn)} to ${dateWords(f.toOn)}: backwards.`,
  }),
  "statements.outside-years": sentence<{ date: string }>({
    fr: (f) => `Aucun exercice du dossier ne contient le ${dateWords(f.date)}.`,
    en: (f) => `No fiscal year of this book holds ${dateWords(f.date)}.`,
  }),
  "statements.too-long": sentence<{ rows: number; limit: number }>({
    fr: (f) =>
      `L'état dépasse ${f.limit} lignes, trop pour un PDF : réduisez la période, ou prenez le CSV.`,
    en: (f) =>
      `The statement is over ${f.limit} lines, too many for a PDF: narrow it, or take the CSV.`,
  }),
  "statements.budget-account": sentence<{ line: number; column: string; text: string }>({
    fr: (f) =>
      `Ligne ${f.line}, « ${f.column} » : « ${f.text} » n'est pas un compte de charges (6) ou de ` +
      "produits (7).",
    en: (f) =>
      `Line ${f.line}, "${f.column}": "${f.text}" is no account of expenses (6) or income (7).`,
  }),
  "statements.budget-month": sentence<{ line: number; column: string; text: string }>({
    fr: (f) =>
      `Ligne ${f.line}, « ${f.column} » : « ${f.text} » n'est pas un mois (01/2026 ou 2026-01).`,
    en: (f) => `Line ${f.line}, "${f.column}": "${f.text}" is no month (01/2026 or 2026-01).`,
  }),
  "statements.budget-category": sentence<{ line: number; column: string; text: string }>({
    fr: (f) =>
      `Ligne ${f.line}, « ${f.column} » : « ${f.text} » n'est pas une catégorie de rules.yaml, ni ` +
      "une classe de deux chiffres (60 à 79).",
    en: (f) =>
      `Line ${f.line}, "${f.column}": "${f.text}" is no category of rules.yaml, nor a class of two ` +
      "figures (60 to 79).",
  }),
  "statements.no-such-category": sentence<{ category: string; allowed: readonly string[] }>({
    fr: (f) =>
      `« ${f.category} » n'est pas une catégorie de budget ; celles de rules.yaml : ` +
      `${f.allowed.join(", ") || "aucune"}.`,
    en: (f) =>
      `"${f.category}" is no budget category; those of rules.yaml: ${f.allowed.join(", ") || "none"}.`,
  }),
  "statements.no-actuals": sentence<{ year: number }>({
    fr: (f) => `Rien n'est comptabilisé là en ${f.year} : le budget reste ce qu'il est.`,
    en: (f) => `Nothing is posted there in ${f.year}: the budget stays as it is.`,
  }),
  "statements.budget-columns": sentence<{ file: string }>({
    fr: (f) =>
      `${f.file} : la première ligne doit nommer Compte ou Catégorie, puis Mois et Montant, ou ` +
      "des mois (01/2026 ou 2026-01).",
    en: (f) =>
      `${f.file}: the first line must name Compte or Catégorie, then Mois and Montant, or ` +
      "months (01/2026 or 2026-01).",
  }),
} as const;
