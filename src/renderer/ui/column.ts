import { formatAmount, formatCount, formatDate, formatDay, plainAmount } from "#renderer/format.ts";
import type { Language } from "#renderer/words/language.ts";

/** The colour of a state; the word beside it says the same. */
export type Tone = "neutral" | "accent" | "done" | "wait" | "alert";

/** A state in a cell: `En retard de 12 j`, toned. */
export interface StateWord {
  word: string;
  tone: Tone;
}

interface ColumnBase {
  key: string;
  label: string;
  /** Least width in rem, and the share of what is left (0 keeps the least width). */
  minRem?: number;
  share?: number;
  isSortable?: boolean;
}

/** A column of a table; its type decides how a value is set, aligned, totalled and copied. */
export type Column<Row> = ColumnBase &
  (
    | {
        type: "text";
        value: (row: Row) => string | null | undefined;
        /** A figure with its unit (`12 j`, `41 %`): set on the right like amounts. */
        isFigure?: boolean;
      }
    | {
        type: "money";
        value: (row: Row) => number | null | undefined;
        totalMinor?: number | undefined;
      }
    | { type: "number"; value: (row: Row) => number | null | undefined; total?: number | undefined }
    | { type: "date"; value: (row: Row) => string | null | undefined; isShort?: boolean }
    | { type: "chip"; value: (row: Row) => StateWord | null | undefined }
  );

const WIDTHS = {
  text: [10, 1],
  money: [7.5, 0],
  number: [4.5, 0],
  date: [6, 0],
  chip: [8.5, 0],
} as const;

/** Where columns stand: the CSS grid tracks and the least width of the whole table in rem. */
export function tracksOf<Row>(columns: readonly Column<Row>[]): { tracks: string; minRem: number } {
  let minRem = 0;
  const tracks = columns.map((column) => {
    const [usual, usualShare] = WIDTHS[column.type];
    const least = column.minRem ?? usual;
    const share = column.share ?? usualShare;
    minRem += least;
    return share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)`;
  });
  return { tracks: tracks.join(" "), minRem };
}

/** True for columns set on the right, on the comma. */
export function isFigure(column: Column<never>): boolean {
  if (column.type === "text") return column.isFigure === true;
  return column.type === "money" || column.type === "number";
}

/** What a cell shows; zero is a dash, so that the eye finds the amounts. */
export function cellText<Row>(column: Column<Row>, row: Row, language: Language): string {
  switch (column.type) {
    case "text":
      return column.value(row) ?? "";
    case "money":
      return figure(column.value(row), (minor) => formatAmount(minor, language));
    case "number":
      return figure(column.value(row), (count) => formatCount(count, language));
    case "date":
      return dateText(column.value(row), column.isShort ?? false, language);
    case "chip":
      return column.value(row)?.word ?? "";
  }
}

/** What the clipboard gets for a spreadsheet: plain figures and whole dates. */
export function copyText<Row>(column: Column<Row>, row: Row, language: Language): string {
  if (column.type !== "money") {
    return column.type === "number"
      ? String(column.value(row) ?? "")
      : cellText(column.type === "date" ? { ...column, isShort: false } : column, row, language);
  }
  const minor = column.value(row);
  return minor === undefined || minor === null ? "" : plainAmount(minor, language);
}

/** The foot's text of a column, or undefined when it has no total. */
export function totalText<Row>(column: Column<Row>, language: Language): string | undefined {
  if (column.type === "money" && column.totalMinor !== undefined) {
    return formatAmount(column.totalMinor, language);
  }
  if (column.type === "number" && column.total !== undefined) {
    return formatCount(column.total, language);
  }
  return undefined;
}

function figure(value: number | null | undefined, write: (value: number) => string): string {
  if (value === undefined || value === null) return "";
  return value === 0 ? "–" : write(value);
}

function dateText(date: string | null | undefined, isShort: boolean, language: Language): string {
  if (date === undefined || date === null) return "";
  return isShort ? formatDay(date, language) : formatDate(date);
}
