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
 * The open items that make the worst runs bad. At the day of the lowest point of each of
 * those runs, what an item has brought is compared with what it brings by that day over
 * all runs: the parts add up to what the items together are short of (the allocation of
 * expected shortfall by its parts; Tasche 1999).
 */
export function tailDrivers(model: StressModel, simulation: Simulation): TailDriver[] {
  const { lowest, lowestDays, worst, runs } = simulation;
  const slots = worst.ranked(lowest);
  const tail = slots.length;
  const worstMinor = slots.reduce((sum, s) => sum + (lowest[worst.runs[s] ?? 0] ?? 0), 0) / tail;
  const gapMinor = (lowest.toSorted()[runs >> 1] ?? 0) - worstMinor;
  if (gapMinor <= 0) return [];
  const usual = new Float64Array(model.horizonDays + 2);
  return worst.at
    .flatMap((at, row): (TailDriver & { at: number })[] => {
      const item = model.items[at];
      if (!item || item.amountMinor === 0) return [];
      worst.paidBy(row, usual);
      let [sum, squares] = [0, 0];
      for (const slot of slots) {
        const lowDay = lowestDays[worst.runs[slot] ?? 0] ?? 0;
        const short = (usual[lowDay] ?? 0) - (worst.day(row, slot) <= lowDay ? 1 : 0);
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

function refOf({ id, kind }: StressItem): SourceRef {
  return { kind, id: id.split(":").at(-1) ?? id };
}
