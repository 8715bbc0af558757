import { sentence } from "../sentence.ts";

/** Refusals of the command line about files around a command. */
export const terminalRefusals = {
  "terminal.unreadable": sentence<{ file: string; reason: string }>({
    fr: (f) => `${f.file} ne se lit pas (${f.reason}). Vérifiez son nom et ses droits.`,
    en: (f) => `${f.file} cannot be read (${f.reason}). Check its name and its rights.`,
  }),
  "terminal.bad-json": sentence<{ file: string; reason: string }>({
    fr: (f) => `${f.file} ne contient pas un objet JSON (${f.reason}).`,
    en: (f) => `${f.file} does not hold a JSON object (${f.reason}).`,
  }),
  "terminal.output-exists": sentence<{ file: string }>({
    fr: (f) => `${f.file} existe déjà. Ajoutez --force pour le remplacer, ou changez --output.`,
    en: (f) => `${f.file} already exists. Add --force to replace it, or change --output.`,
  }),
  "terminal.unwritable": sentence<{ file: string; reason: string }>({
    fr: (f) => `${f.file} ne peut pas être écrit (${f.reason}). Choisissez un autre --output.`,
    en: (f) => `${f.file} cannot be written (${f.reason}). Choose another --output.`,
  }),
  "terminal.stopped-late": sentence<{ command: string }>({
    fr: (f) =>
      `${f.command} était déjà terminée quand l'arrêt est arrivé : ce qu'elle a fait est dans ` +
      "le dossier. Voyez le journal des actions.",
    en: (f) =>
      `${f.command} was already over when the stop arrived: what it did is in the book. ` +
      "See the journal of actions.",
  }),
} as const;
