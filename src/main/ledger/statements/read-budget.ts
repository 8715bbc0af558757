import { parseAmount } from "#contract/amount.ts";
import type { BudgetLine } from "#contract/budget.ts";
import type { NamedCategory } from "#contract/budget-category.ts";
import { monthOf } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { normaliseHeader } from "#main/base/table/normalise-header.ts";
import { type DroppedFile, readTable, type Table } from "#main/base/table/read-table.ts";
import { textOfXlsx } from "#main/base/table/read-xlsx.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { sniffFileKind } from "#main/base/table/sniff-file-kind.ts";
import { writtenCategory } from "./budget-categories.ts";

export interface ReadBudget {
  lines: BudgetLine[];
  refused: RefusedRow[];
}

const ACCOUNT = ["compte", "account", "numero de compte"];
const CATEGORY = ["categorie", "category", "poste", "poste budget"];
const MONTH = ["mois", "month", "periode"];
const AMOUNT = ["montant", "amount", "budget"];

/**
 * Reads a budget table, CSV or XLSX: one amount a row, or a column for each month. A row is an
 * account's, or a category's as a whole where it names no account.
 */
export function readBudget(
  file: DroppedFile,
  categories: readonly NamedCategory[],
): ReadBudget | Refusal {
  const text = sniffFileKind(file.bytes) === "zip" ? textOfXlsx(file, monthOf) : file;
  if (isRefusal(text)) return text;
  const table = readTable(text, new Set([...ACCOUNT, ...CATEGORY, ...MONTH, ...AMOUNT]));
  if (isRefusal(table)) return table;
  const columns = columnsOf(table);
  if (columns === undefined) return refuse("statements.budget-columns", { file: file.name });
  const read: Reading = { lines: [], refused: [...table.refused], seen: new Map() };
  for (const { line, cells } of table.rows) {
    const item = itemOf({ table, columns, categories }, line, cells);
    if ("code" in item) {
      read.refused.push(item);
      continue;
    }
    for (const { i, monthOf } of columns.amounts) {
      const column = table.headers[i] ?? "";
      take(read, { line, item, column, text: cells[i] ?? "", month: monthOf(cells) });
    }
  }
  return { lines: read.lines, refused: read.refused.toSorted((a, b) => a.line - b.line) };
}

/** What a row's amounts are the budget of. */
type Item = { account: string } | { category: string };

function itemOf(
  of: { table: Table; columns: Columns; categories: readonly NamedCategory[] },
  line: number,
  cells: readonly string[],
): Item | RefusedRow {
  const { account, category } = of.columns;
  const told = (i: number) => ({
    column: of.table.headers[i] ?? "",
    text: (cells[i] ?? "").trim(),
  });
  const written = told(category);
  const { column, text } = told(account);
  if (account !== -1 && (text !== "" || written.text === "")) {
    if (/^[67]\d{1,9}$/.test(text)) return { account: text };
    return refuseRow("statements.budget-account", { line, column, text });
  }
  const found = writtenCategory(of.categories, written.text);
  if (found !== undefined) return { category: found };
  return refuseRow("statements.budget-category", { line, ...written });
}

interface Reading extends ReadBudget {
  /** The line of the file that gave each account and month. */
  seen: Map<string, number>;
}

/** What the month of an amount is, or what was written in its place. */
type Month = { month: string } | { column: string; text: string };

/** Places of the columns; -1 where there is none. */
interface Columns {
  account: number;
  category: number;
  amounts: { i: number; monthOf: (cells: readonly string[]) => Month }[];
}

function columnsOf({ headers }: Table): Columns | undefined {
  const at = (names: readonly string[]) =>
    headers.findIndex((header) => names.includes(normaliseHeader(header)));
  const [account, category] = [at(ACCOUNT), at(CATEGORY)];
  const [month, amount] = [at(MONTH), at(AMOUNT)];
  const wide = headers.flatMap((header, i) => {
    const found = monthIn(header);
    return found === undefined ? [] : [{ i, monthOf: () => ({ month: found }) }];
  });
  if (account === -1 && category === -1) return undefined;
  if (wide.length > 0) return { account, category, amounts: wide };
  if (month === -1 || amount === -1) return undefined;
  const monthOf = (cells: readonly string[]): Month => {
    const text = (cells[month] ?? "").trim();
    const found = monthIn(text);
    return found === undefined ? { column: headers[month] ?? "", text } : { month: found };
  };
  return { account, category, amounts: [{ i: amount, monthOf }] };
}

function take(
  read: Reading,
  cell: { line: number; item: Item; column: string; text: string; month: Month },
): void {
  const { line, item, column, text, month } = cell;
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
  const key = `${"account" in item ? item.account : item.category} ${month.month}`;
  const firstLine = read.seen.get(key);
  if (firstLine !== undefined) {
    read.refused.push(refuseRow("files.duplicate-row", { line, number: key, firstLine }));
    return;
  }
  read.seen.set(key, line);
  read.lines.push({ ...item, month: month.month, amountMinor });
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
