import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** Whether a month takes entries: open, locked by a person, or closed for good. */
export type PeriodState = "open" | "locked" | "closed";

export interface Period {
  fiscalYearId: number;
  month: string;
  state: PeriodState;
}

/** The months of a fiscal year in order. */
export function periodsOf(read: ReadHandle, fiscalYearId: number): Period[] {
  return read
    .reading(
      "SELECT fiscal_year_id AS fiscalYearId, month, state FROM period " +
        "WHERE fiscal_year_id = ? ORDER BY month",
    )
    .all(fiscalYearId) as Period[];
}

/**
 * Locks every month up to one, or lifts locks from one on. Closing is final (PCG art. 1031-4);
 * what is closed stays so.
 */
export function setPeriods(
  tx: Transaction,
  asked: { month: string; state: PeriodState },
): { months: number } | Refusal {
  const { month, state } = asked;
  const known = tx.reading("SELECT state FROM period WHERE month = ?").get(month) as
    | { state: PeriodState }
    | undefined;
  if (known === undefined) return refuse("closing.unknown-month", { month });
  if (state === "open" && known.state === "closed")
    return refuse("closing.month-closed", { month });
  const months = state === "open" ? "month >= ? AND state = 'locked'" : "month <= ?";
  const from = state === "closed" ? "state <> 'closed'" : "state = 'open'";
  const { changes } = tx
    .writing(`UPDATE period SET state = ? WHERE ${months}${state === "open" ? "" : ` AND ${from}`}`)
    .run(state, month);
  return { months: changes };
}

/** The first day from a date on that takes entries; undefined when no open month follows. */
export function firstOpenDay(read: ReadHandle, date: string): string | undefined {
  const row = read
    .reading(
      "SELECT p.month, y.starts_on AS startsOn FROM period p " +
        "JOIN fiscal_year y ON y.id = p.fiscal_year_id " +
        "WHERE p.month >= ? AND p.state = 'open' ORDER BY p.month LIMIT 1",
    )
    .get(date.slice(0, 7)) as { month: string; startsOn: string } | undefined;
  if (row === undefined) return undefined;
  const first = `${row.month}-01`;
  return [date, first, row.startsOn].reduce((a, b) => (a > b ? a : b));
}
