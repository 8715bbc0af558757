import { dateWords, sentence } from "../sentence.ts";

/** Refusals of entry by keyboard. */
export const entryRefusals = {
  "entry.no-date": sentence<object>({
    fr: () => "La date de l'écriture manque : saisissez-la avant de valider.",
    en: () => "The entry has no date: type it before validating.",
  }),
  "entry.no-account": sentence<{ line: number }>({
    fr: (f) => `Ligne ${f.line} : un montant sans compte ; saisissez le compte.`,
    en: (f) => `Line ${f.line}: an amount without an account; type the account.`,
  }),
  "entry.nothing-to-validate": sentence<object>({
    fr: () => "Aucun brouillon à valider ici : choisissez un autre journal ou un autre mois.",
    en: () => "No draft to validate here: choose another journal or month.",
  }),
  "entry.draft-refused": sentence<{ piece: string; count: number }>({
    fr: (f) =>
      `Rien n'est validé : ${f.count} brouillon(s) à corriger, d'abord « ${f.piece} ». ` +
      "L'aperçu de la validation dit pourquoi ; corrigez, puis validez de nouveau.",
    en: (f) =>
      `Nothing was posted: ${f.count} draft(s) to mend, first “${f.piece}”. ` +
      "The preview of the validation says why; mend, then validate again.",
  }),
  "entry.changed-since": sentence<object>({
    fr: () => "Les brouillons ont changé depuis l'aperçu : regardez-le de nouveau, puis validez.",
    en: () => "The drafts have changed since the preview: look at it again, then validate.",
  }),
  "entry.reversal-too-early": sentence<{ reverseOn: string; datedOn: string }>({
    fr: (f) =>
      `L'extourne du ${dateWords(f.reverseOn)} doit suivre l'écriture du ` +
      `${dateWords(f.datedOn)} : changez l'une des deux dates.`,
    en: (f) =>
      `The reversal on ${dateWords(f.reverseOn)} must follow the entry on ` +
      `${dateWords(f.datedOn)}: change one of the two dates.`,
  }),
  "entry.reversal-year": sentence<{ reverseOn: string }>({
    fr: (f) =>
      `L'extourne du ${dateWords(f.reverseOn)} n'a pas d'exercice : ouvrez l'exercice suivant, ` +
      "puis validez.",
    en: (f) =>
      `The reversal on ${dateWords(f.reverseOn)} has no fiscal year: open the next year, then ` +
      "validate.",
  }),
  "entry.template-source": sentence<object>({
    fr: () => "Un modèle se fait d'une saisie ou d'une écriture : donnez l'une des deux.",
    en: () => "A template is made from a typed or a posted entry: give one of the two.",
  }),
  "entry.unknown-template": sentence<{ templateId: number }>({
    fr: (f) => `Le modèle demandé (${f.templateId}) n'existe plus.`,
    en: (f) => `The template asked for (${f.templateId}) no longer exists.`,
  }),
  "entry.template-in-use": sentence<{ name: string }>({
    fr: (f) => `Le modèle « ${f.name} » sert à un abonnement : arrêtez l'abonnement d'abord.`,
    en: (f) => `Template “${f.name}” serves a recurring entry: stop that one first.`,
  }),
  "entry.unknown-recurring": sentence<{ recurringId: number }>({
    fr: (f) => `L'abonnement demandé (${f.recurringId}) n'existe plus.`,
    en: (f) => `The recurring entry asked for (${f.recurringId}) no longer exists.`,
  }),
  "entry.last-before-first": sentence<{ firstOn: string; lastOn: string }>({
    fr: (f) =>
      `La dernière échéance (${dateWords(f.lastOn)}) précède la première ` +
      `(${dateWords(f.firstOn)}) : corrigez l'une des deux.`,
    en: (f) =>
      `The last date (${dateWords(f.lastOn)}) comes before the first ` +
      `(${dateWords(f.firstOn)}): mend one of the two.`,
  }),
  "entry.attach-what": sentence<object>({
    fr: () => "Donnez une pièce (fichier ou document reçu) et une écriture ou un brouillon.",
    en: () => "Give one document (a file or a received one) and one entry or draft.",
  }),
  "entry.unknown-document": sentence<{ documentId: number }>({
    fr: (f) => `Le document demandé (${f.documentId}) n'existe pas.`,
    en: (f) => `The document asked for (${f.documentId}) does not exist.`,
  }),
} as const;
