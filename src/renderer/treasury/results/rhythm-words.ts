import { formatCount } from "#renderer/format.ts";
import type { costWords } from "#renderer/words/costs.ts";
import type { Language } from "#renderer/words/language.ts";
import type { Words } from "#renderer/words/words.ts";

const RHYTHMS = [
  { days: 7, word: "week" },
  { days: 30, word: "month" },
  { days: 61, word: "twoMonths" },
  { days: 91, word: "quarter" },
  { days: 182, word: "halfYear" },
  { days: 365, word: "year" },
] as const;

/** How often a cost comes back; a rhythm within a tenth of a known one takes its name. */
export function rhythmWords(days: number, w: Words<typeof costWords>, language: Language): string {
  const known = RHYTHMS.find((one) => Math.abs(days - one.days) <= one.days / 10);
  return known === undefined ? w.everyDays(formatCount(days, language)) : w[known.word];
}
