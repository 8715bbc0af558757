// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid cannot be an HTML table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself keeps the focus.
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type Column, isFigure } from "./column.ts";
import styles from "./DataTable.module.css";

/** The order a list is read in; sorting is done by the office, never here. */
export interface Sort {
  key: string;
  isDescending: boolean;
}

interface TableHeadProps {
  columns: readonly Column<never>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  isMarkable: boolean;
}

/** Column heads; a sortable one is a button that turns its order over. */
export function TableHead({ columns, sort, onSort, isMarkable }: TableHeadProps) {
  const w = useWords(uiWords);
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row} data-markable={isMarkable}>
        {isMarkable && (
          <span role="columnheader" className={styles.cell}>
            <span className="unseen">{w.markRow}</span>
          </span>
        )}
        {columns.map((column) => (
          <span
            key={column.key}
            role="columnheader"
            aria-sort={ariaSort(column.key, sort)}
            className={styles.cell}
            data-figure={isFigure(column)}
          >
            {column.isSortable === true && onSort !== undefined ? (
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSort(turned(column.key, sort))}
              >
                {column.label}
                <span aria-hidden="true">{arrow(column.key, sort)}</span>
              </button>
            ) : (
              column.label
            )}
          </span>
        ))}
      </div>
    </div>
  );
}

function turned(key: string, sort: Sort | undefined): Sort {
  return { key, isDescending: sort?.key === key && !sort.isDescending };
}

function ariaSort(key: string, sort: Sort | undefined) {
  if (sort?.key !== key) return undefined;
  return sort.isDescending ? "descending" : "ascending";
}

function arrow(key: string, sort: Sort | undefined): string {
  if (sort?.key !== key) return "";
  return sort.isDescending ? " ↓" : " ↑";
}
