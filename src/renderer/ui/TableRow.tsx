// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid cannot be an HTML table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself keeps the focus.
import { memo } from "react";
import type { Language } from "#renderer/words/language.ts";
import { type Column, cellText, isFigure } from "./column.ts";
import styles from "./DataTable.module.css";
import { StateChip } from "./StateChip.tsx";

export type RowKind = "line" | "heading" | "subtotal" | "total" | "memo";

interface TableRowProps<Row> {
  id: string;
  index: number;
  top: number;
  /** Undefined while its page is on the way: the row's skeleton is drawn in its place. */
  row: Row | undefined;
  columns: readonly Column<Row>[];
  language: Language;
  activeColumn: number;
  isMarked: boolean;
  kind: RowKind;
  onPress: (row: number, column: number) => void;
  onOpen: (row: Row) => void;
  onMark: ((row: Row) => void) | undefined;
}

/** One 26 px row; drawn again only when something of its own changes. */
export const TableRow = memo(PlainRow) as typeof PlainRow;

function PlainRow<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, activeColumn, onMark } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid, which has focus.
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onMark === undefined ? activeColumn >= 0 : props.isMarked}
      className={styles.row}
      data-active={activeColumn >= 0}
      data-marked={props.isMarked}
      data-kind={props.kind}
      data-markable={onMark !== undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={(event) => props.onPress(index, columnUnder(event.target))}
      onDoubleClick={() => row !== undefined && props.onOpen(row)}
    >
      {onMark !== undefined && <MarkCell {...props} onMark={onMark} />}
      {columns.map((column, at) => (
        <span
          key={column.key}
          id={`${props.id}-${index}-${at}`}
          role="gridcell"
          className={styles.cell}
          data-column={at}
          data-figure={isFigure(column)}
          data-tabular={column.type === "date" || isFigure(column)}
          data-active={at === activeColumn}
        >
          <CellBody column={column} row={row} language={props.language} at={index + at} />
        </span>
      ))}
    </div>
  );
}

function MarkCell<Row>(props: TableRowProps<Row> & { onMark: (row: Row) => void }) {
  const { row, isMarked, onMark } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid does the same.
    <span role="gridcell" className={styles.cell} onClick={() => row !== undefined && onMark(row)}>
      <span aria-hidden="true" className={styles.mark} data-marked={isMarked} />
    </span>
  );
}

interface CellBodyProps<Row> {
  column: Column<Row>;
  row: Row | undefined;
  language: Language;
  at: number;
}

function CellBody<Row>({ column, row, language, at }: CellBodyProps<Row>) {
  if (row === undefined) {
    return <span className={styles.skeleton} style={{ width: `${45 + ((at * 29) % 45)}%` }} />;
  }
  if (column.type === "chip") {
    const state = column.value(row);
    return state === undefined || state === null ? null : <StateChip {...state} />;
  }
  const text = cellText(column, row, language);
  return column.type === "text" ? <span title={text}>{text}</span> : text;
}

function columnUnder(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  return Number(cell?.dataset.column ?? 0);
}
