import { parseAmount } from "#contract/amount.ts";
import type { BudgetLine } from "#contract/statements.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { normaliseHeader } from "#main/base/table/normalise-header.ts";
import { type DroppedFile, readTable } from "#main/base/table/read-table.ts";

export interface ReadBudget {
  lines: BudgetLine[];
  refused: { line: number; column: string; value: string }[];
}

const ACCOUNT = ["compte", "account", "numero de compte"];
const MONTH = ["mois", "month", "periode"];
const AMOUNT = ["montant", "amount", "budget"];

/** Reads a budget table: one amount a row, or a column for each month. */
export function readBudget(file: DroppedFile): ReadBudget | Refusal {
  const table = readTable(file, new Set([...ACCOUNT, ...MONTH, ...AMOUNT]));
  if (isRefusal(table)) return table;
  const at = (names: readonly string[]) =>
    table.headers.findIndex((header) => names.includes(normaliseHeader(header)));
  const account = at(ACCOUNT);
  const [month, amount] = [at(MONTH), at(AMOUNT)];
  const months = table.headers.flatMap((header, i) => {
    const found = monthIn(header);
    return found === undefined ? [] : [{ month: found, i }];
  });
  if (account === -1 || (months.length === 0 && (month === -1 || amount === -1))) {
    return refuse("statements.budget-columns", { file: file.name });
  }
  const read: ReadBudget = { lines: [], refused: [] };
  for (const { line, cells } of table.rows) {
    const number = (cells[account] ?? "").trim();
    const own =
      months.length > 0
        ? months.map((one) => ({ month: one.month as string | undefined, i: one.i }))
        : [{ month: monthIn(cells[month] ?? ""), i: amount }];
    if (!/^[67]\d{1,9}$/.test(number)) {
      read.refused.push({ line, column: table.headers[account] ?? "", value: number });
      continue;
    }
    for (const one of own)
      take(read, {
        line,
        number,
        ...one,
        text: cells[one.i] ?? "",
        column: table.headers[one.i] ?? "",
      });
  }
  return read;
}

function take(
  read: ReadBudget,
  cell: { line: number; number: string; month: string | undefined; text: string; column: string },
): void {
  const { line, column, text, month } = cell;
  if (text.trim() === "") return;
  const amountMinor = parseAmount(text);
  if (amountMinor === undefined || month === undefined) {
    read.refused.push({ line, column, value: text });
    return;
  }
  read.lines.push({ account: cell.number, month, amountMinor });
}

/** `2026-01` of a month written 01/2026, 2026-01 or 012026. */
function monthIn(text: string): string | undefined {
  const found = /^\s*(?:(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4}))\s*$/.exec(text);
  if (found === null) return undefined;
  const [year, month] = found[1] === undefined ? [found[4], found[3]] : [found[1], found[2]];
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : undefined;
}
