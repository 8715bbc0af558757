import type { AmountKind } from "./amount-labels.ts";
import type { Field, ReadingReason } from "./bill-reading.ts";
import { FRENCH_RATES_BPS, OTHER_RATES_BPS } from "./find-rates.ts";
import type { RankedAmount } from "./label-amounts.ts";

/** The three totals of a bill. */
export interface Totals {
  readonly netMinor: Field<number>;
  readonly vatMinor: Field<number>;
  readonly grossMinor: Field<number>;
  /** True when net + VAT = gross with amounts that are all printed. */
  readonly sumsUp: boolean;
}

/** What the rest of the document says about its VAT. */
export interface VatClues {
  /** A mention such as "autoliquidation" or "TVA non applicable, art. 293 B du CGI". */
  readonly exempt: boolean;
  /** Rates printed anywhere, in basis points. */
  readonly ratesBps: readonly number[];
  readonly creditNote: boolean;
}

/** The three amounts looked for. */
export type Total = Exclude<AmountKind, "other">;

/** An amount that may be one of the three: how well labels announce it, and where it stands. */
export interface Choice {
  readonly amount: number;
  readonly score: number;
  readonly ranked: RankedAmount | undefined;
}

const CANDIDATES = 40;

/** The amounts that may be a total of this kind, the best announced first. */
export function choices(ranked: readonly RankedAmount[], kind: Total): Choice[] {
  const byAmount = new Map<number, Choice>();
  for (const r of ranked) {
    // A share capital, a penalty or a deposit is never a total, even when it would add up.
    if (r.scores.other >= 0.8 && r.scores[kind] < 0.8) continue;
    const rivals = Object.entries(r.scores).filter(([k]) => k !== kind && k !== "other");
    const rival = Math.max(...rivals.map(([, score]) => score));
    const own = r.scores[kind];
    const score = own - (own > 0 && rival > own ? 0.25 * (rival - own) : 0) - 0.3 * r.scores.other;
    const known = byAmount.get(r.token.value);
    // The same amount announced twice is a little surer than once.
    const bonus = known && known.score > 0.3 && score > 0.3 ? 0.08 : 0;
    if (!known || score > known.score) {
      byAmount.set(r.token.value, { amount: r.token.value, score: score + bonus, ranked: r });
    } else byAmount.set(r.token.value, { ...known, score: known.score + bonus });
  }
  const sorted = [...byAmount.values()].sort((a, b) => b.score - a.score);
  return sorted.slice(0, CANDIDATES);
}

/** The single rate that gives this VAT on this net, to two cents; rates on the page come first. */
export function rateOf(
  netMinor: number,
  vatMinor: number,
  ratesBps: readonly number[],
): number | undefined {
  const rates = [...ratesBps, ...FRENCH_RATES_BPS, ...OTHER_RATES_BPS];
  return rates.find((bps) => {
    const gap = Math.abs((netMinor * bps) / 10_000 - vatMinor);
    return bps === 0 ? vatMinor === 0 : gap <= 2;
  });
}

/** Two rates on the page can give any VAT between what each would give alone. */
export function isBetweenRates(
  { net, vat }: { net: Choice; vat: Choice },
  ratesBps: readonly number[],
): boolean {
  if (ratesBps.length < 2) return false;
  const share = (vat.amount * 10_000) / net.amount;
  return share >= Math.min(...ratesBps) - 1 && share <= Math.max(...ratesBps) + 1;
}

/** The field of a chosen amount, with what the label says. */
export function fieldOf(
  kind: Total,
  choice: Choice,
  sure: { confidence: number; reasons: readonly ReadingReason[] },
): Field<number> {
  const side = choice.ranked?.sides[kind];
  const label: ReadingReason[] = choice.score >= 0.4 ? ["labelled"] : ["unlabelled"];
  const reasons = [...label, ...(side && choice.score >= 0.4 ? [side] : []), ...sure.reasons];
  const box = choice.ranked?.token.box;
  const field = { value: choice.amount, confidence: sure.confidence, reasons };
  return box ? { ...field, box } : field;
}
