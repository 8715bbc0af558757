import { endOfMonth } from "#contract/date.ts";
import type { BudgetLine } from "#contract/statements.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { movements } from "./movements.ts";

/** The budget of some months, by account and month. */
export function listBudget(read: ReadHandle, span: { fromMonth: string; toMonth: string }) {
  return read
    .reading(
      "SELECT account, month, amount_minor AS amountMinor FROM budget_line " +
        "WHERE month BETWEEN ? AND ? ORDER BY account, month",
    )
    .all(span.fromMonth, span.toMonth) as BudgetLine[];
}

/** Keeps amounts of the budget; zero takes a line away. */
export function setBudget(tx: Transaction, lines: readonly BudgetLine[]): { lines: number } {
  const put = tx.writing(
    "INSERT INTO budget_line (account, month, amount_minor) VALUES (?, ?, ?) " +
      "ON CONFLICT DO UPDATE SET amount_minor = excluded.amount_minor",
  );
  const drop = tx.writing("DELETE FROM budget_line WHERE account = ? AND month = ?");
  for (const { account, month, amountMinor } of lines) {
    if (amountMinor === 0) drop.run(account, month);
    else put.run(account, month, amountMinor);
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
  for (const { account, month, amountMinor } of listBudget(read, months)) {
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

/** A year's budget from the actuals of the year before, month by month, with a growth. */
export function budgetFromActual(
  tx: Transaction,
  asked: { year: number; growthBps: number },
): { lines: number } {
  const lines: BudgetLine[] = [];
  for (let m = 1; m <= 12; m++) {
    const before = `${asked.year - 1}-${String(m).padStart(2, "0")}-01`;
    const month = `${asked.year}-${String(m).padStart(2, "0")}`;
    const span = { fromOn: before, toOn: endOfMonth(before) };
    for (const { account, debitMinor, creditMinor } of movements(tx, span).values()) {
      if (!/^[67]/.test(account)) continue;
      const minor = account.startsWith("7") ? creditMinor - debitMinor : debitMinor - creditMinor;
      const amountMinor = Math.round((minor * (10_000 + asked.growthBps)) / 10_000);
      lines.push({ account, month, amountMinor });
    }
  }
  const [from, to] = [`${asked.year}-01`, `${asked.year}-12`];
  tx.writing("DELETE FROM budget_line WHERE month BETWEEN ? AND ?").run(from, to);
  return setBudget(tx, lines);
}
