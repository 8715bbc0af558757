import type { Figure } from "#contract/finding.ts";
import { formatCount } from "#renderer/format.ts";
import type { StateWord } from "#renderer/ui/column.ts";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { gradeWords } from "#renderer/words/grades.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Sections.module.css";

/** A grade as a cell or a chip shows it. */
export function gradeWord(grade: "A" | "B" | "C"): StateWord {
  return { word: grade, tone: grade === "A" ? "done" : grade === "B" ? "accent" : "wait" };
}

/** How far to believe a figure, with the observations behind it. */
export function GradeChip({ grade, observations, periodDays }: Figure["reliability"]) {
  const w = useWords(gradeWords);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  return (
    <p className={styles.chips}>
      <span className={styles.dim}>{w.grade}</span>
      <StateChip {...gradeWord(grade)} />
      <span className={styles.dim}>{w.measured(count(observations), count(periodDays))}</span>
    </p>
  );
}
