import { addMonths, daysBetween, endOfMonth } from "#contract/date.ts";
import { accountLabels } from "#main/ledger/statements/account-labels.ts";
import { listBudget } from "#main/ledger/statements/budget.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { budgetVariance, type InvoiceCount } from "./engines/budget-variance.ts";
import type { PlannedMonth } from "./engines/timing-variance.ts";

/** Months read on either side of the period, for what only changed months. */
const MONTHS_AROUND = 3;

interface Months {
  fromMonth: string;
  toMonth: string;
}

/** The budget of some months against the ledger. */
export function varianceOf(read: ReadHandle, asked: Months) {
  const fromOn = `${asked.fromMonth}-01`;
  const toOn = endOfMonth(`${asked.toMonth}-01`);
  const found = budgetVariance({
    ...asked,
    months: monthsOf(read, {
      fromMonth: addMonths(fromOn, -MONTHS_AROUND).slice(0, 7),
      toMonth: addMonths(`${asked.toMonth}-01`, MONTHS_AROUND).slice(0, 7),
    }),
    periodDays: daysBetween(fromOn, toOn) + 1,
    invoices: invoiceCounts(read, { fromOn, toOn }),
  });
  const labels = accountLabels(read);
  return {
    ...asked,
    ...found,
    accounts: found.accounts.map((one) => ({ ...one, label: labels.get(one.account) ?? "" })),
    timings: found.timings.map(({ key, ...timing }) => ({ account: key, ...timing })),
  };
}

/** Budget and ledger of each result account by month, as effects on the result. */
function monthsOf(read: ReadHandle, { fromMonth, toMonth }: Months): PlannedMonth[] {
  const rows = new Map<string, PlannedMonth>();
  const at = (key: string, month: string) => {
    const known = rows.get(`${key} ${month}`) ?? { key, month, plannedMinor: 0, actualMinor: 0 };
    rows.set(`${key} ${month}`, known);
    return known;
  };
  for (const { account, month, amountMinor } of listBudget(read, { fromMonth, toMonth })) {
    at(account, month).plannedMinor += account.startsWith("7") ? amountMinor : -amountMinor;
  }
  const actual = read
    .reading(
      "SELECT b.account, b.month, sum(b.credit_minor) - sum(b.debit_minor) AS minor " +
        "FROM balance b JOIN journal j ON j.code = b.journal AND j.kind <> 'opening' " +
        "WHERE b.account GLOB '[67]*' AND b.month BETWEEN ? AND ? GROUP BY b.account, b.month",
    )
    .all(fromMonth, toMonth) as { account: string; month: string; minor: number }[];
  for (const { account, month, minor } of actual) at(account, month).actualMinor += minor;
  return [...rows.values()];
}

/** Invoices by sales account in the span, and in the same span a year before with its sales. */
function invoiceCounts(read: ReadHandle, span: { fromOn: string; toOn: string }): InvoiceCount[] {
  const rows = (fromOn: string, toOn: string) =>
    read
      .reading(
        "SELECT l.account, count(DISTINCT i.id) FILTER (WHERE i.kind = 'invoice') AS count, " +
          "sum(l.credit_minor) - sum(l.debit_minor) AS minor FROM invoice i JOIN line l " +
          "ON l.id BETWEEN i.entry_id * 65536 AND i.entry_id * 65536 + 65535 " +
          "AND +l.account GLOB '70*' WHERE i.issued_on BETWEEN ? AND ? GROUP BY l.account",
      )
      .all(fromOn, toOn) as { account: string; count: number; minor: number }[];
  const yearBefore = endOfMonth(addMonths(span.toOn.slice(0, 8).concat("01"), -12));
  const before = new Map(
    rows(addMonths(span.fromOn, -12), yearBefore).map((row) => [row.account, row]),
  );
  const now = new Map(rows(span.fromOn, span.toOn).map((row) => [row.account, row.count]));
  return [...before.values()].map(({ account, count, minor }) => ({
    ...{ account, count: now.get(account) ?? 0 },
    ...{ beforeCount: count, beforeMinor: minor },
  }));
}
