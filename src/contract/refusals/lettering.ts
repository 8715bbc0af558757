import { moneyWords, sentence } from "../sentence.ts";

/** Refusals of lettering, in the order of precedence in which it gives them. */
export const letteringRefusals = {
  "lettering.unknown-line": sentence<{ lineId: number }>({
    fr: (f) => `La ligne ${f.lineId} n'existe pas.`,
    en: (f) => `There is no line ${f.lineId}.`,
  }),
  "lettering.no-party": sentence<{ account: string }>({
    fr: (f) => `Le compte ${f.account} n'a pas de tiers : il ne se lettre pas.`,
    en: (f) => `Account ${f.account} has no party: it is not lettered.`,
  }),
  "lettering.several-accounts": sentence<{ first: string; second: string }>({
    fr: (f) =>
      `Les lignes sont sur ${f.first} et ${f.second} : un lettrage tient à un compte et un tiers.`,
    en: (f) =>
      `The lines are on ${f.first} and ${f.second}: a letter keeps to one account and party.`,
  }),
  "lettering.one-line": sentence<object>({
    fr: () => "Un lettrage réunit au moins deux lignes.",
    en: () => "A letter joins at least two lines.",
  }),
  "lettering.closed-line": sentence<{ number: number }>({
    fr: (f) =>
      `La ligne de l'écriture ${f.number} est dans un exercice clôturé : son lettrage ne change plus.`,
    en: (f) => `The line of entry ${f.number} is in a closed year: its letter no longer changes.`,
  }),
  "lettering.matched": sentence<{ number: number }>({
    fr: (f) =>
      `L'écriture ${f.number} vient d'un rapprochement bancaire : défaites le rapprochement, son ` +
      "lettrage suivra.",
    en: (f) => `Entry ${f.number} comes from a bank match: undo the match, its letter will follow.`,
  }),
  "lettering.over-limit": sentence<{ gapMinor: number; limitMinor: number }>({
    fr: (f) =>
      `L'écart de ${moneyWords(f.gapMinor, "fr")} dépasse la limite fixée ` +
      `(${moneyWords(f.limitMinor, "fr")}).`,
    en: (f) =>
      `The difference of ${moneyWords(f.gapMinor, "en")} exceeds the limit set ` +
      `(${moneyWords(f.limitMinor, "en")}).`,
  }),
} as const;
