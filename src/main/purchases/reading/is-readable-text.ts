import { fold } from "./fold.ts";
import type { Word } from "./word.ts";

/** Fewer letters than this mean a scan with, at most, a stamp of text on it. */
export const MIN_LETTERS = 50;

const COMMON_WORDS = new Set(
  (
    "a adresse amount article au aux avec bank bill by client code compte conditions date de des " +
    "designation du echeance en est et facture factuur for france from ht iban invoice is la le " +
    "les montant net no nos number numero of on par paris payer paiement payment per page pour " +
    "prix quantite qte rechnung reference reglement rue sas sarl siret siren sur tel the to " +
    "total totaal " +
    "ttc tva unit unitaire vat votre vous with your der die das und von mit betrag datum"
  ).split(" "),
);

/**
 * True when a text layer can be trusted: enough letters, hardly any characters without meaning,
 * and words of the trade. A font without a character map gives letters that say nothing; such a
 * page goes to OCR.
 */
export function isReadableText(words: readonly Word[]): boolean {
  const text = words.map((w) => w.text).join(" ");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return false;
  const meaningless = text.match(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  if (meaningless > 0.05 * text.length) return false;
  const known = words.filter((w) => COMMON_WORDS.has(fold(w.text).replace(/[^a-z]/g, "")));
  return known.length >= Math.max(3, 0.02 * words.length);
}
