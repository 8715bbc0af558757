import type { ReactNode } from "react";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import styles from "./Results.module.css";

/** Rows shown before a list scrolls by itself. */
const MOST_ROWS = 14;

interface SheetProps<Row> {
  title: string;
  /** What the columns mean, or what the list says. */
  note?: ReactNode;
  tableId: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Changes when the rows do. */
  version: readonly unknown[];
  rowKey: (row: Row) => string;
  empty: string;
  hasTotal?: boolean;
  onActive?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  onBack?: () => void;
}

/** One list among others on a page: as high as its rows, up to a limit. */
export function Sheet<Row>({ title, note, rows, version, ...table }: SheetProps<Row>) {
  const { tableId, columns, rowKey, empty, hasTotal = false, onActive, onOpen, onBack } = table;
  const lines = Math.min(rows.length, MOST_ROWS) + (hasTotal ? 2 : 1);
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {note !== undefined && rows.length > 0 && <p className={styles.note}>{note}</p>}
      {rows.length === 0 ? (
        <p className={styles.note}>{empty}</p>
      ) : (
        <div className={styles.sheet} style={{ "--lines": lines } as React.CSSProperties}>
          <DataTable
            label={title}
            tableId={tableId}
            columns={columns}
            source={{
              queryKey: ["treasury", tableId, ...version],
              fetchPage: async () => ({ rows }),
            }}
            rowKey={rowKey}
            empty={{ sentence: empty }}
            {...(onActive && { onActive })}
            {...(onOpen && { onOpen })}
            {...(onBack && { onBack })}
          />
        </div>
      )}
    </section>
  );
}
