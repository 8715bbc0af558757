import { addDays, endOfMonth } from "#contract/date.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** What an account took on each side over a span. */
export interface Movement {
  account: string;
  debitMinor: number;
  creditMinor: number;
}

/** Which entries count: all, all but opening entries, or opening entries alone. */
export type Counted = "all" | "operations" | "openings";

const KIND: Readonly<Record<Counted, string>> = {
  all: "",
  operations: "AND j.kind <> 'opening'",
  openings: "AND j.kind = 'opening'",
};

/**
 * Movements by account over any span: whole months from the balances kept by month, the days
 * before and after them from their lines.
 */
export function movements(
  read: ReadHandle,
  span: { fromOn: string; toOn: string },
  counted: Counted = "all",
): Map<string, Movement> {
  const sums = new Map<string, Movement>();
  const add = (rows: readonly Movement[]) => {
    for (const { account, debitMinor, creditMinor } of rows) {
      const sum = sums.get(account) ?? { account, debitMinor: 0, creditMinor: 0 };
      sum.debitMinor += debitMinor;
      sum.creditMinor += creditMinor;
      sums.set(account, sum);
    }
  };
  const { fromOn, toOn } = span;
  const firstMonth = fromOn.endsWith("-01") ? fromOn.slice(0, 7) : monthAfter(fromOn);
  const lastMonth = endOfMonth(toOn) === toOn ? toOn.slice(0, 7) : monthBefore(toOn);
  if (firstMonth > lastMonth) add(ofDays(read, span, counted));
  else {
    add(ofMonths(read, [firstMonth, lastMonth], counted));
    const before = addDays(`${firstMonth}-01`, -1);
    if (fromOn <= before) add(ofDays(read, { fromOn, toOn: before }, counted));
    const after = addDays(endOfMonth(`${lastMonth}-01`), 1);
    if (after <= toOn) add(ofDays(read, { fromOn: after, toOn }, counted));
  }
  return sums;
}

function ofMonths(
  read: ReadHandle,
  [first, last]: readonly [string, string],
  counted: Counted,
): Movement[] {
  return read
    .reading(
      "SELECT b.account, sum(b.debit_minor) AS debitMinor, sum(b.credit_minor) AS creditMinor " +
        `FROM balance b JOIN journal j ON j.code = b.journal ${KIND[counted]} ` +
        "WHERE b.month BETWEEN ? AND ? GROUP BY b.account",
    )
    .all(first, last) as Movement[];
}

function ofDays(
  read: ReadHandle,
  span: { fromOn: string; toOn: string },
  counted: Counted,
): Movement[] {
  return read
    .reading(
      "SELECT l.account, sum(l.debit_minor) AS debitMinor, sum(l.credit_minor) AS creditMinor " +
        `FROM entry e JOIN journal j ON j.code = e.journal ${KIND[counted]} ` +
        "JOIN line l ON l.id BETWEEN e.id * 65536 AND e.id * 65536 + 65535 " +
        "WHERE e.dated_on BETWEEN ? AND ? GROUP BY l.account",
    )
    .all(span.fromOn, span.toOn) as Movement[];
}

function monthAfter(date: string): string {
  return addDays(endOfMonth(date), 1).slice(0, 7);
}

function monthBefore(date: string): string {
  return addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7);
}
