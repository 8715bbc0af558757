import { dateWords, sentence } from "../sentence.ts";

/** Refusals of foreign currencies. */
export const currencyRefusals = {
  "currency.no-rate": sentence<{ currency: string; on: string; lastOn: string | null }>({
    fr: (f) =>
      `Aucun cours ${f.currency} au ${dateWords(f.on)}` +
      (f.lastOn === null ? "" : ` (le dernier connu est du ${dateWords(f.lastOn)})`) +
      " : importez le fichier de cours de la BCE.",
    en: (f) =>
      `There is no ${f.currency} rate for ${dateWords(f.on)}` +
      (f.lastOn === null ? "" : ` (the last known is of ${dateWords(f.lastOn)})`) +
      ": import the ECB's file of rates.",
  }),
  "currency.not-rates": sentence<{ file: string }>({
    fr: (f) =>
      `${f.file} n'est pas un fichier de cours de la BCE : attendu un CSV « Date,USD,… » ou un ` +
      "XML de cours (eurofxref).",
    en: (f) =>
      `${f.file} is not a file of ECB rates: a CSV "Date,USD,…" or an XML of rates (eurofxref) ` +
      "is expected.",
  }),
  "currency.bad-rate": sentence<{ file: string; line: number; currency: string; text: string }>({
    fr: (f) =>
      `${f.file}, ligne ${f.line} : le cours ${f.currency} « ${f.text} » n'est pas lisible.`,
    en: (f) => `${f.file}, line ${f.line}: the ${f.currency} rate "${f.text}" cannot be read.`,
  }),
  "currency.bad-date": sentence<{ file: string; line: number; text: string }>({
    fr: (f) => `${f.file}, ligne ${f.line} : « ${f.text} » n'est pas une date.`,
    en: (f) => `${f.file}, line ${f.line}: "${f.text}" is not a date.`,
  }),
  "currency.source-off": sentence<object>({
    fr: () => "Les cours de la BCE ne sont pas demandés : permettez d'abord l'accès au réseau.",
    en: () => "The ECB is not asked for rates: allow the network first.",
  }),
  "currency.already-revalued": sentence<{ asOn: string; number: number }>({
    fr: (f) =>
      `Les devises sont déjà réévaluées au ${dateWords(f.asOn)} (écriture ${f.number}) : ` +
      "extournez-la d'abord.",
    en: (f) =>
      `Currencies are already revalued at ${dateWords(f.asOn)} (entry ${f.number}): ` +
      "reverse it first.",
  }),
} as const;
