import { catalogue } from "./words.ts";

/** What a figure opens down to, and how far to believe it. */
export const sourceWords = catalogue({
  sources: { fr: "D'où ça vient", en: "Where it comes from" },
  invoice: { fr: "Facture", en: "Invoice" },
  "credit-note": { fr: "Avoir", en: "Credit note" },
  bill: { fr: "Facture fournisseur", en: "Bill" },
  "bill-credit-note": { fr: "Avoir fournisseur", en: "Supplier credit note" },
  "bank-line": { fr: "Ligne de banque", en: "Bank line" },
  entry: { fr: "Écriture", en: "Entry" },
  party: { fr: "Tiers", en: "Party" },
  account: { fr: "Compte", en: "Account" },
  schedule: { fr: "Échéancier", en: "Schedule" },
  reliability: {
    fr: (grade: string, count: string) => `Fiabilité ${grade}, sur ${count} observations`,
    en: (grade: string, count: string) => `Reliability ${grade}, over ${count} observations`,
  },
  fromAll: {
    fr: "estimé d'après l'ensemble des clients",
    en: "estimated from all customers",
  },
});
