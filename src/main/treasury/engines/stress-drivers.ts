import type { SourceRef } from "#contract/finding.ts";
import type { StressItem, StressModel } from "./stress-model.ts";
import type { Simulation } from "./stress-simulation.ts";

export interface TailDriver {
  ref: SourceRef;
  partyId: string;
  reference: string;
  /** Mean over the worst runs of what it brings by their lowest point, short of its usual. */
  shortMinor: number;
}

const SHOWN = 12;
/** Below this many standard errors a shortfall is taken for chance. */
const CLEAR = 3;
/** Nor is a shortfall told that is less than this share of what the worst runs are short of. */
const LEAST_PART = 0.01;

/**
 * The open items that make the worst runs bad. At the day of the lowest point of each of the
 * `tail` worst runs, what an item has brought is compared with what it brings by that day over
 * all runs: the parts add up to what the items together are short of (the allocation of
 * expected shortfall by its parts; Tasche 1999).
 */
export function tailDrivers(
  model: StressModel,
  simulation: Simulation,
  tail: number,
): TailDriver[] {
  const { lowest, lowestDays, paid, runs } = simulation;
  const ranked = [...lowest.keys()].sort((a, b) => (lowest[a] ?? 0) - (lowest[b] ?? 0) || a - b);
  const worst = ranked.slice(0, tail);
  const worstMinor = worst.reduce((sum, run) => sum + (lowest[run] ?? 0), 0) / tail;
  const gapMinor = (lowest[ranked[runs >> 1] ?? 0] ?? 0) - worstMinor;
  if (gapMinor <= 0) return [];
  return paid.at
    .flatMap((at, row): (TailDriver & { at: number })[] => {
      const item = model.items[at];
      if (!item || item.amountMinor === 0) return [];
      const days = paid.days.subarray(row * runs, (row + 1) * runs);
      const usual = paidBy(days, model.horizonDays);
      let [sum, squares] = [0, 0];
      for (const run of worst) {
        const lowDay = lowestDays[run] ?? 0;
        const short = (usual[lowDay] ?? 0) - ((days[run] ?? 0) <= lowDay ? 1 : 0);
        sum += short;
        squares += short * short;
      }
      const mean = sum / tail;
      const error = Math.sqrt(Math.max(0, squares / tail - mean * mean) / tail);
      const shortMinor = Math.round(mean * item.amountMinor);
      const isSmall = shortMinor <= LEAST_PART * gapMinor;
      if (isSmall || Math.abs(mean) < CLEAR * error) return [];
      const { partyId, reference } = item;
      return [{ at, ref: refOf(item), partyId, reference, shortMinor }];
    })
    .sort((a, b) => b.shortMinor - a.shortMinor || a.at - b.at)
    .slice(0, SHOWN)
    .map(({ at: _at, ...driver }) => driver);
}

/** Share of the runs in which an item is paid by each day. */
function paidBy(days: Uint16Array, horizonDays: number): Float64Array {
  const shares = new Float64Array(horizonDays + 2);
  for (const day of days) shares[day] = (shares[day] ?? 0) + 1 / days.length;
  for (let day = 1; day < shares.length; day++) {
    shares[day] = (shares[day] ?? 0) + (shares[day - 1] ?? 0);
  }
  return shares;
}

function refOf({ id, kind }: StressItem): SourceRef {
  return { kind, id: id.split(":").at(-1) ?? id };
}
