import { catalogue } from "./words.ts";

/** The words of margins by customer and by family. */
export const marginWords = catalogue({
  title: { fr: "Marges", en: "Margins" },
  lead: {
    fr: (margin: string, rate: string, sales: string) =>
      `Marge de ${margin}, soit ${rate} de ${sales} de ventes.`,
    en: (margin: string, rate: string, sales: string) =>
      `Margin of ${margin}, or ${rate} of ${sales} in sales.`,
  },
  half: {
    fr: (count: string, all: string) => `${count} clients sur ${all} en font la moitié.`,
    en: (count: string, all: string) => `${count} of ${all} customers make half of it.`,
  },
  halfOne: {
    fr: (name: string) => `${name} en fait la moitié à lui seul.`,
    en: (name: string) => `${name} alone makes half of it.`,
  },
  adds: {
    fr: "La somme des clients et celle des familles égalent la marge du compte de résultat (ventes 70 moins achats 601 à 605, 607 à 609 et sous-traitance 611), au centime.",
    en: "Customers and families both add up to the margin of the profit and loss account (sales 70 less purchases 601 to 605, 607 to 609 and subcontracting 611), to the cent.",
  },
  apart: {
    fr: (gap: string) =>
      `La somme des clients s'écarte de la marge du compte de résultat de ${gap}.`,
    en: (gap: string) =>
      `Customers differ from the margin of the profit and loss account by ${gap}.`,
  },
  credit: {
    fr: (cost: string, rate: string) =>
      `Attendre les paiements a coûté ${cost}, à ${rate} l'an : ce coût est retiré de la courbe et de « Après crédit », pas de la marge.`,
    en: (cost: string, rate: string) =>
      `Waiting to be paid cost ${cost}, at ${rate} a year: the curve and “After credit” deduct it, the margin does not.`,
  },
  "costs-mostly-allocated": {
    fr: "Plus de la moitié des coûts ne nomment aucun client et sont répartis par les ventes : les marges sont de fiabilité C.",
    en: "More than half of the costs name no customer and are allocated by sales: margins have reliability C.",
  },
  "rates-not-comparable": {
    fr: "Les taux de marge ne sont ni donnés ni classés : aucun coût ne distingue un client d'un autre.",
    en: "Margin rates are neither given nor ranked: no cost tells one customer from another.",
  },
  "sales-without-customer": {
    fr: "Des ventes ne nomment pas de client : elles ont leur propre ligne.",
    en: "Some sales name no customer: they have a row of their own.",
  },
  "no-period-before": {
    fr: "Aucune vente sur la période d'avant : rien à quoi comparer.",
    en: "No sale in the period before: nothing to compare with.",
  },
  whale: {
    fr: "Marge cumulée, du meilleur client au dernier",
    en: "Cumulative margin, from the best customer to the last",
  },
  whaleWhat: {
    fr: (count: string) =>
      `Clients : ${count} ; marge après coûts répartis et coût du crédit, cumulée.`,
    en: (count: string) =>
      `Customers: ${count}; cumulative margin after allocated costs and cost of credit.`,
  },
  whaleFile: { fr: "marge-cumulee-des-clients", en: "cumulative-customer-margin" },
  cumulative: { fr: "Cumul", en: "Cumulative" },
  drivers: {
    fr: "Ce qui a changé la marge",
    en: "What moved the margin",
  },
  driversWhat: {
    fr: (from: string, to: string) =>
      `Depuis la période du ${from} au ${to} ; volume : nombre de factures.`,
    en: (from: string, to: string) =>
      `Since the period from ${from} to ${to}; volume: number of invoices.`,
  },
  driversFile: { fr: "evolution-de-la-marge", en: "change-of-margin" },
  noDriver: {
    fr: "Rien n'a changé la marge depuis la période d'avant, ou elle n'a pas de ventes.",
    en: "Nothing moved the margin since the period before, or it has no sales.",
  },
  before: { fr: "Période d'avant", en: "Period before" },
  after: { fr: "Période", en: "Period" },
  part: { fr: "Effet", en: "Effect" },
  amount: { fr: "Montant", en: "Amount" },
  volume: { fr: "Volume", en: "Volume" },
  mix: { fr: "Mix", en: "Mix" },
  price: { fr: "Prix", en: "Price" },
  cost: { fr: "Coûts", en: "Costs" },
  new: { fr: "Nouveaux clients", en: "New customers" },
  lost: { fr: "Clients perdus", en: "Lost customers" },
  unsplit: { fr: "Non partagé", en: "Not split" },
  clients: { fr: "Clients", en: "Customers" },
  clientsWhat: {
    fr: "Marge directe : ventes moins les coûts qui nomment le client. Après crédit : marge directe moins l'attente des paiements. Marge : marge directe moins les coûts répartis par les ventes.",
    en: "Direct margin: sales less the costs that name the customer. After credit: direct margin less waiting for payments. Margin: direct margin less the costs allocated by sales.",
  },
  client: { fr: "Client", en: "Customer" },
  nameless: { fr: "Sans client nommé", en: "No customer named" },
  invoices: { fr: "Factures", en: "Invoices" },
  sales: { fr: "Ventes", en: "Sales" },
  direct: { fr: "Coûts directs", en: "Direct costs" },
  cm1: { fr: "Marge directe", en: "Direct margin" },
  creditCost: { fr: "Crédit", en: "Credit" },
  cm2: { fr: "Après crédit", en: "After credit" },
  allocated: { fr: "Coûts répartis", en: "Allocated costs" },
  margin: { fr: "Marge", en: "Margin" },
  rate: { fr: "Taux", en: "Rate" },
  interval: { fr: "8 fois sur 10", en: "8 times in 10" },
  range: {
    fr: (low: string, high: string) => `${low} à ${high} %`,
    en: (low: string, high: string) => `${low} to ${high}%`,
  },
  fewSales: { fr: "d'après l'ensemble", en: "from all customers" },
  ratesWhat: {
    fr: "Sous trois ventes, le taux est estimé d'après l'ensemble des clients, sans rang. Un même rang : rien ne départage.",
    en: "Under three sales the rate is estimated from all customers, without a rank. Same rank: nothing tells them apart.",
  },
  rank: { fr: "Rang", en: "Rank" },
  families: { fr: "Familles", en: "Families" },
  familiesWhat: {
    fr: "Une famille est un compte de ventes ; les achats vont aux ventes de même nature, les autres sont répartis.",
    en: "A family is a sales account; purchases go to sales of the same nature, others are allocated by sales.",
  },
  family: { fr: "Famille", en: "Family" },
  documents: { fr: "Ventes (nb)", en: "Sales (no.)" },
  ofNature: { fr: "Même nature", en: "Same nature" },
  familyRate: { fr: "Taux", en: "Rate" },
  none: {
    fr: "Aucune vente sur cette période : choisissez-en une autre.",
    en: "No sale in this period: choose another.",
  },
});
