// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid cannot be an HTML table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself keeps the focus.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useId, useMemo, useRef } from "react";
import { isMac } from "#renderer/platform.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { type Column, copyText, totalText, tracksOf } from "./column.ts";
import styles from "./DataTable.module.css";
import { EmptyState, type EmptyStateProps } from "./EmptyState.tsx";
import { type GridPlace, moveInGrid } from "./grid-motion.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { rowHeight } from "./row-height.ts";
import { TableFoot } from "./TableFoot.tsx";
import { type Sort, TableHead } from "./TableHead.tsx";
import { type RowKind, TableRow } from "./TableRow.tsx";
import { useGridPlace } from "./use-grid-place.ts";
import { useStable } from "./use-stable.ts";
import { type PageSource, type TablePages, useReach, useTablePages } from "./use-table-pages.ts";

/** What a list needs to be shown; the same component serves every list of the application. */
export interface DataTableProps<Row, Cursor> {
  /** Names the table for screen readers, and its place for coming back to it. */
  label: string;
  tableId: string;
  columns: readonly Column<Row>[];
  source: PageSource<Row, Cursor>;
  rowKey: (row: Row) => string;
  empty: EmptyStateProps;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  /** The row under the keyboard or the pointer changed: the detail panel follows. */
  onActive?: (row: Row) => void;
  /** Enter or double click. */
  onOpen?: (row: Row) => void;
  /** Escape: back to where the person was. */
  onBack?: () => void;
  /** Any other key pressed on a row, such as Delete to refuse a match. */
  onRowKey?: (row: Row, event: KeyboardEvent) => void;
  /** Heads and totals among the rows are set apart. */
  rowKind?: (row: Row) => RowKind;
  /** Rows ticked with Space or the pointer; leave out for lists without actions on many. */
  marked?: ReadonlySet<string> | undefined;
  onMark?: (marked: ReadonlySet<string>) => void;
}

/** A virtualised sheet: 26 px rows, a head and totals that stay, keyboard everywhere. */
export function DataTable<Row, Cursor>(props: DataTableProps<Row, Cursor>) {
  const pages = useTablePages(props.source);
  const isFailed = pages.error !== null;
  const isEmpty = !pages.isFirstLoad && !isFailed && pages.count === 0;
  if (isEmpty) return <EmptyState {...props.empty} />;
  return (
    <div className={styles.table}>
      {isFailed && <ProblemNotice error={pages.error} onRetry={pages.retry} />}
      {(!isFailed || pages.rows.length > 0) && <Sheet {...props} pages={pages} />}
    </div>
  );
}

/** Rows drawn as skeletons until the first page is there: more than any window shows. */
const SKELETON_ROWS = 60;

type SheetProps<Row, Cursor> = DataTableProps<Row, Cursor> & { pages: TablePages<Row> };

function Sheet<Row, Cursor>(props: SheetProps<Row, Cursor>) {
  const { columns, pages } = props;
  const id = useId();
  const language = useLanguage();
  const sheet = useSheet(props);
  const { tracks, minRem } = useMemo(() => tracksOf(columns), [columns]);
  const items = sheet.virtualizer.getVirtualItems();
  const hasTotals = columns.some((column) => totalText(column, language) !== undefined);
  const isActiveDrawn = items.some((item) => item.index === sheet.place.row);
  useReach(pages, items.at(-1)?.index ?? 0);
  return (
    <div
      ref={sheet.scroller}
      className={styles.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={pages.isCountKnown ? pages.count + (hasTotals ? 2 : 1) : -1}
      aria-colcount={columns.length + (props.marked === undefined ? 0 : 1)}
      aria-multiselectable={props.marked !== undefined}
      aria-busy={pages.isFirstLoad}
      aria-activedescendant={
        isActiveDrawn ? `${id}-${sheet.place.row}-${sheet.place.column}` : undefined
      }
      tabIndex={0}
      onKeyDown={sheet.onKeyDown}
      onCopy={sheet.onCopy}
      onScroll={(event) => sheet.keepScroll(event.currentTarget.scrollTop)}
      style={{ "--tracks": tracks, "--least": `${minRem}rem` } as React.CSSProperties}
    >
      <TableHead {...headProps(props)} />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: sheet.virtualizer.getTotalSize() }}
      >
        {items.map((item) => (
          <TableRow
            key={item.index}
            id={id}
            index={item.index}
            top={item.start - sheet.height}
            row={pages.rows.at(item.index)}
            columns={columns}
            language={language}
            activeColumn={
              item.index === sheet.place.row && !pages.isFirstLoad ? sheet.place.column : -1
            }
            isMarked={isMarked(props, pages.rows.at(item.index))}
            kind={kindOf(props, pages.rows.at(item.index))}
            onPress={sheet.press}
            onOpen={sheet.open}
            onMark={props.marked === undefined ? undefined : sheet.mark}
          />
        ))}
      </div>
      {hasTotals && <TableFoot columns={columns} count={pages.count} isMarkable={!!props.marked} />}
    </div>
  );
}

