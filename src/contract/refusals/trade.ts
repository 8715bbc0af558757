import { moneyWords, sentence } from "../sentence.ts";

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
