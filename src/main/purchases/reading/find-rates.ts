import type { Token } from "./find-amounts.ts";
import { boxBetween, confidenceBetween, type TextRow } from "./text-row.ts";

/** Rates in force in France, in basis points: mainland, overseas and Corsica (CGI, 278 to 298). */
export const FRENCH_RATES_BPS = [2000, 1000, 550, 210, 850, 1300, 105, 175, 90, 0];

/** Standard and reduced rates of neighbours, met on foreign bills. */
export const OTHER_RATES_BPS = [1900, 2100, 2200, 2300, 2400, 2500, 1700, 1600, 770, 810, 700, 900];

/** The sign, and what OCR makes of it in small print. */
const RATE = /(?<![\d.,])(\d{1,2})(?:[.,](\d{1,3}))? ?(?:%|°\/o|\/o(?!\p{L})|v0(?!\d))/gu;

/** Every percentage of a row, as basis points, with a second reading of what OCR may have lost. */
export function ratesOf(row: TextRow): Token<number>[] {
  return [...row.folded.matchAll(RATE)].flatMap((match) => {
    const [text, whole = "0", fraction = ""] = match;
    const bps = Number(`${whole}${fraction.padEnd(2, "0").slice(0, 2)}`);
    if (/[1-9]/.test(fraction.slice(2))) return [];
    const start = match.index;
    const end = start + text.length;
    const box = boxBetween(row, start, end);
    const token = { row, start, end, box, sharpness: confidenceBetween(row, start, end) };
    const mended = token.sharpness < 1 ? mendedRate(bps) : undefined;
    const second = mended ? [{ ...token, value: mended, second: true }] : [];
    return [{ ...token, value: bps }, ...second];
  });
}

/** What OCR makes of 2,1 %, 5,5 % and 8,5 % when it loses the comma or repeats a digit. */
const MENDED: Readonly<Record<number, number>> = {
  2100: 210,
  211: 210,
  5500: 550,
  555: 550,
  8500: 850,
  855: 850,
};

/** The legal rate that a misread one probably was, or undefined. */
export function mendedRate(bps: number): number | undefined {
  return MENDED[bps];
}

/** True for a rate that some State of the neighbourhood applies. */
export function isUsualRate(bps: number): boolean {
  return FRENCH_RATES_BPS.includes(bps) || OTHER_RATES_BPS.includes(bps);
}
