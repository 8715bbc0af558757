import { monthOf } from "#contract/date.ts";
import { natureOfCost, natureOfSales } from "./family-margins.ts";
import { type DirectCost, type MarginPeriod, type MarginSale, netOf } from "./margin-rows.ts";

/** What a client or a family of sales left in a month, in cents: costs that are its own only. */
export interface MarginMonth {
  /** The client's identifier, or `family:` and the accounts' root. */
  key: string;
  partyId: string | null;
  /** Sales accounts of a family, the largest first; none for a client. */
  accounts: readonly string[];
  /** `YYYY-MM`. */
  month: string;
  salesMinor: number;
  costMinor: number;
  /** Sales above zero. */
  sales: number;
}

/** Changes of stock are booked once a year: a jump, which says nothing of the months before. */
const STOCK = /^603/;

interface Held {
  key: string;
  partyId: string | null;
  accounts: Map<string, number>;
  months: Map<string, { salesMinor: number; costMinor: number; sales: number }>;
  hasCosts: boolean;
}

/**
 * Sales and direct costs month by month: of each client that some cost names, and of each family
 * (goods, production, services) with the purchases of its nature. Costs shared by sales are left
 * out: they would give every client the same move. A cost that names a client goes with its next
 * sale. Pure.
 */
export function marginMonths({ sales, costs }: MarginPeriod): MarginMonth[] {
  const held = new Map<string, Held>();
  const sorted = sales.toSorted((a, b) => order(a.soldOn, b.soldOn) || order(a.id, b.id));
  for (const sale of sorted) addSale(held, sale);
  const soldOn = Map.groupBy(sorted, (sale) => sale.partyId);
  for (const cost of costs) {
    const nature = STOCK.test(cost.account) ? undefined : natureOfCost(cost.account);
    if (nature !== undefined) addCost(held.get(`family:${nature}`), cost.boughtOn, cost.costMinor);
    if (cost.partyId === null) continue;
    const next = nextSale(soldOn.get(cost.partyId) ?? [], cost);
    addCost(held.get(cost.partyId), next, cost.costMinor);
  }
  return [...held.values()]
    .filter((one) => one.hasCosts)
    .toSorted((a, b) => order(a.key, b.key))
    .flatMap(({ key, partyId, accounts, months }) => {
      const largest = [...accounts]
        .toSorted((a, b) => b[1] - a[1] || order(a[0], b[0]))
        .map(([account]) => account);
      return [...months]
        .toSorted((a, b) => order(a[0], b[0]))
        .map(([month, sums]) => ({ key, partyId, accounts: largest, month, ...sums }));
    });
}

function addSale(held: Map<string, Held>, sale: MarginSale): void {
  const month = monthOf(sale.soldOn);
  if (sale.partyId !== null) {
    const netMinor = netOf(sale);
    const sums = monthIn(heldIn(held, { key: sale.partyId, partyId: sale.partyId }), month);
    sums.salesMinor += netMinor;
    if (netMinor > 0) sums.sales++;
  }
  for (const { account, netMinor } of sale.families) {
    const nature = natureOfSales(account);
    if (nature === undefined) continue;
    const family = heldIn(held, { key: `family:${nature}`, partyId: null });
    family.accounts.set(account, (family.accounts.get(account) ?? 0) + netMinor);
    const sums = monthIn(family, month);
    sums.salesMinor += netMinor;
    if (netMinor > 0) sums.sales++;
  }
}

function addCost(held: Held | undefined, on: string, costMinor: number): void {
  if (held === undefined) return;
  held.hasCosts = true;
  monthIn(held, monthOf(on)).costMinor += costMinor;
}

/** By date; the client's sales are few, and its costs fewer. */
function nextSale(sales: readonly MarginSale[], cost: DirectCost): string {
  return sales.find((sale) => sale.soldOn >= cost.boughtOn)?.soldOn ?? cost.boughtOn;
}

function heldIn(held: Map<string, Held>, of: Pick<Held, "key" | "partyId">): Held {
  const known = held.get(of.key);
  if (known !== undefined) return known;
  const made = { ...of, accounts: new Map(), months: new Map(), hasCosts: false };
  held.set(of.key, made);
  return made;
}

function monthIn({ months }: Held, month: string) {
  const known = months.get(month);
  if (known !== undefined) return known;
  const made = { salesMinor: 0, costMinor: 0, sales: 0 };
  months.set(month, made);
  return made;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
