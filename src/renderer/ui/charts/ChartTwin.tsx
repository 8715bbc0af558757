// biome-ignore-all lint/suspicious/noArrayIndexKey: the rows of a shown table never move.
import type { ExportedCell, ExportedKind, ExportedTable } from "#contract/exported-table.ts";
import { formatAmount, formatCount, formatDate, formatRate } from "#renderer/format.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import styles from "./charts.module.css";

interface ChartTwinProps {
  label: string;
  table: ExportedTable;
  height: number;
}

/** The table twin of a chart: the same values, in full. */
export function ChartTwin({ label, table, height }: ChartTwinProps) {
  const language = useLanguage();
  return (
    <section
      className={styles.tableBox}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the keyboard.
      tabIndex={0}
      style={{ height }}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column, i) => (
              <th key={i} scope="col" data-kind={column.kind}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r}>
              {table.columns.map(({ kind }, i) => {
                const text = cellText(row[i] ?? null, kind, language);
                if (i > 0) {
                  return (
                    <td key={i} data-kind={kind}>
                      {text}
                    </td>
                  );
                }
                return (
                  <th key={i} scope="row" data-kind={kind}>
                    {text}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellText(value: ExportedCell, kind: ExportedKind, language: Language): string {
  if (value === null) return "";
  if (typeof value === "string") return kind === "date" ? formatDate(value) : value;
  if (kind === "money") return value === 0 ? "–" : formatAmount(value, language);
  if (kind === "percent") return formatRate(value, language);
  return formatCount(value, language);
}
