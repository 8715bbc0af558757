import type { StatementPart } from "#contract/statements.ts";
import type { LayoutRow } from "./layout.ts";

/** What stands on a row: its gross value, what is taken off, and the accounts behind. */
export interface RowValue {
  grossMinor: number;
  lessMinor: number;
  parts: StatementPart[];
}

export function emptyValue(): RowValue {
  return { grossMinor: 0, lessMinor: 0, parts: [] };
}

/** Adds the rows that are sums, in their order; a sum may take earlier sums. */
export function withSums(
  rows: readonly LayoutRow[],
  values: ReadonlyMap<string, RowValue>,
): Map<string, RowValue> {
  const all = new Map(values);
  for (const row of rows) {
    if (row.sum.length === 0) continue;
    const sum = emptyValue();
    for (const term of row.sum) {
      const sign = term.startsWith("-") ? -1 : 1;
      const value = all.get(sign === -1 ? term.slice(1) : term);
      sum.grossMinor += sign * (value?.grossMinor ?? 0);
      sum.lessMinor += sign * (value?.lessMinor ?? 0);
    }
    all.set(row.id, sum);
  }
  return all;
}

export function netOf(value: RowValue | undefined): number {
  return (value?.grossMinor ?? 0) - (value?.lessMinor ?? 0);
}
