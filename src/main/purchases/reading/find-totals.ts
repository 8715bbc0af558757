import type { Field, ReadingReason, VatLine } from "./bill-reading.ts";
import { deriveTotals } from "./derive-totals.ts";
import { FRENCH_RATES_BPS } from "./find-rates.ts";
import type { RankedAmount } from "./label-amounts.ts";
import {
  type Choice,
  choices,
  fieldOf,
  isBetweenRates,
  rateOf,
  type Totals,
  type VatClues,
} from "./total-choice.ts";

interface Triple {
  readonly net: Choice;
  readonly vat: Choice;
  readonly gross: Choice;
  readonly score: number;
  /** False when a larger amount on the page is also announced as the total. */
  readonly isLargest: boolean;
}

/**
 * Chooses net, VAT and gross together: among all amounts, the three that labels announce best and
 * that add up. When no three add up, each is chosen by its label alone and stays doubtful.
 */
export function findTotals(ranked: readonly RankedAmount[], clues: VatClues): Totals {
  const best = bestTriple(ranked, clues);
  if (best) return fromTriple(best, clues);
  return deriveTotals(ranked, clues);
}

function bestTriple(ranked: readonly RankedAmount[], clues: VatClues): Triple | undefined {
  const nets = choices(ranked, "net");
  const vats = choices(ranked, "vat");
  const grosses = new Map(choices(ranked, "gross").map((c) => [c.amount, c]));
  const noVat: Choice = { amount: 0, score: clues.exempt ? 0.8 : 0, ranked: undefined };
  const zero = vats.some((v) => v.amount === 0) || !clues.exempt ? [] : [noVat];
  const announced = [...grosses.values()].filter((c) => c.score >= 0.6);
  const largest = Math.max(0, ...announced.map((c) => Math.abs(c.amount)));
  let best: Triple | undefined;
  for (const net of nets) {
    for (const vat of [...vats, ...zero]) {
      const gross = grosses.get(net.amount + vat.amount);
      if (!gross || gross.amount === 0) continue;
      const sure = tripleScore({ net, vat, gross }, clues);
      if (sure === undefined) continue;
      const isLargest = Math.abs(gross.amount) >= largest;
      const score = sure - (isLargest ? 0 : 1);
      if (!best || score > best.score) best = { net, vat, gross, score, isLargest };
    }
  }
  return best;
}

function tripleScore(
  triple: Omit<Triple, "score" | "isLargest">,
  clues: VatClues,
): number | undefined {
  const { net, vat, gross } = triple;
  if (Math.sign(net.amount) !== Math.sign(gross.amount)) return undefined;
  if (Math.abs(vat.amount) > 0.3 * Math.abs(net.amount)) return undefined;
  if (vat.amount !== 0 && Math.sign(vat.amount) !== Math.sign(net.amount)) return undefined;
  const labelled = [net, vat, gross].filter((c) => c.score >= 0.4).length;
  if (labelled === 0 || (labelled === 1 && gross.score < 0.7)) return undefined;
  // Zero VAT adds up with any amount, so it proves nothing unless the page speaks of it.
  if (vat.amount === 0 && (vat.score < 0.4 || net.score + gross.score < 0.4)) return undefined;
  const isSingle = rateOf(net.amount, vat.amount, clues.ratesBps) !== undefined;
  const plausible = isSingle || isBetweenRates(triple, clues.ratesBps) ? 0.4 : 0;
  const proof = vat.amount === 0 ? 0.2 : 1;
  return net.score + vat.score + gross.score + plausible + proof;
}

/**
 * Totals whose VAT was only derived are confirmed when the VAT lines printed rate by rate add up
 * to them.
 */
export function confirmTotals(
  totals: Totals,
  lines: Field<readonly VatLine[]>,
  { creditNote }: VatClues,
): Totals {
  if (totals.sumsUp || !lines.reasons.includes("sums-up")) return totals;
  const sure = <T>(field: Field<T>): Field<T> => ({
    ...field,
    confidence: Math.max(field.confidence, creditNote ? 0.9 : 0.95),
    reasons: [...field.reasons, "sums-up"],
  });
  const { netMinor, vatMinor, grossMinor } = totals;
  return {
    netMinor: sure(netMinor),
    vatMinor: sure(vatMinor),
    grossMinor: sure(grossMinor),
    sumsUp: true,
  };
}

function fromTriple(triple: Triple, clues: VatClues): Totals {
  const { net, vat, gross } = triple;
  const labelled = [net, vat, gross].filter((c) => c.score >= 0.4).length;
  const single = rateOf(net.amount, vat.amount, clues.ratesBps);
  const mixed = isBetweenRates(triple, clues.ratesBps);
  const legal: ReadingReason = single !== undefined || mixed ? "legal-rate" : "unusual-rate";
  let confidence = labelled === 3 ? 0.96 : labelled === 2 ? 0.93 : 0.75;
  confidence += legal === "legal-rate" ? 0.02 : -0.08;
  if (!triple.isLargest) confidence = Math.min(confidence, 0.7);
  if (gross.amount < 0 && !clues.creditNote) confidence -= 0.2;
  // Suppliers disagree on the sign of an avoir, so a person confirms it.
  if (clues.creditNote) confidence = Math.min(confidence, 0.9);
  if (vat.amount === 0) confidence = clues.exempt ? 0.92 : 0.85;
  const reasons: ReadingReason[] = ["sums-up", legal];
  const isPart = mixesRates(clues) && single !== undefined && isRecognised(gross);
  if (isPart || [net, vat, gross].some((c) => isMuddled(c))) {
    confidence = Math.min(confidence, 0.75);
    reasons.push("poor-picture");
  }
  if (clues.exempt && vat.amount === 0) reasons.push("exemption-stated");
  return {
    netMinor: fieldOf("net", net, { confidence, reasons }),
    vatMinor: fieldOf("vat", vat, { confidence, reasons }),
    grossMinor: fieldOf("gross", gross, { confidence, reasons }),
    sumsUp: true,
  };
}

/** Recognised without decimals: the comma may be lost in all three, and they would still add up. */
function isMuddled(choice: Choice): boolean {
  const token = choice.ranked?.token;
  return token?.whole === true && isRecognised(choice) && token.value !== 0;
}

/** On a page with several rates, totals at a single one may be the row of that rate alone. */
function mixesRates({ ratesBps }: VatClues): boolean {
  return ratesBps.filter((bps) => bps > 0 && FRENCH_RATES_BPS.includes(bps)).length > 1;
}

function isRecognised({ ranked }: Choice): boolean {
  return ranked !== undefined && ranked.token.sharpness < 1;
}
