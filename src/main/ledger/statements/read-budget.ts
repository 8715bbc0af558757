import { parseAmount } from "#contract/amount.ts";
import { monthOf } from "#contract/date.ts";
import type { BudgetLine } from "#contract/statements.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { normaliseHeader } from "#main/base/table/normalise-header.ts";
import { type DroppedFile, readTable, type Table } from "#main/base/table/read-table.ts";
import { textOfXlsx } from "#main/base/table/read-xlsx.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { sniffFileKind } from "#main/base/table/sniff-file-kind.ts";

export interface ReadBudget {
  lines: BudgetLine[];
  refused: RefusedRow[];
}

const ACCOUNT = ["compte", "account", "numero de compte"];
const MONTH = ["mois", "month", "periode"];
const AMOUNT = ["montant", "amount", "budget"];

/** Reads a budget table, CSV or XLSX: one amount a row, or a column for each month. */
export function readBudget(file: DroppedFile): ReadBudget | Refusal {
  const text = sniffFileKind(file.bytes) === "zip" ? textOfXlsx(file, monthOf) : file;
  if (isRefusal(text)) return text;
  const table = readTable(text, new Set([...ACCOUNT, ...MONTH, ...AMOUNT]));
  if (isRefusal(table)) return table;
  const columns = columnsOf(table);
  if (columns === undefined) return refuse("statements.budget-columns", { file: file.name });
  const read: Reading = { lines: [], refused: [...table.refused], seen: new Map() };
  for (const { line, cells } of table.rows) {
    const number = (cells[columns.account] ?? "").trim();
    if (!/^[67]\d{1,9}$/.test(number)) {
      const column = table.headers[columns.account] ?? "";
      read.refused.push(refuseRow("statements.budget-account", { line, column, text: number }));
      continue;
    }
    for (const { i, monthOf } of columns.amounts) {
      const column = table.headers[i] ?? "";
      take(read, { line, number, column, text: cells[i] ?? "", month: monthOf(cells) });
    }
  }
  return { lines: read.lines, refused: read.refused.toSorted((a, b) => a.line - b.line) };
}

interface Reading extends ReadBudget {
  /** The line of the file that gave each account and month. */
  seen: Map<string, number>;
}

/** What the month of an amount is, or what was written in its place. */
type Month = { month: string } | { column: string; text: string };

interface Columns {
  account: number;
  amounts: { i: number; monthOf: (cells: readonly string[]) => Month }[];
}

function columnsOf({ headers }: Table): Columns | undefined {
  const at = (names: readonly string[]) =>
    headers.findIndex((header) => names.includes(normaliseHeader(header)));
  const [account, month, amount] = [at(ACCOUNT), at(MONTH), at(AMOUNT)];
  const wide = headers.flatMap((header, i) => {
    const found = monthIn(header);
    return found === undefined ? [] : [{ i, monthOf: () => ({ month: found }) }];
  });
  if (account === -1) return undefined;
  if (wide.length > 0) return { account, amounts: wide };
  if (month === -1 || amount === -1) return undefined;
  const monthOf = (cells: readonly string[]): Month => {
    const text = (cells[month] ?? "").trim();
    const found = monthIn(text);
    return found === undefined ? { column: headers[month] ?? "", text } : { month: found };
  };
  return { account, amounts: [{ i: amount, monthOf }] };
}

function take(
  read: Reading,
  cell: { line: number; number: string; column: string; text: string; month: Month },
): void {
  const { line, number, column, text, month } = cell;
  if (text.trim() === "") return;
  if (!("month" in month)) {
    read.refused.push(refuseRow("statements.budget-month", { line, ...month }));
    return;
  }
  const amountMinor = parseAmount(text);
  if (amountMinor === undefined) {
    read.refused.push(refuseRow("files.bad-amount", { line, column, text }));
    return;
  }
  const key = `${number} ${month.month}`;
  const firstLine = read.seen.get(key);
  if (firstLine !== undefined) {
    read.refused.push(refuseRow("files.duplicate-row", { line, number: key, firstLine }));
    return;
  }
  read.seen.set(key, line);
  read.lines.push({ account: number, month: month.month, amountMinor });
}

/** `2026-01` of a month written 01/2026, 2026-01, 01/01/2026. */
function monthIn(text: string): string | undefined {
  const found = /^\s*(?:(\d{4})[-/](\d{1,2})(?:-\d{2})?|(?:\d{2}\/)?(\d{1,2})[-/](\d{4}))\s*$/.exec(
    text,
  );
  if (found === null) return undefined;
  const [year, month] = found[1] === undefined ? [found[4], found[3]] : [found[1], found[2]];
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : undefined;
}
