/** Words that carry no meaning in a header: `Date de la facture` is `date facture`. */
const EMPTY_WORDS = new Set(["de", "du", "des", "d", "la", "le", "les", "l", "en", "the", "of"]);

/**
 * Reduces a header or a word of a file to what people mean by it: lower case without accents, in
 * words of letters and digits without the small ones. `N° TVA` and `n TVA` are the same.
 */
export function normaliseHeader(header: string): string {
  const words = header
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, " ")
    .trim()
    .split(" ");
  const full = words.filter((w) => !EMPTY_WORDS.has(w));
  // "D", for a debit, is a word when it stands alone.
  return (full.length > 0 ? full : words).join(" ");
}
