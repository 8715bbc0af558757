import { formatAmount, formatDate } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./BalanceCurve.module.css";
import type { CurvePoint } from "./curve.ts";

interface CurveTableProps {
  label: string;
  points: readonly CurvePoint[];
  height?: number;
}

/** The table twin of a curve: the same days in exact figures. */
export function CurveTable({ label, points, height = 220 }: CurveTableProps) {
  const w = useWords(uiWords);
  const language = useLanguage();
  const amount = (minor: number | undefined) =>
    minor === undefined ? "" : formatAmount(minor, language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the keyboard.
    <section className={styles.tableBox} aria-label={label} tabIndex={0} style={{ height }}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{w.date}</th>
            <th scope="col">{w.balance}</th>
            <th scope="col">{w.low}</th>
            <th scope="col">{w.high}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.on}>
              <th scope="row">{formatDate(point.on)}</th>
              <td>{amount(point.balanceMinor)}</td>
              <td>{amount(point.lowMinor)}</td>
              <td>{amount(point.highMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
