import { applyRateBps } from "#main/base/money.ts";
import { type ItemPool, leftOf } from "./item-pool.ts";
import type { LineEvidence } from "./line-evidence.ts";
import type { Acquirer } from "./model.ts";
import { sumLeft, wholeSketch } from "./single-sketches.ts";
import type { Sketch } from "./weigh.ts";

/** Days that pass, at most, between the sale and its settlement, and days in one settlement. */
const LONGEST_LAG = 10;
const LONGEST_BATCH = 4;
/** Invoices of unknown payment method are only looked at one by one, and not too many. */
const MOST_SINGLES = 400;

/** Fee that the acquirer kept, if net and gross differ by one within its band. */
export function feeWithin(acquirer: Acquirer, grossMinor: number, netMinor: number) {
  const feeMinor = grossMinor - netMinor;
  if (grossMinor <= 0 || feeMinor <= 0) return undefined;
  const least = applyRateBps(grossMinor, acquirer.minFeeBps) - 1;
  const most = applyRateBps(grossMinor, acquirer.maxFeeBps) + 1;
  return feeMinor >= least && feeMinor <= most ? feeMinor : undefined;
}

/** The items together, less a fee within the band. */
export function feeSketch(
  pool: ItemPool,
  evidence: LineEvidence,
  items: readonly number[],
): Sketch | undefined {
  if (evidence.acquirer === undefined || items.length === 0) return undefined;
  const feeMinor = feeWithin(evidence.acquirer, sumLeft(pool, items), evidence.line.amountMinor);
  if (feeMinor === undefined) return undefined;
  return wholeSketch(pool, items, { shape: "fee", feeMinor, differenceMinor: 0 });
}

/**
 * Card settlements: all card items of one day, or of up to four days running, whose sum less a
 * fee within the band is the line. At most 40 sums per line. `unique` when only one fits.
 */
export function batchSketches(pool: ItemPool, evidence: LineEvidence): Sketch[] {
  if (evidence.acquirer === undefined || evidence.line.amountMinor <= 0) return [];
  const found = new Map<string, Sketch>();
  for (let first = evidence.day - LONGEST_LAG; first <= evidence.day; first++) {
    const items: number[] = [];
    for (let last = first; last < first + LONGEST_BATCH && last <= evidence.day; last++) {
      items.push(...openOn(pool.byCardDay, pool, `${evidence.line.currency} ${last}`));
      const sketch = feeSketch(pool, evidence, items);
      if (sketch !== undefined) found.set(items.join(" "), sketch);
    }
  }
  const unique = found.size === 1;
  return [...found.values()].map((s) => ({ ...s, unique }));
}

/** Recent single invoices, of any payment method, that the line would be the net of. */
export function feeSingles(pool: ItemPool, evidence: LineEvidence): Sketch[] {
  if (evidence.acquirer === undefined || evidence.line.amountMinor <= 0) return [];
  const found: Sketch[] = [];
  let seen = 0;
  for (let day = evidence.day; day >= evidence.day - LONGEST_LAG; day--) {
    for (const i of openOn(pool.byIssueDay, pool, `${evidence.line.currency} ${day}`)) {
      if (++seen > MOST_SINGLES || found.length >= 5) return found;
      const sketch = feeSketch(pool, evidence, [i]);
      if (sketch !== undefined) found.push(sketch);
    }
  }
  return found;
}

function openOn(map: Map<string, number[]>, pool: ItemPool, key: string): number[] {
  return (map.get(key) ?? []).filter((i) => leftOf(pool, i) > 0);
}
