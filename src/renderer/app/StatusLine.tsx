import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./StatusLine.module.css";

/** The state of the book in a few short facts, at the foot of the window. */
export function StatusLine({ facts }: { facts: readonly string[] }) {
  const w = useWords(frameWords);
  return (
    <footer className={styles.status}>
      <ul aria-label={w.statusLine}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </footer>
  );
}
