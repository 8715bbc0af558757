import { type RefusalCode, refusalSentence, refusals } from "#contract/refusals.ts";
import { frenchSpaces } from "#renderer/words/french-spaces.ts";
import type { Language } from "#renderer/words/language.ts";

/** A refused row's sentence; a code that this version does not know is shown as it is. */
export function rowSentence(
  row: { code: string; facts: Record<string, unknown> },
  language: Language,
): string {
  if (!Object.hasOwn(refusals, row.code)) return row.code;
  const sentence = refusalSentence(row.code as RefusalCode, row.facts, language);
  return language === "fr" ? frenchSpaces(sentence) : sentence;
}
