import type { NarrativeLanguage } from "#contract/treasury-narrative.ts";
import { beliefWords } from "./belief-words.ts";
import { reasonWords } from "./reason-words.ts";
import { weekWords } from "./week-words.ts";

const words = { ...weekWords, ...reasonWords, ...beliefWords };

type Picked<C> = { [K in keyof C]: C[K] extends { fr: infer F } ? F : never };

export type ReportWords = Picked<typeof words>;

/** The report's words in one language. */
export function reportWords(language: NarrativeLanguage): ReportWords {
  const picked = Object.entries(words).map(([key, both]) => [key, both[language]]);
  return Object.fromEntries(picked) as ReportWords;
}
