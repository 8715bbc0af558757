import { catalogue } from "./words.ts";

/** The words of what the treasury agent proposes, of decisions and of what came of them. */
export const proposalWords = catalogue({
  title: { fr: "Propositions", en: "Proposals" },
  list: { fr: "Propositions de l'agent de trésorerie", en: "Proposals of the treasury agent" },
  waiting: {
    fr: (count: string, isMany: boolean, minor: string) =>
      isMany
        ? `${count} propositions attendent votre décision : ${minor} en jeu.`
        : `${count} proposition attend votre décision : ${minor} en jeu.`,
    en: (count: string, isMany: boolean, minor: string) =>
      isMany
        ? `${count} proposals await your decision: ${minor} at stake.`
        : `${count} proposal awaits your decision: ${minor} at stake.`,
  },
  noneWaits: {
    fr: "Aucune proposition n'attend : l'agent regarde chaque jour et après chaque relevé.",
    en: "No proposal is waiting: the agent looks every day and after each statement.",
  },
  byHand: {
    fr: "Rien ne se fait seul : accepter note votre accord, c'est à vous d'agir.",
    en: "Nothing acts by itself: accepting records your agreement, you carry it out.",
  },
  none: { fr: "Aucune proposition dans cet état.", en: "No proposal in this state." },
  seeForecast: { fr: "Voir la prévision", en: "See the forecast" },
  proposal: { fr: "Proposition", en: "Proposal" },
  atStake: { fr: "En jeu", en: "At stake" },
  grade: { fr: "Fiabilité", en: "Reliability" },
  judgeOn: { fr: "Jugée le", en: "Review on" },
  state: { fr: "État", en: "State" },
  outcome: { fr: "Ce qu'il en est advenu", en: "Outcome" },
  open: { fr: "À décider", en: "To decide" },
  accepted: { fr: "Acceptée", en: "Accepted" },
  refused: { fr: "Refusée", en: "Refused" },
  postponed: { fr: "Remise", en: "Postponed" },
  lapsed: { fr: "Passée", en: "Lapsed" },
  reached: { fr: "Atteint", en: "Reached" },
  partly: { fr: "En partie", en: "In part" },
  missed: { fr: "Manqué", en: "Missed" },
  unknown: { fr: "Inconnu", en: "Not known" },
  remind: {
    fr: (party: string, reference: string, minor: string) =>
      `Relancer ${party} : ${reference}, ${minor}`,
    en: (party: string, reference: string, minor: string) =>
      `Chase ${party}: ${reference}, ${minor}`,
  },
  remindWhy: {
    fr: (due: string, share: string, on: string) =>
      `Échéance le ${due}. D'après ses paiements passés, ${share} de chances qu'elle soit encore ` +
      `impayée le ${on}.`,
    en: (due: string, share: string, on: string) =>
      `Due on ${due}. From its past payments, a ${share} chance that it is still unpaid on ${on}.`,
  },
  floor: {
    fr: (minor: string, on: string) => `Trouver ${minor} avant le ${on}`,
    en: (minor: string, on: string) => `Find ${minor} before ${on}`,
  },
  floorWhy: {
    fr: (floor: string, lowest: string, on: string) =>
      `La prévision passe sous le plancher de ${floor} et descend à ${lowest} le ${on}.`,
    en: (floor: string, lowest: string, on: string) =>
      `The forecast falls below the floor of ${floor}, down to ${lowest} on ${on}.`,
  },
  indicator: {
    fr: (name: string, from: string, to: string) => `Regarder ${name} : de ${from} à ${to}`,
    en: (name: string, from: string, to: string) => `Look at ${name}: from ${from} to ${to}`,
  },
  indicatorWhy: {
    fr: (on: string) => `S'est dégradé depuis l'analyse du ${on}.`,
    en: (on: string) => `Got worse since the analysis of ${on}.`,
  },
  seeIndicators: { fr: "Voir les indicateurs", en: "See the indicators" },
  effect: {
    fr: (minor: string) => `En jeu : ${minor}. Agir rapporte au plus cela.`,
    en: (minor: string) => `At stake: ${minor}. Acting brings in that much at most.`,
  },
  judged: {
    fr: (on: string) => `Le ${on}, la banque dira ce qu'il en est advenu.`,
    en: (on: string) => `On ${on}, the bank will show what came of it.`,
  },
  came: {
    fr: (word: string, on: string) => `${word}, constaté le ${on}.`,
    en: (word: string, on: string) => `${word}, seen on ${on}.`,
  },
  cameMinor: {
    fr: (minor: string) => `${minor} sont venus au jour dit.`,
    en: (minor: string) => `${minor} came by the day said.`,
  },
  decidedBy: {
    fr: (state: string, person: string, at: string) => `${state} par ${person} le ${at}`,
    en: (state: string, person: string, at: string) => `${state} by ${person} on ${at}`,
  },
  until: { fr: (on: string) => `jusqu'au ${on}`, en: (on: string) => `until ${on}` },
  decide: { fr: "Décider", en: "Decide" },
  reason: { fr: "Raison", en: "Reason" },
  reasonWhy: {
    fr: "Demandée pour refuser ou remettre ; elle reste avec la proposition.",
    en: "Asked for to refuse or postpone; it stays with the proposal.",
  },
  untilOn: { fr: "Remettre au", en: "Postpone to" },
  accept: { fr: "Accepter", en: "Accept" },
  refuse: { fr: "Refuser", en: "Refuse" },
  postpone: { fr: "Remettre", en: "Postpone" },
  keys: {
    fr: "Entrée ouvre ; A accepte, R refuse, P remet, après la raison.",
    en: "Enter opens; A accepts, R refuses, P postpones (a reason is asked).",
  },
  decided: { fr: "Décision notée.", en: "Decision recorded." },
  days: { fr: (n: string) => `${n} j`, en: (n: string) => `${n} d` },
});
