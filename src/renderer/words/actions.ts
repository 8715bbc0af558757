import { catalogue } from "./words.ts";

/** The words of what to do first: reminders within the minutes, payments in their order. */
export const actionWords = catalogue({
  title: { fr: "À faire d'abord", en: "To do first" },
  on: { fr: (day: string) => `au ${day}`, en: (day: string) => `as of ${day}` },
  loading: { fr: "Choix des relances", en: "Choosing reminders" },
  minutes: { fr: "Temps disponible", en: "Time available" },
  minutesUnit: { fr: "min", en: "min" },
  minutesError: { fr: "De 0 à 10 000 minutes.", en: "From 0 to 10,000 minutes." },
  chosen: {
    fr: (count: string, used: string, minutes: string, expected: string) =>
      `${count} relances en ${used} minutes sur ${minutes}, pour ${expected} attendus, temps passé déduit.`,
    en: (count: string, used: string, minutes: string, expected: string) =>
      `${count} reminders in ${used} of ${minutes} minutes: ${expected} expected, net of time spent.`,
  },
  chosenOne: {
    fr: (used: string, minutes: string, expected: string) =>
      `Une relance en ${used} minutes sur ${minutes}, pour ${expected} attendus, temps passé déduit.`,
    en: (used: string, minutes: string, expected: string) =>
      `One reminder in ${used} of ${minutes} minutes: ${expected} expected, net of time spent.`,
  },
  chosenNone: {
    fr: (minutes: string) => `Aucune relance ne vaut son temps en ${minutes} minutes.`,
    en: (minutes: string) => `No reminder is worth its time in ${minutes} minutes.`,
  },
  leftOut: {
    fr: (count: string) => `Clients qui vaudraient une relance, faute de temps : ${count}.`,
    en: (count: string) => `Customers worth a reminder but left out for lack of time: ${count}.`,
  },
  nothingActs: {
    fr: "Rien ne part d'ici : ni message, ni paiement. Ce sont des propositions, vous décidez et vous agissez.",
    en: "Nothing is sent from here: no message, no payment. These are proposals: you decide and you act.",
  },
  actions: { fr: "Relances, dans l'ordre", en: "Reminders, in order" },
  noAction: {
    fr: "Aucune relance à proposer : donnez plus de minutes, ou rien n'est en retard.",
    en: "No reminder to propose: give more minutes, or nothing is late.",
  },
  rank: { fr: "N°", en: "No." },
  what: { fr: "Action", en: "Action" },
  mail: { fr: "courriel", en: "email" },
  call: { fr: "appel", en: "call" },
  "formal-notice": { fr: "mise en demeure", en: "formal notice" },
  client: { fr: "Client", en: "Customer" },
  time: { fr: "Minutes", en: "Minutes" },
  expected: { fr: "Attendu", en: "Expected" },
  expectedNet: { fr: "Attendu, temps passé déduit", en: "Expected, net of time spent" },
  open: { fr: "Factures ouvertes", en: "Open invoices" },
  effect: { fr: "Effet", en: "Effect" },
  hypothesis: { fr: "hypothèse", en: "assumption" },
  measured: { fr: "mesuré", en: "measured" },
  why: { fr: "Pourquoi", en: "Why" },
  whyLate: {
    fr: (days: string, share: string, atRisk: string) =>
      `jusqu'à ${days} j de retard ; sans relance, ${share} hors délai, soit ${atRisk}`,
    en: (days: string, share: string, atRisk: string) =>
      `up to ${days} d late; without a reminder, ${share} paid late: ${atRisk}`,
  },
  whyEarly: {
    fr: (share: string, atRisk: string) =>
      `pas encore en retard ; sans relance, ${share} hors délai, soit ${atRisk}`,
    en: (share: string, atRisk: string) =>
      `not late yet; without a reminder, ${share} paid late: ${atRisk}`,
  },
  perMinute: { fr: "Attendu par minute", en: "Expected per minute" },
  "why-open": { fr: "Factures concernées", en: "Invoices concerned" },
  "why-days-late": { fr: "La plus en retard", en: "Longest overdue" },
  "why-unpaid-share": { fr: "Part hors délai sans relance", en: "Share paid late without it" },
  "why-at-risk": { fr: "Soit, en euros", en: "In euros" },
  "why-effect": {
    fr: "Part de ces euros que l'action ferait rentrer",
    en: "Share of these euros that it would bring in",
  },
  days: { fr: (n: string) => `${n} j`, en: (n: string) => `${n} d` },
  inShort: {
    fr: (kind: string, minutes: string) => `${kind}, ${minutes} minutes`,
    en: (kind: string, minutes: string) => `${kind}, ${minutes} minutes`,
  },
  reliability: {
    fr: (grade: string, payments: string) =>
      `Fiabilité ${grade} : ${payments} paiements connus de ce client.`,
    en: (grade: string, payments: string) =>
      `Reliability ${grade}: ${payments} payments of this customer known.`,
  },
  seeInvoices: { fr: "Voir ses factures", en: "See its invoices" },
  isHypothesis: {
    fr: "L'effet est une hypothèse : trente actions notées seront nécessaires pour le mesurer.",
    en: "The effect is an assumption: thirty logged actions are needed to measure it.",
  },
  done: { fr: "Relance faite", en: "Reminder made" },
  doneWhy: {
    fr: "Notée, elle laisse le client en paix sept jours, et son effet se mesure.",
    en: "Once noted, the customer is left in peace for seven days, and its effect is measured.",
  },
  doneKind: { fr: "Comment", en: "How" },
  doneOn: { fr: "Le", en: "On" },
  note: { fr: "Noter", en: "Note it" },
  noted: {
    fr: (invoices: string) => `Relance notée pour ${invoices} factures.`,
    en: (invoices: string) => `Reminder noted for ${invoices} invoices.`,
  },
  notedOne: { fr: "Relance notée pour une facture.", en: "Reminder noted for one invoice." },
  made: { fr: "Relances notées", en: "Reminders noted" },
  madeWhat: {
    fr: "Payée à temps : dans les 15 jours après l'échéance, ou dans le mois de la relance si elle les avait passés. Entrée ouvre la relance.",
    en: "Paid in time: within 15 days of the due date, or within a month of the reminder when later than that. Enter opens the reminder.",
  },
  noReminder: {
    fr: "Aucune relance notée encore : ouvrez une relance proposée et notez-la une fois faite.",
    en: "No reminder noted yet: open a proposed one and note it once made.",
  },
  invoices: { fr: "Factures", en: "Invoices" },
  inTime: { fr: "Payées à temps", en: "Paid in time" },
  by: { fr: "Par", en: "By" },
  outcomeWaiting: {
    fr: (day: string) => `attendue au ${day}`,
    en: (day: string) => `expected by ${day}`,
  },
  outcomePaid: { fr: "payée à temps", en: "paid in time" },
  outcomeUnpaid: { fr: "pas à temps", en: "not in time" },
  chanceBefore: {
    fr: (share: string) => `${share} de chances sans relance`,
    en: (share: string) => `${share} likely without a reminder`,
  },
  waiting: { fr: "en attente", en: "pending" },
  forget: { fr: "Ôter cette relance", en: "Remove this reminder" },
  forgotten: { fr: "Relance ôtée.", en: "Reminder removed." },
  effects: {
    fr: "Ce que chaque action est supposée obtenir",
    en: "Assumed effect of each action",
  },
  effectTime: { fr: "Minutes", en: "Minutes" },
  effectMore: { fr: "Par facture de plus", en: "Per extra invoice" },
  effectMean: { fr: "Part payée grâce à elle", en: "Share paid because of it" },
  effectRange: { fr: "9 fois sur 10", en: "9 times in 10" },
  between: {
    fr: (low: string, high: string) => `de ${low} à ${high}`,
    en: (low: string, high: string) => `from ${low} to ${high}`,
  },
  effectState: { fr: "État", en: "State" },
  effectBase: { fr: "Actions notées", en: "Logged actions" },
  payments: { fr: "Paiements à 30 jours, dans l'ordre", en: "Payments within 30 days, in order" },
  paymentsWhy: {
    fr: "Ce qui est échu d'abord : salaires, puis cotisations sociales, puis impôts, puis fournisseurs. Le reste attend son dernier jour, jamais au-delà du délai légal.",
    en: "What is due comes first: wages, then social contributions, then taxes, then suppliers. The rest waits for its last day, never beyond the legal terms.",
  },
  noPayment: {
    fr: "Aucun paiement dans les 30 jours : les achats et l'échéancier n'en portent pas.",
    en: "No payment within 30 days in bills or the schedule.",
  },
  toDo: { fr: "Quoi faire", en: "Action" },
  make: { fr: "payer", en: "pay" },
  hold: { fr: "attendre", en: "wait" },
  early: { fr: "payer en avance", en: "pay early" },
  payee: { fr: "À qui", en: "Payee" },
  legalRank: { fr: "Rang légal", en: "Legal rank" },
  wages: { fr: "salaires", en: "wages" },
  social: { fr: "social", en: "social" },
  taxes: { fr: "impôts", en: "taxes" },
  suppliers: { fr: "fournisseurs", en: "suppliers" },
  other: { fr: "autres", en: "other" },
  amount: { fr: "Montant", en: "Amount" },
  payOn: { fr: "Payer le", en: "Pay on" },
  payBy: { fr: "Au plus tard", en: "Latest" },
  monthLate: { fr: "Retard d'un mois", en: "One month late" },
  cash: { fr: "Trésorerie", en: "Cash" },
  short: { fr: "sous le plancher", en: "below the floor" },
  enough: { fr: "suffit", en: "enough" },
  reasons: { fr: "Raisons", en: "Reasons" },
  overdue: { fr: "échéance passée", en: "past due" },
  due: { fr: "échu ce jour", en: "due today" },
  "not-due": { fr: "pas encore échu", en: "not due yet" },
  "legal-limit": { fr: "délai légal plus court", en: "legal terms are shorter" },
  discount: { fr: "escompte qui rapporte", en: "discount worth taking" },
  "legal-rank": { fr: "rang légal d'abord", en: "legal rank first" },
});
