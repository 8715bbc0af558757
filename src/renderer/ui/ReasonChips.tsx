import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./chips.module.css";

/** Why something was proposed or decided: `réf. FA-2026-0123`, `montant exact`. */
export function ReasonChips({ reasons }: { reasons: readonly string[] }) {
  const w = useWords(uiWords);
  return (
    <ul className={styles.list} aria-label={w.reasons}>
      {reasons.map((reason) => (
        <li key={reason} className={styles.reason}>
          {reason}
        </li>
      ))}
    </ul>
  );
}
