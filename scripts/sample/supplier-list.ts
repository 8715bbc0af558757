import { goodsSuppliers } from "./goods-suppliers.ts";
import { serviceSuppliers } from "./service-suppliers.ts";
import { type SupplierRow, supplierRow } from "./supplier-row.ts";

/** Supplier of the two presses, billed on its own dates. */
export const machineRow: SupplierRow = supplierRow(
  ["Machines Graphiques Oberlindt", "67000 Strasbourg", "2154", "Presse offset", "MGO-{y}-{n3}"],
  "VIR",
  [[0, 118_000, 0], { term: 8 }],
);

export const supplierRows: readonly SupplierRow[] = [
  ...goodsSuppliers,
  ...serviceSuppliers,
  machineRow,
];
