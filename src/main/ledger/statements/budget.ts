import type { BudgetLine } from "#contract/budget.ts";
import { addMonths, endOfMonth } from "#contract/date.ts";
import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { carrierOf, categoryFinder } from "./budget-categories.ts";
import { movements } from "./movements.ts";

interface Months {
  fromMonth: string;
  toMonth: string;
}

/** The budget of some months: by account, then by category as a whole. */
export function listBudget(read: ReadHandle, { fromMonth, toMonth }: Months): BudgetLine[] {
  const rows = (item: string, table: string) =>
    read
      .reading(
        `SELECT ${item}, month, amount_minor AS amountMinor FROM ${table} ` +
          `WHERE month BETWEEN ? AND ? ORDER BY ${item}, month`,
      )
      .all(fromMonth, toMonth) as BudgetLine[];
  return [...rows("account", "budget_line"), ...rows("category", "category_budget_line")];
}

/** An amount of the budget under the account where it stands, or that stands for its category. */
export interface PlannedAmount {
  account: string;
  /** Of a category as a whole; null when it is that account's alone. */
  category: string | null;
  month: string;
  /** Positive as the account usually stands. */
  amountMinor: number;
}

/** The budget of some months, each amount under an account of the result. */
export function plannedAmounts(read: ReadHandle, { fromMonth, toMonth }: Months): PlannedAmount[] {
  const rows = read
    .reading(
      "SELECT account, NULL AS category, month, amount_minor AS amountMinor FROM budget_line " +
        "WHERE month BETWEEN ? AND ? UNION ALL " +
        "SELECT account, category, month, amount_minor FROM category_budget_line " +
        "WHERE month BETWEEN ? AND ?",
    )
    .all(fromMonth, toMonth, fromMonth, toMonth) as PlannedAmount[];
  if (rows.every((row) => row.category === null)) return rows;
  const main = mainAccounts(read, { fromMonth, toMonth });
  const { budget } = rulesInForce(read);
  return rows.map((row) => {
    if (row.category === null) return row;
    const carrier = main.get(row.category) ?? carrierOf(budget, row.category);
    return { ...row, account: carrier ?? row.account };
  });
}

/** The account of each category with most movement, from a year before those months on. */
function mainAccounts(read: ReadHandle, { fromMonth, toMonth }: Months): Map<string, string> {
  const rows = read
    .reading(
      "SELECT account, abs(sum(credit_minor) - sum(debit_minor)) AS minor FROM balance " +
        "WHERE account GLOB '[67]*' AND month BETWEEN ? AND ? GROUP BY account ORDER BY minor, account",
    )
    .all(addMonths(`${fromMonth}-01`, -12).slice(0, 7), toMonth) as { account: string }[];
  const categoryOf = categoryFinder(read);
  return new Map(rows.map(({ account }) => [categoryOf(account), account]));
}

/** Keeps amounts of the budget; zero takes a line away. */
export function setBudget(
  tx: Transaction,
  lines: readonly BudgetLine[],
): { lines: number } | Refusal {
  const { budget } = rulesInForce(tx);
  const putAccount = tx.writing(
    "INSERT INTO budget_line (account, month, amount_minor) VALUES (?, ?, ?) " +
      "ON CONFLICT DO UPDATE SET amount_minor = excluded.amount_minor",
  );
  const putCategory = tx.writing(
    "INSERT INTO category_budget_line (category, month, account, amount_minor) " +
      "VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET " +
      "account = excluded.account, amount_minor = excluded.amount_minor",
  );
  const dropAccount = tx.writing("DELETE FROM budget_line WHERE account = ? AND month = ?");
  const dropCategory = tx.writing(
    "DELETE FROM category_budget_line WHERE category = ? AND month = ?",
  );
  for (const line of lines) {
    const { month, amountMinor } = line;
    if ("account" in line) {
      if (amountMinor === 0) dropAccount.run(line.account, month);
      else putAccount.run(line.account, month, amountMinor);
      continue;
    }
    const { category } = line;
    const carrier = carrierOf(budget, category);
    if (amountMinor === 0) dropCategory.run(category, month);
    else if (carrier !== undefined) putCategory.run(category, month, carrier, amountMinor);
    else {
      const allowed = budget.map(({ name }) => name);
      return refuse("statements.no-such-category", { category, allowed });
    }
  }
  return { lines: lines.length };
}

