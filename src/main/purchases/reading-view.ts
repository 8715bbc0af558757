import type { BillReadingView } from "#contract/purchases.ts";
import type { BillReading, Field } from "./reading/bill-reading.ts";

/** A reading as it crosses the contract: fields that were not found are left out. */
export function readingView(reading: BillReading): BillReadingView {
  return {
    ...optional("supplierName", reading.supplierName),
    ...optional("supplierSiren", reading.supplierSiren),
    ...optional("supplierVat", reading.supplierVat),
    ...optional("iban", reading.iban),
    ...optional("number", reading.number),
    ...optional("issuedOn", reading.issuedOn),
    ...optional("dueOn", reading.dueOn),
    ...optional("netMinor", reading.netMinor),
    ...optional("vatMinor", reading.vatMinor),
    ...optional("grossMinor", reading.grossMinor),
    vatLines: [...(reading.vatLines.value ?? [])],
    currency: reading.currency.value ?? "EUR",
  };
}

function optional<K extends string, T>(name: K, field: Field<T> | undefined) {
  if (field?.value === undefined) return {};
  const { value, confidence, box, reasons } = field;
  const view = { value, confidence, reasons: [...reasons], ...(box === undefined ? {} : { box }) };
  return { [name]: view } as { [N in K]?: typeof view & { value: T } };
}
