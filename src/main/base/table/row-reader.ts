import { parseAmount } from "#contract/amount.ts";
import { columnDecimal, type DecimalMark } from "./column-decimal.ts";
import type { MappedColumns } from "./map-columns.ts";
import { normaliseHeader } from "./normalise-header.ts";
import { columnDateOrder, type DateOrder, parseDateText } from "./parse-date-text.ts";
import type { Table } from "./read-table.ts";
import { type RefusedRow, refuseRow } from "./refused-row.ts";
import type { CsvRecord } from "./split-csv.ts";

/** How the columns of a table are to be read. */
export interface RowReaderOptions {
  /** Fields holding amounts and rates, and fields holding days. */
  amounts: readonly string[];
  dates: readonly string[];
  /** A person's answer when the file proves no decimal mark. */
  decimal?: DecimalMark;
}

/**
 * Reads typed values out of rows. Each reading gives the value, `undefined` for an empty cell, or
 * a refused row naming line, column and text.
 */
export interface RowReader {
  has(field: string): boolean;
  column(field: string): string;
  text(row: CsvRecord, field: string): string;
  amount(row: CsvRecord, field: string): number | undefined | RefusedRow;
  date(row: CsvRecord, field: string): string | undefined | RefusedRow;
  rateBps(row: CsvRecord, field: string): number | undefined | RefusedRow;
  word<W extends string>(row: CsvRecord, field: string, words: WordList<W>): W | RefusedRow;
}

/** Normalised word of a file → our word; `""` gives the meaning of an empty cell. */
export type WordList<W extends string> = {
  words: Readonly<Record<string, W>>;
  /** The spellings shown to a person when a word is none of them. */
  shown: readonly string[];
};

/** Longest text of a cell quoted in a refusal. */
const QUOTED_CHARACTERS = 60;

/**
 * Makes the reader of a table. The decimal mark is decided over each whole column, else over all
 * amount columns of the file; the order of day and month over each whole column.
 */
export function rowReader(
  table: Table,
  columns: MappedColumns,
  options: RowReaderOptions,
): RowReader {
  const decimals = decimalMarks(table, columns, options);
  const orders = new Map<string, DateOrder>();
  for (const f of options.dates) orders.set(f, columnDateOrder(textsOf(table, columns, f)));
  const column = (field: string) => columns.mapping[field] ?? field;
  const text = (row: CsvRecord, field: string) => row.cells[columns.index.get(field) ?? -1] ?? "";
  const told = (row: CsvRecord, field: string) => ({
    line: row.line,
    column: column(field),
    text: text(row, field).slice(0, QUOTED_CHARACTERS),
  });
  return {
    has: (field) => columns.index.has(field),
    column,
    text,
    amount(row, field) {
      const cell = text(row, field);
      if (cell === "") return undefined;
      const mark = decimals.get(field);
      return parseAmount(cell, mark) ?? badAmount(told(row, field), cell, mark);
    },
    date(row, field) {
      const cell = text(row, field);
      if (cell === "") return undefined;
      const day = parseDateText(cell, orders.get(field));
      return day ?? refuseRow("files.bad-date", told(row, field));
    },
    rateBps(row, field) {
      const cell = text(row, field).replace("%", "");
      if (cell.trim() === "") return undefined;
      const rate = parseRateBps(cell);
      return rate ?? refuseRow("files.bad-rate", told(row, field));
    },
    word(row, field, list) {
      const found = list.words[normaliseHeader(text(row, field))];
      return found ?? refuseRow("files.bad-word", { ...told(row, field), allowed: list.shown });
    },
  };
}

/** A rate written in percent (`20`, `5,5`, `2.10`), in basis points; undefined when it is none. */
function parseRateBps(text: string): number | undefined {
  const bps = parseAmount(text, text.includes(",") ? "," : ".");
  return bps !== undefined && bps >= 0 && bps <= 10_000 ? bps : undefined;
}

function badAmount(
  told: { line: number; column: string; text: string },
  cell: string,
  mark: DecimalMark | undefined,
): RefusedRow {
  const readsAs = (m: DecimalMark) => parseAmount(cell, m) !== undefined;
  const isAmbiguous = mark === undefined && (readsAs(",") || readsAs("."));
  return refuseRow(isAmbiguous ? "files.ambiguous-amount" : "files.bad-amount", told);
}

function decimalMarks(table: Table, columns: MappedColumns, options: RowReaderOptions) {
  const own = new Map<string, DecimalMark | undefined>();
  for (const f of options.amounts) {
    own.set(f, options.decimal ?? columnDecimal(textsOf(table, columns, f)));
  }
  const proven = new Set([...own.values()].filter((m) => m !== undefined));
  const ofFile = proven.size === 1 ? [...proven][0] : undefined;
  return new Map(options.amounts.map((f) => [f, own.get(f) ?? ofFile]));
}

function* textsOf(table: Table, columns: MappedColumns, field: string): Iterable<string> {
  const at = columns.index.get(field);
  if (at === undefined) return;
  for (const { cells } of table.rows) yield cells[at] ?? "";
}
