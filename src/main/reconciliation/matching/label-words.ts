import { isBoilerplate } from "./boilerplate.ts";

/** A maximal stretch of letters or of digits in a text, and what touches it. */
export interface Run {
  readonly text: string;
  readonly digits: boolean;
  /** Index of the word (letters and digits without a break) that holds it. */
  readonly word: number;
  /** Position of the first character in the folded text. */
  readonly at: number;
}

const WORD = /[A-Z0-9]+/g;
const RUN = /[A-Z]+|[0-9]+/g;

/** Upper case without accents, ligatures written out: the form in which all texts are compared. */
export function foldText(text: string): string {
  const upper = text.toUpperCase().replaceAll("Œ", "OE").replaceAll("Æ", "AE");
  return /^[\x20-\x7e]*$/.test(upper) ? upper : upper.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Cuts a folded text into runs: `FA-2025-0123` gives FA, 2025, 0123; 2012 never gives 12. */
export function readRuns(folded: string): Run[] {
  const runs: Run[] = [];
  let word = 0;
  for (const w of folded.matchAll(WORD)) {
    for (const r of w[0].matchAll(RUN)) {
      const text = r[0];
      runs.push({ text, digits: text < ":", word, at: w.index + r.index });
    }
    word++;
  }
  return runs;
}

/**
 * Words of a name or of a label's free text: initials glued (`S.A.R.L` is SARL), legal forms and
 * bank boilerplate removed. A name made of nothing else keeps its words.
 */
export function readNameWords(folded: string): string[] {
  const words: string[] = [];
  let initials = "";
  for (const m of folded.matchAll(WORD)) {
    if (m[0].length === 1) {
      initials += m[0];
      continue;
    }
    if (initials !== "") words.push(initials);
    initials = "";
    words.push(m[0]);
  }
  if (initials !== "") words.push(initials);
  const telling = words.filter((w) => !isBoilerplate(w));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** A number without its leading zeros (`000` stays `0`). */
export function stripZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}
