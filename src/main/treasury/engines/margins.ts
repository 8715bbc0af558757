import { daysBetween } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import { type CreditedInvoice, creditCost } from "./credit-cost.ts";
import { type FamilyMargin, familyMargins } from "./family-margins.ts";
import { type MarginRate, marginRates } from "./margin-rates.ts";
import { type MarginPeriod, type MarginRow, marginRows } from "./margin-rows.ts";
import { gradeReliability } from "./small-data.ts";
import { SALES_PARTS, type SalesPart, variance } from "./variance.ts";

export interface MarginInput {
  fromOn: string;
  toOn: string;
  period: MarginPeriod;
  /** As many days just before, for what moved the margin. */
  before: MarginPeriod;
  credit: readonly CreditedInvoice[];
  /** Yearly cost of credit, 0.05 for 5 %. */
  rate: number;
}

/** A customer's margins in cents; null is what was sold without naming a customer. */
export interface ClientMargin {
  partyId: string | null;
  invoices: number;
  salesMinor: number;
  /** Costs that name the customer; CM1 = sales − direct. */
  directMinor: number;
  cm1Minor: number;
  /** Cost of waiting for its payments; CM2 = CM1 − credit. */
  creditMinor: number;
  cm2Minor: number;
  /** Its share, by sales, of the costs that name nobody. */
  allocatedMinor: number;
  /** CM1 − allocated: the rows add up to the profit and loss account. */
  margin: Figure;
  rate: { figure: Figure; low: number; high: number; rank: number | null } | null;
}

export type MarginWarning =
  | "costs-mostly-allocated"
  | "rates-not-comparable"
  | "sales-without-customer"
  | "no-period-before";

export interface Margins {
  totals: { salesMinor: number; directMinor: number; allocatedMinor: number; marginMinor: number };
  creditMinor: number;
  clients: ClientMargin[];
  families: FamilyMargin[];
  /** Customers by falling margin after the cost of credit, with what they make together. */
  whale: { partyId: string | null; cumulativeMinor: number }[];
  drivers: { part: SalesPart; figure: Figure }[];
  warnings: MarginWarning[];
}

const MOST_REFS = 20;

/**
 * Margin by customer and by product family of a period. Purchases seldom name a customer: those
 * that do are direct, the others are allocated by sales and shown apart; where they are more than
 * half the costs every margin is graded C. Rates are shrunk and ranked only where they can be told
 * apart; drivers compare with as many days before, by count of invoices.
 */
export function margins(input: MarginInput): Margins {
  const rows = marginRows(input.period);
  const credit = creditCost(input.credit, input);
  const totals = totalsOf(rows);
  const costs = Math.abs(totals.directMinor) + Math.abs(totals.allocatedMinor);
  const isAllocated = Math.abs(totals.allocatedMinor) * 2 > costs;
  const periodDays = daysBetween(input.fromOn, input.toOn) + 1;
  const rates = ratesOf(rows);
  const clients = rows
    .map((row) => {
      const rate = rates.get(row.partyId ?? "");
      const creditMinor = row.partyId === null ? 0 : (credit.get(row.partyId) ?? 0);
      return clientOf(row, { rate, creditMinor, isAllocated, periodDays });
    })
    .sort((a, b) => afterCredit(b) - afterCredit(a) || order(a.partyId ?? "", b.partyId ?? ""));
  let cumulativeMinor = 0;
  return {
    totals,
    creditMinor: sum(clients.map((client) => client.creditMinor)),
    clients,
    families: familyMargins(input.period),
    whale: clients.map((client) => {
      cumulativeMinor += afterCredit(client);
      return { partyId: client.partyId, cumulativeMinor };
    }),
    drivers: driversOf(rows, marginRows(input.before), { isAllocated, periodDays }),
    warnings: [
      ...(isAllocated ? (["costs-mostly-allocated"] as const) : []),
      ...(rates.size === 0 && rows.length > 1 ? (["rates-not-comparable"] as const) : []),
      ...(rows.some(isNameless) ? (["sales-without-customer"] as const) : []),
      ...(input.before.sales.length === 0 ? (["no-period-before"] as const) : []),
    ],
  };
}

