import { catalogue } from "./words.ts";

/** The words of quotes. */
export const quoteWords = catalogue({
  views: { fr: "Vues des ventes", en: "Views of sales" },
  invoices: { fr: "Factures", en: "Invoices" },
  title: { fr: "Devis", en: "Quotes" },
  add: { fr: "Nouveau devis", en: "New quote" },
  none: {
    fr: "Aucun devis encore : la prévision de l'année compte ce qui est en attente, selon sa probabilité.",
    en: "No quote yet: the forecast of the year counts what is pending, by its probability.",
  },
  waiting: {
    fr: (count: string, gross: string, counted: string) =>
      `Devis en attente ou acceptés : ${count}, pour ${gross} TTC, dont ${counted} comptés dans la prévision de l'année.`,
    en: (count: string, gross: string, counted: string) =>
      `Quotes pending or won: ${count}, for ${gross} gross, of which ${counted} count in the forecast of the year.`,
  },
  number: { fr: "Numéro", en: "Number" },
  customer: { fr: "Client", en: "Customer" },
  label: { fr: "Libellé", en: "Label" },
  issuedOn: { fr: "Date", en: "Date" },
  expectedOn: { fr: "Facturation prévue", en: "Invoicing expected" },
  net: { fr: "HT", en: "Net" },
  gross: { fr: "TTC", en: "Gross" },
  probability: { fr: "Probabilité", en: "Probability" },
  probabilityWhy: {
    fr: "Vide : la part des règles. En attente 90 jours après la date prévue, il ne compte plus.",
    en: "Empty: the share of the rules. Pending 90 days after the expected day, it counts no more.",
  },
  counted: { fr: "Compté", en: "Counted" },
  state: { fr: "État", en: "State" },
  open: { fr: "En attente", en: "Pending" },
  won: { fr: "Accepté", en: "Won" },
  lost: { fr: "Perdu", en: "Lost" },
  invoiced: { fr: "Facturé", en: "Invoiced" },
  save: { fr: "Enregistrer", en: "Save" },
  remove: { fr: "Supprimer", en: "Remove" },
  removeTitle: {
    fr: (number: string) => `Supprimer le devis ${number}`,
    en: (number: string) => `Remove quote ${number}`,
  },
  removeWhy: {
    fr: "Il quitte le dossier et la prévision ; le journal garde ce qu'il disait.",
    en: "It leaves the book and the forecast; the journal keeps what it said.",
  },
  saved: { fr: "Devis enregistré.", en: "Quote saved." },
  removed: { fr: "Devis supprimé.", en: "Quote removed." },
});
