import { foreignIbanOf, foreignVatOf, frenchIbanOf, frenchVatOf, sirenOf } from "./identifiers.ts";
import { bankSpelling, OTHER_BANKS } from "./make-customers.ts";
import type { Supplier } from "./model.ts";
import { supplierRows } from "./supplier-list.ts";
import type { SupplierRow } from "./supplier-row.ts";

const STREETS = [
  "3 rue du Port-Ligny",
  "27 avenue des Tanneurs",
  "ZA des Grandes Landes",
  "8 place du Ralliement-Vieux",
  "112 boulevard des Ardoises",
  "5 impasse des Vanniers",
] as const;

/** Gives every supplier of the list its identifiers, address and terms. */
export function makeSuppliers(): Supplier[] {
  return supplierRows.map(makeSupplier);
}

function makeSupplier(row: SupplierRow, index: number): Supplier {
  return {
    code: `F${String(index + 1).padStart(3, "0")}`,
    name: row.name,
    bankName: bankSpelling(row.name, index + 2),
    address: `${STREETS[index % STREETS.length] ?? STREETS[0]}, ${row.city}`,
    ...identityOf(row.city, index),
    account: row.account,
    label: row.label,
    regime: row.regime ?? "France",
    rateBps: row.regime === "Exonéré" ? 0 : (row.rate ?? 2000),
    otherRateBps: row.otherRate ?? 0,
    perMonthPercent: row.perMonth,
    cadence: row.cadence,
    scaleMinor: row.net * 100,
    spreadPercent: row.spread,
    mode: row.mode,
    termDays: row.mode === "CB" ? 0 : (row.term ?? 30),
    referenceStyle: row.reference,
  };
}

function identityOf(city: string, index: number) {
  const account = 52_118_000 + index * 6_101;
  const country = / (BE|DE|IT|LU)$/.exec(city)?.[1] as "BE" | "DE" | "IT" | "LU" | undefined;
  if (country !== undefined) {
    const vatNumber = foreignVatOf(country, 6_381_500 + index * 173);
    return { siren: "", vatNumber, iban: foreignIbanOf(country, account) };
  }
  const siren = sirenOf(29_604_000 + index * 4_211);
  const bank = OTHER_BANKS[(index + 1) % OTHER_BANKS.length] ?? "18991";
  const iban = frenchIbanOf(bank, "00207", String(account).padStart(11, "0"));
  return { siren, vatNumber: frenchVatOf(siren), iban };
}
