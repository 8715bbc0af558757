import type { Figure } from "#contract/finding.ts";
import { formatCount } from "#renderer/format.ts";
import { DetailPanel } from "#renderer/ui/DetailPanel.tsx";
import { StateChip } from "#renderer/ui/StateChip.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { gradeChip } from "./grade-chip.ts";
import styles from "./Results.module.css";
import { SourceList } from "./SourceList.tsx";

/** A figure that the person asked about. */
export interface Behind {
  title: string;
  subtitle?: string | undefined;
  figure: Figure;
  /** What else there is to say of it. */
  facts?: readonly string[];
}

/** Where a figure comes from: how far to believe it, and the rows behind it, each a link. */
export function SourcesPanel({ behind, onClose }: { behind: Behind; onClose: () => void }) {
  const w = useWords(resultWords);
  const language = useLanguage();
  const { reliability, refs } = behind.figure;
  return (
    <DetailPanel title={behind.title} subtitle={behind.subtitle} takesFocus onClose={onClose}>
      {(behind.facts ?? []).map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      <p className={styles.grade}>
        <StateChip {...gradeChip(reliability)} />{" "}
        {w.gradeOf(
          formatCount(reliability.observations, language),
          formatCount(reliability.periodDays, language),
        )}
      </p>
      {refs.length > 0 && <h3 className={styles.sourcesHead}>{w.sources}</h3>}
      <SourceList refs={refs} />
    </DetailPanel>
  );
}
