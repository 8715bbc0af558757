import { chanceOfSum, findSums, groupCount, MAX_POOL } from "./bounded-sums.ts";
import { type ItemPool, itemsOfAmount, itemsOfParty, leftOf, type Side } from "./item-pool.ts";
import type { LineEvidence } from "./line-evidence.ts";
import { nearReference } from "./near-reference.ts";
import { singleSketch, spreadSketch, wholeSketch } from "./single-sketches.ts";
import type { MatchContext, Sketch } from "./weigh.ts";

/** How many of a party's items are looked at to choose those that sums are made of. */
const MOST_SEEN = 200;
/** How many equal items of a party are shown as rivals. */
const MOST_TWINS = 20;
/** Items due this long before the line, or later, are tried first in sums. */
const RECENT_DAYS = 120;
const WIDEST_TOLERANCE = 20;
const SIDES: readonly Side[] = ["customer", "supplier"];

/** Open items of the party with exactly the line's amount. */
export function exactOfParty(context: MatchContext, evidence: LineEvidence, party: number) {
  const { amountMinor, currency } = evidence.line;
  const items = itemsOfAmount(context.pool, { party, currency, amountMinor }, MOST_TWINS);
  return items.map((i) => exactSketch(i, amountMinor));
}

/** Items of the party that miss the line's amount by no more than the tolerance (or one cent). */
export function nearlyOfParty(context: MatchContext, evidence: LineEvidence, party: number) {
  const { pool, options } = context;
  const { amountMinor, currency } = evidence.line;
  const widest = Math.max(1, Math.min(options.toleranceMinor, WIDEST_TOLERANCE));
  const found: Sketch[] = [];
  for (let gap = 1; gap <= widest; gap++) {
    for (const leftMinor of [amountMinor - gap, amountMinor + gap]) {
      const key = { party, currency, amountMinor: leftMinor };
      for (const i of itemsOfAmount(pool, key, 3)) {
        const sketch = singleSketch(pool, i, { lineMinor: amountMinor, toleranceMinor: widest });
        if (sketch !== undefined) found.push(sketch);
      }
    }
  }
  return found;
}

/**
 * Sums of two to six items of the party, on one side, issued by the day of the line. `unique`
 * only when one group fits and every open item was looked at.
 */
export function sumsOfParty(
  context: MatchContext,
  evidence: LineEvidence,
  party: number,
): Sketch[] {
  const { pool } = context;
  const { currency, amountMinor } = evidence.line;
  return SIDES.flatMap((side) => {
    const open = itemsOfParty(pool, { party, side, currency }, MOST_SEEN).filter(
      (i) => (pool.issuedDay[i] ?? 0) <= evidence.day,
    );
    if (open.length < 2) return [];
    // Groups are paid near their dates: old arrears only come in when nothing recent fits.
    const recent = open.filter((i) => (pool.dueDay[i] ?? 0) >= evidence.day - RECENT_DAYS);
    const found = sumsAmong(pool, recent.slice(-MAX_POOL), {
      amountMinor,
      openCount: recent.length,
    });
    if (found.length > 0 || recent.length === open.length) return found;
    const near = nearestDue(pool, evidence, open);
    return sumsAmong(pool, near, { amountMinor, openCount: open.length });
  });
}

function sumsAmong(
  pool: ItemPool,
  items: readonly number[],
  { amountMinor, openCount }: { amountMinor: number; openCount: number },
): Sketch[] {
  const amounts = items.map((i) => leftOf(pool, i));
  const sums = findSums(amounts, amountMinor);
  const unique = sums.length === 1 && items.length === openCount;
  return sums.map((places) => {
    const tried = isRunning(places)
      ? items.length ** 2 / 2
      : groupCount(items.length, places.length);
    const chance = chanceOfSum(amounts, tried);
    const taken = places.flatMap((p) => items[p] ?? []);
    const rest = { feeMinor: 0, differenceMinor: 0, unique, chance };
    return wholeSketch(pool, taken, { ...rest, shape: "group" });
  });
}

/** What a person would try when no amount fits: the party's oldest items, and near references. */
export function guessesOfParty(
  context: MatchContext,
  evidence: LineEvidence,
  party: number,
): Sketch[] {
  const { pool, references, options } = context;
  const { currency, amountMinor: lineMinor } = evidence.line;
  const found: Sketch[] = [];
  for (const side of SIDES) {
    const open = itemsOfParty(pool, { party, side, currency }, MOST_SEEN).filter(
      (i) => (pool.issuedDay[i] ?? 0) <= evidence.day,
    );
    const spread = spreadSketch(pool, open, lineMinor);
    if (spread !== undefined && spread.allocations.length > 1) found.push(spread);
    const near = open.filter((i) => {
      const keys = references.keys[i];
      return keys !== undefined && nearReference(evidence.near(), keys) !== undefined;
    });
    const likely = byDistance(pool, evidence, open).slice(0, 3);
    for (const i of new Set([...near.slice(0, 5), ...open.slice(0, 2), ...likely])) {
      const { toleranceMinor } = options;
      const sketch = singleSketch(pool, i, { lineMinor, toleranceMinor });
      if (sketch !== undefined) found.push(sketch);
    }
  }
  return found;
}

/** Any party's open items of exactly this amount, those issued last before the line first. */
export function exactOfAnyone(context: MatchContext, evidence: LineEvidence): Sketch[] {
  const { amountMinor, currency } = evidence.line;
  const { pool } = context;
  const items = itemsOfAmount(pool, { currency, amountMinor }, MOST_SEEN);
  const before = items.filter((i) => (pool.issuedDay[i] ?? 0) <= evidence.day);
  return before.slice(-5).map((i) => exactSketch(i, amountMinor));
}

function exactSketch(item: number, amountMinor: number): Sketch {
  return {
    shape: "exact",
    allocations: [[item, amountMinor]],
    feeMinor: 0,
    differenceMinor: 0,
  };
}

/** At most `MAX_POOL` items, those due nearest to the line, in the pool's order. */
function nearestDue(pool: ItemPool, evidence: LineEvidence, open: readonly number[]): number[] {
  if (open.length <= MAX_POOL) return [...open];
  return byDistance(pool, evidence, open)
    .slice(0, MAX_POOL)
    .sort((a, b) => a - b);
}

function byDistance(pool: ItemPool, evidence: LineEvidence, open: readonly number[]): number[] {
  const distance = (i: number) => Math.abs((pool.dueDay[i] ?? 0) - evidence.day);
  return [...open].sort((a, b) => distance(a) - distance(b) || a - b);
}

/** Items issued one after the other, as in a monthly statement of account. */
function isRunning(places: readonly number[]): boolean {
  return places.every((p, n) => n === 0 || p === (places[n - 1] ?? 0) + 1);
}
