import { itemsOfForeign, leftOf } from "./item-pool.ts";
import type { LineEvidence } from "./line-evidence.ts";
import type { MatchContext, Sketch } from "./weigh.ts";

/** Beyond this the amounts are alike by chance: no rate moves so far before an invoice is paid. */
const WIDEST_DRIFT = 0.15;
const MOST = 10;

/**
 * Items invoiced in another currency for exactly what the bank says was paid there. The foreign
 * amount comes first: what euro are missing or too many is the exchange difference.
 */
export function foreignSketches({ pool }: MatchContext, evidence: LineEvidence): Sketch[] {
  const { line, day, hitOf } = evidence;
  if (line.foreign === undefined) return [];
  // A subscription has many items of one price: those named, then those due nearest.
  const rank = (i: number) => (hitOf.has(i) ? -1 : Math.abs((pool.dueDay[i] ?? 0) - day));
  const items = itemsOfForeign(pool, line.foreign).sort((a, b) => rank(a) - rank(b));
  return items.slice(0, MOST).flatMap((i): Sketch[] => {
    const left = leftOf(pool, i);
    const differenceMinor = line.amountMinor - left;
    if (Math.abs(differenceMinor) > Math.abs(left) * WIDEST_DRIFT) return [];
    return [{ shape: "foreign", allocations: [[i, left]], feeMinor: 0, differenceMinor }];
  });
}
