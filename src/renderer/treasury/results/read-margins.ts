import type { office } from "#renderer/office.ts";

export type Margins = Awaited<ReturnType<typeof office.treasury.margins>>;
export type ClientMargin = Margins["clients"][number];
export type FamilyMargin = Margins["families"][number];

/** A margin over its sales in basis points; undefined where nothing was sold. */
export function ofSales(marginMinor: number, salesMinor: number): number | undefined {
  return salesMinor > 0 ? Math.round((marginMinor / salesMinor) * 10_000) : undefined;
}
