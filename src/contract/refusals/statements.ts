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
  "statements.budget-columns": sentence<{ file: string }>({
    fr: (f) =>
      `${f.file} : la première ligne doit nommer Compte, puis Mois et Montant, ou des mois ` +
      "(01/2026 ou 2026-01).",
    en: (f) =>
      `${f.file}: the first line must name Compte, then Mois and Montant, or months ` +
      "(01/2026 or 2026-01).",
  }),
} as const;
