import { catalogue } from "./words.ts";

/** The words of the clients' risk: map, scores with their reasons, one client, ageing. */
export const clientWords = catalogue({
  title: { fr: "Clients", en: "Customers" },
  on: { fr: (day: string) => `au ${day}`, en: (day: string) => `as of ${day}` },
  loading: { fr: "Lecture des paiements", en: "Reading payments" },
  noneRisky: {
    fr: (all: string) =>
      `Aucun client sur ${all} n'a plus d'une chance sur deux de payer sa prochaine facture avec plus de 15 j de retard.`,
    en: (all: string) =>
      `None of the ${all} customers is more likely than not to pay its next invoice over 15 days late.`,
  },
  oneRisky: {
    fr: (name: string, open: string, late: string) =>
      `${name} a plus d'une chance sur deux de payer sa prochaine facture avec plus de 15 j de retard : il doit ${open}, dont ${late} déjà en retard.`,
    en: (name: string, open: string, late: string) =>
      `${name} is more likely than not to pay its next invoice over 15 days late: it owes ${open}, of which ${late} is already late.`,
  },
  risky: {
    fr: (count: string, all: string, open: string, late: string) =>
      `${count} clients sur ${all} ont plus d'une chance sur deux de payer leur prochaine facture avec plus de 15 j de retard : ils doivent ${open}, dont ${late} déjà en retard.`,
    en: (count: string, all: string, open: string, late: string) =>
      `${count} of ${all} customers are more likely than not to pay their next invoice over 15 days late: they owe ${open}, of which ${late} is already late.`,
  },
  regression: {
    fr: (count: string) =>
      `Score appris sur ${count} factures, payées ou impayées depuis plus de 15 j.`,
    en: (count: string) =>
      `Score learnt from ${count} invoices, paid or unpaid for more than 15 days.`,
  },
  shares: {
    fr: (count: string) =>
      `${count} factures connues seulement : le score est la part de retards de chaque client, ramenée vers celle de l'ensemble.`,
    en: (count: string) =>
      `Only ${count} known invoices: the score is each customer's share of late payments, shrunk towards that of all.`,
  },
  figure: { fr: "Figure", en: "Figure" },
  map: { fr: "Carte des clients", en: "Map of customers" },
  ageing: { fr: "Ancienneté des créances", en: "Receivables ageing" },
  mapTitle: {
    fr: "En haut à droite, les clients qui doivent le plus et paieront sans doute en retard",
    en: "Top right, the customers who owe most and will probably pay late",
  },
  mapDescription: {
    fr: (count: string) =>
      `${count} clients qui doivent quelque chose ; surface : ce qui est déjà en retard, en rouge.`,
    en: (count: string) =>
      `${count} customers who owe something; bubble size: what is already late, in red.`,
  },
  mapFile: { fr: "carte-des-clients", en: "map-of-customers" },
  mapEmpty: {
    fr: "Aucun client ne doit rien : rien à placer sur la carte.",
    en: "No customer owes anything: there is nothing to place on the map.",
  },
  ageingTitle: {
    fr: (share: string) =>
      `${share} de ce que les comptes clients laissent ouvert a plus de 90 j de retard`,
    en: (share: string) => `${share} of open customer balances is over 90 days overdue`,
  },
  ageingDescription: {
    fr: "D'après les écritures : une facture réglée mais pas encore lettrée y figure. Entrée ouvre ses lignes.",
    en: "From the entries: an invoice paid but not yet lettered is still there. Enter opens its lines.",
  },
  ageingFile: { fr: "anciennete-des-creances", en: "ageing-of-receivables" },
  ageingEmpty: {
    fr: "Rien n'est ouvert sur les comptes clients à cette date.",
    en: "Nothing is open on customers' accounts at this date.",
  },
  others: {
    fr: (count: string) => `${count} autres clients`,
    en: (count: string) => `${count} other customers`,
  },
  list: { fr: "Risque par client", en: "Risk by customer" },
  none: {
    fr: "Aucun client noté encore : les scores viennent des factures et de leurs paiements.",
    en: "No customer scored yet: scores come from invoices and their payments.",
  },
  nonePicked: { fr: "Aucun client ne répond à ces filtres.", en: "No customer matches." },
  importInvoices: { fr: "Importer des factures", en: "Import invoices" },
  owing: { fr: "Doivent", en: "Owing" },
  overdue: { fr: "En retard", en: "Late" },
  client: { fr: "Client", en: "Customer" },
  score: { fr: "Score", en: "Score" },
  chance: { fr: "Retard > 15 j", en: "Late > 15 d" },
  chanceAxis: {
    fr: "Chance que la prochaine facture ait plus de 15 j de retard",
    en: "Chance that the next invoice is over 15 days late",
  },
  open: { fr: "En cours", en: "Open" },
  late: { fr: "En retard", en: "Late" },
  known: { fr: "Factures", en: "Invoices" },
  grade: { fr: "Fiabilité", en: "Reliability" },
  mainReason: { fr: "Raison principale", en: "Main reason" },
  otherReasons: { fr: "Autres raisons", en: "Other reasons" },
  reason: {
    fr: (input: string, points: string) => `${input} : ${points}`,
    en: (input: string, points: string) => `${input}: ${points}`,
  },
  "usual-lateness": { fr: "retard usuel", en: "usual lateness" },
  "late-share": { fr: "part de paiements en retard", en: "share of late payments" },
  "late-5-share": {
    fr: "part de retards de plus de 5 j",
    en: "share over 5 days late",
  },
  "late-15-share": {
    fr: "part de retards de plus de 15 j",
    en: "share over 15 days late",
  },
  "amount-ratio": { fr: "montant face à l'habitude", en: "amount against the usual one" },
  term: { fr: "délai accordé", en: "term granted" },
  fromPortfolio: {
    fr: "estimé d'après l'ensemble des clients",
    en: "estimated from all customers",
  },
  scoreOf: {
    fr: (score: string, all: string) => `Score ${score} sur 100 ; ensemble des clients : ${all}`,
    en: (score: string, all: string) => `Score ${score} of 100; all customers: ${all}`,
  },
  chanceSaid: {
    fr: (chance: string) =>
      `Une chance de ${chance} que sa prochaine facture soit payée avec plus de 15 j de retard, ou pas du tout.`,
    en: (chance: string) =>
      `A chance of ${chance} that its next invoice is paid over 15 days late, or not at all.`,
  },
  why: { fr: "D'où vient ce score", en: "Where this score comes from" },
  portfolio: { fr: "Ensemble des clients", en: "All customers" },
  itsScore: { fr: "Score du client", en: "Its score" },
  points: { fr: "Points", en: "Points" },
  pattern: { fr: "Comment il paie", en: "How it pays" },
  noPattern: {
    fr: "Aucun paiement de ce client n'est encore rapproché.",
    en: "No payment of this customer is matched yet.",
  },
  openInvoices: { fr: "Factures ouvertes", en: "Open invoices" },
  noOpen: { fr: "Il ne doit rien.", en: "It owes nothing." },
  more: {
    fr: (count: string) => `et ${count} autres`,
    en: (count: string) => `and ${count} more`,
  },
  dueOn: {
    fr: (day: string) => `échéance ${day}`,
    en: (day: string) => `due ${day}`,
  },
  lateBy: { fr: (days: string) => `retard ${days} j`, en: (days: string) => `${days} d late` },
  seeInvoices: { fr: "Voir ses factures", en: "See its invoices" },
  measured: {
    fr: (grade: string, count: string, days: string) =>
      `Fiabilité ${grade} : ${count} factures, payées ou impayées depuis plus de 15 j, en ${days} jours.`,
    en: (grade: string, count: string, days: string) =>
      `Reliability ${grade}: ${count} invoices, paid or unpaid for more than 15 days, over ${days} days.`,
  },
});
