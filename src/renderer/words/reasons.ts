import { catalogue } from "./words.ts";

/** Reasons of a match as a person reads them; `value` is what the signal saw. */
export const reasonWords = catalogue({
  "own-reference": { fr: (v: string) => `réf. ${v}`, en: (v: string) => `ref. ${v}` },
  "reference-digits": {
    fr: (v: string) => `chiffres de ${v}`,
    en: (v: string) => `digits of ${v}`,
  },
  "reference-near": { fr: (v: string) => `proche de ${v}`, en: (v: string) => `close to ${v}` },
  "reference-left-out": {
    fr: (v: string) => `${v} citée, laissée`,
    en: (v: string) => `${v} named, left out`,
  },
  "structured-reference": {
    fr: (v: string) => `réf. structurée ${v}`,
    en: (v: string) => `structured ref. ${v}`,
  },
  iban: { fr: (v: string) => `IBAN de ${v}`, en: (v: string) => `IBAN of ${v}` },
  "party-name": { fr: (v: string) => `nom ${v}`, en: (v: string) => `name ${v}` },
  "exact-amount": { fr: (_: string) => "montant exact", en: (_: string) => "exact amount" },
  "foreign-amount": {
    fr: (v: string) => `payé ${v}, comme facturé`,
    en: (v: string) => `paid ${v}, as invoiced`,
  },
  "sum-of-items": {
    fr: (v: string) => `somme de ${v} postes`,
    en: (v: string) => `sum of ${v} items`,
  },
  "credit-note-netted": {
    fr: (_: string) => "avoir déduit",
    en: (_: string) => "credit note netted",
  },
  fee: { fr: (_: string) => "commission de l'acquéreur", en: (_: string) => "acquirer's fee" },
  "one-cent": { fr: (_: string) => "un centime d'écart", en: (_: string) => "one cent apart" },
  "within-tolerance": {
    fr: (_: string) => "dans la tolérance",
    en: (_: string) => "within tolerance",
  },
  partial: { fr: (_: string) => "règlement partiel", en: (_: string) => "part payment" },
  "over-payment": { fr: (_: string) => "trop-perçu", en: (_: string) => "over-payment" },
  "oldest-first": { fr: (_: string) => "la plus ancienne", en: (_: string) => "oldest first" },
  "date-plausible": { fr: (_: string) => "date plausible", en: (_: string) => "plausible date" },
  "date-before-issue": {
    fr: (_: string) => "payée avant l'émission",
    en: (_: string) => "paid before issue",
  },
  "date-very-late": { fr: (_: string) => "très en retard", en: (_: string) => "very late" },
  "date-habit": {
    fr: (v: string) => `délai habituel ${v} j`,
    en: (v: string) => `usual delay ${v} d`,
  },
  tie: { fr: (_: string) => "à égalité avec une autre", en: (_: string) => "ties with another" },
  conflict: {
    fr: (_: string) => "disputée par une autre ligne",
    en: (_: string) => "claimed by another line",
  },
  weak: { fr: (_: string) => "indices faibles", en: (_: string) => "weak evidence" },
  person: { fr: (v: string) => `décidé par ${v}`, en: (v: string) => `decided by ${v}` },
  rule: { fr: (v: string) => `règle « ${v} »`, en: (v: string) => `rule "${v}"` },
  "mirror-line": {
    fr: (v: string) => `même montant de l'autre côté, sur ${v}`,
    en: (v: string) => `same amount the other way on ${v}`,
  },
  "own-iban": { fr: (v: string) => `IBAN de notre ${v}`, en: (v: string) => `IBAN of our ${v}` },
  "own-name": { fr: (v: string) => `au nom de ${v}`, en: (v: string) => `in the name of ${v}` },
  "transfer-words": { fr: (v: string) => `mention « ${v} »`, en: (v: string) => `words "${v}"` },
  "days-apart": { fr: (v: string) => `à ${v} j d'écart`, en: (v: string) => `${v} d apart` },
  "returned-payment": {
    fr: (v: string) => `retour de « ${v} »`,
    en: (v: string) => `return of "${v}"`,
  },
  "return-word": { fr: (v: string) => `mention « ${v} »`, en: (v: string) => `word "${v}"` },
  "shared-number": { fr: (v: string) => `numéro ${v} commun`, en: (v: string) => `shares ${v}` },
  "shared-words": { fr: (v: string) => `mots communs ${v}`, en: (v: string) => `shares ${v}` },
  "ledger-item": {
    fr: (v: string) => `solde exact de ${v}`,
    en: (v: string) => `exactly what is open of ${v}`,
  },
  "ledger-part": { fr: (v: string) => `partie de ${v}`, en: (v: string) => `part of ${v}` },
  "kind-word": { fr: (v: string) => `mention « ${v} »`, en: (v: string) => `word "${v}"` },
  "loan-instalment": {
    fr: (v: string) => `échéance ${v} au centime`,
    en: (v: string) => `instalment ${v} to the cent`,
  },
  precedent: {
    fr: (v: string) => `comme ${v} lignes déjà classées`,
    en: (v: string) => `like ${v} lines filed before`,
  },
  "precedent-words": { fr: (v: string) => `à cause de ${v}`, en: (v: string) => `because of ${v}` },
  "refused-before": {
    fr: (_: string) => "semblable refusée naguère",
    en: (_: string) => "the like was refused lately",
  },
  "item-taken-out": { fr: (v: string) => `${v} retirée`, en: (v: string) => `${v} taken out` },
  discount: {
    fr: (v: string) => `escompte de ${v} %`,
    en: (v: string) => `early-payment discount of ${v} %`,
  },
  "account-chosen": {
    fr: (v: string) => `compte ${v} choisi`,
    en: (v: string) => `account ${v} chosen`,
  },
});

/** Reasons as a filter names them. */
export const signalWords = catalogue({
  "own-reference": { fr: "Notre référence", en: "Own reference" },
  "structured-reference": { fr: "Référence structurée", en: "Structured reference" },
  iban: { fr: "IBAN", en: "IBAN" },
  "party-name": { fr: "Nom du tiers", en: "Party's name" },
  "exact-amount": { fr: "Montant exact", en: "Exact amount" },
  "sum-of-items": { fr: "Somme de postes", en: "Sum of items" },
  partial: { fr: "Règlement partiel", en: "Part payment" },
  "over-payment": { fr: "Trop-perçu", en: "Over-payment" },
  fee: { fr: "Commission", en: "Fee" },
  discount: { fr: "Escompte", en: "Discount" },
  "foreign-amount": { fr: "Devise", en: "Foreign currency" },
  "one-cent": { fr: "Un centime d'écart", en: "One cent apart" },
  "mirror-line": { fr: "Virement interne", en: "Own transfer" },
  "returned-payment": { fr: "Paiement revenu", en: "Returned payment" },
  "ledger-item": { fr: "Paie, impôts, frais", en: "Pay, taxes, expenses" },
  "loan-instalment": { fr: "Échéance d'emprunt", en: "Loan instalment" },
  precedent: { fr: "Habitude apprise", en: "Learned habit" },
  rule: { fr: "Règle", en: "Rule" },
  tie: { fr: "Égalité", en: "Tie" },
  conflict: { fr: "Conflit", en: "Conflict" },
  weak: { fr: "Indices faibles", en: "Weak evidence" },
  "refused-before": { fr: "Refusée naguère", en: "Refused before" },
});
