import { applyRateBps } from "#main/base/money.ts";
import { type Field, missing, type VatLine } from "./bill-reading.ts";
import type { Token } from "./find-amounts.ts";
import { isUsualRate, mendedRate } from "./find-rates.ts";
import { rateOf, type Totals } from "./total-choice.ts";

/** What `findVatLines` reads: every amount and every rate of the document, and the totals. */
export interface VatEvidence {
  readonly amounts: readonly Token<number>[];
  readonly rates: readonly Token<number>[];
  readonly totals: Totals;
}

/**
 * Splits the bill's VAT by rate. First from rows that print rate, base and VAT; then from rows
 * that print a rate and its VAT; else from a single rate that explains the totals.
 */
export function findVatLines(evidence: VatEvidence): Field<readonly VatLine[]> {
  const { netMinor, vatMinor } = evidence.totals;
  const target = { net: netMinor.value, vat: vatMinor.value };
  if (target.net === undefined || target.vat === undefined) return missing();
  const wanted = { net: target.net, vat: target.vat };
  const lines = printedLines(evidence);
  const usual = lines.filter((line) => isUsualRate(line.rateBps));
  const printed = combine(groupByRate(usual), wanted) ?? combine(groupByRate(lines), wanted);
  const { sumsUp } = evidence.totals;
  const limit = sumsUp ? netMinor.confidence : 1;
  const sure = (confidence: number) => Math.min(confidence, limit);
  if (printed) {
    const isUsual = printed.every((line) => isUsualRate(line.rateBps));
    const reasons = ["labelled", "sums-up", isUsual ? "legal-rate" : "unusual-rate"] as const;
    return { value: printed, confidence: sure(isUsual ? 0.97 : 0.75), reasons };
  }
  const single = singleLine(evidence, wanted);
  if (single) return single;
  const items = linesOfItems(evidence, wanted);
  if (items) return { value: items, confidence: sure(0.95), reasons: ["derived", "sums-up"] };
  const based = basesOfVat(evidence, wanted);
  if (based) return { value: based, confidence: sure(0.85), reasons: ["derived", "sums-up"] };
  return missing();
}

interface Wanted {
  readonly net: number;
  readonly vat: number;
}

/** Rows holding a rate with two amounts such that one is the VAT of the other. */
function printedLines({ amounts, rates }: VatEvidence): VatLine[] {
  const lines: VatLine[] = [];
  for (const rate of [...rates, ...bareRates(amounts)]) {
    const inRow = amounts.filter((a) => a.row.index === rate.row.index).map((a) => a.value);
    for (const netMinor of inRow) {
      for (const vatMinor of inRow) {
        if (netMinor === 0 || !isVatOf(netMinor, vatMinor, rate.value)) continue;
        const line = { rateBps: rate.value, netMinor, vatMinor };
        const known = lines.some((l) => l.rateBps === line.rateBps && l.netMinor === netMinor);
        if (!known) lines.push(line);
      }
    }
  }
  return lines;
}

const BARE = /(?<![\d.,])(\d{1,2})(?:[.,](\d{1,2}))?(?![\d.,%])/g;

/** Numbers that could be rates under a heading "Taux", in rows with two amounts or more. */
function bareRates(amounts: readonly Token<number>[]): Pick<Token<number>, "row" | "value">[] {
  const rows = new Set(amounts.map((a) => a.row));
  return [...rows].flatMap((row) => {
    if (amounts.filter((a) => a.row === row).length < 2) return [];
    const numbers = [...row.text.matchAll(BARE)].map(
      (m) => Number(m[1]) * 100 + Number((m[2] ?? "").padEnd(2, "0")),
    );
    const rates = numbers.filter((bps) => bps > 0 && isUsualRate(bps));
    return [...new Set(rates)].map((value) => ({ row, value }));
  });
}

/** Some suppliers round the VAT of each item, hence the tolerance of two cents. */
function isVatOf(netMinor: number, vatMinor: number, rateBps: number): boolean {
  return Math.abs(applyRateBps(netMinor, rateBps) - vatMinor) <= (rateBps === 0 ? 0 : 2);
}

function groupByRate(lines: readonly VatLine[]): VatLine[][] {
  const rates = [...new Set(lines.map((l) => l.rateBps))].sort((a, b) => b - a).slice(0, 6);
  return rates.map((rate) => lines.filter((l) => l.rateBps === rate));
}

/** One line per rate, or none, so that nets and VATs add up to the totals. */
function combine(groups: readonly VatLine[][], wanted: Wanted): VatLine[] | undefined {
  const [group, ...rest] = groups;
  if (!group) return wanted.net === 0 && wanted.vat === 0 ? [] : undefined;
  for (const line of group.slice(0, 12)) {
    const left = { net: wanted.net - line.netMinor, vat: wanted.vat - line.vatMinor };
    const more = combine(rest, left);
    if (more) return [line, ...more];
  }
  return combine(rest, wanted);
}

