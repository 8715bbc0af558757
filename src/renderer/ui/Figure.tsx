import { formatMoney } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Figure.module.css";

interface FigureProps {
  /** What the figure is, read before it: `Solde au 30/11`. */
  label: string;
  amountMinor: number;
  /** Opens the rows behind the figure. */
  onExplain: () => void;
  size?: "line" | "large";
  currency?: string;
}

/** A computed amount that one can open: "D'où vient ce chiffre ?". */
export function Figure({ label, amountMinor, onExplain, size = "line", currency }: FigureProps) {
  const w = useWords(uiWords);
  const amount = formatMoney(amountMinor, useLanguage(), currency);
  return (
    <span className={styles.figure} data-size={size}>
      <span className={styles.label}>{label}</span>
      <button
        type="button"
        className={styles.amount}
        title={w.whereFrom}
        aria-label={`${label} ${amount}. ${w.whereFrom}`}
        onClick={onExplain}
      >
        {amount}
      </button>
    </span>
  );
}
