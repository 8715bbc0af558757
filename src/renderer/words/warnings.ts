import { catalogue } from "./words.ts";

/** The words of the early warnings: alerts in sentences, and what each detector was worth. */
export const warningWords = catalogue({
  title: { fr: "Alertes", en: "Alerts" },
  on: { fr: (day: string) => `au ${day}`, en: (day: string) => `as of ${day}` },
  loading: { fr: "Relecture des deux dernières années", en: "Rereading the last two years" },
  found: {
    fr: (count: string, impact: string) => `${count} alertes, pour ${impact} en jeu.`,
    en: (count: string, impact: string) => `${count} alerts, with ${impact} at stake.`,
  },
  foundOne: {
    fr: (impact: string) => `Une alerte, pour ${impact} en jeu.`,
    en: (impact: string) => `One alert, with ${impact} at stake.`,
  },
  foundNone: { fr: "Aucune alerte ce jour.", en: "No alert today." },
  nature: {
    fr: (floor: string) =>
      `Une alerte dit où regarder, elle ne prédit pas ; rien n'est dit sous ${floor}, ni au-delà de cinq alertes.`,
    en: (floor: string) =>
      `An alert says where to look, it predicts nothing; none is raised below ${floor}, nor beyond five.`,
  },
  heldBack: { fr: "Retenues, car elles pèsent moins", en: "Held back, for a smaller stake" },
  silenced: { fr: "Tues, car leur détecteur est éteint", en: "Silenced, as their detector is off" },
  alerts: { fr: "Où regarder", en: "Where to look" },
  noAlert: {
    fr: "Rien ne sort de l'ordinaire. Voyez ci-dessous ce que vaut chaque détecteur.",
    en: "Nothing is out of the ordinary. See below what each detector is worth.",
  },
  nothingRead: {
    fr: "Rien à relire encore : les alertes viennent des factures, des achats et des relevés.",
    en: "Nothing to read yet: alerts come from invoices, bills and bank statements.",
  },
  import: { fr: "Importer", en: "Import" },
  since: { fr: (day: string) => `depuis le ${day}`, en: (day: string) => `since ${day}` },
  measured: {
    fr: (grade: string, observations: string) => `fiabilité ${grade}, ${observations} observations`,
    en: (grade: string, observations: string) =>
      `reliability ${grade}, ${observations} observations`,
  },
  openInvoice: { fr: "Ouvrir la facture", en: "Open the invoice" },
  openInvoices: { fr: "Ouvrir ses factures", en: "Open its invoices" },
  openBills: { fr: "Ouvrir ses achats", en: "Open its bills" },
  openLines: { fr: "Ouvrir la ligne de banque", en: "Open the bank line" },
  openAccount: { fr: "Ouvrir le compte", en: "Open the account" },
  openForecast: { fr: "Ouvrir la prévision", en: "Open the forecast" },
  detectors: { fr: "Ce que vaut chaque détecteur", en: "What each detector is worth" },
  detectorsWhy: {
    fr: "Chaque détecteur est rejoué tous les quinze jours sur deux ans, sans rien lire de plus tardif, puis jugé sur la suite.",
    en: "Each detector is run again every fortnight over two years, reading nothing later, then judged on what followed.",
  },
  noDetector: { fr: "Aucun détecteur.", en: "No detector." },
  detector: { fr: "Détecteur", en: "Detector" },
  judged: { fr: "Alertes", en: "Alerts" },
  hits: { fr: "Justes", en: "Correct" },
  hitRate: { fr: "Part juste", en: "Hit rate" },
  baseRate: { fr: "Hasard", en: "By chance" },
  lift: { fr: "Gain", en: "Lift" },
  times: { fr: (lift: string) => `× ${lift}`, en: (lift: string) => `× ${lift}` },
  state: { fr: "État", en: "State" },
  meaning: { fr: "Ce que cela veut dire", en: "What it means" },
  stateOn: { fr: "allumé", en: "on" },
  stateOff: { fr: "éteint", en: "off" },
  stateLearning: { fr: "en apprentissage", en: "learning" },
  meansOn: {
    fr: (lift: string) => `allumé : juste ${lift} fois plus souvent que le hasard`,
    en: (lift: string) => `on: right ${lift} times as often as chance`,
  },
  meansOff: {
    fr: "éteint : ne fait pas mieux que le hasard",
    en: "off: no better than chance",
  },
  meansLearning: {
    fr: (count: string) => `apprend : ${count} alertes jugées sur 30 ; il alerte déjà`,
    en: (count: string) => `learning: ${count} of 30 alerts judged; already raising alerts`,
  },
  meansFirst: {
    fr: "apprend : une alerte jugée sur 30 ; il alerte déjà",
    en: "learning: one of 30 alerts judged; already raising alerts",
  },
  meansUntried: {
    fr: "apprend : n'a encore jamais alerté",
    en: "learning: has not raised an alert yet",
  },
  looksAt: { fr: "Ce qu'il regarde", en: "What it looks at" },
  horizon: {
    fr: (days: string) => `Une alerte est jugée sur les ${days} jours qui la suivent.`,
    en: (days: string) => `An alert is judged on the ${days} days that follow it.`,
  },
  record: { fr: "Ses résultats", en: "Its record" },
  cases: { fr: "Cas regardés", en: "Cases looked at" },
  stateWhy: {
    fr: "À 30 alertes jugées, un détecteur qui n'est pas juste moitié plus souvent que le hasard s'éteint : ses alertes sont tues.",
    en: "After 30 judged alerts, a detector that is not right half as often again as chance is switched off: its alerts are silenced.",
  },
  baseWhy: {
    fr: "Hasard : la même chose arrivée dans l'ensemble des cas regardés, alerte ou non. Gain : part juste divisée par ce hasard.",
    en: "By chance: the same thing happening over all cases looked at, with or without an alert. Lift: hit rate divided by this chance.",
  },
  points: { fr: (n: string) => `${n} points`, en: (n: string) => `${n} points` },
  days: { fr: (n: string) => `${n} j`, en: (n: string) => `${n} d` },
  "lateness-drift": { fr: "Retards qui s'allongent", en: "Growing lateness" },
  "overdue-habit": { fr: "Retard inhabituel", en: "Unusual lateness" },
  disputes: { fr: "Règlements contestés", en: "Disputed payments" },
  concentration: { fr: "Poids d'un client", en: "Weight of one customer" },
  "terms-shrinking": { fr: "Délai fournisseur réduit", en: "Shrinking supplier terms" },
  "order-gap": { fr: "Commandes qui s'arrêtent", en: "Orders that stop" },
  "margin-erosion": { fr: "Marge qui s'érode", en: "Margin erosion" },
  "low-point": { fr: "Point bas qui descend", en: "Falling low point" },
  "days-below-floor": { fr: "Jours sous le plancher", en: "Days below the floor" },
  "overdraft-fees": { fr: "Frais de découvert", en: "Overdraft fees" },
  "lateness-drift-looks": {
    fr: "les retards des 90 derniers jours d'un client face à ses retards d'avant",
    en: "a customer's lateness over the last 90 days against its lateness before",
  },
  "overdue-habit-looks": {
    fr: "les factures ouvertes plus en retard que le client ne l'est jamais",
    en: "open invoices later than the customer ever is",
  },
  "disputes-looks": {
    fr: "les paiements partiels et les avoirs d'un client face à son habitude",
    en: "a customer's partial payments and credit notes against its habit",
  },
  "concentration-looks": {
    fr: "la part d'un client dans les ventes de six mois, et sa hausse",
    en: "one customer's share of six months' sales, and its rise",
  },
  "terms-shrinking-looks": {
    fr: "le délai laissé par les trois dernières factures d'un fournisseur",
    en: "the days to pay that a supplier's last three bills leave",
  },
  "order-gap-looks": {
    fr: "les jours sans facture d'un client face à son rythme",
    en: "a customer's days without an invoice against its pace",
  },
  "margin-erosion-looks": {
    fr: "la marge de douze mois d'un client ou d'une famille de ventes, sur les seuls coûts qui sont les siens",
    en: "twelve months' margin of a customer or a family of sales, on the costs that are its own alone",
  },
  "low-point-looks": {
    fr: "le solde le plus bas de chacun des six derniers mois",
    en: "the lowest balance of each of the last six months",
  },
  "days-below-floor-looks": {
    fr: "les jours du dernier mois passés sous le plancher de trésorerie",
    en: "days of the last month spent below the cash floor",
  },
  "overdraft-fees-looks": {
    fr: "agios, commissions d'intervention et frais de rejet du trimestre",
    en: "overdraft interest, intervention and rejected-payment fees of the quarter",
  },
  "lateness-drift-stake": { fr: "retenus sur un an", en: "held over a year" },
  "overdue-habit-stake": { fr: "en retard", en: "overdue" },
  "disputes-stake": { fr: "contestés", en: "disputed" },
  "concentration-stake": { fr: "facturés en six mois", en: "billed in six months" },
  "terms-shrinking-stake": { fr: "de crédit perdu", en: "of credit lost" },
  "order-gap-stake": { fr: "pour trois mois", en: "for three months" },
  "margin-erosion-stake": { fr: "de marge perdue sur un an", en: "of margin lost over a year" },
  "low-point-stake": { fr: "sous le plancher", en: "below the floor" },
  "days-below-floor-stake": { fr: "manquaient au plus bas", en: "missing at the lowest" },
  "overdraft-fees-stake": { fr: "par an à ce rythme", en: "a year at this pace" },
  "lateness-drift-says": {
    fr: (party: string, recent: string, usual: string) =>
      `${party} paie ses dernières factures avec ${recent} de retard, contre ${usual} d'habitude.`,
    en: (party: string, recent: string, usual: string) =>
      `${party} pays its latest invoices ${recent} late, against ${usual} usually.`,
  },
  "overdue-habit-says": {
    fr: (party: string, open: string, usual: string) =>
      `${party} a laissé passer l'échéance de ${open}, alors que son retard usuel est de ${usual}.`,
    en: (party: string, open: string, usual: string) =>
      `${party} is ${open} past a due date, while its usual lateness is ${usual}.`,
  },
  "disputes-says": {
    fr: (party: string, partial: string, credits: string, now: string, usual: string) =>
      `${party}, en 90 jours : paiements partiels ${partial}, avoirs ${credits} ; ${now} de ses règlements sont contestés, contre ${usual} d'habitude.`,
    en: (party: string, partial: string, credits: string, now: string, usual: string) =>
      `${party}, in 90 days: partial payments ${partial}, credit notes ${credits}; ${now} of its payments are disputed, against ${usual} usually.`,
  },
  "concentration-says": {
    fr: (party: string, share: string, more: string) =>
      `${party} pèse ${share} des ventes de six mois, ${more} de plus que les six mois d'avant.`,
    en: (party: string, share: string, more: string) =>
      `${party} makes ${share} of six months' sales, ${more} more than the six months before.`,
  },
  "terms-shrinking-says": {
    fr: (party: string, now: string, usual: string) =>
      `${party} ne laisse plus que ${now} pour payer, contre ${usual} auparavant.`,
    en: (party: string, now: string, usual: string) =>
      `${party} leaves only ${now} to pay, against ${usual} before.`,
  },
  "order-gap-says": {
    fr: (party: string, now: string, usual: string) =>
      `Rien n'a été facturé à ${party} depuis ${now}, alors que ses factures se suivent à ${usual}.`,
    en: (party: string, now: string, usual: string) =>
      `Nothing was billed to ${party} for ${now}, while its invoices usually come ${usual} apart.`,
  },
  "margin-erosion-says": {
    fr: (party: string, before: string, now: string) =>
      `${party} : la marge baisse de mois en mois, ${before} au début des douze derniers, ${now} à la fin.`,
    en: (party: string, before: string, now: string) =>
      `${party}: the margin falls month after month, ${before} at the start of the last twelve, ${now} at the end.`,
  },
  "low-point-says": {
    fr: (now: string, change: string, ahead: string) =>
      `Le point bas du mois est de ${now} et bouge de ${change} par mois ; à ce rythme il serait de ${ahead} dans trois mois.`,
    en: (now: string, change: string, ahead: string) =>
      `The month's lowest balance is ${now} and moves by ${change} a month; at this pace it would be ${ahead} in three months.`,
  },
  "days-below-floor-says": {
    fr: (now: string, usual: string) =>
      `Le solde a passé ${now} sous le plancher en un mois, contre ${usual} d'habitude.`,
    en: (now: string, usual: string) =>
      `The balance spent ${now} below the floor in a month, against ${usual} usually.`,
  },
  "overdraft-fees-says": {
    fr: (now: string, before: string) =>
      `La banque a pris ${now} de frais de découvert en 90 jours, contre ${before} les 90 jours d'avant.`,
    en: (now: string, before: string) =>
      `The bank took ${now} of overdraft fees in 90 days, against ${before} in the 90 days before.`,
  },
});