/** The budget over a span by account, credit positive, months cut in proportion to their days. */
export function budgetOver(
  read: ReadHandle,
  span: { fromOn: string; toOn: string },
): Map<string, number> {
  const amounts = new Map<string, number>();
  const { fromOn, toOn } = span;
  const months = { fromMonth: fromOn.slice(0, 7), toMonth: toOn.slice(0, 7) };
  for (const { account, month, amountMinor } of plannedAmounts(read, months)) {
    const minor = Math.round(amountMinor * shareOfMonth(month, span));
    const creditMinor = account.startsWith("7") ? minor : -minor;
    amounts.set(account, (amounts.get(account) ?? 0) + creditMinor);
  }
  return amounts;
}

function shareOfMonth(month: string, { fromOn, toOn }: { fromOn: string; toOn: string }): number {
  const first = `${month}-01`;
  const last = endOfMonth(first);
  const from = fromOn > first ? fromOn : first;
  const to = toOn < last ? toOn : last;
  const days = Number(last.slice(8));
  return (Number(to.slice(8)) - Number(from.slice(8)) + 1) / days;
}

interface FromActual {
  year: number;
  growthBps: number;
  by: "account" | "category";
  category?: string | undefined;
}

/**
 * A year's budget, or one category's, from the actuals of the year before, month by month, with a
 * growth. What was planned there for that year is replaced; without actuals it stays.
 */
export function budgetFromActual(tx: Transaction, asked: FromActual): { lines: number } | Refusal {
  const { budget } = rulesInForce(tx);
  if (asked.category !== undefined && carrierOf(budget, asked.category) === undefined) {
    const allowed = budget.map(({ name }) => name);
    return refuse("statements.no-such-category", { category: asked.category, allowed });
  }
  const categoryOf = categoryFinder(tx);
  const isAsked = (category: string) => (asked.category ?? category) === category;
  const itemOf = (account: string) => (asked.by === "account" ? account : categoryOf(account));
  const lines: BudgetLine[] = [];
  for (let m = 1; m <= 12; m++) {
    const month = `${asked.year}-${String(m).padStart(2, "0")}`;
    const before = `${asked.year - 1}${month.slice(4)}-01`;
    const sums = new Map<string, number>();
    for (const moved of movements(tx, { fromOn: before, toOn: endOfMonth(before) }).values()) {
      const { account, debitMinor, creditMinor } = moved;
      if (!/^[67]/.test(account) || !isAsked(categoryOf(account))) continue;
      const minor = account.startsWith("7") ? creditMinor - debitMinor : debitMinor - creditMinor;
      sums.set(itemOf(account), (sums.get(itemOf(account)) ?? 0) + minor);
    }
    for (const [item, minor] of sums) {
      const amountMinor = Math.round((minor * (10_000 + asked.growthBps)) / 10_000);
      const amount = { month, amountMinor };
      lines.push(
        asked.by === "account" ? { account: item, ...amount } : { category: item, ...amount },
      );
    }
  }
  if (lines.length === 0) return refuse("statements.no-actuals", { year: asked.year - 1 });
  clearYear(tx, asked.year, (account, category) => isAsked(category ?? categoryOf(account)));
  return setBudget(tx, lines);
}

function clearYear(
  tx: Transaction,
  year: number,
  isCleared: (account: string, category: string | null) => boolean,
): void {
  const months = { fromMonth: `${year}-01`, toMonth: `${year}-12` };
  const gone = listBudget(tx, months).filter((line) =>
    "account" in line ? isCleared(line.account, null) : isCleared("", line.category),
  );
  setBudget(
    tx,
    gone.map((line) => ({ ...line, amountMinor: 0 })),
  );
}
