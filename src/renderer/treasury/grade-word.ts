import type { StateWord } from "#renderer/ui/column.ts";

/** How far to believe a figure, as a chip: its letter says it, the colour repeats it. */
export function gradeWord({ grade }: { grade: "A" | "B" | "C" }): StateWord {
  return { word: grade, tone: grade === "A" ? "done" : grade === "B" ? "accent" : "wait" };
}
