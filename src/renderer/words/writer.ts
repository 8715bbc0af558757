import { catalogue } from "./words.ts";

/** The words of the narrative on the home page, and of the language model that may rewrite it. */
export const writerWords = catalogue({
  narrative: { fr: "En clair", en: "In plain words" },
  narrativeLoading: { fr: "Le récit se prépare", en: "The narrative is being prepared" },
  grade: {
    fr: (grade: string) => `Fiabilité ${grade}`,
    en: (grade: string) => `Reliability ${grade}`,
  },
  whatChanged: { fr: "Ce qui a changé", en: "What changed" },
  rewrite: { fr: "Faire récrire", en: "Have it rewritten" },
  title: { fr: "Modèle de langue", en: "Language model" },
  off: {
    fr: "Débranché. Le récit de l'accueil vient de l'application seule et rien ne sort de cette machine.",
    en: "Off. The narrative of the home page is the application's own and nothing leaves this machine.",
  },
  what: {
    fr:
      "Un modèle peut en récrire les phrases. Il ne reçoit ni montant, ni date, ni nom : des marques " +
      "les remplacent, et un texte qui les change est rejeté.",
    en:
      "A model may rewrite its sentences. It is sent no amount, date or name: marks stand for them, " +
      "and a text that changes them is dropped.",
  },
  connected: {
    fr: (provider: string, model: string) => `Branché : ${provider}, ${model}.`,
    en: (provider: string, model: string) => `Connected: ${provider}, ${model}.`,
  },
  provider: { fr: "Fournisseur", en: "Provider" },
  anthropic: { fr: "Anthropic", en: "Anthropic" },
  compatible: { fr: "Serveur compatible OpenAI", en: "OpenAI-compatible server" },
  model: { fr: "Modèle", en: "Model" },
  baseUrl: { fr: "Adresse du serveur", en: "Server address" },
  baseUrlWhy: {
    fr: "Vide : celle du fournisseur. Sinon https, ou http sur cette machine.",
    en: "Empty: the provider's own. Else https, or http on this machine.",
  },
  secret: { fr: "Clé", en: "Key" },
  secretWhy: {
    fr: "Gardée dans le trousseau de la machine, jamais dans le dossier.",
    en: "Kept in the machine's keychain, never in the book.",
  },
  estimate: { fr: "Coût estimé d'un appel", en: "Expected cost of a call" },
  connect: { fr: "Brancher", en: "Connect" },
  disconnect: { fr: "Débrancher", en: "Disconnect" },
  disconnected: { fr: "Débranché, clé effacée.", en: "Disconnected, key erased." },
  keyLeft: {
    fr: "Débranché, mais le trousseau n'a pas confirmé l'effacement de la clé.",
    en: "Disconnected, but the keychain did not confirm that the key is erased.",
  },
  credit: {
    fr: (left: string) => `Crédit restant : ${left}`,
    en: (left: string) => `Credit left: ${left}`,
  },
  topUp: { fr: "Ajouter au crédit", en: "Top up the credit" },
  add: { fr: "Ajouter", en: "Add" },
  show: { fr: "Montrer ce qui serait envoyé", en: "Show what would be sent" },
  sentTo: {
    fr: (url: string) => `Serait envoyé à ${url}`,
    en: (url: string) => `Would be sent to ${url}`,
  },
  digest: { fr: (sha: string) => `Empreinte ${sha}`, en: (sha: string) => `Checksum ${sha}` },
  required: {
    fr: (minor: string) => `${minor} sont réservés avant l'appel.`,
    en: (minor: string) => `${minor} are reserved before the call.`,
  },
  missing: {
    fr: (minor: string) => `Il manque ${minor} de crédit.`,
    en: (minor: string) => `${minor} of credit is missing.`,
  },
  send: { fr: "Envoyer ces octets", en: "Send these bytes" },
  sending: { fr: "Le modèle écrit", en: "The model is writing" },
  rewritten: {
    fr: (cost: string) => `Récrit, pour ${cost}`,
    en: (cost: string) => `Rewritten, for ${cost}`,
  },
});
