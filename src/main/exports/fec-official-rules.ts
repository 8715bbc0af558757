import type { FecSeverity } from "./fec-findings.ts";
import type { FecRule, ShownFacts } from "./fec-rule.ts";

type Words = (facts: ShownFacts) => string;

const TOOL = "Test Compta Demat 1_00_10b";

function official(severity: FecSeverity, point: string, words: [Words, Words]): FecRule {
  const [fr, en] = words;
  return { level: "official", severity, source: `${TOOL}, ${point}`, fr, en };
}

const refuse = (point: string, words: [Words, Words]) => official("error", point, words);

/**
 * The rules of the tax office's tool. Those of the file's opening come first: when one of them is
 * broken the tool refuses to read the file and gives no verdict.
 */
export const fecOfficialRules = {
  "official.name": refuse("nom du fichier", [
    (f) => `Le nom « ${f.value} » n'a pas la forme SirenFECAAAAMMJJ ; renommez le fichier.`,
    (f) => `The name "${f.value}" is not of the form SirenFECYYYYMMDD; rename the file.`,
  ]),
  "official.separator": refuse("séparateur", [
    () => "La première ligne n'est séparée ni par des tabulations ni par le caractère |.",
    () => "The first line is separated neither by tabs nor by the character |.",
  ]),
  "official.empty-file": refuse("fichier vide", [
    () => "Le fichier ne contient aucune ligne d'écriture.",
    () => "The file holds no entry line.",
  ]),
  "official.no-header": refuse("ligne d'en-tête", [
    (f) => `La première ligne n'est pas une ligne d'en-tête (« ${f.value} » s'y répète).`,
    (f) => `The first line is not a header line ("${f.value}" stands in it twice).`,
  ]),
  "official.sens": refuse("Montant et Sens", [
    (f) => `Le sens « ${f.value} » n'est ni D ou C, ni +1 ou -1.`,
    (f) => `The side "${f.value}" is neither D or C nor +1 or -1.`,
  ]),
  "official.xml": refuse("structure XML", [
    (f) => `Le fichier XML n'est pas conforme au schéma : ${f.value}.`,
    (f) => `The XML file does not follow the schema: ${f.value}.`,
  ]),
  "official.column-core": official("error", "champ obligatoire absent (O)", [
    (f) => `La colonne ${f.column} manque : sans elle le fichier ne peut pas être lu.`,
    (f) => `Column ${f.column} is missing: the file cannot be read without it.`,
  ]),
  "official.column-missing": official("error", "champ obligatoire non détecté", [
    (f) => `La colonne ${f.column} manque, ou son nom est mal écrit.`,
    (f) => `Column ${f.column} is missing, or its name is misspelt.`,
  ]),
  "official.column-extra": official("note", "champ supplémentaire (S)", [
    (f) => `La colonne « ${f.value} » s'ajoute à celles qui sont demandées.`,
    (f) => `Column "${f.value}" comes on top of those asked for.`,
  ]),
  "official.field-count": official("error", "structure de la ligne (E)", [
    (f) => `Il y a ${f.value} champs au lieu de ${f.expected}.`,
    (f) => `There are ${f.value} fields instead of ${f.expected}.`,
  ]),
  "official.blank-line": official("error", "ligne vide (E)", [
    () => "La ligne est vide ; supprimez-la.",
    () => "The line is blank; delete it.",
  ]),
  "official.value-required": official("error", "valeur obligatoire (E)", [
    (f) => `${f.column} n'a pas de valeur.`,
    (f) => `${f.column} has no value.`,
  ]),
  "official.value-absent": official("error", "donnée absente (V)", [
    (f) => `${f.column} n'a pas de valeur ; une seule ligne suffit à faire rejeter le fichier.`,
    (f) => `${f.column} has no value; a single such line makes the file rejected.`,
  ]),
  "official.amount-point": official("error", "format numérique (E)", [
    (f) => `${f.column} « ${f.value} » a un point ; la décimale s'écrit avec une virgule.`,
    (f) => `${f.column} "${f.value}" has a point; decimals are written with a comma.`,
  ]),
  "official.amount-format": official("error", "format numérique (E)", [
    (f) => `${f.column} « ${f.value} » n'est pas un nombre sans séparateur de milliers.`,
    (f) => `${f.column} "${f.value}" is not a number without thousands separators.`,
  ]),
  "official.date-format": official("error", "format de date (E)", [
    (f) => `${f.column} « ${f.value} » n'est pas une date.`,
    (f) => `${f.column} "${f.value}" is not a date.`,
  ]),
  "official.date-calendar": official("error", "date calendaire (E)", [
    (f) => `${f.column} « ${f.value} » n'existe pas au calendrier.`,
    (f) => `${f.column} "${f.value}" is not in the calendar.`,
  ]),
  "official.date-year": official("anomaly", "date hors période (A)", [
    (f) => `${f.column} « ${f.value} » n'est pas entre 1900 et 2099.`,
    (f) => `${f.column} "${f.value}" is not between 1900 and 2099.`,
  ]),
  "official.account-digits": official("anomaly", "numéro de compte (A)", [
    (f) => `Le compte « ${f.value} » ne commence pas par trois chiffres.`,
    (f) => `Account "${f.value}" does not start with three digits.`,
  ]),
  "official.one-side": official("anomaly", "débit et crédit (A)", [
    (f) => `Le débit et le crédit sont tous deux ${f.value === "0" ? "nuls" : "renseignés"}.`,
    (f) => `Debit and credit are both ${f.value === "0" ? "zero" : "filled in"}.`,
  ]),
} as const satisfies Record<string, FecRule>;

/** The rules whose breach makes the tool refuse the file before any verdict. */
export const fecRefusingRules: ReadonlySet<string> = new Set([
  "official.name",
  "official.separator",
  "official.empty-file",
  "official.no-header",
  "official.sens",
]);
