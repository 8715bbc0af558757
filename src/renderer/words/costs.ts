import { catalogue } from "./words.ts";

/** The words of recurring costs: their steps, drifts and questions, and what categories became. */
export const costWords = catalogue({
  title: { fr: "Coûts", en: "Costs" },
  asOn: { fr: (day: string) => `au ${day}`, en: (day: string) => `as of ${day}` },
  inflation: { fr: "Inflation par an (%)", en: "Yearly inflation (%)" },
  lead: {
    fr: (count: string, yearly: string) => `Coûts récurrents : ${count}, soit ${yearly} par an.`,
    en: (count: string, yearly: string) => `Recurring costs: ${count}, or ${yearly} a year.`,
  },
  leadMoves: {
    fr: (count: string, yearly: string) =>
      `Changements de niveau connus : ${count}, soit ${yearly} par an.`,
    en: (count: string, yearly: string) => `Known changes of level: ${count}, or ${yearly} a year.`,
  },
  leadSteady: {
    fr: "Aucun changement de niveau.",
    en: "No change of level.",
  },
  leadQuestions: {
    fr: (count: string, yearly: string) =>
      `À confirmer par vous : ${count}, soit ${yearly} par an.`,
    en: (count: string, yearly: string) => `For you to confirm: ${count}, or ${yearly} a year.`,
  },
  ratchet: {
    fr: (share: string) =>
      `Effet cliquet : sur 100 € de changements de niveau, ${share} € sont des hausses (50 € si les coûts redescendaient autant qu'ils montent).`,
    en: (share: string) =>
      `Ratchet: out of €100 of changes of level, €${share} are rises (€50 if costs came down as much as they go up).`,
  },
  noRatchet: {
    fr: "Effet cliquet : sans changement de niveau, rien à mesurer.",
    en: "Ratchet: without a change of level there is nothing to measure.",
  },
  stickiness: {
    fr: (rising: string, falling: string) =>
      `Quand les ventes montent de 1 %, les coûts changent de ${rising} ; quand elles baissent de 1 %, de ${falling}.`,
    en: (rising: string, falling: string) =>
      `When sales rise by 1%, costs change by ${rising}; when they fall by 1%, by ${falling}.`,
  },
  sticky: {
    fr: "Les coûts redescendent donc moins qu'ils ne montent.",
    en: "So costs come down less than they go up.",
  },
  notSticky: {
    fr: "Rien ne montre qu'ils redescendent moins qu'ils ne montent.",
    en: "Nothing shows that they come down less than they go up.",
  },
  noStickiness: {
    fr: "Il faut 24 mois pour dire si les coûts suivent les ventes à la baisse.",
    en: "It takes 24 months to tell whether costs follow sales down.",
  },
  steps: {
    fr: (supplier: string) => `Niveau dans le temps : ${supplier}`,
    en: (supplier: string) => `Level over time: ${supplier}`,
  },
  stepsWhat: {
    fr: (rhythm: string, yearly: string) =>
      `Chaque point est un paiement (${rhythm}), la ligne est leur niveau ; ${yearly} par an.`,
    en: (rhythm: string, yearly: string) =>
      `Each dot is a payment (${rhythm}), the line is their level; ${yearly} a year.`,
  },
  paid: { fr: "Payé", en: "Paid" },
  level: { fr: "Niveau", en: "Level" },
  stepsFile: { fr: "niveau-du-cout", en: "cost-level" },
  moves: { fr: "Changements de niveau", en: "Changes of level" },
  movesWhat: {
    fr: "Le plus lourd par an d'abord. Un palier change d'un coup, un glissement peu à peu.",
    en: "The heaviest per year first. A step changes at once, a drift little by little.",
  },
  noMove: {
    fr: "Aucun coût récurrent n'a changé de niveau.",
    en: "No recurring cost changed level.",
  },
  on: { fr: "Date", en: "Date" },
  supplier: { fr: "Fournisseur ou libellé", en: "Supplier or description" },
  account: { fr: "Compte", en: "Account" },
  kind: { fr: "Nature", en: "Kind" },
  step: { fr: "Palier", en: "Step" },
  drift: { fr: "Glissement", en: "Drift" },
  before: { fr: "Avant", en: "Before" },
  after: { fr: "Après", en: "After" },
  change: { fr: "Variation", en: "Change" },
  yearly: { fr: "Par an", en: "Per year" },
  questions: { fr: "À confirmer", en: "To confirm" },
  questionsWhat: {
    fr: "Des coûts qui reviennent et dont le dossier ne dit pas tout : vous seul savez s'ils sont encore voulus.",
    en: "Costs that come back and that the books do not fully explain: only you know whether they are still wanted.",
  },
  noQuestion: {
    fr: "Aucun coût récurrent à confirmer : chacun a ses pièces, sans double.",
    en: "No recurring cost to confirm: each has its documents, none is duplicated.",
  },
  question: { fr: "Question", en: "Question" },
  askDouble: {
    fr: (other: string) => `Sert-il au même usage que ${other} ?`,
    en: (other: string) => `Does it serve the same purpose as ${other}?`,
  },
  askWanted: {
    fr: "À quoi sert-il ? Aucune pièce n'y est jointe.",
    en: "What is it for? No document is attached.",
  },
  "not-booked": { fr: "Pas encore comptabilisé.", en: "Not booked yet." },
  "only-activity": {
    fr: "Rien d'autre avec ce fournisseur.",
    en: "Nothing else with this supplier.",
  },
  other: { fr: "un autre fournisseur", en: "another supplier" },
  streams: { fr: "Coûts récurrents", en: "Recurring costs" },
  noStream: {
    fr: "Aucun coût récurrent en cours : il en faut trois échéances, dont une récente.",
    en: "No recurring cost going on: it takes three payments, one of them recent.",
  },
  rhythm: { fr: "Rythme", en: "Frequency" },
  week: { fr: "hebdomadaire", en: "weekly" },
  month: { fr: "mensuel", en: "monthly" },
  twoMonths: { fr: "bimestriel", en: "every two months" },
  quarter: { fr: "trimestriel", en: "quarterly" },
  halfYear: { fr: "semestriel", en: "half-yearly" },
  year: { fr: "annuel", en: "yearly" },
  everyDays: {
    fr: (days: string) => `tous les ${days} jours`,
    en: (days: string) => `every ${days} days`,
  },
  amount: { fr: "Échéance", en: "Payment" },
  next: { fr: "Prochaine", en: "Next" },
  yearChange: { fr: "Sur un an", en: "Over a year" },
  realChange: { fr: "Hors inflation", en: "Net of inflation" },
  categories: { fr: "Par nature, sur un an", en: "By category, over a year" },
  categoriesWhat: {
    fr: "Les douze derniers mois contre les douze d'avant ; volume : nombre de pièces. Les parts font l'écart au centime.",
    en: "The last twelve months against the twelve before; volume: number of documents. Parts add up to the difference, to the cent.",
  },
  noCategory: {
    fr: "Il faut deux années de coûts pour les comparer.",
    en: "It takes two years of costs to compare them.",
  },
  changes: { fr: "Ce qui a le plus changé en un an", en: "What changed most in a year" },
  changesFile: { fr: "couts-sur-un-an", en: "costs-over-a-year" },
  split: {
    fr: (category: string) => `De quoi est fait l'écart : ${category}`,
    en: (category: string) => `What the difference is made of: ${category}`,
  },
  splitFile: { fr: "parts-de-l-ecart", en: "parts-of-the-difference" },
  part: { fr: "Part", en: "Part" },
  category: { fr: "Nature", en: "Category" },
  gap: { fr: "Écart", en: "Difference" },
  price: { fr: "Prix", en: "Price" },
  volume: { fr: "Volume", en: "Volume" },
  new: { fr: "Nouveaux", en: "New" },
  lost: { fr: "Arrêtés", en: "Stopped" },
  unsplit: { fr: "Non partagé", en: "Not split" },
  supplierMoved: {
    fr: (supplier: string, before: string, after: string) =>
      `${supplier} : de ${before} à ${after}.`,
    en: (supplier: string, before: string, after: string) =>
      `${supplier}: from ${before} to ${after}.`,
  },
});
