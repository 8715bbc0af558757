import { chanceOfSum, findSums, groupCount, MAX_GROUP, MAX_POOL } from "./bounded-sums.ts";
import { discountSketch } from "./discount-sketches.ts";
import { feeSketch } from "./fee-sketches.ts";
import { type ItemPool, itemsOfParty, leftOf, sideOf } from "./item-pool.ts";
import type { LineEvidence } from "./line-evidence.ts";
import { singleSketch, spreadSketch, sumLeft, wholeSketch } from "./single-sketches.ts";
import type { MatchContext, Sketch } from "./weigh.ts";

/** More references than this in one line are looked at as one group only. */
const MOST_SINGLES = 12;

/** Ways in which the references met in the line explain it: alone, together, with others. */
export function referenceSketches(context: MatchContext, evidence: LineEvidence): Sketch[] {
  const { pool, options } = context;
  const { amountMinor: lineMinor, currency } = evidence.line;
  const open = [...evidence.hitOf.keys()].filter((i) => isOpen(pool, i, currency));
  if (open.length === 0) return [];
  const sketches: Sketch[] = [];
  const { toleranceMinor } = options;
  for (const i of open.slice(0, MOST_SINGLES)) {
    const single = singleSketch(pool, i, { lineMinor, toleranceMinor });
    if (single !== undefined) sketches.push(single);
    const discount = discountSketch(pool, evidence, i);
    if (discount !== undefined) sketches.push(discount);
    const net = feeSketch(pool, evidence, [i]);
    if (net !== undefined) sketches.push(net);
  }
  for (const group of groups(pool, evidence, open)) {
    sketches.push(...groupSketches(context, evidence, group));
  }
  return sketches;
}

/** Items named together: all of them when each number is one item's, else those of each party. */
function groups(pool: ItemPool, evidence: LineEvidence, open: readonly number[]): number[][] {
  const found: number[][] = [];
  const isPlain = evidence.hits.every((h) => h.items.length === 1);
  if (isPlain && open.length > 1) found.push([...open]);
  const byParty = new Map<number, number[]>();
  for (const i of open) {
    const party = pool.party[i] ?? -1;
    byParty.set(party, [...(byParty.get(party) ?? []), i]);
  }
  for (const group of byParty.values()) {
    if (!isPlain || group.length !== open.length || group.length === 1) found.push(group);
  }
  return found;
}

function groupSketches(
  context: MatchContext,
  evidence: LineEvidence,
  group: readonly number[],
): Sketch[] {
  const { pool, options } = context;
  const lineMinor = evidence.line.amountMinor;
  const gap = lineMinor - sumLeft(pool, group);
  const rest = { feeMinor: 0, unique: true, chance: 0 };
  const sketches: Sketch[] = [];
  if (group.length > 1) {
    if (gap === 0) {
      return [wholeSketch(pool, group, { ...rest, shape: "group", differenceMinor: 0 })];
    }
    if (Math.abs(gap) <= Math.max(1, options.toleranceMinor)) {
      sketches.push(wholeSketch(pool, group, { ...rest, shape: "cent", differenceMinor: gap }));
    }
    const net = feeSketch(pool, evidence, group);
    if (net !== undefined) sketches.push(net);
    const spread = spreadSketch(pool, group, lineMinor);
    if (spread !== undefined) sketches.push(spread);
  }
  if (gap !== 0) sketches.push(...withOthers(context, evidence, group));
  return sketches;
}

/** The named items plus unnamed ones of the same party: the list of numbers was cut. */
function withOthers(
  context: MatchContext,
  evidence: LineEvidence,
  named: readonly number[],
): Sketch[] {
  const { pool } = context;
  const first = pool.items[named[0] ?? -1];
  const party = pool.party[named[0] ?? -1] ?? -1;
  if (first === undefined || named.length >= MAX_GROUP) return [];
  if (named.some((i) => pool.party[i] !== party)) return [];
  const key = { party, side: sideOf(first), currency: first.currency };
  const others = itemsOfParty(pool, key, 4 * MAX_POOL).filter(
    (i) => !named.includes(i) && (pool.issuedDay[i] ?? 0) <= evidence.day,
  );
  const looked = others.slice(-MAX_POOL);
  const amounts = looked.map((i) => leftOf(pool, i));
  const target = evidence.line.amountMinor - sumLeft(pool, named);
  const sums = findSums(amounts, target, { least: 1, most: MAX_GROUP - named.length });
  const unique = sums.length === 1 && looked.length === others.length;
  return sums.map((places) => {
    const chance = chanceOfSum(amounts, groupCount(looked.length, places.length));
    const items = [...named, ...places.flatMap((p) => looked[p] ?? [])];
    const rest = { feeMinor: 0, differenceMinor: 0, unique, chance };
    return wholeSketch(pool, items, { ...rest, shape: "group" });
  });
}

function isOpen(pool: ItemPool, item: number, currency: string): boolean {
  return leftOf(pool, item) !== 0 && pool.items[item]?.currency === currency;
}
