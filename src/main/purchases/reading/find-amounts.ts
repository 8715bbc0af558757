import { parseAmount } from "#contract/amount.ts";
import { boxBetween, confidenceBetween, type TextRow } from "./text-row.ts";
import type { Box } from "./word.ts";

/** A value standing somewhere in a row. */
export interface Token<T> {
  readonly value: T;
  readonly row: TextRow;
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  /** Confidence of the words it is made of. */
  readonly sharpness: number;
  /** True for a second way of reading the same characters. */
  readonly second?: boolean;
  /** True for an amount printed, or recognised, without decimals. */
  readonly whole?: boolean;
}

const CURRENCY = "€|\\$|£|eur(?:os?)?\\b|usd\\b|gbp\\b|chf\\b|rs\\b\\.?";
const GROUPED = "\\d{1,3}(?:[ .,']\\d{3})+(?!\\d)";
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d_/]|\\d[.,:])([-(] ?)?(?:(${CURRENCY}) ?)?(-)?` +
    `(${GROUPED}|\\d+)([.,]\\d{2})?(?!\\d|[.,]\\d| ?%)` +
    `(-(?![\\p{L}\\d]))?(?: ?(${CURRENCY}))?`,
  "giu",
);

/**
 * Every amount of a row: a number with two decimals, or a whole one beside a currency. Dates,
 * rates, telephone numbers and identifiers are not amounts.
 */
export function amountsOf(row: TextRow): Token<number>[] {
  return [...row.folded.matchAll(AMOUNT)].flatMap((match) => tokensOf(row, match));
}

function tokensOf(row: TextRow, match: RegExpMatchArray): Token<number>[] {
  const [, lead = "", before, minus = "", whole = "", fraction, trail = "", after] = match;
  if (fraction === undefined && before === undefined && after === undefined) return [];
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const signed = isSign(lead, row.folded, start) || minus !== "" || trail !== "";
  const make = (digits: string, second: boolean): Token<number>[] => {
    const decimal = fraction?.[0] as "," | "." | undefined;
    const minor =
      parseAmount(`${digits}${fraction ?? ""}`, decimal) ??
      parseAmount(digits.replace(/[ .,']/g, ""));
    if (minor === undefined) return [];
    const from = end - match[0].length + match[0].lastIndexOf(digits);
    const sharpness = confidenceBetween(row, from, end);
    const token = { row, start: from, end, box: boxBetween(row, from, end), sharpness };
    const value = signed && minor !== 0 ? -minor : minor;
    if (fraction) return [{ ...token, value, ...(second ? { second } : {}) }];
    // OCR may have lost the comma of "58 212,84": the same digits are then cents.
    const mayBeCents = sharpness < 1 && /\d{3}$/.test(digits) && value % 100 === 0;
    const cents = mayBeCents ? [{ ...token, value: value / 100, second: true }] : [];
    return [{ ...token, value, whole: true }, ...cents];
  };
  // "2 150,00" may be one amount, or a quantity of 2 beside 150,00.
  const alone = / ([1-9]\d\d(?: \d{3})*)$/.exec(whole)?.[1];
  return [...make(whole, false), ...(alone && fraction ? make(alone, true) : [])];
}

/** A dash is a sign when it touches the number; between words it only separates them. */
function isSign(lead: string, text: string, start: number): boolean {
  if (lead.startsWith("(")) return true;
  if (lead === "-") return true;
  return lead === "- " && (start === 0 || text.slice(0, start).endsWith("¦ "));
}
