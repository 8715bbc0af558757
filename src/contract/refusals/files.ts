import { dateWords, moneyWords, sentence } from "../sentence.ts";

/** What a file turned out to be, in words, when it is not what was asked for. */
const kindWords: Record<string, { fr: string; en: string }> = {
  "camt.052": { fr: "un relevé provisoire CAMT.052", en: "an interim CAMT.052 report" },
  "camt.054": { fr: "un avis CAMT.054", en: "a CAMT.054 notice" },
  mt940: { fr: "un relevé MT940", en: "an MT940 statement" },
  cfonb120: { fr: "un relevé CFONB 120", en: "a CFONB 120 statement" },
  cfonb240: { fr: "un fichier CFONB 240", en: "a CFONB 240 file" },
  qif: { fr: "un fichier QIF", en: "a QIF file" },
  pdf: { fr: "un PDF", en: "a PDF" },
  image: { fr: "une image", en: "an image" },
  zip: { fr: "une archive ou un classeur", en: "an archive or a workbook" },
  xml: { fr: "un XML d'un autre type", en: "XML of another kind" },
  ofx: { fr: "un relevé OFX", en: "an OFX statement" },
  "camt.053": { fr: "un relevé CAMT.053", en: "a CAMT.053 statement" },
  binary: { fr: "un fichier binaire", en: "a binary file" },
};

const treatmentWords: Record<string, { fr: string; en: string }> = {
  "reverse-charge": { fr: "autoliquidation", en: "reverse charge" },
  "intra-community": { fr: "intracommunautaire", en: "intra-community" },
  export: { fr: "export", en: "export" },
  exempt: { fr: "exonéré", en: "exempt" },
};

const list = (words: readonly string[]) => words.map((w) => `« ${w} »`).join(", ");
const listEn = (words: readonly string[]) => words.map((w) => `"${w}"`).join(", ");
const rateWords = (bps: number) => `${bps / 100}`;

/**
 * Refusals about files that people drop in. The first group refuses the whole file and names it;
 * the second refuses one row, naming line and column: its sentence is shown below the file's name.
 */
