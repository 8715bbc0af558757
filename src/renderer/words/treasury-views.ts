import { catalogue } from "./words.ts";

/** The names of the treasury's views and of their groups. */
export const treasuryViewWords = catalogue({
  groups: { fr: "Sujets de la trésorerie", en: "Subjects of treasury" },
  views: { fr: "Vues de la trésorerie", en: "Views of treasury" },
  ahead: { fr: "À venir", en: "Outlook" },
  parties: { fr: "Clients", en: "Customers" },
  results: { fr: "Marges et coûts", en: "Margins and costs" },
  reasons: { fr: "Pourquoi", en: "Why" },
  deciding: { fr: "Décider", en: "Decide" },
  forecast: { fr: "Prévision", en: "Forecast" },
  scenarios: { fr: "Scénarios", en: "Scenarios" },
  stress: { fr: "Épreuve", en: "Stress test" },
  reliability: { fr: "Fiabilité mesurée", en: "Measured reliability" },
  clients: { fr: "Risque", en: "Risk" },
  patterns: { fr: "Paiements", en: "Payments" },
  warnings: { fr: "Alertes", en: "Alerts" },
  actions: { fr: "À faire", en: "To do" },
  margins: { fr: "Marges", en: "Margins" },
  costs: { fr: "Coûts", en: "Costs" },
  seasons: { fr: "Saisons", en: "Seasons" },
  variance: { fr: "Écarts au budget", en: "Budget variance" },
  causes: { fr: "Causes", en: "Causes" },
  indicators: { fr: "Indicateurs", en: "Indicators" },
  decisions: { fr: "Décisions", en: "Decisions" },
  analyses: { fr: "Analyses gardées", en: "Kept analyses" },
  proposals: { fr: "Propositions", en: "Proposals" },
});
