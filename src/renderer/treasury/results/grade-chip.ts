import type { Figure } from "#contract/finding.ts";
import type { StateWord } from "#renderer/ui/column.ts";

const TONES = { A: "done", B: "accent", C: "wait" } as const;

/** How far to believe a figure, as a chip. */
export function gradeChip({ grade }: Figure["reliability"]): StateWord {
  return { word: grade, tone: TONES[grade] };
}
