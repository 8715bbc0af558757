import { sentence } from "../sentence.ts";

/** Refusals about the book's folder, its keys and its file. */
export const bookRefusals = {
  "book.not-open": sentence<object>({
    fr: () => "Aucun dossier n'est ouvert. Ouvrez un dossier ou créez-en un.",
    en: () => "No book is open. Open a book or create one.",
  }),
  "book.already-open": sentence<{ folder: string }>({
    fr: (f) => `Le dossier ${f.folder} est déjà ouvert ici ; fermez-le d'abord.`,
    en: (f) => `Book ${f.folder} is already open here; close it first.`,
  }),
  "book.exists": sentence<{ folder: string }>({
    fr: (f) => `${f.folder} contient déjà un dossier Écritoire. Choisissez un autre endroit.`,
    en: (f) => `${f.folder} already holds an Écritoire book. Choose another place.`,
  }),
  "book.missing": sentence<{ folder: string }>({
    fr: (f) => `${f.folder} ne contient pas de dossier Écritoire (book.db et keys.json).`,
    en: (f) => `${f.folder} holds no Écritoire book (book.db and keys.json).`,
  }),
  "book.wrong-passphrase": sentence<{ folder: string }>({
    fr: (f) => `La phrase secrète n'ouvre pas ${f.folder}. Rien n'a été modifié.`,
    en: (f) => `The passphrase does not open ${f.folder}. Nothing was changed.`,
  }),
  "book.weak-passphrase": sentence<{ minimum: number }>({
    fr: (f) => `La phrase secrète doit compter au moins ${f.minimum} caractères.`,
    en: (f) => `The passphrase must have at least ${f.minimum} characters.`,
  }),
  "book.passphrase-needed": sentence<{ folder: string }>({
    fr: (f) =>
      `La phrase secrète de ${f.folder} est nécessaire : tapez-la, donnez-la dans ` +
      "ECRITOIRE_PASSPHRASE ou gardez la clé dans le trousseau.",
    en: (f) =>
      `The passphrase of ${f.folder} is needed: type it, give it in ECRITOIRE_PASSPHRASE, or ` +
      "keep the key in the keychain.",
  }),
  "book.damaged": sentence<{ file: string }>({
    fr: (f) =>
      `${f.file} est endommagé ou tronqué. Rien n'a été modifié ; restaurez une sauvegarde.`,
    en: (f) => `${f.file} is damaged or truncated. Nothing was changed; restore a backup.`,
  }),
  "book.newer": sentence<{ found: number; known: number }>({
    fr: (f) =>
      `Ce dossier vient d'une version plus récente (${f.found}, ici ${f.known}). ` +
      "Mettez l'application à jour.",
    en: (f) =>
      `This book comes from a newer version (${f.found}, here ${f.known}). Update the application.`,
  }),
  "book.locked": sentence<{ machine: string; since: string; process: number }>({
    fr: (f) =>
      `Ce dossier est déjà ouvert sur ${f.machine} depuis ${f.since} (processus ${f.process}). ` +
      "Fermez-le là-bas d'abord.",
    en: (f) =>
      `This book is already open on ${f.machine} since ${f.since} (process ${f.process}). ` +
      "Close it there first.",
  }),
  "book.read-only": sentence<{ file: string }>({
    fr: (f) => `${f.file} ne peut pas être écrit (dossier en lecture seule ou droits manquants).`,
    en: (f) => `${f.file} cannot be written (read-only folder or missing rights).`,
  }),
  "book.disk-full": sentence<{ file: string }>({
    fr: (f) => `Le disque est plein : ${f.file} n'a pas été modifié. Libérez de la place.`,
    en: (f) => `The disk is full: ${f.file} was not changed. Free some space.`,
  }),
  "book.keychain-unavailable": sentence<{ reason: string }>({
    fr: (f) =>
      "Le trousseau du système ne répond pas : ouvrez-le (Trousseau GNOME, KWallet, Trousseaux " +
      `d'accès) puis recommencez. Rien n'y a été changé. (${f.reason})`,
    en: (f) =>
      "The system keychain does not answer: open it (GNOME Keyring, KWallet, Keychain Access) " +
      `and try again. Nothing was changed in it. (${f.reason})`,
  }),
  "book.bad-identity": sentence<{ field: "siren" | "siret" | "vatNumber"; value: string }>({
    fr: (f) => `${identityFr[f.field]} « ${f.value} » est faux : sa clé de contrôle ne tombe pas.`,
    en: (f) => `${identityEn[f.field]} "${f.value}" is wrong: its check digits do not agree.`,
  }),
  "book.unknown-person": sentence<{ person: string }>({
    fr: (f) => `Personne n'a accès à ce dossier sous le nom « ${f.person} ».`,
    en: (f) => `Nobody has access to this book under the name "${f.person}".`,
  }),
  "book.person-exists": sentence<{ person: string }>({
    fr: (f) => `« ${f.person} » a déjà un accès à ce dossier.`,
    en: (f) => `"${f.person}" already has access to this book.`,
  }),
  "book.chain-broken": sentence<{ chain: "ledger" | "audit"; at: string; reason: string }>({
    fr: (f) => `La chaîne ${f.chain === "ledger" ? "des écritures" : "d'audit"} rompt en ${f.at}.`,
    en: (f) => `The ${f.chain} chain breaks at ${f.at}.`,
  }),
  "book.not-sample": sentence<{ company: string }>({
    fr: (f) => `${f.company} n'est pas l'entreprise exemple : son dossier ne s'efface pas ici.`,
    en: (f) => `${f.company} is not the sample company: its book is not removed from here.`,
  }),
  "office.cancelled": sentence<object>({
    fr: () => "Arrêté à votre demande ; rien n'a été modifié.",
    en: () => "Stopped as you asked; nothing was changed.",
  }),
} as const;

const identityFr = { siren: "Le SIREN", siret: "Le SIRET", vatNumber: "Le numéro de TVA" };
const identityEn = { siren: "SIREN", siret: "SIRET", vatNumber: "VAT number" };
