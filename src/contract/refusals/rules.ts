import { sentence } from "../sentence.ts";

/** What a value of `rules.yaml` should have been, by the name the reading gives it. */
const expectedWords: Record<string, { fr: string; en: string }> = {
  amount: { fr: "un montant comme 2000,00", en: "an amount such as 2000.00" },
  percent: { fr: "un taux comme 1,75 %", en: "a rate such as 1.75 %" },
  bps: { fr: "un nombre entier de points de base, de 0 à 10000", en: "basis points, 0 to 10000" },
  days: { fr: "une liste de jours comme [15, 30, 60]", en: "a list of days such as [15, 30, 60]" },
  "day-count": { fr: "un nombre de jours, de 0 à 365", en: "a number of days, 0 to 365" },
  horizon: { fr: "un nombre de jours, de 30 à 365", en: "a number of days, 30 to 365" },
  "rising-days": { fr: "des jours de plus en plus grands", en: "days in rising order" },
  boolean: { fr: "oui ou non", en: "yes or no" },
  account: { fr: 'un numéro de compte comme "627"', en: 'an account number such as "627"' },
  "result-account": {
    fr: 'un compte de charges (6) ou de produits (7) comme "613"',
    en: 'an account of expenses (6) or income (7) such as "613"',
  },
  once: { fr: "donné une seule fois", en: "given once only" },
  "one-side": {
    fr: "les comptes d'une catégorie tous en 6, ou tous en 7",
    en: "a category's accounts all in 6, or all in 7",
  },
  direction: { fr: "débit ou crédit", en: "debit or credit" },
  pattern: { fr: "une expression régulière valide", en: "a valid regular expression" },
  "cheap-pattern": {
    fr:
      "une expression sans répétition dans une répétition ni renvoi, et de trois répétitions au " +
      "plus ; écrivez-la plus simplement ou utilisez « libellé »",
    en:
      "an expression with no repetition inside another, no back reference and at most three " +
      'repetitions; write it more simply or use "contains"',
  },
  text: { fr: "un texte", en: "a text" },
  list: { fr: "une liste", en: "a list" },
  map: { fr: "des clés et leurs valeurs", en: "keys with their values" },
  range: { fr: "un minimum qui ne dépasse pas le maximum", en: "a minimum not above the maximum" },
  "no-alias": { fr: "une valeur écrite sur place, sans ancre", en: "a value written in place" },
};

/** The commonest faults of a person's YAML, by the parser's code. */
const syntaxWords: Record<string, { fr: string; en: string }> = {
  BAD_INDENT: { fr: "mauvais alignement", en: "wrong indentation" },
  TAB_AS_INDENT: { fr: "tabulation au lieu d'espaces", en: "a tab instead of spaces" },
  DUPLICATE_KEY: { fr: "clé écrite deux fois", en: "a key written twice" },
  MISSING_CHAR: { fr: "caractère manquant", en: "a character is missing" },
  BLOCK_AS_IMPLICIT_KEY: { fr: "mauvais alignement", en: "wrong indentation" },
  MULTILINE_IMPLICIT_KEY: { fr: "clé sans deux-points", en: "a key without its colon" },
  MULTIPLE_DOCS: { fr: "plusieurs documents (---)", en: "several documents (---)" },
  "NOT-A-MAP": { fr: "des clés sont attendues", en: "keys are expected" },
};

const quoted = (keys: readonly string[]) => keys.map((k) => `« ${k} »`).join(", ");

/** Refusals of the business rules' file (`rules.yaml`): each names line, key and reason. */
export const rulesRefusals = {
  "rules.syntax": sentence<{ file: string; line: number; reason: string }>({
    fr: (f) =>
      `${f.file}, ligne ${f.line} : YAML illisible ` +
      `(${syntaxWords[f.reason]?.fr ?? `erreur ${f.reason}`}).`,
    en: (f) =>
      `${f.file}, line ${f.line}: unreadable YAML ` +
      `(${syntaxWords[f.reason]?.en ?? `error ${f.reason}`}).`,
  }),
  "rules.no-such-rule": sentence<{ place: number }>({
    fr: (f) => `Il n'y a pas de règle n° ${f.place + 1}.`,
    en: (f) => `There is no rule no. ${f.place + 1}.`,
  }),
  "rules.not-a-list": sentence<{ line: number }>({
    fr: (f) =>
      `Ligne ${f.line} : ces règles sont écrites par nom et non en liste ; modifiez le fichier.`,
    en: (f) => `Line ${f.line}: these rules are written by name, not as a list; edit the file.`,
  }),
  "rules.unknown-key": sentence<{
    line: number;
    key: string;
    nearest: string;
    known: readonly string[];
  }>({
    fr: (f) =>
      `Ligne ${f.line} : la clé « ${f.key} » n'existe pas ; ` +
      `${f.nearest ? `vouliez-vous « ${f.nearest} » ?` : `clés admises : ${quoted(f.known)}.`}`,
    en: (f) =>
      `Line ${f.line}: there is no key "${f.key}"; ` +
      `${f.nearest ? `did you mean "${f.nearest}"?` : `known keys: ${f.known.join(", ")}.`}`,
  }),
  "rules.repeated-key": sentence<{ line: number; key: string; first: string }>({
    fr: (f) => `Ligne ${f.line} : « ${f.key} » redit « ${f.first} », déjà donné.`,
    en: (f) => `Line ${f.line}: "${f.key}" repeats "${f.first}", given before.`,
  }),
  "rules.bad-value": sentence<{ line: number; key: string; text: string; expected: string }>({
    fr: (f) =>
      `Ligne ${f.line}, clé « ${f.key} » : « ${f.text} » ; ` +
      `attendu : ${expectedWords[f.expected]?.fr ?? f.expected}.`,
    en: (f) =>
      `Line ${f.line}, key "${f.key}": "${f.text}"; ` +
      `expected: ${expectedWords[f.expected]?.en ?? f.expected}.`,
  }),
  "rules.missing-key": sentence<{ line: number; key: string; missing: string }>({
    fr: (f) => `Ligne ${f.line}, sous « ${f.key} » : il manque la clé « ${f.missing} ».`,
    en: (f) => `Line ${f.line}, under "${f.key}": the key "${f.missing}" is missing.`,
  }),
} as const;
