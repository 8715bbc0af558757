import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { type CollectedPayment, collectionMove } from "../engines/collection-days.ts";
import { eventEffect } from "../engines/event-effect.ts";
import { namedCauses } from "../engines/named-causes.ts";
import type { PlantedTruth } from "./planted-truth.ts";

/** Eight customers of eight payments each, on 30 days; `late` days more for the fourth. */
function payments(seed: number, late: number): CollectedPayment[] {
  const { next, normal } = random(seed);
  return Array.from({ length: 64 }, (_, i) => {
    const party = i % 8;
    const issuedOn = addDays("2026-01-01", Math.floor(next() * 60));
    const dueOn = addDays(issuedOn, 30);
    const own = party === 3 ? late : 0;
    const paidOn = addDays(dueOn, Math.round(party + own + 4 * normal()));
    const amountMinor = 50_000 + Math.round(next() * 100_000);
    const id = `${seed}-${String(i).padStart(2, "0")}`;
    const ref = { kind: "invoice" as const, id };
    return { id, partyId: `c${party}`, issuedOn, dueOn, paidOn, amountMinor, ref };
  });
}

function causesOf(late: number) {
  const found = collectionMove(payments(1, 0), payments(2, late));
  return found === null ? [] : namedCauses(found.model);
}

/** Weeks of receipts around 1,000; `added` from the thirtieth on. */
function weeks(added: number): number[] {
  const { normal } = random(5);
  return Array.from({ length: 36 }, (_, i) => 1000 + 60 * normal() + (i >= 30 ? added : 0));
}

/** What the engine of causes must find. */
export const causeTruths: PlantedTruth[] = [
  {
    name: "one customer that pays 25 days later, by name, and nothing where nobody changed",
    isFound: () => {
      const [first] = causesOf(25);
      const isNamed = first?.factor === "behaviour" && first.key === "c3";
      return isNamed && causesOf(0).length === 0;
    },
  },
  {
    name: "300 a week more in receipts after an event, and an interval around 0 without it",
    isFound: () => {
      const found = eventEffect(weeks(300), { at: 30, points: 6 });
      const none = eventEffect(weeks(0), { at: 30, points: 6 });
      if (found === null || none === null) return false;
      return found.low > 0 && found.high > 1800 && none.low < 0 && none.high > 0;
    },
  },
];
