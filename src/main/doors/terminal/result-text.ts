import { type RefusalCode, refusalSentence, refusals } from "#contract/refusals.ts";
import { cellText, isRightAligned, safeLines } from "./cell-text.ts";
import type { TerminalLanguage } from "./terminal-language.ts";
import { terminalWords } from "./terminal-words.ts";

type Row = Record<string, unknown>;

/** A result as a person reads it: rows as an aligned table, the rest as names and values. */
export function resultText(value: unknown, lang: TerminalLanguage): string {
  const words = terminalWords[lang];
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : listText(value, lang);
  if (!isRow(value)) return value === undefined ? words.done : safeLines(String(value));
  if (Object.keys(value).length === 0) return words.done;
  const { rows } = value;
  if (Array.isArray(rows) && ("next" in value || Object.keys(value).length <= 2)) {
    return pageText(value, rows, lang);
  }
  return rowText(value, lang);
}

function pageText(page: Row, rows: readonly unknown[], lang: TerminalLanguage): string {
  const words = terminalWords[lang];
  const foot = [
    ...(typeof page.total === "number" ? [words.total(page.total)] : []),
    ...(typeof page.next === "string" ? [words.next(page.next)] : []),
  ];
  const body = rows.length === 0 ? words.nothing : listText(rows, lang);
  return [body, ...foot].join("\n");
}

/** Plain fields first, aligned; then each list and each text of several lines under its name. */
function rowText(row: Row, lang: TerminalLanguage): string {
  const flat = Object.entries(flattened(row));
  const isBlock = ([, value]: [string, unknown]) => isTable(value) || isLong(value);
  const plain = flat.filter((pair) => !isBlock(pair));
  const width = Math.max(0, ...plain.map(([name]) => name.length));
  const lines = plain.map(([name, value]) =>
    `${name.padEnd(width)}  ${cellText(lastName(name), value, lang)}`.trimEnd(),
  );
  const blocks = flat.filter(isBlock).map(([name, value]) => {
    const text = isTable(value) ? listText(value, lang) : safeLines(String(value));
    return `${name}\n${text}`;
  });
  return [...(lines.length === 0 ? [] : [lines.join("\n")]), ...blocks].join("\n\n");
}

function listText(items: readonly unknown[], lang: TerminalLanguage): string {
  if (!items.every(isRow)) return items.map((item) => cellText("", item, lang)).join("\n");
  const rows = items.map((item) => flattened(told(item, lang)));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const cells = rows.map((row) => cellText(lastName(name), row[name], lang));
    const width = Math.max(name.length, ...cells.map((cell) => cell.length));
    const isRight = rows.some((row) => isRightAligned(row[name]));
    const aligned = (text: string) => (isRight ? text.padStart(width) : text.padEnd(width));
    return [aligned(name), "─".repeat(width), ...cells.map(aligned)];
  });
  const height = rows.length + 2;
  return Array.from({ length: height }, (_, at) =>
    columns
      .map((column) => column[at])
      .join("  ")
      .trimEnd(),
  ).join("\n");
}

/** A refused row says its sentence in place of its code and facts. */
function told(row: Row, lang: TerminalLanguage): Row {
  const { code, facts, ...rest } = row;
  if (typeof code !== "string" || !isRow(facts) || !Object.hasOwn(refusals, code)) return row;
  return { ...rest, reason: refusalSentence(code as RefusalCode, facts, lang) };
}

/** Parts of objects by their path: `lowest.balanceMinor`. */
function flattened(row: Row, before = ""): Row {
  const flat: Row = {};
  for (const [name, value] of Object.entries(row)) {
    const path = before === "" ? name : `${before}.${name}`;
    if (isRow(value) && !(value instanceof Blob)) Object.assign(flat, flattened(value, path));
    else flat[path] = value;
  }
  return flat;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function isTable(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRow);
}

function isLong(value: unknown): value is string {
  return typeof value === "string" && value.includes("\n");
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
