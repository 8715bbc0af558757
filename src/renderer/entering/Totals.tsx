import { formatAmount, formatMoney } from "#renderer/format.ts";
import { enteringWords } from "#renderer/words/entering.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Entering.module.css";
import { type GridLine, totalsOf } from "./grid-entry.ts";

/** Running sums of both sides and what is missing, always in view. */
export function Totals({ lines }: { lines: readonly GridLine[] }) {
  const w = useWords(enteringWords);
  const language = useLanguage();
  const { debitMinor, creditMinor, differenceMinor } = totalsOf(lines);
  const side = differenceMinor > 0 ? w.creditSide : w.debitSide;
  const isBalanced = differenceMinor === 0;
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {w.total}
        </th>
        <td>
          {debitMinor + creditMinor > 0 && (
            <output className={isBalanced ? styles.done : styles.wait}>
              {isBalanced
                ? w.balanced
                : w.missing(formatMoney(Math.abs(differenceMinor), language), side)}
            </output>
          )}
        </td>
        <td className={styles.figure}>{formatAmount(debitMinor, language)}</td>
        <td className={styles.figure}>{formatAmount(creditMinor, language)}</td>
        <td />
      </tr>
    </tfoot>
  );
}
