import { netOfGrossBps } from "#main/base/money.ts";
import { type Field, missing, type ReadingReason } from "./bill-reading.ts";
import type { RankedAmount } from "./label-amounts.ts";
import {
  type Choice,
  choices,
  fieldOf,
  isBetweenRates,
  rateOf,
  type Total,
  type Totals,
  type VatClues,
} from "./total-choice.ts";

/**
 * Totals when no three amounts add up: each by its label alone, and a missing one from the
 * others.
 */
export function deriveTotals(ranked: readonly RankedAmount[], clues: VatClues): Totals {
  const pick = (kind: Total) => choices(ranked, kind).find((c) => c.score >= 0.4);
  const found = withoutContradiction({ net: pick("net"), vat: pick("vat"), gross: pick("gross") });
  const doubt = (kind: Total) => {
    const c = found[kind];
    if (!c) return missing<number>();
    const sharpness = c.ranked?.token.sharpness ?? 1;
    const reasons: ReadingReason[] = sharpness < 0.75 ? ["poor-picture"] : [];
    const confidence = (0.35 + 0.3 * Math.min(1, c.score)) * sharpness;
    return fieldOf(kind, c, { confidence, reasons });
  };
  return {
    netMinor: doubt("net"),
    vatMinor: doubt("vat"),
    grossMinor: doubt("gross"),
    ...derived(found, clues),
    sumsUp: false,
  };
}

/**
 * Three labelled amounts that do not add up: the VAT goes first (bills with several rates often
 * print no total of it), then a net that leaves no room for a legal VAT.
 */
function withoutContradiction(found: Record<Total, Choice | undefined>) {
  const { net, vat, gross } = found;
  const isRoom = (part: Choice | undefined, low: number, high: number) =>
    part && gross ? part.amount / gross.amount >= low && part.amount / gross.amount <= high : true;
  return {
    net: isRoom(net, 0.78, 1) ? net : undefined,
    vat: (net && gross) || !isRoom(vat, 0, 0.22) ? undefined : vat,
    gross,
  };
}

/** With two of the three printed, the third follows; it is confirmed only by a usual rate. */
function derived(
  found: Record<Total, Choice | undefined>,
  clues: VatClues,
): Partial<Omit<Totals, "sumsUp">> {
  const { net, vat, gross } = found;
  const give = (value: number): Field<number> => ({
    value,
    confidence: 0.8,
    reasons: ["derived", "legal-rate"],
  });
  if (gross && vat) {
    const value = gross.amount - vat.amount;
    const isUsual = rateOf(value, vat.amount, clues.ratesBps) !== undefined;
    return isUsual ? { netMinor: give(value) } : fromGross(gross.amount, clues);
  }
  if (gross && net) {
    const value = gross.amount - net.amount;
    const isUsual = rateOf(net.amount, value, clues.ratesBps) !== undefined;
    const isMixed = isBetweenRates({ net, vat: { ...net, amount: value } }, clues.ratesBps);
    return isUsual || isMixed ? { vatMinor: give(value) } : {};
  }
  if (net && vat) {
    const isSingle = rateOf(net.amount, vat.amount, clues.ratesBps) !== undefined;
    const isUsual = isSingle || isBetweenRates({ net, vat }, clues.ratesBps);
    return isUsual ? { grossMinor: give(net.amount + vat.amount) } : {};
  }
  return gross ? fromGross(gross.amount, clues) : {};
}

/** With the gross alone: one printed rate gives the rest; no rate at all means no VAT is shown. */
function fromGross(
  grossMinor: number,
  { ratesBps }: VatClues,
): Pick<Totals, "netMinor" | "vatMinor"> {
  const [rateBps = 0, ...others] = ratesBps;
  if (others.length > 0) return { netMinor: missing(), vatMinor: missing() };
  const value = netOfGrossBps(grossMinor, rateBps);
  const field: Field<number> = { value, confidence: 0.5, reasons: ["derived"] };
  return { netMinor: field, vatMinor: { ...field, value: grossMinor - value } };
}
