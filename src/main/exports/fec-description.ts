import { dateWords, moneyWords } from "#contract/sentence.ts";
import { FecDescriptionSheet } from "./fec-description-sheet.ts";
import type { FecTotals } from "./fec-entry.ts";
import { fecFieldNotes } from "./fec-field-notes.ts";
import type { FecOptions } from "./fec-write.ts";

/** What the description document tells of a file that was written. */
export interface FecDescriptionInput {
  company: { name: string; siren: string };
  fiscalYear: { startsOn: string; endsOn: string };
  fileName: string;
  options: FecOptions;
  totals: FecTotals;
  software: { name: string; version: string };
  /** Day on which the file was made, `YYYY-MM-DD`. */
  madeOn: string;
  /** SHA-256 of the file in hexadecimal, when it is known: it ties the two together. */
  sha256?: string;
  /** Entries without a validation date that the file shows: it is provisional (LPF art. L47 A). */
  drafts?: number;
  /** The fonts of the document, TrueType files. */
  fonts: { regular: string; bold: string };
}

const NUMBERING = [
  "Une écriture naît brouillon, sans numéro. Le numéro est donné à la validation, dans une " +
    "séquence unique et continue par exercice, tous journaux confondus. Un brouillon supprimé ne " +
    "laisse donc aucun trou.",
  "La validation fixe la date de validation (ValidDate) et rend l'écriture définitive : toute " +
    "modification ou suppression est refusée par la base elle-même (PCG art. 1031-3). Une erreur " +
    "se corrige par une écriture d'extourne suivie d'une écriture nouvelle.",
  "Chaque écriture validée porte l'empreinte SHA-256 de son contenu et de la précédente ; la " +
    "chaîne peut être recalculée. Le lettrage est tenu à part et peut évoluer après validation : " +
    "DateLet est la date de l'acte de lettrage.",
  "Les à-nouveaux viennent en tête. Le fichier exclut les écritures de centralisation et celles " +
    "qui soldent les comptes de charges et de produits.",
] as const;

/**
 * Draws the description that goes with each accounting entries file: fields, codes, character
 * set, structure, numbering and totals (LPF art. A47 A-1, XI). French, A4, one or two pages.
 * @returns the bytes of a PDF that are the same for the same input
 */
export async function fecDescription(input: FecDescriptionInput): Promise<Uint8Array> {
  const { company, fiscalYear, fileName, totals } = input;
  const sheet = new FecDescriptionSheet({
    title: `Description du fichier ${fileName}`,
    author: company.name,
    madeOn: input.madeOn,
    fonts: input.fonts,
    footer: `${fileName} · ${input.software.name} ${input.software.version}`,
  });
  sheet.title(
    "Description du fichier des écritures comptables",
    "Document remis avec le fichier : livre des procédures fiscales, article A47 A-1, XI",
  );
  sheet.facts([
    ["Société", company.name],
    ["SIREN", company.siren.replace(/(\d{3})(?=\d)/g, "$1 ")],
    ["Exercice", `du ${dateWords(fiscalYear.startsOn)} au ${dateWords(fiscalYear.endsOn)}`],
    ["Fichier", fileName],
    ["Logiciel", `${input.software.name}, version ${input.software.version}`],
    ["Établi le", dateWords(input.madeOn)],
    ...(input.sha256 === undefined ? [] : ([["SHA-256", input.sha256]] as const)),
  ]);
  sheet.heading("Structure du fichier");
  sheet.facts(structureFacts(input.options));
  if (input.drafts !== undefined) {
    sheet.heading("Fichier provisoire");
    sheet.paragraph(
      `${count(input.drafts)} écritures de ce fichier sont des brouillons, sans date de ` +
        "validation (ValidDate vide) : il ne peut être remis à l'administration.",
    );
  }
  sheet.heading("Totaux");
  sheet.facts(totalFacts(totals));
  drawJournals(sheet, totals);
  drawFields(sheet);
  sheet.heading("Numérotation et validation");
  for (const paragraph of NUMBERING) sheet.paragraph(paragraph);
  return sheet.bytes();
}

function structureFacts({ separator, charset, extras = [] }: FecOptions): [string, string][] {
  return [
    [
      "Organisation",
      "fichier à plat, enregistrements de longueur variable, un par ligne d'écriture",
    ],
    ["Première ligne", headerWords(extras)],
    ["Séparateur de champs", separator === "\t" ? "tabulation (octet 09)" : "barre verticale |"],
    [
      "Fin d'enregistrement",
      "retour chariot et saut de ligne (octets 0D 0A), dernière ligne comprise",
    ],
    ["Jeu de caractères", charset === "utf-8" ? "UTF-8, sans marque d'ordre" : "ISO-8859-15"],
    ["Dates", "AAAAMMJJ"],
    ["Montants", "deux décimales après une virgule, sans séparateur de milliers ; 0,00 sans objet"],
    ["Textes", "sans guillemet droit, tabulation, barre verticale ni saut de ligne"],
  ];
}

function headerWords(extras: readonly string[]): string {
  const words = "noms des 18 champs, dans l'ordre et l'orthographe de l'article A47 A-1";
  return extras.length === 0 ? words : `${words}, puis ${extras.join(", ")}`;
}

function totalFacts(totals: FecTotals): [string, string][] {
  const numbers = `de ${count(totals.firstNumber)} à ${count(totals.lastNumber)}`;
  return [
    ["Lignes d'écriture", `${count(totals.lines)} (plus la ligne des noms de champs)`],
    ["Écritures", `${count(totals.entries)}, numérotées ${numbers}`],
    ["Total débit", moneyWords(totals.debitMinor, "fr")],
    ["Total crédit", moneyWords(totals.creditMinor, "fr")],
  ];
}

function drawFields(sheet: FecDescriptionSheet): void {
  sheet.newPage();
  sheet.heading("Champs");
  sheet.table({
    columns: [
      { title: "N°", width: 24, numeric: true },
      { title: "Champ", width: 88, bold: true },
      { title: "Contenu", width: 236 },
      { title: "Forme", width: 147 },
    ],
    rows: fecFieldNotes.map(([name, content, form], i) => [String(i + 1), name, content, form]),
  });
}

function drawJournals(sheet: FecDescriptionSheet, totals: FecTotals): void {
  sheet.heading("Codes des journaux utilisés (JournalCode)");
  sheet.table({
    columns: [
      { title: "Code", width: 70, bold: true },
      { title: "Libellé", width: 265 },
      { title: "Écritures", width: 80, numeric: true },
      { title: "Lignes", width: 80, numeric: true },
    ],
    rows: totals.journals.map((j) => [j.code, j.label, count(j.entries), count(j.lines)]),
  });
}

function count(n: number): string {
  return new Intl.NumberFormat("fr-FR").format(n);
}
