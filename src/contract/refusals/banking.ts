import { dateWords, moneyWords, sentence } from "../sentence.ts";

/** Refusals of bank accounts, statements, matches and feeds. */
export const bankingRefusals = {
  "banking.bad-iban": sentence<{ iban: string }>({
    fr: (f) => `L'IBAN ${f.iban} est faux : sa clé ne tombe pas.`,
    en: (f) => `IBAN ${f.iban} is wrong: its check digits do not agree.`,
  }),
  "banking.iban-known": sentence<{ iban: string; name: string }>({
    fr: (f) => `L'IBAN ${f.iban} est déjà celui du compte « ${f.name} ».`,
    en: (f) => `IBAN ${f.iban} is already that of account "${f.name}".`,
  }),
  "banking.unknown-account": sentence<{ bankAccountId: number }>({
    fr: () => "Ce compte bancaire n'existe pas dans le dossier.",
    en: () => "This bank account is not in the book.",
  }),
  "banking.unknown-import": sentence<{ importRunId: number }>({
    fr: () => "Ce relevé n'a pas été lu dans ce dossier, ou ses lignes sont déjà retirées.",
    en: () => "This statement was not read into this book, or its lines are out already.",
  }),
  "banking.import-matched": sentence<{ file: string; matched: number }>({
    fr: (f) =>
      `${f.file} : ${f.matched} de ses lignes ont été rapprochées, leurs écritures restent ; ` +
      "le relevé ne peut plus être retiré.",
    en: (f) =>
      `${f.file}: ${f.matched} of its lines were matched and their entries stay; the statement ` +
      "can no longer be taken out.",
  }),
  "banking.choose-account": sentence<{ file: string; found: string }>({
    fr: (f) =>
      `${f.file} : le compte ${f.found || "du relevé"} n'est pas connu ; choisissez le compte ` +
      "bancaire auquel rattacher ce relevé.",
    en: (f) =>
      `${f.file}: the account ${f.found || "of the statement"} is not known; choose the bank ` +
      "account this statement belongs to.",
  }),
  "banking.currency": sentence<{ file: string; line: number; currency: string; expected: string }>({
    fr: (f) => `${f.file}, ligne ${f.line} : devise ${f.currency}, le compte est en ${f.expected}.`,
    en: (f) =>
      `${f.file}, line ${f.line}: currency ${f.currency}, the account is in ${f.expected}.`,
  }),
  "banking.unknown-line": sentence<{ bankLineId: number }>({
    fr: () => "Cette ligne de banque n'existe pas.",
    en: () => "This bank line does not exist.",
  }),
  "banking.already-matched": sentence<{ bankLineId: number; label: string }>({
    fr: (f) => `La ligne « ${f.label} » est déjà rapprochée ; défaites d'abord ce rapprochement.`,
    en: (f) => `Line "${f.label}" is already matched; undo that match first.`,
  }),
  "banking.unknown-item": sentence<{ itemKind: string; itemId: number }>({
    fr: () => "La facture à rapprocher n'existe pas.",
    en: () => "The invoice or bill to match does not exist.",
  }),
  "banking.over-allocated": sentence<{ reference: string; openMinor: number; askedMinor: number }>({
    fr: (f) =>
      `${f.reference} : il reste ${moneyWords(f.openMinor, "fr")} à régler, ` +
      `${moneyWords(f.askedMinor, "fr")} ne peuvent pas y être affectés.`,
    en: (f) =>
      `${f.reference}: ${moneyWords(f.openMinor, "en")} is left to settle, ` +
      `${moneyWords(f.askedMinor, "en")} cannot be allocated to it.`,
  }),
  "banking.rest-without-account": sentence<{ restMinor: number }>({
    fr: (f) =>
      `Il reste ${moneyWords(f.restMinor, "fr")} d'écart : dites sur quel compte le passer.`,
    en: (f) => `${moneyWords(f.restMinor, "en")} is left over: say which account takes it.`,
  }),
  "banking.unknown-match": sentence<{ matchId: number }>({
    fr: () => "Ce rapprochement n'existe pas ou est déjà défait.",
    en: () => "This match does not exist or is already undone.",
  }),
  "banking.unknown-batch": sentence<{ batchId: number }>({
    fr: ({ batchId }) => `Du lot de rapprochements ${batchId}, plus rien n'est à défaire.`,
    en: ({ batchId }) => `Nothing of the batch of matches ${batchId} is left to undo.`,
  }),
  "banking.match-returned": sentence<{ label: string }>({
    fr: ({ label }) =>
      `Ce paiement est revenu depuis (« ${label} ») : défaites d'abord le rapprochement du rejet.`,
    en: ({ label }) =>
      `This payment came back since ("${label}"): undo the match of the return first.`,
  }),
  "banking.unknown-suggestion": sentence<{ label: string }>({
    fr: ({ label }) => `Cette proposition pour « ${label} » n'existe plus ; rouvrez la ligne.`,
    en: ({ label }) => `This suggestion for "${label}" is no longer there; open the line again.`,
  }),
  "banking.unknown-proof": sentence<{ proofId: number }>({
    fr: ({ proofId }) => `Le contrôle n° ${proofId} n'a pas été gardé.`,
    en: ({ proofId }) => `No proof no. ${proofId} was kept.`,
  }),
  "banking.unknown-upload": sentence<object>({
    fr: () => "Ce fichier n'est pas arrivé entier : déposez-le à nouveau.",
    en: () => "This file did not arrive whole: drop it again.",
  }),
  "banking.nothing-chosen": sentence<object>({
    fr: () => "Rien n'est choisi : prenez une pièce, ou un compte.",
    en: () => "Nothing is chosen: take an item, or an account.",
  }),
  "banking.party-account": sentence<{ account: string; party: string }>({
    fr: ({ account, party }) =>
      `« ${party} » ne se tient pas sur le compte ${account} : il faut un compte de clients ou de fournisseurs.`,
    en: ({ account, party }) =>
      `"${party}" is not kept on account ${account}: a customers' or suppliers' account is needed.`,
  }),
  "banking.not-grouped": sentence<{ reference: string }>({
    fr: ({ reference }) =>
      `${reference} n'est pas parmi plusieurs pièces de ce rapprochement : défaites-le en entier.`,
    en: ({ reference }) =>
      `${reference} is not one of several items of this match: undo it as a whole.`,
  }),
  "banking.statement-gap": sentence<{ file: string; gapMinor: number; closingOn: string }>({
    fr: (f) =>
      `${f.file} : le relevé arrêté au ${dateWords(f.closingOn)} ne tombe pas juste ` +
      `(${moneyWords(f.gapMinor, "fr")} d'écart entre solde initial, lignes et solde final).`,
    en: (f) =>
      `${f.file}: the statement closed on ${dateWords(f.closingOn)} does not add up ` +
      `(${moneyWords(f.gapMinor, "en")} between opening balance, lines and closing balance).`,
  }),
  "banking.statements-apart": sentence<{
    file: string;
    name: string;
    previousOn: string;
    openingOn: string;
    gapMinor: number;
  }>({
    fr: (f) =>
      `${f.file} : entre le relevé de ${f.name} arrêté au ${dateWords(f.previousOn)} et celui qui ` +
      `commence au ${dateWords(f.openingOn)} il manque ${moneyWords(f.gapMinor, "fr")} de lignes : ` +
      "un relevé n'a pas été importé.",
    en: (f) =>
      `${f.file}: between the statement of ${f.name} closed on ${dateWords(f.previousOn)} and the ` +
      `one opening on ${dateWords(f.openingOn)}, lines of ${moneyWords(f.gapMinor, "en")} are ` +
      "missing: a statement was not imported.",
  }),
  "banking.probable-twin": sentence<{ line: number; label: string; amountMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : « ${f.label} » (${moneyWords(f.amountMinor, "fr")}) ressemble à une ` +
      "ligne du même jour déjà connue ; elle est gardée, vérifiez le doublon.",
    en: (f) =>
      `Line ${f.line}: "${f.label}" (${moneyWords(f.amountMinor, "en")}) looks like a line of ` +
      "the same day that is already known; it is kept, check the duplicate.",
  }),
  "banking.iban-needed": sentence<{ name: string }>({
    fr: (f) => `Le compte « ${f.name} » n'a pas d'IBAN : donnez celui qu'il a à sa banque.`,
    en: (f) => `Account "${f.name}" has no IBAN: give the one it has at its bank.`,
  }),
  "banking.other-iban": sentence<{ name: string; iban: string; asked: string }>({
    fr: (f) =>
      `Le compte « ${f.name} » a l'IBAN ${f.iban}, pas ${f.asked} : choisissez un autre compte ` +
      "du dossier ou créez-en un.",
    en: (f) =>
      `Account "${f.name}" has IBAN ${f.iban}, not ${f.asked}: choose another account of the ` +
      "book or create one.",
  }),
  "banking.no-feed": sentence<{ bankAccountId: number }>({
    fr: () => "Ce compte n'est branché sur aucune banque.",
    en: () => "This account is connected to no bank.",
  }),
  "banking.feed-key-missing": sentence<{ provider: string }>({
    fr: (f) =>
      `La clé de ${f.provider} n'est plus dans le trousseau ; branchez le compte à nouveau.`,
    en: (f) => `The ${f.provider} key is no longer in the keychain; connect the account again.`,
  }),
} as const;
