import { dateWords } from "#contract/sentence.ts";
import type {
  Statement,
  StatementAsked,
  StatementName,
  StatementRow,
} from "#contract/statements.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { balanceSheet } from "./balance-sheet.ts";
import { agedStatement, generalBalance, partyBalance } from "./balances.ts";
import { generalLedger, journals } from "./line-sheets.ts";
import { incomeStatement, managementBalances } from "./result-sheets.ts";
import { type StatementSheet, say } from "./statement-sheet.ts";

type Draw = (read: ReadHandle, asked: StatementAsked) => StatementSheet | Refusal;

const DRAWN: Readonly<Record<StatementName, Draw>> = {
  journal: journals,
  ledger: generalLedger,
  balance: generalBalance,
  "party-balance": partyBalance,
  "aged-balance": agedStatement,
  "balance-sheet": balanceSheet,
  "income-statement": incomeStatement,
  "management-balances": managementBalances,
};

/** Statements of a day: their period's first day says nothing. */
const OF_A_DAY: readonly StatementName[] = ["aged-balance", "balance-sheet"];

/** Draws a statement: its head with company, period and filter, and its rows as they are asked. */
export function drawStatement(
  read: ReadHandle,
  asked: StatementAsked,
): (StatementSheet & { company: string }) | Refusal {
  const { fromOn, toOn } = asked;
  if (fromOn > toOn) return refuse("statements.backwards", { fromOn, toOn });
  const sheet = DRAWN[asked.name](read, asked);
  if (isRefusal(sheet)) return sheet;
  const company = read.reading("SELECT name FROM company").get() as { name: string };
  const [from, to] = [dateWords(fromOn), dateWords(toOn)];
  const period = OF_A_DAY.includes(asked.name)
    ? say(asked, `Au ${to}`, `On ${to}`)
    : say(asked, `Du ${from} au ${to}`, `From ${from} to ${to}`);
  return { ...sheet, company: company.name, filter: [period, ...sheet.filter] };
}

/** A page of a statement for the screen. */
export function statementPage(
  read: ReadHandle,
  asked: StatementAsked & { limit: number; after?: string | undefined },
): Statement | Refusal {
  const sheet = drawStatement(read, asked);
  return isRefusal(sheet) ? sheet : pageOfSheet(sheet, asked);
}

/** The rows of a sheet after a key, as many as asked. */
export function pageOfSheet(
  sheet: StatementSheet & { company: string },
  asked: { limit: number; after?: string | undefined },
): Statement {
  const { title, company, filter, columns } = sheet;
  const rows: StatementRow[] = [];
  let next: string | undefined;
  for (const row of sheet.rows(asked.after)) {
    if (rows.length === asked.limit) {
      next = rows.at(-1)?.id;
      break;
    }
    rows.push(row);
  }
  return { title, company, filter, columns, rows, ...(next === undefined ? {} : { next }) };
}
