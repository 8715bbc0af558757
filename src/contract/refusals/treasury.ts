import { dateWords, moneyWords, sentence } from "../sentence.ts";

/** Refusals of the treasury's memory, of its agent and of what writes for it. */
export const treasuryRefusals = {
  "treasury.unknown-engine": sentence<{ engine: string; known: string }>({
    fr: (f) => `Aucun moteur « ${f.engine} » : ceux qui se gardent sont ${f.known}.`,
    en: (f) => `No engine "${f.engine}": those that are kept are ${f.known}.`,
  }),
  "treasury.nothing-kept": sentence<{ engine: string }>({
    fr: (f) => `Aucune analyse « ${f.engine} » n'est gardée : lancez l'analyse une première fois.`,
    en: (f) => `No analysis "${f.engine}" is kept: run the analysis a first time.`,
  }),
  "treasury.unknown-analysis": sentence<{ analysisId: number }>({
    fr: (f) => `L'analyse n° ${f.analysisId} n'est pas gardée, ou est celle d'un autre moteur.`,
    en: (f) => `Analysis no. ${f.analysisId} is not kept, or is of another engine.`,
  }),
  "treasury.nothing-to-remind": sentence<{ onDate: string }>({
    fr: (f) => `Au ${dateWords(f.onDate)}, ce client n'a aucune facture ouverte à relancer.`,
    en: (f) => `On ${dateWords(f.onDate)}, this customer had no open invoice to be reminded of.`,
  }),
  "treasury.reminder-ahead": sentence<{ onDate: string }>({
    fr: (f) => `Une relance faite ne peut être du ${dateWords(f.onDate)} : ce jour est à venir.`,
    en: (f) => `A reminder cannot have been made on ${dateWords(f.onDate)}: that day is to come.`,
  }),
  "treasury.unknown-reminder": sentence<{ reminderId: number }>({
    fr: (f) => `La relance n° ${f.reminderId} n'est pas notée.`,
    en: (f) => `Reminder no. ${f.reminderId} is not noted.`,
  }),
  "treasury.unknown-proposal": sentence<{ proposalId: number }>({
    fr: (f) => `La proposition n° ${f.proposalId} n'existe pas.`,
    en: (f) => `There is no proposal no. ${f.proposalId}.`,
  }),
  "treasury.proposal-decided": sentence<{ proposalId: number; state: string }>({
    fr: (f) =>
      f.state === "lapsed"
        ? `La proposition n° ${f.proposalId} a dépassé son jour : elle ne se décide plus.`
        : `La proposition n° ${f.proposalId} est déjà décidée.`,
    en: (f) =>
      f.state === "lapsed"
        ? `Proposal no. ${f.proposalId} is past its day: it is not decided any more.`
        : `Proposal no. ${f.proposalId} is already decided.`,
  }),
  "treasury.reason-needed": sentence<{ proposalId: number }>({
    fr: () => "Dites en quelques mots pourquoi : la raison reste avec la proposition.",
    en: () => "Say why in a few words: the reason stays with the proposal.",
  }),
  "treasury.postpone-until": sentence<{ todayOn: string; judgeOn: string }>({
    fr: (f) =>
      `Remettre à plus tard demande un jour après le ${dateWords(f.todayOn)} et au plus tard le ` +
      `${dateWords(f.judgeOn)}.`,
    en: (f) =>
      `Postponing needs a day after ${dateWords(f.todayOn)} and no later than ` +
      `${dateWords(f.judgeOn)}.`,
  }),
  "treasury.no-writer": sentence<object>({
    fr: () => "Aucun modèle de langue n'est branché : le texte vient de l'application seule.",
    en: () => "No language model is connected: the text comes from the application alone.",
  }),
  "treasury.writer-key-missing": sentence<{ provider: string }>({
    fr: (f) => `La clé de ${f.provider} n'est plus dans le trousseau : branchez-le à nouveau.`,
    en: (f) => `The key of ${f.provider} is no longer in the keychain: connect it again.`,
  }),
  "treasury.payload-changed": sentence<object>({
    fr: () => "Le texte à envoyer n'est plus celui qui a été montré : relisez-le avant l'envoi.",
    en: () => "The text to send is no longer the one that was shown: read it again before sending.",
  }),
  "treasury.insufficient-credit": sentence<{
    balanceMinor: number;
    requiredMinor: number;
    missingMinor: number;
  }>({
    fr: (f) =>
      `Crédit insuffisant : ${moneyWords(f.balanceMinor, "fr")} disponibles, ` +
      `${moneyWords(f.requiredMinor, "fr")} nécessaires. Ajoutez au moins ` +
      `${moneyWords(f.missingMinor, "fr")} au plafond des appels payants (Réglages, Crédit).`,
    en: (f) =>
      `Insufficient credit: ${moneyWords(f.balanceMinor, "en")} available, ` +
      `${moneyWords(f.requiredMinor, "en")} needed. Add at least ` +
      `${moneyWords(f.missingMinor, "en")} to the ceiling of paid calls (Settings, Credit).`,
  }),
  "treasury.rewriting-refused": sentence<{
    why: "numbers" | "figures" | "shape";
    paragraph: number;
  }>({
    fr: (f) =>
      `Le texte revenu du modèle est écarté (paragraphe ${f.paragraph}) : ` +
      `${REFUSED_WHY[f.why].fr} Le texte de l'application reste.`,
    en: (f) =>
      `The text that the model returned is dropped (paragraph ${f.paragraph}): ` +
      `${REFUSED_WHY[f.why].en} The application's own text stays.`,
  }),
} as const;

const REFUSED_WHY = {
  numbers: {
    fr: "il contient un nombre qui ne vient pas des constats.",
    en: "it holds a number that comes from no finding.",
  },
  figures: {
    fr: "ses chiffres ne sont plus ceux du paragraphe.",
    en: "its figures are no longer those of the paragraph.",
  },
  shape: { fr: "il n'a pas la forme demandée.", en: "it has not the shape asked for." },
} as const;
