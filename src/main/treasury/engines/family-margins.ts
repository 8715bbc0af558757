import { type MarginPeriod, shareBySales } from "./margin-rows.ts";

/** The margin of one sales account. */
export interface FamilyMargin {
  account: string;
  salesMinor: number;
  /**
   * Costs of the same nature: goods against goods sold, materials against production, and so on.
   */
  directMinor: number;
  allocatedMinor: number;
  marginMinor: number;
  sales: number;
}

/** The family of sales that a sales account is of, by the root of its account. */
export function natureOfSales(account: string): string | undefined {
  return NATURES.find(({ sales }) => sales.test(account))?.root;
}

/** The family of sales that a purchase account serves. */
export function natureOfCost(account: string): string | undefined {
  return NATURES.find(({ costs }) => costs.test(account))?.root;
}

/** Which purchases serve which sales in the French chart of accounts. */
const NATURES: readonly { root: string; costs: RegExp; sales: RegExp }[] = [
  { root: "707", costs: /^60(?:7|37|97)/, sales: /^70(?:7|97)/ },
  { root: "701", costs: /^60(?:1|2|31|32|91|92)/, sales: /^70(?:[123]|9[123])/ },
  { root: "706", costs: /^(?:60[45]|609[45]|611)/, sales: /^70(?:[456]|9[456])/ },
];

/**
 * Margin by product family (sales account), in cents: costs go to the sales of their nature, by
 * sales within it; those without such sales are allocated by sales over all. Adds up to the
 * period's sales less its direct costs exactly.
 */
export function familyMargins(period: MarginPeriod): FamilyMargin[] {
  const rows = new Map<string, FamilyMargin>();
  for (const { families } of period.sales) {
    for (const { account, netMinor } of families) {
      const row = rows.get(account) ?? nothingOf(account);
      row.salesMinor += netMinor;
      if (netMinor > 0) row.sales++;
      rows.set(account, row);
    }
  }
  const families = [...rows.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
  for (const [serves, costMinor] of costsByNature(period, families)) {
    const served = serves === undefined ? families : families.filter((row) => serves(row));
    shareBySales(costMinor, served).forEach((part, i) => {
      const row = served[i];
      if (row === undefined) return;
      row[serves === undefined ? "allocatedMinor" : "directMinor"] += part;
    });
  }
  for (const row of families) {
    row.marginMinor = row.salesMinor - row.directMinor - row.allocatedMinor;
  }
  return families;
}

type Serves = (row: FamilyMargin) => boolean;

/** Costs by the sales that they serve; undefined where the period has no such sales. */
function costsByNature(
  period: MarginPeriod,
  families: readonly FamilyMargin[],
): Map<Serves | undefined, number> {
  const serving = NATURES.map(({ costs, sales }) => {
    const serves: Serves = (row) => sales.test(row.account);
    const hasSales = families.some((row) => serves(row) && row.salesMinor > 0);
    return { costs, serves: hasSales ? serves : undefined };
  });
  const sums = new Map<Serves | undefined, number>();
  for (const { account, costMinor } of period.costs) {
    const serves = serving.find(({ costs }) => costs.test(account))?.serves;
    sums.set(serves, (sums.get(serves) ?? 0) + costMinor);
  }
  return sums;
}

function nothingOf(account: string): FamilyMargin {
  return { account, salesMinor: 0, directMinor: 0, allocatedMinor: 0, marginMinor: 0, sales: 0 };
}
