/** A refusal's sentence in both languages; the facts are typed by the writer of the sentence. */
export interface Sentence<F> {
  fr: (facts: F) => string;
  en: (facts: F) => string;
}

/** Declares a sentence: `sentence<{ line: number }>({ fr: (f) => …, en: (f) => … })`. */
export function sentence<F extends object>(words: Sentence<F>): Sentence<F> {
  return words;
}

/** An amount inside a sentence: `1 234,56 €` or `€1,234.56`. */
export function moneyWords(amountMinor: number, locale: "fr" | "en", currency = "EUR"): string {
  return new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency,
  }).format(amountMinor / 100);
}

/** A date inside a sentence: `31/12/2026` in both languages (day first). */
export function dateWords(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
