import { netOfGrossBps } from "#main/base/money.ts";
import type { AmountKind } from "./amount-labels.ts";
import { type Field, missing, type ReadingReason, type VatLine } from "./bill-reading.ts";
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

type Total = Exclude<AmountKind, "other">;

interface Choice {
  readonly amount: number;
  readonly score: number;
  readonly ranked: RankedAmount | undefined;
}

interface Triple {
  readonly net: Choice;
  readonly vat: Choice;
  readonly gross: Choice;
  readonly score: number;
  /** False when a larger amount on the page is also announced as the total. */
  readonly isLargest: boolean;
}

const CANDIDATES = 40;

/**
 * Chooses net, VAT and gross together: among all amounts, the three that labels announce best and
 * that add up. When no three add up, each is chosen by its label alone and stays doubtful.
 */
export function findTotals(ranked: readonly RankedAmount[], clues: VatClues): Totals {
  const best = bestTriple(ranked, clues);
  if (best) return fromTriple(best, clues);
  return fromLabels(ranked, clues);
}

function choices(ranked: readonly RankedAmount[], kind: Total): Choice[] {
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

function isRecognised({ ranked }: Choice): boolean {
  return ranked !== undefined && ranked.token.sharpness < 1;
}

/** On a page with several rates, totals at a single one may be the row of that rate alone. */
function mixesRates({ ratesBps }: VatClues): boolean {
  return ratesBps.filter((bps) => bps > 0 && FRENCH_RATES_BPS.includes(bps)).length > 1;
}

/** Two rates on the page can give any VAT between what each would give alone. */
function isBetweenRates(
  { net, vat }: Pick<Triple, "net" | "vat">,
  ratesBps: readonly number[],
): boolean {
  if (ratesBps.length < 2) return false;
  const share = (vat.amount * 10_000) / net.amount;
  return share >= Math.min(...ratesBps) - 1 && share <= Math.max(...ratesBps) + 1;
}

function fieldOf(
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

function fromLabels(ranked: readonly RankedAmount[], clues: VatClues): Totals {
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
