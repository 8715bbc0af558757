import { dateWords, sentence } from "../sentence.ts";

/** Refusals of scenarios and frozen forecasts. */
export const planRefusals = {
  "treasury.unknown-scenario": sentence<{ scenarioId: number }>({
    fr: (f) => `Il n'y a pas de scénario n° ${f.scenarioId}.`,
    en: (f) => `There is no scenario no. ${f.scenarioId}.`,
  }),
  "treasury.scenario-name-taken": sentence<{ name: string }>({
    fr: (f) => `Un scénario s'appelle déjà « ${f.name} ».`,
    en: (f) => `A scenario is already called "${f.name}".`,
  }),
  "treasury.unknown-client": sentence<{ place: number; partyId: number }>({
    fr: (f) => `Hypothèse ${f.place} : il n'y a pas de client n° ${f.partyId}.`,
    en: (f) => `Assumption ${f.place}: there is no client no. ${f.partyId}.`,
  }),
  "treasury.assumption-backwards": sentence<{ place: number; fromOn: string; untilOn: string }>({
    fr: (f) =>
      `Hypothèse ${f.place} : elle finit le ${dateWords(f.untilOn)}, avant de commencer ` +
      `le ${dateWords(f.fromOn)}.`,
    en: (f) =>
      `Assumption ${f.place}: it ends on ${dateWords(f.untilOn)}, before it starts on ` +
      `${dateWords(f.fromOn)}.`,
  }),
  "treasury.assumption-empty": sentence<{ place: number }>({
    fr: (f) => `Hypothèse ${f.place} : zéro ne change rien ; donnez un nombre ou ôtez-la.`,
    en: (f) => `Assumption ${f.place}: zero changes nothing; give a number or take it away.`,
  }),
  "treasury.unknown-frozen": sentence<{ frozenId: number }>({
    fr: (f) => `Il n'y a pas de prévision gelée n° ${f.frozenId}.`,
    en: (f) => `There is no frozen forecast no. ${f.frozenId}.`,
  }),
  "treasury.frozen-changed": sentence<{ frozenId: number }>({
    fr: (f) =>
      `La prévision gelée n° ${f.frozenId} ne correspond plus à son empreinte dans le journal : ` +
      "le dossier a été modifié hors du logiciel.",
    en: (f) =>
      `Frozen forecast no. ${f.frozenId} no longer matches its digest in the audit trail: ` +
      "the book was changed outside the software.",
  }),
} as const;
