import { exactParts } from "./exact-parts.ts";

/** One product, family or account in the budget (0) and in what happened (1). */
export interface VarianceItem {
  id: string;
  quantity0: number;
  quantity1: number;
  sales0Minor: number;
  sales1Minor: number;
  /** Direct costs, where a margin is compared; 0 compares sales. */
  cost0Minor?: number;
  cost1Minor?: number;
}

/** What quantities count: units of the product, or only the invoices that carry it. */
export type QuantityBasis = "units" | "invoices";

/** `unsplit`: the item moved, but nothing says by how many units. */
export const SALES_PARTS = [
  ...(["volume", "mix", "price", "cost"] as const),
  ...(["new", "lost", "unsplit"] as const),
] as const;
export type SalesPart = (typeof SALES_PARTS)[number];
export type SalesParts = Record<SalesPart, number>;

/** A difference in cents and what it is made of; the parts add up to it exactly. */
export interface Variance {
  deltaMinor: number;
  parts: SalesParts;
}

/**
 * Splits the change of sales (or of margin, where costs are given) between two periods, in cents.
 * With p0 the budget's unit sales or margin of an item, Q the sums of quantities: volume = (Q1 −
 * Q0) · P0; mix = Σ (q1 − Q1·q0/Q0) · p0; price = Σ (s1 − s0) · q1 on unit sales; cost = −Σ (c1 −
 * c0) · q1 on unit costs. The cross term of price and quantity is therefore in price. Items
 * without a budget are `new`, those that stopped `lost`; neither has a mix. Where quantities are
 * counts of invoices, they are not comparable between items: no mix, each item's volume is its
 * own. The total's parts are rounded together, and each item's on their own: a column of items may
 * differ from the total's part by some cents. Source: price, volume and mix analysis as in common
 * controlling practice.
 */
export function variance(
  items: readonly VarianceItem[],
  basis: QuantityBasis = "units",
): Variance & { items: (Variance & { id: string })[] } {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const compared = sorted.filter((item) => kindOf(item) === "compared");
  const q0 = sum(compared.map((item) => item.quantity0));
  const q1 = sum(compared.map((item) => item.quantity1));
  const growth = basis === "units" && q0 > 0 ? q1 / q0 : undefined;
  const rows = sorted.map((item) => ({ id: item.id, ...exactOf(item, growth) }));
  const total = nothing();
  for (const { parts } of rows) for (const part of SALES_PARTS) total[part] += parts[part];
  const deltaMinor = sum(rows.map((row) => row.deltaMinor));
  return {
    ...rounded({ deltaMinor, parts: total }),
    items: rows.map((row) => ({ id: row.id, ...rounded(row) })),
  };
}

function exactOf(item: VarianceItem, growth: number | undefined): Variance {
  const { quantity0: q0, quantity1: q1, cost0Minor = 0, cost1Minor = 0 } = item;
  const margin0 = item.sales0Minor - cost0Minor;
  const deltaMinor = item.sales1Minor - cost1Minor - margin0;
  const parts = nothing();
  const kind = kindOf(item);
  if (kind !== "compared") return { deltaMinor, parts: { ...parts, [kind]: deltaMinor } };
  // What the item would have sold had it only followed the whole.
  const followed = growth === undefined ? q1 : growth * q0;
  parts.volume = ((followed - q0) * margin0) / q0;
  parts.mix = ((q1 - followed) * margin0) / q0;
  parts.price = item.sales1Minor - (item.sales0Minor * q1) / q0;
  parts.cost = (cost0Minor * q1) / q0 - cost1Minor;
  return { deltaMinor, parts };
}

function kindOf(item: VarianceItem): "compared" | "new" | "lost" | "unsplit" {
  const isIn0 = item.sales0Minor !== 0 || (item.cost0Minor ?? 0) !== 0 || item.quantity0 > 0;
  const isIn1 = item.sales1Minor !== 0 || (item.cost1Minor ?? 0) !== 0 || item.quantity1 > 0;
  if (!isIn0) return "new";
  if (!isIn1) return "lost";
  return item.quantity0 > 0 && item.quantity1 > 0 ? "compared" : "unsplit";
}

function rounded({ deltaMinor, parts }: Variance): Variance {
  const exact = exactParts(
    SALES_PARTS.map((part) => parts[part]),
    deltaMinor,
  );
  const whole = nothing();
  SALES_PARTS.forEach((part, i) => {
    whole[part] = exact[i] ?? 0;
  });
  return { deltaMinor, parts: whole };
}

function nothing(): SalesParts {
  return { volume: 0, mix: 0, price: 0, cost: 0, new: 0, lost: 0, unsplit: 0 };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
