import { catalogue } from "./words.ts";

/** The words of the bank: lines, matches, reasons. */
export const bankWords = catalogue({
  views: { fr: "Vues de la banque", en: "Views of the bank" },
  cash: { fr: "Soldes", en: "Balances" },
  statement: { fr: "État de rapprochement", en: "Reconciliation statement" },
  proof: { fr: "Contrôle à trois voies", en: "Three-way proof" },
  imports: { fr: "Relevés lus", en: "Statements read" },
  broughtLines: {
    fr: (lines: string, matched: string) =>
      `lignes apportées ${lines}, dont rapprochées ${matched}`,
    en: (lines: string, matched: string) => `lines brought ${lines}, of which matched ${matched}`,
  },
  takenOut: { fr: "retiré", en: "taken out" },
  takeOut: { fr: "Retirer", en: "Take out" },
  takeOutNamed: {
    fr: (named: string) => `Retirer ${named}`,
    en: (named: string) => `Take out ${named}`,
  },
  takeOutQuestion: {
    fr: (file: string) => `Retirer les lignes de ${file} ?`,
    en: (file: string) => `Take out the lines of ${file}?`,
  },
  takeOutWhat: {
    fr: "Ses lignes et ses soldes quittent le dossier ; le fichier peut être relu.",
    en: "Its lines and balances leave the book; the file can be read again.",
  },
  importUndone: {
    fr: (file: string) => `Relevé ${file} retiré.`,
    en: (file: string) => `Statement ${file} taken out.`,
  },
  onDay: { fr: "Au", en: "On" },
  noAccount: {
    fr: "Aucun compte bancaire : ajoutez-en un, ou importez un relevé.",
    en: "No bank account: add one, or import a statement.",
  },
  connections: { fr: "Connexions", en: "Connections" },
  connectionsLine: {
    fr: "Un compte branché lit ses lignes à sa banque quand vous le demandez. Rien n'est demandé avant.",
    en: "A connected account reads its lines from its bank when you ask. Nothing is asked before.",
  },
  notConnected: { fr: "Par fichiers de relevé", en: "By statement files" },
  connectedTo: {
    fr: (provider: string) => `Branché à ${provider}`,
    en: (provider: string) => `Connected to ${provider}`,
  },
  lastSync: {
    fr: (at: string) => `dernière lecture le ${at}`,
    en: (at: string) => `last read on ${at}`,
  },
  neverSynced: { fr: "jamais lu", en: "never read" },
  syncNow: { fr: "Lire maintenant", en: "Read now" },
  syncing: {
    fr: (name: string) => `Lecture de ${name}`,
    en: (name: string) => `Reading ${name}`,
  },
  synced: {
    fr: (count: string) => `${count} lignes ajoutées`,
    en: (count: string) => `${count} lines added`,
  },
  disconnect: { fr: "Débrancher", en: "Disconnect" },
  disconnectQuestion: {
    fr: (name: string) => `Débrancher ${name} ?`,
    en: (name: string) => `Disconnect ${name}?`,
  },
  disconnectWhat: {
    fr: "La clé est effacée du trousseau de cette machine ; les lignes déjà lues restent.",
    en: "The key is erased from this machine's keychain; the lines already read stay.",
  },
  connect: { fr: "Brancher…", en: "Connect…" },
  connectTitle: {
    fr: (name: string) => `Brancher ${name} à Qonto`,
    en: (name: string) => `Connect ${name} to Qonto`,
  },
  connectWhat: {
    fr: "Seuls l'identifiant et la clé vont à thirdparty.qonto.com ; la clé reste dans le trousseau de cette machine, jamais dans le dossier.",
    en: "Only the login and the key go to thirdparty.qonto.com; the key stays in this machine's keychain, never in the book.",
  },
  feedLogin: { fr: "Identifiant", en: "Login" },
  feedSecret: { fr: "Clé secrète", en: "Secret key" },
  feedSince: { fr: "Lire depuis le", en: "Read from" },
  testKey: { fr: "Vérifier la clé", en: "Check the key" },
  connectNow: { fr: "Brancher", en: "Connect" },
  keyOpens: {
    fr: (name: string, balance: string) => `La clé ouvre « ${name} », solde ${balance}.`,
    en: (name: string, balance: string) => `The key opens "${name}", balance ${balance}.`,
  },
  keyOpensOther: {
    fr: "La clé est bonne, mais n'ouvre aucun compte de cet IBAN.",
    en: "The key is good, but opens no account of this IBAN.",
  },
  noIban: {
    fr: "Ce compte n'a pas d'IBAN : c'est par lui que la banque le reconnaît.",
    en: "This account has no IBAN: the bank knows it by that.",
  },
  title: { fr: "Banque", en: "Bank" },
  lines: { fr: "Lignes de banque", en: "Bank lines" },
  progress: {
    fr: (done: string, all: string) => `${done} sur ${all} rapprochées`,
    en: (done: string, all: string) => `${done} of ${all} matched`,
  },
  left: {
    fr: (sum: string) => `reste ${sum} à expliquer`,
    en: (sum: string) => `${sum} left to explain`,
  },
  run: { fr: "Lancer le rapprochement", en: "Run matching" },
  running: { fr: "Rapprochement", en: "Matching" },
  ran: {
    fr: (n: string, left: string) => `${n} lignes rapprochées ou classées, ${left} à décider.`,
    en: (n: string, left: string) => `${n} lines matched or filed, ${left} to decide.`,
  },
  account: { fr: "Compte", en: "Account" },
  allAccounts: { fr: "Tous les comptes", en: "All accounts" },
  search: { fr: "Libellé ou contrepartie", en: "Label or counterparty" },
  date: { fr: "Date", en: "Date" },
  label: { fr: "Libellé", en: "Label" },
  amount: { fr: "Montant", en: "Amount" },
  state: { fr: "État", en: "State" },
  matched: { fr: "Rapprochée", en: "Matched" },
  suggested: { fr: "Proposée", en: "Suggested" },
  abstained: { fr: "À trancher", en: "To decide" },
  unmatched: { fr: "À expliquer", en: "Unexplained" },
  empty: {
    fr: "Aucune ligne de banque : importez un relevé.",
    en: "No bank line: import a statement.",
  },
  noneFound: { fr: "Aucune ligne ne répond à ces filtres.", en: "No line meets these filters." },
  importFiles: { fr: "Importer un relevé", en: "Import a statement" },
  clear: { fr: "Effacer les filtres", en: "Clear filters" },
  valueOn: { fr: "Date de valeur", en: "Value date" },
  counterparty: { fr: "Contrepartie", en: "Counterparty" },
  madeByEngine: { fr: "Rapprochée par les preuves", en: "Matched on evidence" },
  madeByPerson: { fr: "Rapprochée par une personne", en: "Matched by a person" },
  madeByRule: { fr: "Classée par une règle", en: "Filed by a rule" },
  reasonsOf: {
    fr: (list: string) => `Pourquoi : ${list}.`,
    en: (list: string) => `Why: ${list}.`,
  },
  seeEntry: { fr: "Voir l'écriture", en: "See the entry" },
  seeOtherLine: { fr: "Voir l'autre ligne", en: "See the other line" },
  undo: { fr: "Défaire", en: "Undo" },
  undoQuestion: {
    fr: (label: string) => `Défaire le rapprochement de « ${label} » ?`,
    en: (label: string) => `Undo the match of "${label}"?`,
  },
  undoWhat: {
    fr: "Son écriture est extournée et les factures redeviennent ouvertes.",
    en: "Its entry is reversed and the invoices are open again.",
  },
  undone: { fr: "Rapprochement défait.", en: "Match undone." },
  suggestion: { fr: (n: string) => `Proposition ${n}`, en: (n: string) => `Suggestion ${n}` },
  noSuggestion: {
    fr: "Rien d'ouvert ne ressemble à cette ligne : cherchez une facture ou classez-la.",
    en: "Nothing open resembles this line: search an invoice or file it.",
  },
  fee: { fr: (sum: string) => `commission ${sum}`, en: (sum: string) => `fee ${sum}` },
  difference: { fr: (sum: string) => `écart ${sum}`, en: (sum: string) => `difference ${sum}` },
  dueOn: { fr: (on: string) => `échéance ${on}`, en: (on: string) => `due ${on}` },
  accept: { fr: "Accepter", en: "Accept" },
  refuse: { fr: "Refuser", en: "Refuse" },
  done: {
    fr: (n: string) => `Rapprochée, écriture n° ${n}.`,
    en: (n: string) => `Matched, entry no. ${n}.`,
  },
  refusedDone: { fr: "Proposition refusée.", en: "Suggestion refused." },
  findItem: { fr: "Chercher un poste ouvert (/)", en: "Search an open item (/)" },
  findHint: { fr: "référence, tiers ou montant", en: "reference, party or amount" },
  matchWith: {
    fr: (ref: string) => `Rapprocher avec ${ref}`,
    en: (ref: string) => `Match with ${ref}`,
  },
  file: { fr: "Classer sur un compte", en: "File on an account" },
  fileNow: { fr: "Classer", en: "File" },
});

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
