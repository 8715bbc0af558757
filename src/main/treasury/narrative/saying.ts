import type { NarrativeParagraph } from "#contract/treasury-narrative.ts";
import type { ActionOf, ChangeOf, FactKey } from "./fact.ts";
import type { Words } from "./words.ts";

/** What a saying's condition looks at: the values of figures, null where they are not known. */
export interface Case {
  value: (key: FactKey) => number | null;
  changeOf: ChangeOf | null;
  actionOf: ActionOf | null;
}

/**
 * Sentences that say one thing, in both languages, one of which is taken by turns. Of the sayings of
 * one point the first whose condition holds and whose facts are known is said, the others are not.
 */
export interface Saying {
  topic: NarrativeParagraph["topic"];
  point: string;
  when: (known: Case) => boolean;
  says: readonly { fr: Words; en: Words }[];
}