function headProps<Row, Cursor>(props: DataTableProps<Row, Cursor>) {
  return {
    columns: props.columns as readonly Column<never>[],
    sort: props.sort,
    onSort: props.onSort,
    isMarkable: props.marked !== undefined,
  };
}

function kindOf<Row, Cursor>(props: SheetProps<Row, Cursor>, row: Row | undefined): RowKind {
  return row === undefined ? "line" : (props.rowKind?.(row) ?? "line");
}

function isMarked<Row, Cursor>(props: DataTableProps<Row, Cursor>, row: Row | undefined): boolean {
  return row !== undefined && props.marked?.has(props.rowKey(row)) === true;
}

function useSheet<Row, Cursor>(props: SheetProps<Row, Cursor>) {
  const { pages, columns } = props;
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const height = useMemo(rowHeight, []);
  const { place, moveTo, firstScrollTop, keepScroll } = useGridPlace(props.tableId);
  const virtualizer = useRows(scroller, {
    count: pages.isFirstLoad ? SKELETON_ROWS : pages.count,
    height,
    firstScrollTop,
  });
  const acts = useRowActs(props, moveTo);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    const viewRows = Math.floor((scroller.current.clientHeight - 2 * height) / height);
    const extent = { rows: pages.count, columns: columns.length, pageRows: Math.max(viewRows, 1) };
    const isMod = isMac ? event.metaKey : event.ctrlKey;
    const to = moveInGrid(place, { key: event.key, isMod }, extent);
    if (to !== undefined) {
      event.preventDefault();
      acts.press(to.row, to.column);
      virtualizer.scrollToIndex(to.row, { align: "auto" });
      return;
    }
    const row = pages.rows.at(place.row);
    if (row !== undefined) actOnRow({ props, row, event, mark: acts.mark });
  };
  const onCopy = (event: React.ClipboardEvent) => {
    const row = pages.rows.at(place.row);
    if (row === undefined || !document.getSelection()?.isCollapsed) return;
    event.preventDefault();
    const cells = columns.map((column) => copyText(column, row, language));
    event.clipboardData.setData("text/plain", cells.join("\t"));
  };
  return { scroller, height, place, keepScroll, virtualizer, ...acts, onKeyDown, onCopy };
}

interface RowSpace {
  count: number;
  height: number;
  firstScrollTop: number;
}

/** The rows in view; head and foot are sticky, so that scrolling to a row stops short of them. */
function useRows(scroller: RefObject<HTMLDivElement | null>, space: RowSpace) {
  return useVirtualizer({
    count: space.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => space.height,
    overscan: 12,
    scrollMargin: space.height,
    scrollPaddingStart: space.height,
    scrollPaddingEnd: space.height,
    initialOffset: space.firstScrollTop,
  });
}

/** What pressing, opening and ticking a row do, with identities that never change. */
function useRowActs<Row, Cursor>(
  props: SheetProps<Row, Cursor>,
  moveTo: (place: GridPlace) => void,
) {
  const press = useStable((row: number, column: number) => {
    moveTo({ row, column });
    const active = props.pages.rows.at(row);
    if (active !== undefined) props.onActive?.(active);
  });
  const mark = useStable((row: Row) => {
    const key = props.rowKey(row);
    const next = new Set(props.marked);
    if (!next.delete(key)) next.add(key);
    props.onMark?.(next);
  });
  const open = useStable((row: Row) => props.onOpen?.(row));
  return { press, mark, open };
}

interface RowAction<Row, Cursor> {
  props: DataTableProps<Row, Cursor>;
  row: Row;
  event: KeyboardEvent;
  mark: (row: Row) => void;
}

function actOnRow<Row, Cursor>({ props, row, event, mark }: RowAction<Row, Cursor>): void {
  const { key } = event;
  if (key === "Enter" && props.onOpen !== undefined) props.onOpen(row);
  else if (key === "Escape" && props.onBack !== undefined) props.onBack();
  else if (key === " " && props.marked !== undefined) mark(row);
  else {
    props.onRowKey?.(row, event);
    return;
  }
  event.preventDefault();
}
