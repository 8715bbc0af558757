import { dateWords, moneyWords, sentence } from "../sentence.ts";

/** Refusals of periods and closings, in the order of precedence in which closing gives them. */
export const closingRefusals = {
  "closing.unknown-month": sentence<{ month: string }>({
    fr: (f) => `Le mois ${f.month} n'appartient à aucun exercice du dossier.`,
    en: (f) => `Month ${f.month} is in no fiscal year of this book.`,
  }),
  "closing.month-closed": sentence<{ month: string }>({
    fr: (f) => `Le mois ${f.month} est clôturé pour de bon : aucun verrou à lever.`,
    en: (f) => `Month ${f.month} is closed for good: there is no lock to lift.`,
  }),
  "closing.already-closed": sentence<{ endsOn: string }>({
    fr: (f) => `L'exercice clos le ${dateWords(f.endsOn)} est déjà clôturé.`,
    en: (f) => `The fiscal year ended on ${dateWords(f.endsOn)} is closed already.`,
  }),
  "closing.previous-open": sentence<{ endsOn: string }>({
    fr: (f) => `Clôturez d'abord l'exercice précédent, qui finit le ${dateWords(f.endsOn)}.`,
    en: (f) => `Close the year before first; it ends on ${dateWords(f.endsOn)}.`,
  }),
  "closing.not-over": sentence<{ endsOn: string }>({
    fr: (f) => `L'exercice finit le ${dateWords(f.endsOn)} : il se clôture après.`,
    en: (f) => `The fiscal year ends on ${dateWords(f.endsOn)}: it is closed afterwards.`,
  }),
  "closing.no-next-year": sentence<{ startsOn: string }>({
    fr: (f) =>
      `Ouvrez d'abord l'exercice qui commence le ${dateWords(f.startsOn)} : il reçoit les à-nouveaux.`,
    en: (f) =>
      `First open the fiscal year that starts on ${dateWords(f.startsOn)}: it takes the openings.`,
  }),
  "closing.point-open": sentence<{ point: string; detail: string }>({
    fr: (f) => `Un point de la liste demande une action ou une réponse : ${f.point} (${f.detail}).`,
    en: (f) => `A point of the list needs an action or an answer: ${f.point} (${f.detail}).`,
  }),
  "closing.no-result": sentence<object>({
    fr: () => "Il n'y a pas de résultat à affecter dans cet exercice.",
    en: () => "There is no result to allocate in this fiscal year.",
  }),
  "closing.over-allocated": sentence<{ askedMinor: number; resultMinor: number }>({
    fr: (f) =>
      `Réserves et dividendes (${moneyWords(f.askedMinor, "fr")}) dépassent ce qui est distribuable ` +
      `(${moneyWords(f.resultMinor, "fr")}).`,
    en: (f) =>
      `Reserves and dividends (${moneyWords(f.askedMinor, "en")}) exceed what may be distributed ` +
      `(${moneyWords(f.resultMinor, "en")}).`,
  }),
} as const;
