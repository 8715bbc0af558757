import { addMonths, daysBetween, endOfMonth } from "#contract/date.ts";
import type { Figure } from "#contract/finding.ts";
import { accountLabels } from "#main/ledger/statements/account-labels.ts";
import { plannedAmounts } from "#main/ledger/statements/budget.ts";
import { categoryFinder } from "#main/ledger/statements/budget-categories.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { budgetVariance, type InvoiceCount } from "./engines/budget-variance.ts";
import { gradeReliability } from "./engines/small-data.ts";
import type { PlannedMonth } from "./engines/timing-variance.ts";

/** Months read on either side of the period, for what only changed months. */
const MONTHS_AROUND = 3;

interface Months {
  fromMonth: string;
  toMonth: string;
}

/** The budget of some months against the ledger, by account and by category. */
export function varianceOf(read: ReadHandle, asked: Months) {
  const fromOn = `${asked.fromMonth}-01`;
  const toOn = endOfMonth(`${asked.toMonth}-01`);
  const periodDays = daysBetween(fromOn, toOn) + 1;
  const { months, behind } = monthsOf(read, {
    fromMonth: addMonths(fromOn, -MONTHS_AROUND).slice(0, 7),
    toMonth: addMonths(`${asked.toMonth}-01`, MONTHS_AROUND).slice(0, 7),
  });
  const found = budgetVariance({
    ...{ ...asked, months, behind },
    periodDays,
    invoices: countsOf(invoiceCounts(read, { fromOn, toOn }), behind),
  });
  const labels = accountLabels(read);
  const categoryOf = categoryFinder(read);
  const accounts = found.accounts.map((one) => ({
    ...one,
    label: labels.get(one.account) ?? "",
    category: categoryOf(one.account),
    /** Budgeted as a whole: these accounts stand together. */
    isCategory: behind.has(one.account),
    accounts: [...(behind.get(one.account) ?? [one.account])],
  }));
  return {
    ...{ ...asked, ...found, accounts },
    categories: categorySums(accounts, { ...asked, months, periodDays }),
    timings: found.timings.map(({ key, ...timing }) => ({ account: key, ...timing })),
  };
}

interface AccountGap {
  account: string;
  category: string;
  budgetMinor: number;
  actualMinor: number;
  accounts: string[];
}

/** Sums by category; the figure is its gap, which opens on its accounts. */
function categorySums(
  rows: readonly AccountGap[],
  of: Months & { months: readonly PlannedMonth[]; periodDays: number },
) {
  const within = of.months.filter(({ month }) => of.fromMonth <= month && month <= of.toMonth);
  const seen = Map.groupBy(within, (row) => row.key);
  return [...Map.groupBy(rows, (row) => row.category)].map(([category, own]) => {
    const sum = (of: (row: AccountGap) => number) => own.reduce((all, row) => all + of(row), 0);
    const [budgetMinor, actualMinor] = [sum((row) => row.budgetMinor), sum((r) => r.actualMinor)];
    const accounts = own.flatMap((row) => row.accounts);
    const observations = sum((row) => seen.get(row.account)?.length ?? 0);
    const figure: Figure = {
      ...{ value: actualMinor - budgetMinor, unit: "minor" },
      reliability: gradeReliability(observations, of.periodDays),
      refs: accounts.map((id) => ({ kind: "account", id })),
    };
    return { category, budgetMinor, actualMinor, figure };
  });
}

/**
 * Budget and ledger of each result account by month, as effects on the result. Where a category
 * has a budget as a whole, its accounts are compared together, under the one that carries it.
 */
function monthsOf(read: ReadHandle, span: Months) {
  const planned = plannedAmounts(read, span);
  const categoryOf = categoryFinder(read);
  const carriers = new Map<string, string>();
  for (const { account, category } of planned) {
    if (category !== null) carriers.set(categoryOf(account), account);
  }
  const keyOf = (account: string) => carriers.get(categoryOf(account)) ?? account;
  const behind = new Map([...carriers.values()].map((key) => [key, new Set<string>()]));
  const rows = new Map<string, PlannedMonth>();
  const at = (account: string, month: string) => {
    const key = keyOf(account);
    const known = rows.get(`${key} ${month}`) ?? { key, month, plannedMinor: 0, actualMinor: 0 };
    rows.set(`${key} ${month}`, known);
    return known;
  };
  for (const { account, month, amountMinor } of planned) {
    at(account, month).plannedMinor += account.startsWith("7") ? amountMinor : -amountMinor;
  }
  const actual = read
    .reading(
      "SELECT b.account, b.month, sum(b.credit_minor) - sum(b.debit_minor) AS minor " +
        "FROM balance b JOIN journal j ON j.code = b.journal AND j.kind <> 'opening' " +
        "WHERE b.account GLOB '[67]*' AND b.month BETWEEN ? AND ? GROUP BY b.account, b.month",
    )
    .all(span.fromMonth, span.toMonth) as { account: string; month: string; minor: number }[];
  for (const { account, month, minor } of actual) {
    at(account, month).actualMinor += minor;
    behind.get(keyOf(account))?.add(account);
  }
  return { months: [...rows.values()], behind };
}

/** An invoice may have lines on several accounts: those compared together have no count of theirs. */
function countsOf(
  counts: readonly InvoiceCount[],
  behind: ReadonlyMap<string, ReadonlySet<string>>,
): InvoiceCount[] {
  const keys = new Map(
    [...behind].flatMap(([key, accounts]) =>
      [...accounts].map((account) => [account, accounts.size === 1 ? key : null] as const),
    ),
  );
  return counts.flatMap((count) => {
    const key = keys.get(count.account);
    return key === null ? [] : [{ ...count, account: key ?? count.account }];
  });
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