function ratesOf(rows: readonly MarginRow[]): Map<string, MarginRate> {
  const sales = sum(rows.map((row) => Math.max(0, row.salesMinor)));
  const shared = sales === 0 ? 0 : sum(rows.map((row) => row.allocatedMinor)) / sales;
  const groups = rows.flatMap(({ partyId, observed }) =>
    partyId === null ? [] : [{ id: partyId, observed }],
  );
  // Costs shared by sales take the same part of every sale.
  const lessShared = (rate: MarginRate): MarginRate => ({
    ...rate,
    rate: rate.rate - shared,
    low: rate.low - shared,
    high: rate.high - shared,
  });
  return new Map(marginRates(groups).map((rate) => [rate.id, lessShared(rate)]));
}

function clientOf(
  row: MarginRow,
  more: {
    rate: MarginRate | undefined;
    creditMinor: number;
    isAllocated: boolean;
    periodDays: number;
  },
): ClientMargin {
  const { partyId, invoices, salesMinor, directMinor, allocatedMinor } = row;
  const { rate, creditMinor } = more;
  const graded = gradeReliability(invoices, more.periodDays);
  const reliability = more.isAllocated ? { ...graded, grade: "C" as const } : graded;
  const refs: SourceRef[] = [
    ...(partyId === null ? [] : [{ kind: "party" as const, id: partyId }]),
    ...row.observed
      .toSorted((a, b) => b.netMinor - a.netMinor || order(a.ref.id, b.ref.id))
      .slice(0, MOST_REFS)
      .map((one) => one.ref),
  ];
  const cm1Minor = salesMinor - directMinor;
  return {
    ...{ partyId, invoices, salesMinor, directMinor, cm1Minor, creditMinor },
    ...{ cm2Minor: cm1Minor - creditMinor, allocatedMinor },
    margin: { value: row.marginMinor, unit: "minor", reliability, refs },
    rate:
      rate === undefined
        ? null
        : {
            figure: { value: rate.rate, unit: "share", reliability, refs },
            ...{ low: rate.low, high: rate.high, rank: rate.rank },
          },
  };
}

/** What moved the margin since the days before, by count of invoices; exact to the cent. */
function driversOf(
  rows: readonly MarginRow[],
  before: readonly MarginRow[],
  asked: { isAllocated: boolean; periodDays: number },
): Margins["drivers"] {
  if (before.every((row) => row.salesMinor === 0)) return [];
  const old = new Map(before.map((row) => [row.partyId ?? "", row]));
  const now = new Map(rows.map((row) => [row.partyId ?? "", row]));
  const items = [...new Set([...old.keys(), ...now.keys()])].map((id) => ({
    id,
    quantity0: old.get(id)?.invoices ?? 0,
    quantity1: now.get(id)?.invoices ?? 0,
    sales0Minor: old.get(id)?.salesMinor ?? 0,
    sales1Minor: now.get(id)?.salesMinor ?? 0,
    cost0Minor: costOf(old.get(id)),
    cost1Minor: costOf(now.get(id)),
  }));
  const found = variance(items, "invoices");
  const graded = gradeReliability(
    sum(items.map((item) => item.quantity0 + item.quantity1)),
    asked.periodDays * 2,
  );
  const reliability = asked.isAllocated ? { ...graded, grade: "C" as const } : graded;
  return SALES_PARTS.flatMap((part) => {
    const value = found.parts[part];
    if (value === 0) return [];
    const refs = found.items
      .filter((item) => item.parts[part] !== 0 && item.id !== "")
      .toSorted((a, b) => Math.abs(b.parts[part]) - Math.abs(a.parts[part]) || order(a.id, b.id))
      .slice(0, MOST_REFS)
      .map(({ id }) => ({ kind: "party" as const, id }));
    return [{ part, figure: { value, unit: "minor" as const, reliability, refs } }];
  });
}

function totalsOf(rows: readonly MarginRow[]): Margins["totals"] {
  return {
    salesMinor: sum(rows.map((row) => row.salesMinor)),
    directMinor: sum(rows.map((row) => row.directMinor)),
    allocatedMinor: sum(rows.map((row) => row.allocatedMinor)),
    marginMinor: sum(rows.map((row) => row.marginMinor)),
  };
}

function costOf(row: MarginRow | undefined): number {
  return row === undefined ? 0 : row.directMinor + row.allocatedMinor;
}

function afterCredit(client: ClientMargin): number {
  return (client.margin.value ?? 0) - client.creditMinor;
}

function isNameless(row: MarginRow): boolean {
  return row.partyId === null && row.salesMinor !== 0;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
