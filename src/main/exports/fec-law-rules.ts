import type { FecSeverity } from "./fec-findings.ts";
import type { FecRule, ShownFacts } from "./fec-rule.ts";

type Words = (facts: ShownFacts) => string;

const A47 = "LPF art. A47 A-1";

function law(severity: FecSeverity, source: string, words: [Words, Words]): FecRule {
  const [fr, en] = words;
  return { level: "law", severity, source, fr, en };
}

/** What the law and the general accounting plan ask, beyond the tool: file and values. */
const fileRules = {
  "law.file-name": law("error", `${A47}, X`, [
    (f) => `Le nom « ${f.value} » n'est pas SirenFECAAAAMMJJ : neuf chiffres, FEC, la clôture.`,
    (f) => `The name "${f.value}" is not SirenFECYYYYMMDD: nine digits, FEC, the closing date.`,
  ]),
  "law.file-siren": law("error", `${A47}, X ; C. com. art. R123-221`, [
    (f) => `Le SIREN ${f.value} du nom de fichier est faux (clé de contrôle).`,
    (f) => `SIREN ${f.value} in the file name is wrong (check digit).`,
  ]),
  "law.file-company": law("error", `${A47}, X`, [
    (f) => `Le nom porte le SIREN ${f.value} ; celui de la société est ${f.expected}.`,
    (f) => `The name bears SIREN ${f.value}; the company's is ${f.expected}.`,
  ]),
  "law.file-closing": law("error", `${A47}, X`, [
    (f) => `Le nom porte la date ${f.value} ; l'exercice se clôt le ${f.expected}.`,
    (f) => `The name bears the date ${f.value}; the fiscal year ends on ${f.expected}.`,
  ]),
  "law.charset": law("error", `${A47}, VI 1°`, [
    (f) => `Le jeu de caractères est ${f.value} ; il faut ASCII, ISO-8859-15 ou UTF-8.`,
    (f) => `The character set is ${f.value}; it must be ASCII, ISO-8859-15 or UTF-8.`,
  ]),
  "law.byte-order-mark": law("anomaly", `${A47}, VI 1°`, [
    () => "Le fichier commence par une marque d'ordre (BOM) que des logiciels lisent mal.",
    () => "The file starts with a byte order mark, which some software misreads.",
  ]),
  "law.column-order": law("error", `${A47}, VII 1°`, [
    (f) => `La colonne ${f.expected} devrait se trouver à la place de « ${f.value} ».`,
    (f) => `Column ${f.expected} should stand where "${f.value}" is.`,
  ]),
  "law.column-spelling": law("anomaly", `${A47}, VII 1°`, [
    (f) => `La colonne « ${f.value} » s'écrit ${f.expected}.`,
    (f) => `Column "${f.value}" is spelt ${f.expected}.`,
  ]),
  "law.field-control": law("error", `${A47}, VI 2°`, [
    () => "Un champ contient un saut de ligne ou un caractère de contrôle.",
    () => "A field holds a line break or a control character.",
  ]),
  "law.field-separator": law("anomaly", `${A47}, VI 2°`, [
    () => "Un champ contient l'autre séparateur (| ou tabulation), que des logiciels lisent.",
    () => "A field holds the other separator (| or tab), which some software reads.",
  ]),
  "law.amount-format": law("error", `${A47}, VI 2°`, [
    (f) => `${f.column} « ${f.value} » : chiffres, virgule et signe seulement.`,
    (f) => `${f.column} "${f.value}": digits, a comma and a sign only.`,
  ]),
  "law.amount-decimals": law("anomaly", `${A47}, VI 2°`, [
    (f) => `${f.column} « ${f.value} » est plus fin que le centime.`,
    (f) => `${f.column} "${f.value}" is finer than the cent.`,
  ]),
  "law.date-format": law("error", `${A47}, VI 2°`, [
    (f) => `${f.column} « ${f.value} » n'est pas écrite AAAAMMJJ.`,
    (f) => `${f.column} "${f.value}" is not written YYYYMMDD.`,
  ]),
  "law.date-real": law("error", `${A47}, VI 2°`, [
    (f) => `${f.column} « ${f.value} » n'existe pas au calendrier.`,
    (f) => `${f.column} "${f.value}" is not in the calendar.`,
  ]),
  "law.currency-code": law("error", `${A47}, VII 1°, champs 17 et 18`, [
    (f) => `Le montant en devise « ${f.value} » n'a pas d'identifiant de devise.`,
    (f) => `The amount in currency "${f.value}" has no currency code.`,
  ]),
  "law.currency-amount": law("error", `${A47}, VII 1°, champs 17 et 18`, [
    (f) => `La devise « ${f.value} » n'a pas de montant.`,
    (f) => `Currency "${f.value}" has no amount.`,
  ]),
  "law.currency-iso": law("error", `${A47}, VII 1°, champ 18 ; ISO 4217`, [
    (f) => `La devise « ${f.value} » n'est pas un code ISO 4217 en capitales.`,
    (f) => `Currency "${f.value}" is not an ISO 4217 code in capitals.`,
  ]),
  "law.cash-value": law("error", `${A47}, VIII 5° et 7°`, [
    (f) => `${f.column} n'a pas de valeur alors que le règlement doit être daté et qualifié.`,
    (f) => `${f.column} has no value although the payment must have a date and a means.`,
  ]),
} as const satisfies Record<string, FecRule>;

