import { catalogue } from "./words.ts";

/** The words of the daily balances. */
export const cashWords = catalogue({
  basis: { fr: "Date retenue", en: "Date basis" },
  booking: { fr: "En date d'opération", en: "By booking date" },
  value: { fr: "En date de valeur", en: "By value date" },
  day: { fr: "Jour", en: "Day" },
  total: { fr: "Ensemble", en: "Total" },
  lines: { fr: "Lignes", en: "Lines" },
  seen: { fr: "Vu ce jour-là", en: "Seen that day" },
  empty: {
    fr: "Aucun solde : importez un relevé.",
    en: "No balance: import a statement.",
  },
  curve: {
    fr: (sum: string, on: string) => `Trésorerie sur un an ; ${sum} au ${on}.`,
    en: (sum: string, on: string) => `Cash over one year; ${sum} on ${on}.`,
  },
  transit: { fr: "Virements en route", en: "Transfers in transit" },
  noTransit: { fr: "Aucun virement interne en route.", en: "No internal transfer in transit." },
});
