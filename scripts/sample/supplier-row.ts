import type { Regime } from "./model.ts";

/** One row of the supplier list; `perMonth` is in hundredths of a bill. */
export type SupplierRow = {
  name: string;
  city: string;
  account: string;
  label: string;
  mode: "VIR" | "PRLV" | "CB";
  cadence: "monthly" | "quarterly" | "irregular";
  perMonth: number;
  /** Usual net amount in euros and its spread in percent. */
  net: number;
  spread: number;
  rate?: number;
  otherRate?: number;
  regime?: Regime;
  term?: number;
  reference: string;
};

type Amounts = readonly [perMonth: number, net: number, spread: number];
type Extra = Partial<Pick<SupplierRow, "rate" | "otherRate" | "regime" | "term" | "cadence">>;

/**
 * Makes a row. `reference` is the supplier's own numbering: `{y}` or `{yy}` the year, `{m}` the
 * month, `{q}` the quarter, `{n5}` a count of five digits.
 */
export function supplierRow(
  head: readonly [name: string, city: string, account: string, label: string, reference: string],
  mode: SupplierRow["mode"],
  [amounts, extra = {}]: readonly [Amounts, Extra?],
): SupplierRow {
  const [name, city, account, label, reference] = head;
  const [perMonth, net, spread] = amounts;
  return {
    name,
    city,
    account,
    label,
    reference,
    mode,
    perMonth,
    net,
    spread,
    cadence: "irregular",
    ...extra,
  };
}
