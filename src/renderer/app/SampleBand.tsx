import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./SampleBand.module.css";

/** The coloured band that tells the sample company from a real one, on every screen. */
export function SampleBand({ onThrowAway }: { onThrowAway: (() => void) | undefined }) {
  const w = useWords(frameWords);
  return (
    <section className={styles.band} aria-label={w.sampleBand}>
      <p>{w.sampleBand}</p>
      {onThrowAway !== undefined && (
        <button type="button" className={styles.throw} onClick={onThrowAway}>
          {w.throwSampleAway}
        </button>
      )}
    </section>
  );
}
