import { catalogue } from "./words.ts";

/** The words of seasons: what the months do, whether it counts, and how days share a month. */
export const seasonWords = catalogue({
  title: { fr: "Saisons", en: "Seasons" },
  asOn: { fr: (day: string) => `au ${day}`, en: (day: string) => `as of ${day}` },
  series: { fr: "Série", en: "Series" },
  billing: { fr: "Facturation", en: "Billing" },
  receipts: { fr: "Encaissements", en: "Receipts" },
  payments: { fr: "Décaissements", en: "Payments" },
  active: {
    fr: (best: string, worst: string) =>
      `Il y a une saison : ${best} au plus haut, ${worst} au plus bas. Elle améliore les prévisions essayées sur le passé et n'est sans doute pas due au hasard.`,
    en: (best: string, worst: string) =>
      `There is a season: ${best} is the highest, ${worst} the lowest. It improves forecasts tried on the past and is most likely not due to chance.`,
  },
  "under-12-months": {
    fr: (months: string) =>
      `Pas de saison encore : il faut douze mois entiers, le dossier en a ${months}.`,
    en: (months: string) => `No season yet: it takes twelve full months, the book has ${months}.`,
  },
  "under-18-months": {
    fr: (months: string) =>
      `Une saison se dessine mais n'est pas retenue : il faut dix-huit mois pour l'essayer sur le passé, le dossier en a ${months}.`,
    en: (months: string) =>
      `A season shows but is not kept: it takes eighteen months to try it on the past, the book has ${months}.`,
  },
  "no-gain": {
    fr: "La saison n'est pas retenue : essayée sur les mois passés, elle n'améliore pas la prévision d'au moins 3 %.",
    en: "The season is not kept: tried on past months, it does not improve the forecast by 3% or more.",
  },
  "not-significant": {
    fr: "La saison n'est pas retenue : un tel ordre entre les mois viendrait trop souvent du hasard.",
    en: "The season is not kept: such a pattern among months would come too often by chance.",
  },
  "no-level": {
    fr: "Pas de saison : la série n'a pas de niveau auquel rapporter ses mois.",
    en: "No season: the series has no level to set its months against.",
  },
  error: {
    fr: (withIt: string, without: string, naive: string) =>
      `Erreur d'une prévision à un mois : ${withIt} avec la saison, ${without} sans, ${naive} en répétant l'an passé (1 : la variation usuelle d'un mois à l'autre).`,
    en: (withIt: string, without: string, naive: string) =>
      `Error of a forecast one month ahead: ${withIt} with the season, ${without} without, ${naive} repeating last year (1: the usual change from one month to the next).`,
  },
  chance: {
    fr: (amounts: string, ranks: string) =>
      `Un tel ordre entre les mois arriverait par hasard ${amounts} d'après les montants, ${ranks} d'après leurs rangs.`,
    en: (amounts: string, ranks: string) =>
      `Such a pattern among months would come by chance ${amounts} judging by amounts, ${ranks} by ranks.`,
  },
  times: {
    fr: (count: string) => `${count} fois sur 100`,
    en: (count: string) => `${count} times in 100`,
  },
  rarely: { fr: "moins d'une fois sur 100", en: "less than once in 100" },
  weight: {
    fr: (share: string) =>
      `Les indices sont ramenés vers 1 : ${share} de ce que les années montrent est gardé.`,
    en: (share: string) => `Indices are shrunk towards 1: ${share} of what the years show is kept.`,
  },
  indexChart: {
    fr: "Indice de chaque mois (1 : un mois moyen)",
    en: "Index of each month (1: an average month)",
  },
  indexWhat: {
    fr: (months: string) => `Mois entiers : ${months} ; ▸ le mois en cours.`,
    en: (months: string) => `Full months: ${months}; ▸ the current month.`,
  },
  indexFile: { fr: "indices-de-saison", en: "season-indices" },
  weekdays: { fr: "Part de chaque jour de la semaine", en: "Share of each weekday" },
  weekdaysFile: { fr: "parts-des-jours-de-la-semaine", en: "shares-of-weekdays" },
  inMonth: {
    fr: "Part de chaque jour ouvré du mois",
    en: "Share of each business day of the month",
  },
  inMonthFile: { fr: "parts-des-jours-du-mois", en: "shares-of-days-of-the-month" },
  shareWhat: {
    fr: "En nombre de pièces, ramené vers un partage égal.",
    en: "By number of documents, shrunk towards equal shares.",
  },
  noDay: { fr: "Aucun jour connu encore.", en: "No day known yet." },
  firstDay: { fr: "1er jour ouvré", en: "business day 1" },
  nthDay: { fr: (n: string) => `${n}e jour ouvré`, en: (n: string) => `business day ${n}` },
  lastDay: { fr: "dernier jour ouvré", en: "last business day" },
  fromEnd: {
    fr: (n: string) => `${n}e en partant de la fin`,
    en: (n: string) => `${n} from the end`,
  },
  day: { fr: "Jour", en: "Day" },
  share: { fr: "Part", en: "Share" },
  months: { fr: "Mois de l'année", en: "Months of the year" },
  monthsWhat: {
    fr: "Jours ouvrés : ce que leur nombre seul ferait de l'indice.",
    en: "Business days: what their number alone would make of the index.",
  },
  month: { fr: "Mois", en: "Month" },
  index: { fr: "Indice", en: "Index" },
  calendar: { fr: "Jours ouvrés seuls", en: "Business days alone" },
  years: { fr: "Années", en: "Years" },
  documents: { fr: "Pièces", en: "Documents" },
  noMonth: {
    fr: "Aucun indice avant douze mois entiers.",
    en: "No index before twelve full months.",
  },
  history: { fr: "Mois par mois", en: "Month by month" },
  total: { fr: "Montant", en: "Amount" },
  businessDays: { fr: "Jours ouvrés", en: "Business days" },
  ratio: { fr: "Sur le niveau de l'année", en: "Ratio to year level" },
  noHistory: {
    fr: "Rien encore dans cette série : il y faut des factures ou des relevés.",
    en: "Nothing in this series yet: it takes invoices or statements.",
  },
  noFull: { fr: "Aucun mois entier encore.", en: "No full month yet." },
  import: { fr: "Importer des fichiers", en: "Import files" },
});
