import { applyRateBps } from "#main/base/money.ts";
import { type ItemPool, itemsOfAmount, leftOf } from "./item-pool.ts";
import type { LineEvidence } from "./line-evidence.ts";
import type { Sketch } from "./weigh.ts";

/** Early-payment discounts (escomptes) that terms of sale grant. */
const RATES_BPS = [50, 100, 150, 200, 250, 300, 500] as const;

/** An item paid whole less a usual discount, by its due date; only ever suggested. */
export function discountSketch(
  pool: ItemPool,
  evidence: LineEvidence,
  item: number,
): Sketch | undefined {
  const left = leftOf(pool, item);
  const lineMinor = evidence.line.amountMinor;
  if (evidence.day > (pool.dueDay[item] ?? 0) || Math.sign(left) !== Math.sign(lineMinor)) {
    return undefined;
  }
  const isUsual = RATES_BPS.some(
    (bps) => Math.abs(left - applyRateBps(left, bps) - lineMinor) <= 1,
  );
  if (!isUsual || left === lineMinor) return undefined;
  const differenceMinor = lineMinor - left;
  return { shape: "discount", allocations: [[item, left]], feeMinor: 0, differenceMinor };
}

/** Items of a party that the line pays less a usual discount. */
export function discountsOfParty(pool: ItemPool, evidence: LineEvidence, party: number): Sketch[] {
  const { amountMinor, currency } = evidence.line;
  const found = new Set<number>();
  for (const bps of RATES_BPS) {
    const whole = Math.round((amountMinor * 10_000) / (10_000 - bps));
    for (const leftMinor of [whole - 1, whole, whole + 1]) {
      for (const i of itemsOfAmount(pool, { party, currency, amountMinor: leftMinor }, 2)) {
        found.add(i);
      }
    }
  }
  return [...found].flatMap((i) => discountSketch(pool, evidence, i) ?? []);
}
