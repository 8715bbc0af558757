import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Seal.module.css";

/** What the last verification of a chain or a proof found. */
export type SealState = "intact" | "broken" | "unchecked";

interface SealProps {
  /** What is sealed: `Chaîne des écritures`, `Contrôle à trois voies`. */
  label: string;
  state: SealState;
  /** Until where, or where it breaks: `jusqu'au n° 4 812`. */
  detail?: string | undefined;
  onOpen?: () => void;
}

const SHAPES: Record<SealState, string> = {
  intact: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M5 8.2l2.1 2.1L11 6.2",
  broken: "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5.8 5.8l4.4 4.4m0-4.4-4.4 4.4",
  unchecked: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M5.5 8h5",
};

/** A small seal: its shape and its word say the same as its colour. */
export function Seal({ label, state, detail, onOpen }: SealProps) {
  const w = useWords(uiWords);
  const word = { intact: w.sealIntact, broken: w.sealBroken, unchecked: w.sealUnchecked }[state];
  const body = (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true" className={styles.shape}>
        <path d={SHAPES[state]} strokeDasharray={state === "unchecked" ? "2 1.6" : undefined} />
      </svg>
      <span>
        {label} <b className={styles.word}>{word}</b>
        {detail !== undefined && <span className={styles.detail}> {detail}</span>}
      </span>
    </>
  );
  if (onOpen === undefined) {
    return (
      <span className={styles.seal} data-state={state}>
        {body}
      </span>
    );
  }
  return (
    <button type="button" className={styles.seal} data-state={state} onClick={onOpen}>
      {body}
    </button>
  );
}
