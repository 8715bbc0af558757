// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid cannot be an HTML table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself keeps the focus.
import { useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type Column, isFigure, totalText } from "./column.ts";
import styles from "./DataTable.module.css";

interface TableFootProps<Row> {
  columns: readonly Column<Row>[];
  count: number;
  isMarkable: boolean;
}

/** The totals of the whole list, given by the office, always in view at the foot. */
export function TableFoot<Row>({ columns, count, isMarkable }: TableFootProps<Row>) {
  const w = useWords(uiWords);
  const language = useLanguage();
  return (
    <div role="rowgroup" className={styles.foot}>
      <div role="row" aria-rowindex={count + 2} className={styles.row} data-markable={isMarkable}>
        {isMarkable && <span role="gridcell" className={styles.cell} />}
        {columns.map((column, at) => (
          <span
            key={column.key}
            role="gridcell"
            className={styles.cell}
            data-figure={isFigure(column)}
            data-tabular={isFigure(column)}
          >
            {at === 0 ? w.total : totalText(column, language)}
          </span>
        ))}
      </div>
    </div>
  );
}
