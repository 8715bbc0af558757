import styles from "./chips.module.css";
import type { StateWord } from "./column.ts";

/** A state in one word (Brouillon, Validée, En retard de 12 j), toned but never by colour alone. */
export function StateChip({ word, tone }: StateWord) {
  return (
    <span className={styles.state} data-tone={tone}>
      {word}
    </span>
  );
}
