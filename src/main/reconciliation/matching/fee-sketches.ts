import { parseAmount } from "#contract/amount.ts";
import { applyRateBps } from "#main/base/money.ts";
import { findSums, MAX_GROUP } from "./bounded-sums.ts";
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
function feeWithin(acquirer: Acquirer, grossMinor: number, netMinor: number) {
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
  const gross = statedGross(evidence, evidence.acquirer);
  if (gross !== undefined) return statedSketches(pool, evidence, gross);
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

/** Gross and number of payments that an acquirer writes into its label. */
interface StatedGross {
  grossMinor: number;
  payments: number | undefined;
}

const STATED_AMOUNT = /\d{1,3}(?:[ \u00a0\u202f.]?\d{3})*[.,]\d{2}(?!\d)/g;
const STATED_COUNT = /\b(\d{1,2}) (?:TRX|OPERATIONS?|PAIEMENTS|TRANSACTIONS?)\b/i;

/**
 * The gross amount in the label of a settlement (`BRUT 388,86 COM 3,51`): one of two amounts
 * whose difference is the line, with a fee within the acquirer's band.
 */
function statedGross(evidence: LineEvidence, acquirer: Acquirer): StatedGross | undefined {
  const { label, amountMinor } = evidence.line;
  const amounts = (label.match(STATED_AMOUNT) ?? []).map((t) => parseAmount(t) ?? 0);
  const grossMinor = amounts.find(
    (gross) =>
      feeWithin(acquirer, gross, amountMinor) !== undefined &&
      amounts.includes(gross - amountMinor),
  );
  if (grossMinor === undefined) return undefined;
  const count = STATED_COUNT.exec(label)?.[1];
  return { grossMinor, payments: count === undefined ? undefined : Number(count) };
}

/** Recent card items that add up to the stated gross exactly; `unique` when only one group does. */
function statedSketches(pool: ItemPool, evidence: LineEvidence, stated: StatedGross): Sketch[] {
  const items: number[] = [];
  for (let day = evidence.day; day >= evidence.day - LONGEST_LAG; day--) {
    items.push(...openOn(pool.byCardDay, pool, `${evidence.line.currency} ${day}`));
  }
  const amounts = items.map((i) => leftOf(pool, i));
  const least = stated.payments ?? 1;
  const sizes = { least, most: Math.min(stated.payments ?? MAX_GROUP, MAX_GROUP) };
  const groups = findSums(amounts, stated.grossMinor, sizes);
  const feeMinor = stated.grossMinor - evidence.line.amountMinor;
  return groups.map((places) => ({
    ...wholeSketch(
      pool,
      places.map((p) => items[p] ?? 0),
      { shape: "fee", feeMinor, differenceMinor: 0 },
    ),
    unique: groups.length === 1,
  }));
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
