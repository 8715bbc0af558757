import type { BillReading, Field } from "./bill-reading.ts";

/** True when a recognised page deserves a second look at another resolution. */
export function isDoubtful({ grossMinor, vatLines, number, issuedOn }: BillReading): boolean {
  const isUnsure = !grossMinor.reasons.includes("sums-up") || grossMinor.confidence < 0.8;
  if (isUnsure || vatLines.value === undefined) return true;
  return number.confidence < 0.7 || issuedOn.confidence < 0.5;
}

/**
 * Joins two readings of the same page: each value is taken where it is surer. The totals and their
 * VAT go together, so that they still add up.
 */
export function betterReading(a: BillReading, b: BillReading): BillReading {
  const totals = b.grossMinor.confidence > a.grossMinor.confidence ? b : a;
  const dates = b.issuedOn.confidence > a.issuedOn.confidence ? b : a;
  const { netMinor, vatMinor, grossMinor, vatLines } = doubted(totals, totals === a ? b : a);
  const others = {
    supplierSiren: surer(a.supplierSiren, b.supplierSiren),
    supplierVat: surer(a.supplierVat, b.supplierVat),
    iban: surer(a.iban, b.iban),
    dueOn: dates.dueOn ?? surer(a.dueOn, b.dueOn),
  };
  return {
    supplierName: surer(a.supplierName, b.supplierName),
    number: surer(a.number, b.number),
    issuedOn: dates.issuedOn,
    netMinor,
    vatMinor,
    grossMinor,
    vatLines: vatLines.value
      ? vatLines
      : sameTotals(a, b)
        ? surer(a.vatLines, b.vatLines)
        : vatLines,
    currency: surer(a.currency, b.currency),
    creditNote: surer(a.creditNote, b.creditNote),
    ...(Object.fromEntries(
      Object.entries(others).filter(([, field]) => field !== undefined),
    ) as Partial<Pick<BillReading, keyof typeof others>>),
  };
}

/** Two looks that see different totals: one misread them, and which one is not certain. */
function doubted(best: BillReading, other: BillReading): BillReading {
  const { value, confidence } = other.grossMinor;
  if (value === undefined || value === best.grossMinor.value || confidence < 0.4) return best;
  const cap = <T>(field: Field<T>): Field<T> => ({
    ...field,
    confidence: Math.min(field.confidence, 0.8),
    reasons: [...field.reasons, "poor-picture"],
  });
  return {
    ...best,
    netMinor: cap(best.netMinor),
    vatMinor: cap(best.vatMinor),
    grossMinor: cap(best.grossMinor),
    vatLines: cap(best.vatLines),
  };
}

function surer<F extends Field<unknown> | undefined>(a: F, b: F): F {
  return (b?.confidence ?? 0) > (a?.confidence ?? 0) ? b : a;
}

function sameTotals(a: BillReading, b: BillReading): boolean {
  return a.netMinor.value === b.netMinor.value && a.vatMinor.value === b.vatMinor.value;
}
