/** Words of bank labels that say how a payment was made, not what it is for. */
const NOISE = new Set(
  (
    "VIR VIREMENT SEPA PRLV PRELEVEMENT CB CARTE PAIEMENT ACHAT REF REFERENCE FACTURE FACT FAC " +
    "NUM NO DU DE DES LE LA LES EN ET AU AUX FAVEUR EMIS EMI RECU INST MANDAT ICS RUM ECH " +
    "ECHEANCE DATE MOTIF BANQUE MENSUEL MENSUELLE MOI TRIMESTRE JANVIER FEVRIER MAR MARS AVRIL " +
    "MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE JANV FEVR AVR JUIL SEPT OCT NOV " +
    "DEC SARL SAS SASU SA EURL"
  ).split(" "),
);
const KEPT_WORDS = 6;

/**
 * The telling words of a bank or schedule label: capitals without accents, no word holding a
 * digit (dates and references change every time), no month, no payment jargon, singular.
 */
export function labelWords(label: string): string[] {
  const plain = label.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  const words = plain
    .split(/[^A-Z0-9]+/)
    .filter((w) => w.length > 1 && !/\d/.test(w))
    .map((w) => (w.length > 3 ? w.replace(/[SX]$/, "") : w));
  const telling = words.filter((w) => !NOISE.has(w));
  return (telling.length > 0 ? telling : words).slice(0, KEPT_WORDS);
}
