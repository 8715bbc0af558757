import { catalogue } from "./words.ts";

/** The words of the three-way proof, one per check. */
export const proofWords = catalogue({
  agrees: {
    fr: "Factures, banque et comptabilité disent la même chose.",
    en: "Invoices, bank and ledger say the same.",
  },
  differs: {
    fr: (n: number, count: string) => `${count} écart${n > 1 ? "s" : ""} à expliquer.`,
    en: (n: number, count: string) => `${count} difference${n > 1 ? "s" : ""} to explain.`,
  },
  proving: { fr: "Contrôle en cours…", en: "Proving…" },
  looked: {
    fr: (f: { invoices: string; bills: string; bankLines: string; entries: string }) =>
      `Comparés : factures ${f.invoices}, achats ${f.bills}, lignes de banque ${f.bankLines}, écritures ${f.entries}.`,
    en: (f: { invoices: string; bills: string; bankLines: string; entries: string }) =>
      `Compared: invoices ${f.invoices}, bills ${f.bills}, bank lines ${f.bankLines}, entries ${f.entries}.`,
  },
  seal: {
    fr: (hash: string) => `Empreinte du rapport : ${hash}`,
    en: (hash: string) => `Digest of the report: ${hash}`,
  },
  what: { fr: "Écart", en: "Difference" },
  date: { fr: "Date", en: "Date" },
  label: { fr: "Libellé", en: "Label" },
  amount: { fr: "Montant", en: "Amount" },
  more: {
    fr: (count: string) => `et ${count} de plus`,
    en: (count: string) => `and ${count} more`,
  },
  keep: { fr: "Signer et garder", en: "Sign and keep" },
  keptTitle: { fr: "Contrôles gardés", en: "Proofs kept" },
  keptBy: {
    fr: (at: string, person: string) => `${at}, par ${person}`,
    en: (at: string, person: string) => `${at}, by ${person}`,
  },
  keptDone: { fr: "Contrôle signé et gardé.", en: "Proof signed and kept." },
  none: { fr: "aucun écart", en: "no difference" },
  some: {
    fr: (n: number, count: string) => `${count} écart${n > 1 ? "s" : ""}`,
    en: (n: number, count: string) => `${count} difference${n > 1 ? "s" : ""}`,
  },
  save: { fr: "Enregistrer", en: "Save" },
  saveNamed: {
    fr: (on: string) => `Enregistrer le contrôle du ${on}`,
    en: (on: string) => `Save the proof of ${on}`,
  },
  reverse: { fr: "Extourner", en: "Reverse" },
  reverseQuestion: {
    fr: (label: string) => `Extourner l'écriture « ${label} » ?`,
    en: (label: string) => `Reverse the entry "${label}"?`,
  },
  undo: { fr: "Défaire le rapprochement", en: "Undo the match" },
  undoQuestion: {
    fr: (label: string) => `Défaire le rapprochement de « ${label} » ?`,
    en: (label: string) => `Undo the match of "${label}"?`,
  },
  remedyWhat: {
    fr: "Une écriture inverse est passée ; rien n'est effacé.",
    en: "An opposite entry is posted; nothing is erased.",
  },
  remedied: { fr: "Fait ; le contrôle est relancé.", en: "Done; the proof runs again." },
  remedy: { fr: "Remède", en: "Remedy" },
  "invoice-not-in-ledger": {
    fr: "Factures dont l'écriture a été extournée : émettre un avoir, ou repasser l'écriture",
    en: "Invoices whose entry was reversed: issue a credit note, or post the entry again",
  },
  "bill-not-in-ledger": {
    fr: "Achats dont l'écriture a été extournée : repasser l'écriture",
    en: "Bills whose entry was reversed: post the entry again",
  },
  "invoice-twice": {
    fr: "Factures comptabilisées deux fois : extourner l'écriture en trop",
    en: "Invoices booked twice: reverse the extra entry",
  },
  "bill-twice": {
    fr: "Achats comptabilisés deux fois : extourner l'écriture en trop",
    en: "Bills booked twice: reverse the extra entry",
  },
  "invoice-amount": {
    fr: "Factures d'un autre montant qu'en 411 : corriger par une écriture",
    en: "Invoices of another amount than on 411: correct by an entry",
  },
  "bill-amount": {
    fr: "Achats d'un autre montant qu'en 401 : corriger par une écriture",
    en: "Bills of another amount than on 401: correct by an entry",
  },
  "invoice-date": {
    fr: "Factures d'une autre date que leur écriture : extourner et repasser",
    en: "Invoices of another date than their entry: reverse and post again",
  },
  "bill-date": {
    fr: "Achats d'une autre date que leur écriture : extourner et repasser",
    en: "Bills of another date than their entry: reverse and post again",
  },
  "invoice-party": {
    fr: "Factures comptabilisées chez un autre client : extourner et repasser",
    en: "Invoices booked to another customer: reverse and post again",
  },
  "bill-party": {
    fr: "Achats comptabilisés chez un autre fournisseur : extourner et repasser",
    en: "Bills booked to another supplier: reverse and post again",
  },
  "invoice-payment-party": {
    fr: "Encaissements portés chez un autre client : défaire le rapprochement",
    en: "Receipts booked to another customer: undo the match",
  },
  "bill-payment-party": {
    fr: "Règlements portés chez un autre fournisseur : défaire le rapprochement",
    en: "Payments booked to another supplier: undo the match",
  },
  "invoice-account": {
    fr: "Factures dont l'écriture ne touche pas le 411 : extourner et repasser",
    en: "Invoices whose entry does not touch 411: reverse and post again",
  },
  "bill-account": {
    fr: "Achats dont l'écriture ne touche pas le 401 : extourner et repasser",
    en: "Bills whose entry does not touch 401: reverse and post again",
  },
  "bank-line-not-in-ledger": {
    fr: "Lignes de banque pas en comptabilité : rapprocher ou classer",
    en: "Bank lines not in the ledger: match or file",
  },
  "ledger-not-at-bank": {
    fr: "Écritures de banque absentes des relevés : attendre, importer le relevé ou extourner",
    en: "Bank entries on no statement: wait, import the statement or reverse",
  },
  "bank-line-twice": {
    fr: "Lignes de banque comptabilisées deux fois : extourner la saisie à la main",
    en: "Bank lines booked twice: reverse the entry typed by hand",
  },
  "bank-line-amount": {
    fr: "Lignes de banque d'un autre montant que leur écriture : défaire le rapprochement",
    en: "Bank lines of another amount than their entry: undo the match",
  },
  "bank-line-date": {
    fr: "Lignes de banque d'une autre date que leur écriture : défaire le rapprochement",
    en: "Bank lines of another date than their entry: undo the match",
  },
  "bank-line-account": {
    fr: "Lignes de banque portées sur un autre compte : défaire le rapprochement",
    en: "Bank lines booked to another account: undo the match",
  },
  "bank-balance": {
    fr: "Comptes dont le solde de la banque ne s'explique pas : voir l'état de rapprochement",
    en: "Accounts whose bank balance is not explained: see the reconciliation statement",
  },
  "transit-open": {
    fr: "Virements internes en route : attendre l'autre côté, ou le rapprocher",
    en: "Transfers in transit: wait for the other side, or match it",
  },
  "entry-without-document": {
    fr: "Écritures de tiers ou de banque sans pièce : joindre le document",
    en: "Third-party or bank entries without a document: attach it",
  },
});
