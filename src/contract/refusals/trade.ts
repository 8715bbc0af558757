import { dateWords, moneyWords, sentence } from "../sentence.ts";

/** Refusals of customer invoices, supplier bills and documents under review. */
export const tradeRefusals = {
  "invoicing.number-taken": sentence<{ line: number; number: string; knownMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : la facture ${f.number} est déjà dans le dossier pour ` +
      `${moneyWords(f.knownMinor, "fr")} ; un numéro ne sert qu'une fois.`,
    en: (f) =>
      `Line ${f.line}: invoice ${f.number} is already in the book for ` +
      `${moneyWords(f.knownMinor, "en")}; a number is used once.`,
  }),
  "invoicing.unknown-invoice": sentence<{ invoiceId: number }>({
    fr: () => "Cette facture n'existe pas.",
    en: () => "This invoice does not exist.",
  }),
  "invoicing.unknown-quote": sentence<{ quoteId: number }>({
    fr: () => "Ce devis n'existe pas.",
    en: () => "This quote does not exist.",
  }),
  "invoicing.quote-number-taken": sentence<{ number: string }>({
    fr: (f) => `Le devis ${f.number} existe déjà ; un numéro ne sert qu'une fois.`,
    en: (f) => `Quote ${f.number} exists already; a number is used once.`,
  }),
  "invoicing.quote-expected-before": sentence<{ issuedOn: string; expectedOn: string }>({
    fr: (f) =>
      `La facturation prévue le ${dateWords(f.expectedOn)} précède le devis, daté du ` +
      `${dateWords(f.issuedOn)}.`,
    en: (f) =>
      `Invoicing is expected on ${dateWords(f.expectedOn)}, before the quote of ` +
      `${dateWords(f.issuedOn)}.`,
  }),
  "invoicing.quote-gross": sentence<{ netMinor: number; grossMinor: number }>({
    fr: (f) =>
      `Le montant TTC (${moneyWords(f.grossMinor, "fr")}) est inférieur au montant HT ` +
      `(${moneyWords(f.netMinor, "fr")}).`,
    en: (f) =>
      `The gross amount (${moneyWords(f.grossMinor, "en")}) is below the net amount ` +
      `(${moneyWords(f.netMinor, "en")}).`,
  }),
  "invoicing.quotes-net-only": sentence<{ count: number }>({
    fr: (f) => `Devis sans montant TTC : ${f.count} ; leur montant HT est compté tel quel.`,
    en: (f) => `Quotes without a gross amount: ${f.count}; their net amount counts as it is.`,
  }),
  "invoicing.quote-amount": sentence<{ line: number; netMinor: number; grossMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : un devis a un montant HT positif, et un TTC qui n'est pas inférieur ` +
      `(${moneyWords(f.netMinor, "fr")} HT, ${moneyWords(f.grossMinor, "fr")} TTC).`,
    en: (f) =>
      `Line ${f.line}: a quote has a net amount above zero, and a gross amount not below it ` +
      `(${moneyWords(f.netMinor, "en")} net, ${moneyWords(f.grossMinor, "en")} gross).`,
  }),
  "purchases.unknown-bill": sentence<{ billId: number }>({
    fr: () => "Cette facture fournisseur n'existe pas.",
    en: () => "This bill does not exist.",
  }),
  "purchases.unknown-document": sentence<{ documentId: number }>({
    fr: () => "Ce document n'existe pas.",
    en: () => "This document does not exist.",
  }),
  "purchases.document-done": sentence<{ documentId: number }>({
    fr: () => "Ce document est déjà comptabilisé.",
    en: () => "This document is already posted.",
  }),
  "purchases.document-known": sentence<{ file: string; known: string }>({
    fr: (f) => `${f.file} est le même fichier que ${f.known}, déjà reçu ; rien n'a été ajouté.`,
    en: (f) => `${f.file} is the same file as ${f.known}, received before; nothing was added.`,
  }),
  "purchases.duplicate": sentence<{ supplier: string; number: string; grossMinor: number }>({
    fr: (f) =>
      `${f.supplier} : la facture ${f.number} de ${moneyWords(f.grossMinor, "fr")} est déjà dans ` +
      "le dossier.",
    en: (f) =>
      `${f.supplier}: bill ${f.number} of ${moneyWords(f.grossMinor, "en")} is already in the book.`,
  }),
} as const;
