import { countrySpecs, isValidIBAN } from "ibantools";
import { stdnum } from "stdnum";
import type { Token } from "./find-amounts.ts";
import { boxBetween, confidenceBetween, type TextRow } from "./text-row.ts";

/** Identifiers of a document whose check digits are right, wherever they stand. */
export interface Identifiers {
  readonly sirens: readonly Token<string>[];
  readonly vats: readonly Token<string>[];
  readonly ibans: readonly Token<string>[];
}

/** Finds every SIREN (also inside a SIRET), EU VAT number and IBAN with valid check digits. */
export function findIdentifiers(rows: readonly TextRow[]): Identifiers {
  const vats = rows.flatMap(vatsOf);
  const sirens = rows.flatMap(sirensOf);
  return { sirens, vats, ibans: rows.flatMap(ibansOf) };
}

const SIREN_LABEL =
  /siren|siret|r\.? ?c\.? ?s\b|r\.? ?s\.? ?c\b|immatricul|registre du commerce|r\.?m\b/;
const SIREN = /(?<![\d.,])(\d{3} ?\d{3} ?\d{3})(?: ?(\d{5}|\d{2} \d{3}))?(?![\d,])/g;

/**
 * A tenth of all nine-digit numbers pass the check by chance, so a word such as SIRET or RCS must
 * stand in the same row.
 */
function sirensOf(row: TextRow): Token<string>[] {
  if (!SIREN_LABEL.test(row.folded)) return [];
  return [...row.folded.matchAll(SIREN)].flatMap((match) => {
    const siren = (match[1] ?? "").replaceAll(" ", "");
    if (!stdnum.FR?.siren?.validate(siren).isValid) return [];
    return [tokenOf(row, { value: siren, start: match.index, length: match[0].length })];
  });
}

const EU = "AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|GB|CH";
const VAT = new RegExp(`(?<![A-Z0-9])(${EU}) ?((?:[0-9A-Z][ .-]?){7,13})(?![A-Z0-9])`, "g");

/** What each country calls its VAT number in the library of check digits. */
const VAT_NAMES: Readonly<Record<string, string>> = {
  ...{ AT: "uid", BE: "vat", BG: "vat", CH: "uid", CY: "vat", CZ: "dic", DE: "vat", DK: "cvr" },
  ...{ EE: "kmkr", EL: "vat", ES: "nif", FI: "alv", FR: "tva", GB: "vat", HR: "oib", HU: "anum" },
  ...{ IE: "vat", IT: "iva", LT: "pvm", LU: "tva", LV: "pvn", MT: "vat", NL: "btw", PL: "nip" },
  ...{ PT: "nif", RO: "cif", SE: "vat", SI: "ddv", SK: "dph" },
};

function vatsOf(row: TextRow): Token<string>[] {
  const text = row.text.toUpperCase();
  if (text.length !== row.text.length) return [];
  return [...text.matchAll(VAT)].flatMap((match) => {
    const country = match[1] ?? "";
    const body = (match[2] ?? "").replace(/[ .-]/g, "");
    for (const length of lengthsOf(country, body)) {
      const printed = `${country}${body.slice(0, length)}`;
      const value = [printed, mend(printed)].find((v) => isVatNumber(country, v));
      if (!value) continue;
      return [tokenOf(row, { value, start: match.index, length: match[0].trimEnd().length })];
    }
    return [];
  });
}

/** A French number has exactly eleven characters; elsewhere the longest that checks is taken. */
function lengthsOf(country: string, body: string): number[] {
  if (country === "FR") return body.length >= 11 ? [11] : [];
  return Array.from({ length: Math.max(0, body.length - 7) }, (_, i) => body.length - i);
}

function isVatNumber(country: string, value: string): boolean {
  const rules = stdnum[country === "EL" ? "GR" : country]?.[VAT_NAMES[country] ?? ""];
  return rules?.validate(value).isValid === true;
}

const IBAN_START = /(?<![A-Z0-9])([A-Z]{2})\d{2}/g;

function ibansOf(row: TextRow): Token<string>[] {
  const text = row.text;
  return [...text.matchAll(IBAN_START)].flatMap((match) => {
    const wanted = countrySpecs[match[1] ?? ""]?.chars ?? undefined;
    if (!wanted) return [];
    const read = take(text, match.index, wanted);
    if (!read || !isValidIBAN(read.value)) return [];
    return [tokenOf(row, { value: read.value, start: match.index, length: read.length })];
  });
}

/** The next `wanted` letters and digits, spaces aside. */
function take(
  text: string,
  start: number,
  wanted: number,
): { value: string; length: number } | undefined {
  let value = "";
  for (let i = start; i < text.length; i++) {
    const character = text[i]!;
    if (/[A-Z0-9]/.test(character)) value += character;
    else if (!/[ .¦-]/.test(character)) return undefined;
    if (value.length === wanted)
      return { value: isValidIBAN(value) ? value : mend(value), length: i + 1 - start };
  }
  return undefined;
}

/** What OCR takes for letters among digits; the check digits then say whether that was right. */
function mend(text: string): string {
  return text.slice(0, 2) + text.slice(2).replaceAll("O", "0").replaceAll("I", "1");
}

function tokenOf(
  row: TextRow,
  { value, start, length }: { value: string; start: number; length: number },
): Token<string> {
  const end = start + length;
  const box = boxBetween(row, start, end);
  return { value, row, start, end, box, sharpness: confidenceBetween(row, start, end) };
}
