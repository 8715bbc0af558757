import { Button } from "@mantine/core";
import { formatCount } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ProgressBar.module.css";

interface ProgressBarProps {
  label: string;
  done: number;
  /** Undefined while the amount of work is not known. */
  total: number | undefined;
  onCancel?: (() => void) | undefined;
}

/** How far a long action is, in figures and as a bar, with its cancel beside it. */
export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  const w = useWords(uiWords);
  const language = useLanguage();
  const count = formatCount(done, language);
  const figures = total === undefined ? count : w.doneOf(count, formatCount(total, language));
  const share = total === undefined || total === 0 ? undefined : Math.min(done / total, 1);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={styles.figures}>{figures}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={share === undefined ? undefined : done}
        aria-valuetext={figures}
      >
        <div
          className={share === undefined ? styles.unknown : styles.bar}
          style={share === undefined ? undefined : { transform: `scaleX(${share})` }}
        />
      </div>
      {onCancel !== undefined && (
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          {w.stop}
        </Button>
      )}
    </div>
  );
}
