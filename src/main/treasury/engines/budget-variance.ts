import type { Figure } from "#contract/finding.ts";
import { flexibleBudget } from "./flexible-budget.ts";
import { gradeReliability } from "./small-data.ts";
import { findTimings, type PlannedMonth, type Timing } from "./timing-variance.ts";
import { SALES_PARTS, type VarianceItem, variance } from "./variance.ts";

/**
 * The result's accounts by month (`key` is the account), as effects on the result: costs negative.
 */
export interface BudgetRows {
  months: readonly PlannedMonth[];
  fromMonth: string;
  toMonth: string;
  /** Days of the period. */
  periodDays: number;
  /** Invoices by sales account: this period, and the same period a year before with its sales. */
  invoices: readonly InvoiceCount[];
  /** The accounts behind a key that stands for several; a key is its own account otherwise. */
  behind?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface InvoiceCount {
  account: string;
  count: number;
  beforeCount: number;
  beforeMinor: number;
}

export const BUDGET_PARTS = [
  ...(["timing", "volume", "mix", "price", "cost", "new", "lost", "unsplit"] as const),
  ...(["activity", "efficiency", "spending"] as const),
] as const;
export type BudgetPart = (typeof BUDGET_PARTS)[number];

export type BudgetWarning =
  | "quantity-is-invoice-count"
  | "budget-quantity-from-last-year"
  | "activity-is-sales"
  | "no-budget"
  | "months-without-entries";

/** An account's gap to its budget and its parts, as effects on the result. */
export interface AccountVariance {
  account: string;
  budgetMinor: number;
  actualMinor: number;
  parts: { part: BudgetPart; amountMinor: number }[];
}

export interface BudgetVariance {
  budgetMinor: number;
  actualMinor: number;
  bridge: { part: BudgetPart; figure: Figure }[];
  accounts: AccountVariance[];
  timings: Timing[];
  warnings: BudgetWarning[];
}

/** Bought for what is sold, carriage on sales, subcontracting, temporary staff, commissions. */
const VARIABLE = /^(?:60(?!6)|611|621|622|624)/;

/**
 * Why the result differs from the budget over some months. First what only changed months
 * (timing); then sales by volume and price, where invoices of the year before tell what one
 * invoice brings (budget quantity = budget ÷ that mean), `unsplit` otherwise; then costs by a
 * flexible budget: purchases, subcontracting and the like follow sales, the rest is fixed. Bridge
 * and accounts add up exactly.
 */
export function budgetVariance(rows: BudgetRows): BudgetVariance {
  const timings = findTimings(rows.months);
  const accounts = accountSums(rows, timings);
  const activity = activityOf(accounts);
  const counts = new Map(rows.invoices.map((one) => [one.account, one]));
  const found = accounts.map((sums) => ({
    account: sums.account,
    budgetMinor: sums.budgetMinor,
    actualMinor: sums.actualMinor,
    parts: partsOf(sums, { activity, count: counts.get(sums.account) }),
  }));
  const has = (...parts: BudgetPart[]) =>
    found.some((one) => one.parts.some(({ part }) => parts.includes(part)));
  const months = new Set(
    rows.months.filter((row) => isWithin(rows, row.month) && row.actualMinor !== 0).map(monthOf),
  );
  return {
    budgetMinor: sum(found.map((one) => one.budgetMinor)),
    actualMinor: sum(found.map((one) => one.actualMinor)),
    bridge: bridgeOf(rows, found),
    accounts: found,
    timings,
    warnings: [
      ...(has("volume", "price") ? (["quantity-is-invoice-count"] as const) : []),
      ...(has("volume", "price") ? (["budget-quantity-from-last-year"] as const) : []),
      ...(has("activity") ? (["activity-is-sales"] as const) : []),
      ...(found.every((one) => one.budgetMinor === 0) ? (["no-budget"] as const) : []),
      ...(months.size < monthsBetween(rows) ? (["months-without-entries"] as const) : []),
    ],
  };
}

interface AccountSums {
  account: string;
  budgetMinor: number;
  actualMinor: number;
  /** What only changed months, in the period's favour. */
  timingMinor: number;
}

function accountSums(rows: BudgetRows, timings: readonly Timing[]): AccountSums[] {
  const sums = new Map<string, AccountSums>();
  for (const { key, month, plannedMinor, actualMinor } of rows.months) {
    if (!isWithin(rows, month)) continue;
    const known = sums.get(key) ?? nothingOf(key);
    known.budgetMinor += plannedMinor;
    known.actualMinor += actualMinor;
    sums.set(key, known);
  }
  for (const { key, plannedMonth, actualMonth, amountMinor } of timings) {
    const known = sums.get(key);
    if (known === undefined) continue;
    if (isWithin(rows, actualMonth)) known.timingMinor += amountMinor;
    if (isWithin(rows, plannedMonth)) known.timingMinor -= amountMinor;
  }
  return [...sums.values()]
    .filter((one) => one.budgetMinor !== 0 || one.actualMinor !== 0)
    .sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** Sales as they came, timings put back, over those of the budget; 1 where there is no budget. */
function activityOf(accounts: readonly AccountSums[]): number {
  const sales = accounts.filter(({ account }) => account.startsWith("70"));
  const planned = sum(sales.map((one) => one.budgetMinor));
  const actual = sum(sales.map((one) => one.actualMinor - one.timingMinor));
  return planned > 0 && actual > 0 ? actual / planned : 1;
}

function partsOf(
  sums: AccountSums,
  known: { activity: number; count: InvoiceCount | undefined },
): AccountVariance["parts"] {
  const { account, budgetMinor, timingMinor } = sums;
  const actualMinor = sums.actualMinor - timingMinor;
  const parts: Partial<Record<BudgetPart, number>> = { timing: timingMinor };
  if (account.startsWith("6") && budgetMinor !== 0 && actualMinor !== 0) {
    const cost = flexibleBudget({
      budgetMinor: 0 - budgetMinor,
      actualMinor: 0 - actualMinor,
      fixedShare: VARIABLE.test(account) ? 0 : 1,
      activity: known.activity,
    });
    parts.activity = 0 - cost.activity;
    parts.spending = 0 - cost.spending;
  } else {
    const item = itemOf({ account, budgetMinor, actualMinor }, known.count);
    const split = variance([item], "invoices").parts;
    for (const part of SALES_PARTS) parts[part] = split[part];
  }
  return BUDGET_PARTS.flatMap((part) => {
    const amountMinor = parts[part] ?? 0;
    return amountMinor === 0 ? [] : [{ part, amountMinor }];
  });
}

function itemOf(
  sums: Omit<AccountSums, "timingMinor">,
  count: InvoiceCount | undefined,
): VarianceItem {
  const meanMinor =
    count !== undefined && count.beforeCount > 0 ? count.beforeMinor / count.beforeCount : 0;
  const isDerivable = meanMinor > 0 && sums.budgetMinor > 0 && sums.account.startsWith("7");
  return {
    id: sums.account,
    quantity0: isDerivable ? sums.budgetMinor / meanMinor : 0,
    quantity1: isDerivable ? (count?.count ?? 0) : 0,
    sales0Minor: sums.budgetMinor,
    sales1Minor: sums.actualMinor,
  };
}

function bridgeOf(
  rows: BudgetRows,
  accounts: readonly AccountVariance[],
): BudgetVariance["bridge"] {
  const counts = new Map(rows.invoices.map((one) => [one.account, one.count]));
  return BUDGET_PARTS.flatMap((part) => {
    const held = accounts.flatMap(({ account, parts }) =>
      parts
        .filter((one) => one.part === part)
        .map(({ amountMinor }) => ({ account, amountMinor, invoices: counts.get(account) ?? 0 })),
    );
    if (held.length === 0) return [];
    const isCount = part === "volume" || part === "price";
    const months = rows.months.filter(
      (row) => isWithin(rows, row.month) && held.some((one) => one.account === row.key),
    ).length;
    const observations = isCount ? sum(held.map((one) => one.invoices)) : months;
    const reliability = gradeReliability(observations, rows.periodDays);
    const isAssumed = isCount || part === "activity";
    const figure: Figure = {
      value: sum(held.map((one) => one.amountMinor)),
      unit: "minor",
      reliability: isAssumed ? { ...reliability, grade: "C" } : reliability,
      refs: held
        .toSorted((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor))
        .flatMap(({ account }) => [...(rows.behind?.get(account) ?? [account])])
        .map((id) => ({ kind: "account" as const, id })),
    };
    return [{ part, figure }];
  });
}

function isWithin(rows: { fromMonth: string; toMonth: string }, month: string): boolean {
  return month >= rows.fromMonth && month <= rows.toMonth;
}

function monthsBetween({ fromMonth, toMonth }: BudgetRows): number {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return number(toMonth) - number(fromMonth) + 1;
}

function monthOf({ month }: PlannedMonth): string {
  return month;
}

function nothingOf(account: string): AccountSums {
  return { account, budgetMinor: 0, actualMinor: 0, timingMinor: 0 };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