/** What the law asks of entries, their numbers, their order, their lettering, their accounts. */
const entryRules = {
  "law.entry-unbalanced": law("error", "PCG art. 1031-1", [
    (f) => `L'écriture ${f.value} n'est pas équilibrée : écart de ${f.expected}.`,
    (f) => `Entry ${f.value} does not balance: it is off by ${f.expected}.`,
  ]),
  "law.file-unbalanced": law("error", "PCG art. 1031-1", [
    (f) => `Le fichier n'est pas équilibré : débit ${f.value}, crédit ${f.expected}.`,
    (f) => `The file does not balance: debit ${f.value}, credit ${f.expected}.`,
  ]),
  "law.entry-dates": law("error", `${A47}, VII 1°, champ 4`, [
    (f) => `L'écriture ${f.value} porte plusieurs dates de comptabilisation.`,
    (f) => `Entry ${f.value} bears several accounting dates.`,
  ]),
  "law.entry-validations": law("error", `${A47}, VII 1°, champ 16`, [
    (f) => `L'écriture ${f.value} porte plusieurs dates de validation.`,
    (f) => `Entry ${f.value} bears several validation dates.`,
  ]),
  "law.entry-outside-year": law("error", `${A47}, I`, [
    (f) => `La date ${f.value} n'est pas dans l'exercice (${f.expected}).`,
    (f) => `Date ${f.value} is not in the fiscal year (${f.expected}).`,
  ]),
  "law.validation-before-entry": law("error", "PCG art. 1031-3", [
    (f) => `L'écriture est validée le ${f.value}, avant sa date du ${f.expected}.`,
    (f) => `The entry is validated on ${f.value}, before its date of ${f.expected}.`,
  ]),
  "law.validation-order": law("error", `${A47}, I`, [
    (f) =>
      `La validation du ${f.value} suit celle du ${f.expected} : l'ordre n'est pas celui du temps.`,
    (f) => `Validation of ${f.value} follows that of ${f.expected}: not in chronological order.`,
  ]),
  "law.number-gap": law("error", `${A47}, VII 1°, champ 3`, [
    (f) => `La numérotation passe de ${f.expected} à ${f.value} : la séquence a un trou.`,
    (f) => `Numbering goes from ${f.expected} to ${f.value}: the sequence has a gap.`,
  ]),
  "law.number-order": law("error", `${A47}, VII 1°, champ 3`, [
    (f) => `L'écriture ${f.value} vient après ${f.expected} : la séquence ne croît pas.`,
    (f) => `Entry ${f.value} comes after ${f.expected}: the sequence does not increase.`,
  ]),
  "law.number-repeated": law("error", `${A47}, VII 1°, champ 3`, [
    (f) => `Le numéro ${f.value} sert deux fois, ou ses lignes sont éparpillées.`,
    (f) => `Number ${f.value} serves twice, or its lines are scattered.`,
  ]),
  "law.number-same": law("error", `${A47}, VII 1°, champ 3`, [
    (f) => `Toutes les écritures portent le même numéro ${f.value}.`,
    (f) => `All entries bear the same number ${f.value}.`,
  ]),
  "law.number-start": law("anomaly", `${A47}, VII 1°, champ 3`, [
    (f) => `La numérotation du journal ${f.value} commence à ${f.expected}.`,
    (f) => `Numbering of journal ${f.value} starts at ${f.expected}.`,
  ]),
  "law.number-form": law("anomaly", `${A47}, VII 1°, champ 3`, [
    (f) =>
      `Le numéro « ${f.value} » ne finit pas par des chiffres : sa suite n'est pas vérifiable.`,
    (f) => `Number "${f.value}" does not end in digits: its sequence cannot be checked.`,
  ]),
  "law.opening-first": law("error", `${A47}, I et VII 1°, champ 3`, [
    (f) => `L'à-nouveau ${f.value} vient après d'autres écritures ; il doit être en tête.`,
    (f) => `Opening entry ${f.value} comes after other entries; it must be at the head.`,
  ]),
  "law.opening-date": law("anomaly", `${A47}, I`, [
    (f) => `L'à-nouveau est daté du ${f.value}, et non de l'ouverture (${f.expected}).`,
    (f) => `The opening entry is dated ${f.value}, not the opening day (${f.expected}).`,
  ]),
  "law.opening-result": law("error", "PCG art. 1131-1", [
    (f) => `Un à-nouveau reprend le compte de gestion ${f.value}.`,
    (f) => `An opening entry carries the income statement account ${f.value} forward.`,
  ]),
  "law.closing-entry": law("error", `${A47}, I`, [
    (f) =>
      `L'écriture ${f.value} solde les comptes 6 et 7 par le résultat ; elle doit être exclue.`,
    (f) => `Entry ${f.value} clears accounts 6 and 7 into the result; it must be left out.`,
  ]),
  "law.letter-date": law("error", `${A47}, VII 1°, champs 14 et 15`, [
    (f) => `La lettre ${f.value} n'a pas de date de lettrage.`,
    (f) => `Letter ${f.value} has no lettering date.`,
  ]),
  "law.letter-missing": law("error", `${A47}, VII 1°, champs 14 et 15`, [
    (f) => `La date de lettrage ${f.value} n'a pas de lettre.`,
    (f) => `Lettering date ${f.value} has no letter.`,
  ]),
  "law.letter-unbalanced": law("error", `${A47}, VII 1°, champ 14`, [
    (f) => `Les lignes lettrées ${f.value} ne se soldent pas : écart de ${f.expected}.`,
    (f) => `The lines lettered ${f.value} do not net to zero: off by ${f.expected}.`,
  ]),
  "law.letter-carried": law("anomaly", `${A47}, VII 1°, champ 14`, [
    (f) =>
      `Les lignes lettrées ${f.value} ne se soldent pas ici (${f.expected}) ; l'à-nouveau joue.`,
    (f) => `The lines lettered ${f.value} do not net here (${f.expected}); the opening plays in.`,
  ]),
  "law.account-chart": law("error", `${A47}, VII 1°, champ 5 ; PCG art. 1121-1`, [
    (f) => `Le compte ${f.value} ne commence pas par un compte du plan comptable.`,
    (f) => `Account ${f.value} does not start with an account of the chart.`,
  ]),
  "law.account-subdivision": law("anomaly", `${A47}, VII 1°, champ 5 ; PCG art. 1131-1`, [
    (f) => `Le compte ${f.value} n'est pas au plan de l'exercice (${f.expected} seul l'est).`,
    (f) => `Account ${f.value} is not in the year's chart (only ${f.expected} is).`,
  ]),
  "law.account-label": law("error", `${A47}, VII 1°, champ 6`, [
    (f) => `Le compte a deux libellés : « ${f.expected} » et « ${f.value} ».`,
    (f) => `The account has two labels: "${f.expected}" and "${f.value}".`,
  ]),
  "law.party-label": law("anomaly", `${A47}, VII 1°, champs 7 et 8`, [
    (f) => `Compte auxiliaire « ${f.value} » : un numéro sans libellé, ou l'inverse.`,
    (f) => `Auxiliary account "${f.value}": a number without a label, or the reverse.`,
  ]),
} as const satisfies Record<string, FecRule>;

export const fecLawRules = { ...fileRules, ...entryRules } as const;
