import { fold } from "./fold.ts";

const FORMS =
  "sasu|sas|s\\.a\\.s\\.u?|sarl|s\\.a\\.r\\.l\\.?|eurl|sa|s\\.a\\.|snc|sci|scp|scop|" +
  "selarl|ei|eirl|gie|gmbh(?: & co\\.? kg)?|ag|ug|kg|ohg|ltd\\.?|limited|plc|llc|llp|inc\\.?|" +
  "corp\\.?|b\\.?v\\.?|n\\.?v\\.?|" +
  "s\\.?r\\.?l\\.?|srl|spa|s\\.p\\.a\\.|s\\.l\\.|sl|oy|ab|a\\/s|aps|bvba|association";
const FORM = new RegExp(`(?<![\\p{L}\\d.])(?:${FORMS})(?![\\p{L}\\d])`, "u");
const FORM_ALL = new RegExp(FORM.source, "gu");

/** Where a legal form (SARL, GmbH, Ltd …) stands in a text without accents, or undefined. */
export function legalFormIn(folded: string): { start: number; end: number } | undefined {
  const match = FORM.exec(folded);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** A party's name reduced to its letters, without case, accents or legal form, for comparing. */
export function partyKey(name: string): string {
  return fold(name)
    .replace(FORM_ALL, " ")
    .replace(/[^a-z0-9]/g, "");
}

/** True when two names are the same party, one perhaps written shorter. */
export function isSameParty(a: string, b: string): boolean {
  const [x, y] = [partyKey(a), partyKey(b)];
  if (x.length < 3 || y.length < 3) return x === y && x !== "";
  return x === y || (x.length >= 5 && y.startsWith(x)) || (y.length >= 5 && x.startsWith(y));
}
