import { addDays, daysBetween } from "#contract/date.ts";
import type { DailyBalance, Transit } from "#contract/treasury.ts";
import { type BankAccountRow, bankAccounts, knownBalance } from "#main/banking/bank-accounts.ts";
import { ledgerItems } from "#main/reconciliation/recognition/ledger-items.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

export interface DailyAsked {
  basis: "booking" | "value";
  /** The day of the last row of the page before. */
  after?: string | undefined;
  limit: number;
  todayOn: string;
}

/**
 * The balance of each account at the end of each day, newest first, from the last day known back to
 * the first bank line. Counted back from the last balance that the bank stated, so that the days
 * agree with its statements; by value date a line counts on the day from which it bears interest.
 */
export function dailyBalances(
  read: ReadHandle,
  asked: DailyAsked,
): { rows: DailyBalance[]; total: number; next?: string } {
  const days = linesByDay(read, asked.basis);
  const [firstOn, lastOn] = spanOf(days, asked.todayOn);
  if (firstOn === undefined || lastOn === undefined) return { rows: [], total: 0 };
  const accounts = bankAccounts(read);
  const seen = snapshots(read);
  const from = asked.after === undefined ? lastOn : addDays(asked.after, -1);
  const balances = accounts.map((account) => balanceAt(read, { account, days, on: from, lastOn }));
  const rows: DailyBalance[] = [];
  for (let on = from; on >= firstOn && rows.length < asked.limit; on = addDays(on, -1)) {
    const today = days.get(on);
    rows.push({
      on,
      balances: accounts.map(({ id }, i) => ({ bankAccountId: id, minor: balances[i] ?? 0 })),
      totalMinor: balances.reduce((sum, minor) => sum + minor, 0),
      lines: today?.lines ?? 0,
      seenMinor: seen.get(on) ?? null,
    });
    accounts.forEach(({ id }, i) => {
      balances[i] = (balances[i] ?? 0) - (today?.minor.get(id) ?? 0);
    });
  }
  const last = rows.at(-1)?.on;
  const total = daysBetween(firstOn, lastOn) + 1;
  return last !== undefined && last > firstOn ? { rows, total, next: last } : { rows, total };
}

interface Day {
  lines: number;
  minor: Map<number, number>;
}

function linesByDay(read: ReadHandle, basis: DailyAsked["basis"]): Map<string, Day> {
  const day = basis === "value" ? "coalesce(value_on, booked_on)" : "booked_on";
  const rows = read
    .reading(
      `SELECT ${day} AS day, bank_account_id AS id, count(*) AS lines, sum(amount_minor) AS minor ` +
        "FROM bank_line GROUP BY 1, 2",
    )
    .all() as { day: string; id: number; lines: number; minor: number }[];
  const days = new Map<string, Day>();
  for (const row of rows) {
    const known = days.get(row.day) ?? { lines: 0, minor: new Map<number, number>() };
    known.lines += row.lines;
    known.minor.set(row.id, row.minor);
    days.set(row.day, known);
  }
  return days;
}

/** From the first line to the last line, or to today where the books are followed up to it. */
function spanOf(days: ReadonlyMap<string, Day>, todayOn: string): (string | undefined)[] {
  const sorted = [...days.keys()].sort();
  const last = sorted.at(-1);
  return [sorted[0], last !== undefined && last < todayOn ? todayOn : last];
}

/** The last known balance, less every line that comes after the day. */
function balanceAt(
  read: ReadHandle,
  asked: {
    account: BankAccountRow;
    days: ReadonlyMap<string, Day>;
    on: string;
    lastOn: string;
  },
): number {
  let { balanceMinor } = knownBalance(read, asked.account, asked.lastOn);
  for (const [day, { minor }] of asked.days) {
    if (day > asked.on) balanceMinor -= minor.get(asked.account.id) ?? 0;
  }
  return balanceMinor;
}

function snapshots(read: ReadHandle): Map<string, number> {
  const rows = read
    .reading("SELECT on_date AS day, sum(balance_minor) AS minor FROM cash_snapshot GROUP BY 1")
    .all() as { day: string; minor: number }[];
  return new Map(rows.map((row) => [row.day, row.minor]));
}

/**
 * Keeps what each account is known to hold today, once a day: later statements change the past
 * balances, never what was known then.
 * @returns the accounts kept; 0 when today has its snapshot
 */
export function takeSnapshot(tx: Transaction, at: { onDate: string; nowMs: number }): number {
  const done = tx.reading("SELECT 1 FROM cash_snapshot WHERE on_date = ?").get(at.onDate);
  if (done !== undefined) return 0;
  const insert = tx.writing(
    "INSERT INTO cash_snapshot (on_date, bank_account_id, balance_minor, balance_on, taken_at_ms) " +
      "VALUES (?, ?, ?, ?, ?)",
  );
  const accounts = bankAccounts(tx);
  for (const account of accounts) {
    const { balanceMinor, balanceOn } = knownBalance(tx, account, at.onDate);
    insert.run(at.onDate, account.id, balanceMinor, balanceOn, at.nowMs);
  }
  return accounts.length;
}

/** What stands open on 58: money on its way, debit positive. */
export function transit(read: ReadHandle): Transit[] {
  return ledgerItems(read)
    .filter(({ line }) => line.account.startsWith("58"))
    .map(({ line: { entryId, datedOn, label }, openMinor }) => ({
      ...{ entryId, datedOn, label },
      minor: openMinor,
    }));
}
