import { catalogue } from "./words.ts";

/** The words of foreign currencies: rates, open positions, revaluation. */
export const currencyWords = catalogue({
  title: { fr: "Devises", en: "Currencies" },
  asOn: { fr: "Au", en: "As of" },
  positions: { fr: "Postes ouverts en devises", en: "Open in foreign currencies" },
  noPosition: {
    fr: "Rien n'est ouvert en devises à cette date.",
    en: "Nothing is open in foreign currencies at this date.",
  },
  account: { fr: "Compte", en: "Account" },
  party: { fr: "Tiers", en: "Party" },
  currency: { fr: "Devise", en: "Currency" },
  amount: { fr: "Montant en devise", en: "Amount in currency" },
  book: { fr: "Valeur comptable", en: "Book value" },
  rate: { fr: "Cours pour 1 €", en: "Rate for €1" },
  value: { fr: "Valeur au cours", en: "Value at the rate" },
  difference: { fr: "Écart latent", en: "Latent difference" },
  revalue: { fr: "Réévaluer…", en: "Revalue…" },
  revalueTitle: {
    fr: (on: string) => `Réévaluer les devises au ${on}`,
    en: (on: string) => `Revalue currencies at ${on}`,
  },
  revalueVerb: { fr: "Valider les écritures", en: "Post the entries" },
  loss: { fr: "Perte latente, provisionnée (1515)", en: "Latent loss, provided for (1515)" },
  gain: { fr: "Gain latent (477)", en: "Latent gain (477)" },
  willPost: { fr: "Écritures validées", en: "Entries posted" },
  nothingToPost: {
    fr: "Aucun écart : rien à écrire.",
    en: "No difference: nothing to post.",
  },
  revalued: {
    fr: (count: number) =>
      count > 1 ? `${count} écritures validées` : `${count} écriture validée`,
    en: (count: number) => (count > 1 ? `${count} entries posted` : `${count} entry posted`),
  },
  rates: { fr: "Cours de référence", en: "Reference rates" },
  date: { fr: "Date", en: "Date" },
  ratesHint: {
    fr: "fichier de cours de la BCE (eurofxref, CSV ou XML)",
    en: "the ECB's file of rates (eurofxref, CSV or XML)",
  },
  noRate: {
    fr: "Aucun cours : déposez le fichier de la BCE ou demandez-le.",
    en: "No rate yet: drop the ECB's file or ask for it.",
  },
  importing: { fr: "Import des cours", en: "Importing rates" },
  imported: {
    fr: (count: string) => `${count} cours ajoutés`,
    en: (count: string) => `${count} rates added`,
  },
  network: {
    fr: "Demander les cours à la BCE (www.ecb.europa.eu)",
    en: "Ask the ECB for rates (www.ecb.europa.eu)",
  },
  networkHint: {
    fr: "Rien de votre dossier n'est envoyé ; seul ce fichier public est lu, quand vous le demandez.",
    en: "Nothing of your book is sent; only that public file is read, when you ask for it.",
  },
  fetch: { fr: "Demander les cours", en: "Ask for the rates" },
  fetching: { fr: "Cours demandés à la BCE", en: "Asking the ECB for rates" },
});