function singleLine(evidence: VatEvidence, wanted: Wanted): Field<readonly VatLine[]> | undefined {
  const rates = [...new Set(evidence.rates.map((r) => r.value))];
  const rateBps = wanted.vat === 0 ? 0 : rateOf(wanted.net, wanted.vat, rates);
  if (rateBps === undefined) return undefined;
  const value = [{ rateBps, netMinor: wanted.net, vatMinor: wanted.vat }];
  const isPrinted = rates.includes(rateBps);
  // Two printed rates can together look like a third, which would be a coincidence.
  const printed = evidence.rates.filter((r) => !r.second && r.value > 0);
  if (!isPrinted && new Set(printed.map((r) => r.value)).size > 1 && wanted.vat !== 0)
    return undefined;
  const sure = Math.min(evidence.totals.netMinor.confidence, isPrinted ? 0.97 : 0.88);
  return { value, confidence: sure, reasons: ["derived", "legal-rate"] };
}

const VAT_ROW = /(?<!\p{L})(?:t\.?v\.?a\.?|vat|tax|mwst|ust|btw)(?!\p{L})/u;

/** Items above the totals that each print their rate, added up by rate, must give both totals. */
function linesOfItems(evidence: VatEvidence, wanted: Wanted): VatLine[] | undefined {
  const { amounts, rates, totals } = evidence;
  const end = totals.netMinor.box ?? totals.grossMinor.box;
  const items = rates.flatMap((rate) => {
    const last = amounts.filter((a) => a.row === rate.row && !a.second).at(-1);
    const isAbove = !end || rate.row.page < end.page || rate.row.y < end.y;
    const isVat = VAT_ROW.test(rate.row.folded.slice(0, rate.start));
    if (!last || !isAbove || isVat || rate.second) return [];
    return [{ rateBps: rate.value, netMinor: last.value }];
  });
  const mended = items.map((i) => ({ ...i, rateBps: mendedRate(i.rateBps) ?? i.rateBps }));
  return summedUp(items, wanted) ?? summedUp(mended, wanted);
}

function summedUp(
  items: readonly Omit<VatLine, "vatMinor">[],
  wanted: Wanted,
): VatLine[] | undefined {
  const rates = [...new Set(items.map((i) => i.rateBps))].sort((a, b) => b - a);
  const lines = rates.map((rateBps) => {
    const parts = items.filter((i) => i.rateBps === rateBps);
    const netMinor = parts.reduce((sum, i) => sum + i.netMinor, 0);
    return { rateBps, netMinor, vatMinor: applyRateBps(netMinor, rateBps) };
  });
  const net = lines.reduce((sum, l) => sum + l.netMinor, 0);
  const vat = lines.reduce((sum, l) => sum + l.vatMinor, 0);
  return net === wanted.net && vat === wanted.vat ? lines : undefined;
}

/** Rows "TVA 5,5 % … 12,10": each base is an amount of the page, or follows from the VAT. */
function basesOfVat(evidence: VatEvidence, wanted: Wanted): VatLine[] | undefined {
  const pairs = evidence.rates.flatMap((rate) =>
    evidence.amounts
      .filter((a) => a.row.index === rate.row.index && a.value !== 0)
      .map((a) => ({ rateBps: rate.value, vatMinor: a.value })),
  );
  const groups = [...new Set(pairs.map((p) => p.rateBps))]
    .filter((rate) => rate > 0)
    .sort((a, b) => b - a)
    .map((rate) => pairs.filter((p) => p.rateBps === rate).map((p) => withBase(p, evidence)));
  const exact = combine(
    groups.map((g) => g.flat()),
    wanted,
  );
  if (exact) return exact;
  const vats = combine(
    groups.map((g) => g.flatMap((lines) => lines.slice(0, 1).map((l) => ({ ...l, netMinor: 0 })))),
    { net: 0, vat: wanted.vat },
  );
  return vats && spreadBases(vats, wanted.net);
}

function withBase(
  pair: { rateBps: number; vatMinor: number },
  { amounts }: VatEvidence,
): VatLine[] {
  const bases = [...new Set(amounts.map((a) => a.value))].filter((base) =>
    isVatOf(base, pair.vatMinor, pair.rateBps),
  );
  const implied = Math.round((pair.vatMinor * 10_000) / pair.rateBps);
  return [...bases, implied].map((netMinor) => ({ ...pair, netMinor }));
}

/** Bases implied by their VAT, the lowest rate (the least exact) taking what is left of the net. */
function spreadBases(lines: readonly VatLine[], net: number): VatLine[] | undefined {
  const implied = lines.map((l) => ({
    ...l,
    netMinor: Math.round((l.vatMinor * 10_000) / l.rateBps),
  }));
  const last = implied.at(-1);
  if (!last) return undefined;
  const others = implied.slice(0, -1).reduce((sum, l) => sum + l.netMinor, 0);
  const rest = { ...last, netMinor: net - others };
  return isVatOf(rest.netMinor, rest.vatMinor, rest.rateBps)
    ? [...implied.slice(0, -1), rest]
    : undefined;
}
