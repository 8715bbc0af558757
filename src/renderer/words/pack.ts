import { catalogue } from "./words.ts";

/** The words of the exchange with the accountant, on both sides. */
export const packWords = catalogue({
  title: { fr: "Expert-comptable", en: "Accountant" },
  why: {
    fr: "Un seul fichier, signé et chiffré, porte l'exercice entier : FEC, états, pièces, questions et chaîne des écritures. L'expert-comptable l'ouvre sans dossier, répond, et ses propositions reviennent ici en attente de décision.",
    en: "One signed, encrypted file carries the whole year: FEC, statements, documents, questions and the chain of entries. The accountant opens it without a book, answers, and the proposals come back here for a decision.",
  },
  make: { fr: "Écrire le dossier d'échange", en: "Write the exchange pack" },
  year: { fr: "Exercice", en: "Year" },
  passphrase: { fr: "Phrase secrète du dossier d'échange", en: "Passphrase of the pack" },
  passphraseHint: {
    fr: "À dire de vive voix à l'expert-comptable, jamais avec le fichier.",
    en: "Tell it to the accountant by voice, never with the file.",
  },
  makeVerb: { fr: "Écrire le dossier", en: "Write the pack" },
  made: {
    fr: (print: string) => `Dossier écrit. Empreinte de la signature : ${print}`,
    en: (print: string) => `Pack written. Fingerprint of its signature: ${print}`,
  },
  questions: { fr: "Questions", en: "Questions" },
  noQuestions: { fr: "Aucune question.", en: "No question." },
  ask: { fr: "Poser une question", en: "Ask a question" },
  askVerb: { fr: "Ajouter", en: "Add" },
  answered: {
    fr: (who: string, text: string) => `${who} : ${text}`,
    en: (who: string, text: string) => `${who}: ${text}`,
  },
  waitingAnswer: { fr: "sans réponse", en: "not answered" },
  take: { fr: "Recevoir la réponse", en: "Take the answer" },
  takeHint: {
    fr: "le fichier que l'expert-comptable a renvoyé",
    en: "the file that the accountant sent back",
  },
  takeVerb: { fr: "Recevoir", en: "Take it" },
  taken: {
    fr: (author: string, entries: number, comments: number) =>
      `Réponse de ${author} : propositions ${entries}, commentaires ${comments}`,
    en: (author: string, entries: number, comments: number) =>
      `Answer from ${author}: proposals ${entries}, comments ${comments}`,
  },
  proposals: { fr: "Propositions", en: "Proposals" },
  noProposals: { fr: "Aucune proposition.", en: "No proposal." },
  waiting: { fr: "à décider", en: "to decide" },
  accepted: { fr: "acceptée", en: "accepted" },
  refused: { fr: "refusée", en: "refused" },
  accept: { fr: "Accepter en brouillon", en: "Accept as a draft" },
  refuse: { fr: "Refuser", en: "Refuse" },
  reason: { fr: "Pourquoi", en: "Why" },
  replaces: {
    fr: (n: number) => `Remplace l'écriture n° ${n}`,
    en: (n: number) => `Replaces entry no. ${n}`,
  },
  account: { fr: "Compte", en: "Account" },
  before: { fr: "Avant", en: "Before" },
  after: { fr: "Après", en: "After" },
  seeDrafts: { fr: "Voir les brouillons", en: "See the drafts" },
  open: { fr: "Lire un dossier d'échange", en: "Read an exchange pack" },
  openHint: {
    fr: "Pour l'expert-comptable : un exercice reçu, et la réponse",
    en: "For the accountant: read a year received, and answer it",
  },
  dropPack: { fr: "le fichier .pack.age reçu", en: "the .pack.age file received" },
  opening: { fr: "Ouvrir", en: "Open" },
  otherWays: { fr: "Autres façons de commencer", en: "Other ways to begin" },
  sound: { fr: "chaîne intacte", en: "chain unbroken" },
  broken: { fr: "chaîne rompue", en: "chain broken" },
  signature: { fr: "Empreinte de la signature", en: "Fingerprint of the signature" },
  span: {
    fr: (from: string, to: string) => `du ${from} au ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  entries: { fr: (n: string) => `${n} écritures`, en: (n: string) => `${n} entries` },
  files: { fr: "Fichiers", en: "Files" },
  saveFiles: { fr: "Enregistrer", en: "Save" },
  yourName: { fr: "Votre nom", en: "Your name" },
  yourAnswer: { fr: "Votre réponse", en: "Your answer" },
  proposeWhy: {
    fr: "Pour proposer des écritures, enregistrez le fichier de réponse, complétez ses entrées, puis déposez-le ici.",
    en: "To propose entries, save the answer file, fill in its entries, then drop it here.",
  },
  saveAnswer: { fr: "Enregistrer le fichier de réponse", en: "Save the answer file" },
  dropAnswer: { fr: "le fichier de réponse complété", en: "the filled-in answer file" },
  seal: { fr: "Écrire la réponse chiffrée", en: "Write the encrypted answer" },
  sealed: {
    fr: (entries: number, comments: number) =>
      `Réponse écrite : propositions ${entries}, commentaires ${comments}`,
    en: (entries: number, comments: number) =>
      `Answer written: proposals ${entries}, comments ${comments}`,
  },
});
