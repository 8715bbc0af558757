import type { MatchCandidate } from "#contract/matching.ts";
import type { reasonWords } from "#renderer/words/reasons.ts";
import type { Words } from "#renderer/words/words.ts";

/** A candidate's reasons as words, the weightiest first; a signal without words is left out. */
export function reasonList(
  reasons: MatchCandidate["reasons"],
  w: Words<typeof reasonWords>,
): string[] {
  const sorted = reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const words = sorted.flatMap(({ signal, value }) =>
    signal in w ? [w[signal as keyof typeof w](String(value))] : [],
  );
  return [...new Set(words)];
}