export const fileRefusals = {
  "files.empty": sentence<{ file: string }>({
    fr: (f) => `${f.file} est vide.`,
    en: (f) => `${f.file} is empty.`,
  }),
  "files.unsupported": sentence<{ file: string; found: string }>({
    fr: (f) =>
      `${f.file} est ${kindWords[f.found]?.fr ?? f.found}, qui ne se lit pas ici ; ` +
      "demandez un export CAMT, CFONB 120, MT940, OFX, QIF ou CSV (relevés), ou CSV (tableaux).",
    en: (f) =>
      `${f.file} is ${kindWords[f.found]?.en ?? f.found}, which is not read here; ` +
      "ask for a CAMT, CFONB 120, MT940, OFX, QIF or CSV export (statements), or CSV (tables).",
  }),
  "files.unclosed-quote": sentence<{ file: string; line: number }>({
    fr: (f) => `${f.file}, ligne ${f.line} : un guillemet ouvert n'est jamais refermé.`,
    en: (f) => `${f.file}, line ${f.line}: a quotation mark is opened and never closed.`,
  }),
  "files.no-header": sentence<{ file: string }>({
    fr: (f) => `${f.file} : aucune ligne d'en-tête trouvée ; donnez un nom à chaque colonne.`,
    en: (f) => `${f.file}: no header line found; give each column a name.`,
  }),
  "files.missing-columns": sentence<{
    file: string;
    line: number;
    missing: readonly string[];
    headers: readonly string[];
  }>({
    fr: (f) =>
      `${f.file}, ligne ${f.line} : il manque ${list(f.missing)}. ` +
      `En-têtes trouvés : ${list(f.headers)} ; indiquez lequel correspond.`,
    en: (f) =>
      `${f.file}, line ${f.line}: ${listEn(f.missing)} missing. ` +
      `Headers found: ${listEn(f.headers)}; say which one it is.`,
  }),
  "files.unknown-header": sentence<{
    file: string;
    field: string;
    header: string;
    headers: readonly string[];
  }>({
    fr: (f) =>
      `${f.file} : la colonne « ${f.header} » choisie pour « ${f.field} » n'existe pas. ` +
      `En-têtes trouvés : ${list(f.headers)}.`,
    en: (f) =>
      `${f.file}: the column "${f.header}" chosen for "${f.field}" does not exist. ` +
      `Headers found: ${listEn(f.headers)}.`,
  }),
  "files.broken-xml": sentence<{ file: string; line: number; reason: string }>({
    fr: (f) => `${f.file}, ligne ${f.line} : XML mal formé (${f.reason}).`,
    en: (f) => `${f.file}, line ${f.line}: malformed XML (${f.reason}).`,
  }),
  "files.truncated": sentence<{ file: string; line: number }>({
    fr: (f) => `${f.file} s'arrête net à la ligne ${f.line} ; téléchargez-le de nouveau.`,
    en: (f) => `${f.file} stops short at line ${f.line}; download it again.`,
  }),
  "files.doctype": sentence<{ file: string; line: number }>({
    fr: (f) => `${f.file}, ligne ${f.line} : un relevé ne déclare ni DOCTYPE ni entités.`,
    en: (f) => `${f.file}, line ${f.line}: a statement declares neither DOCTYPE nor entities.`,
  }),
  "files.no-statement": sentence<{ file: string }>({
    fr: (f) => `${f.file} ne contient aucun relevé de compte.`,
    en: (f) => `${f.file} holds no account statement.`,
  }),
  "files.bank-error": sentence<{ file: string; code: string; message: string }>({
    fr: (f) => `${f.file} : la banque a répondu par l'erreur ${f.code} (${f.message}).`,
    en: (f) => `${f.file}: the bank answered with error ${f.code} (${f.message}).`,
  }),

  "files.too-many-cells": sentence<{ line: number; cells: number; headers: number }>({
    fr: (f) => `Ligne ${f.line} : ${f.cells} cellules pour ${f.headers} colonnes.`,
    en: (f) => `Line ${f.line}: ${f.cells} cells for ${f.headers} columns.`,
  }),
  "files.missing-cell": sentence<{ line: number; column: string }>({
    fr: (f) => `Ligne ${f.line} : « ${f.column} » est vide.`,
    en: (f) => `Line ${f.line}: "${f.column}" is empty.`,
  }),
  "files.bad-amount": sentence<{ line: number; column: string; text: string }>({
    fr: (f) => `Ligne ${f.line}, « ${f.column} » : « ${f.text} » n'est pas un montant au centime.`,
    en: (f) => `Line ${f.line}, "${f.column}": "${f.text}" is not an amount to the cent.`,
  }),
  "files.ambiguous-amount": sentence<{ line: number; column: string; text: string }>({
    fr: (f) =>
      `Ligne ${f.line}, « ${f.column} » : « ${f.text} » se lit de deux façons ; ` +
      "précisez si la virgule ou le point sépare les centimes.",
    en: (f) =>
      `Line ${f.line}, "${f.column}": "${f.text}" reads two ways; ` +
      "say whether the comma or the point separates the cents.",
  }),
  "files.zero-amount": sentence<{ line: number }>({
    fr: (f) => `Ligne ${f.line} : montant nul, rien à importer.`,
    en: (f) => `Line ${f.line}: the amount is zero, nothing to import.`,
  }),
  "files.bad-date": sentence<{ line: number; column: string; text: string }>({
    fr: (f) => `Ligne ${f.line}, « ${f.column} » : « ${f.text} » n'est pas une date qui existe.`,
    en: (f) => `Line ${f.line}, "${f.column}": "${f.text}" is not a date that exists.`,
  }),
  "files.bad-rate": sentence<{ line: number; column: string; text: string }>({
    fr: (f) => `Ligne ${f.line}, « ${f.column} » : « ${f.text} » n'est pas un taux.`,
    en: (f) => `Line ${f.line}, "${f.column}": "${f.text}" is not a rate.`,
  }),
  "files.bad-word": sentence<{
    line: number;
    column: string;
    text: string;
    allowed: readonly string[];
  }>({
    fr: (f) => `Ligne ${f.line}, « ${f.column} » : « ${f.text} » ; attendu : ${list(f.allowed)}.`,
    en: (f) => `Line ${f.line}, "${f.column}": "${f.text}"; expected: ${listEn(f.allowed)}.`,
  }),
  "files.not-booked": sentence<{ line: number; status: string }>({
    fr: (f) => `Ligne ${f.line} : l'opération n'est pas comptabilisée (${f.status}).`,
    en: (f) => `Line ${f.line}: the operation is not booked (${f.status}).`,
  }),
  "files.currency": sentence<{ line: number; currency: string }>({
    fr: (f) => `Ligne ${f.line} : la devise « ${f.currency} » ne se tient pas en centimes.`,
    en: (f) => `Line ${f.line}: currency "${f.currency}" is not kept in cents.`,
  }),
  "files.bad-iban": sentence<{ line: number; text: string }>({
    fr: (f) => `Ligne ${f.line} : l'IBAN « ${f.text} » est faux (clé de contrôle).`,
    en: (f) => `Line ${f.line}: IBAN "${f.text}" is wrong (check digits).`,
  }),
  "files.bad-siren": sentence<{ line: number; text: string }>({
    fr: (f) => `Ligne ${f.line} : le SIREN « ${f.text} » est faux (clé de contrôle) ; ignoré.`,
    en: (f) => `Line ${f.line}: SIREN "${f.text}" is wrong (check digit); left out.`,
  }),
  "files.bad-vat-number": sentence<{ line: number; text: string }>({
    fr: (f) => `Ligne ${f.line} : le n° de TVA « ${f.text} » est faux ; ignoré.`,
    en: (f) => `Line ${f.line}: VAT number "${f.text}" is wrong; left out.`,
  }),
  "files.end-before-start": sentence<{ line: number; startsOn: string; endsOn: string }>({
    fr: (f) =>
      `Ligne ${f.line} : le ${dateWords(f.endsOn)} (échéance ou fin) précède ` +
      `le ${dateWords(f.startsOn)}.`,
    en: (f) =>
      `Line ${f.line}: ${dateWords(f.endsOn)} (due or end date) is before ` +
      `${dateWords(f.startsOn)}.`,
  }),
  "files.total-mismatch": sentence<{
    line: number;
    netMinor: number;
    vatMinor: number;
    grossMinor: number;
  }>({
    fr: (f) =>
      `Ligne ${f.line} : HT ${moneyWords(f.netMinor, "fr")} + TVA ` +
      `${moneyWords(f.vatMinor, "fr")} ne font pas TTC ${moneyWords(f.grossMinor, "fr")}.`,
    en: (f) =>
      `Line ${f.line}: net ${moneyWords(f.netMinor, "en")} + VAT ` +
      `${moneyWords(f.vatMinor, "en")} is not gross ${moneyWords(f.grossMinor, "en")}.`,
  }),
  "files.vat-mismatch": sentence<{
    line: number;
    rateBps: number;
    vatMinor: number;
    expectedMinor: number;
  }>({
    fr: (f) =>
      `Ligne ${f.line} : TVA ${moneyWords(f.vatMinor, "fr")} ; à ${rateWords(f.rateBps)} % ` +
      `elle serait de ${moneyWords(f.expectedMinor, "fr")} (2 centimes d'écart admis).`,
    en: (f) =>
      `Line ${f.line}: VAT ${moneyWords(f.vatMinor, "en")}; at ${rateWords(f.rateBps)}% ` +
      `it would be ${moneyWords(f.expectedMinor, "en")} (2 cents of rounding accepted).`,
  }),
  "files.vat-not-due": sentence<{ line: number; treatment: string; vatMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : régime ${treatmentWords[f.treatment]?.fr ?? f.treatment}, ` +
      `mais ${moneyWords(f.vatMinor, "fr")} de TVA facturée.`,
    en: (f) =>
      `Line ${f.line}: ${treatmentWords[f.treatment]?.en ?? f.treatment} treatment, ` +
      `yet ${moneyWords(f.vatMinor, "en")} of VAT charged.`,
  }),
  "files.wrong-sign": sentence<{ line: number; kind: string; grossMinor: number }>({
    fr: (f) =>
      `Ligne ${f.line} : ` +
      (f.kind === "credit-note" ? "un avoir est négatif" : "une facture est positive") +
      ` ; celle-ci vaut ${moneyWords(f.grossMinor, "fr")}.`,
    en: (f) =>
      `Line ${f.line}: ` +
      (f.kind === "credit-note" ? "a credit note is negative" : "an invoice is positive") +
      `; this one is ${moneyWords(f.grossMinor, "en")}.`,
  }),
  "files.group-conflict": sentence<{
    line: number;
    number: string;
    column: string;
    firstLine: number;
  }>({
    fr: (f) =>
      `Ligne ${f.line} : « ${f.column} » diffère de la ligne ${f.firstLine} ` +
      `pour la même pièce ${f.number}.`,
    en: (f) =>
      `Line ${f.line}: "${f.column}" differs from line ${f.firstLine} ` +
      `for the same number ${f.number}.`,
  }),
  "files.group-refused": sentence<{ line: number; number: string; badLine: number }>({
    fr: (f) =>
      `Ligne ${f.line} : la pièce ${f.number} est refusée à cause de la ligne ${f.badLine}.`,
    en: (f) => `Line ${f.line}: ${f.number} is refused because of line ${f.badLine}.`,
  }),
  "files.duplicate-row": sentence<{ line: number; number: string; firstLine: number }>({
    fr: (f) => `Ligne ${f.line} : répète la ligne ${f.firstLine} (${f.number}).`,
    en: (f) => `Line ${f.line}: repeats line ${f.firstLine} (${f.number}).`,
  }),
} as const;
