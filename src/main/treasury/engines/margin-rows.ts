import type { SourceRef } from "#contract/finding.ts";
import { shareMinor } from "#main/base/money.ts";

/** A sale as the ledger has it: one entry, its sales accounts and its customer if it has one. */
export interface MarginSale {
  id: string;
  partyId: string | null;
  soldOn: string;
  /** Net of VAT, after discounts; negative for a credit note. */
  families: readonly { account: string; netMinor: number }[];
  ref: SourceRef;
}

/** A direct cost of the period; `partyId` is the customer that its words name, if they name one. */
export interface DirectCost {
  id: string;
  account: string;
  boughtOn: string;
  costMinor: number;
  partyId: string | null;
}

export interface MarginPeriod {
  sales: readonly MarginSale[];
  costs: readonly DirectCost[];
}

/** One customer's share of the margin; null is what the ledger sold without naming a customer. */
export interface MarginRow {
  partyId: string | null;
  /** Sales above zero, and all of them. */
  invoices: number;
  salesMinor: number;
  /** Costs that name the customer. */
  directMinor: number;
  /** Its share, by sales, of the costs that name nobody. */
  allocatedMinor: number;
  /** Sales − direct − allocated: over all rows, the margin of the profit and loss account. */
  marginMinor: number;
  /** Each sale above zero with the direct costs that came with it. */
  observed: readonly { ref: SourceRef; netMinor: number; marginMinor: number }[];
}

/**
 * The margin of a period by customer, in cents. Costs that name a customer go with its next sale
 * (the last one where none follows); the others are shared by sales. The rows add up to the
 * period's sales less its direct costs exactly.
 */
export function marginRows(period: MarginPeriod): MarginRow[] {
  const sales = period.sales.toSorted((a, b) => order(a.soldOn, b.soldOn) || order(a.id, b.id));
  const byParty = Map.groupBy(sales, (sale) => sale.partyId);
  const named = Map.groupBy(period.costs, (cost) =>
    cost.partyId !== null && byParty.has(cost.partyId) ? cost.partyId : undefined,
  );
  const shared = sum((named.get(undefined) ?? []).map((cost) => cost.costMinor));
  if (byParty.size === 0 && shared !== 0) byParty.set(null, []);
  const parties = [...byParty.keys()].toSorted((a, b) => order(a ?? "", b ?? ""));
  const own = parties.map((partyId) =>
    ownOf(partyId, { sales: byParty.get(partyId) ?? [], costs: named.get(partyId ?? "") ?? [] }),
  );
  const parts = shareBySales(shared, own);
  return own.map((row, i) => {
    const allocatedMinor = parts[i] ?? 0;
    return { ...row, allocatedMinor, marginMinor: row.marginMinor - allocatedMinor };
  });
}

/** Net of a sale, in cents. */
export function netOf(sale: MarginSale): number {
  return sum(sale.families.map((family) => family.netMinor));
}

/** Shares costs by sales above zero; where there are none, the first row takes them all. */
export function shareBySales(
  totalMinor: number,
  rows: readonly { salesMinor: number }[],
): number[] {
  const weights = rows.map((row) => Math.max(0, row.salesMinor));
  const isEmpty = weights.every((weight) => weight === 0);
  if (rows.length === 0) return [];
  return shareMinor(totalMinor, isEmpty ? weights.map((_, i) => (i === 0 ? 1 : 0)) : weights);
}

function ownOf(
  partyId: string | null,
  held: { sales: MarginSale[]; costs: DirectCost[] },
): MarginRow {
  const { sales, costs } = held;
  const positive = sales.filter((sale) => netOf(sale) > 0);
  const direct = new Map<string, number>();
  for (const cost of costs) {
    const sale = positive.find((one) => one.soldOn >= cost.boughtOn) ?? positive.at(-1);
    if (sale !== undefined) direct.set(sale.id, (direct.get(sale.id) ?? 0) + cost.costMinor);
  }
  const salesMinor = sum(sales.map(netOf));
  const directMinor = sum(costs.map((cost) => cost.costMinor));
  return {
    ...{ partyId, invoices: positive.length, salesMinor, directMinor },
    ...{ allocatedMinor: 0, marginMinor: salesMinor - directMinor },
    observed: positive.map((sale) => ({
      ...{ ref: sale.ref, netMinor: netOf(sale) },
      marginMinor: netOf(sale) - (direct.get(sale.id) ?? 0),
    })),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
