import { binomialTail } from "./significance.ts";
import { shrunkRate } from "./small-data.ts";
import {
  type Detector,
  type KnownItem,
  part,
  refOf,
  type Subject,
  type View,
} from "./warning-model.ts";

const RECENT_DAYS = 90;
const FEWEST_BEFORE = 5;
const FEWEST_CONTESTED = 2;
/** What a bank keeps of a transfer is no dispute. */
const LEAST_LEFT = 0.01;

/** An invoice first paid, or a credit note issued: contested when the client did not pay all. */
interface Outcome {
  item: KnownItem;
  day: number;
  isContested: boolean;
  minor: number;
}

const outcomesOfItems = new WeakMap<readonly KnownItem[], Outcome[]>();

/** Of a client's items on a day; a view is looked at, then held against an earlier one. */
function outcomesOf(items: readonly KnownItem[]): Outcome[] {
  const known = outcomesOfItems.get(items);
  if (known !== undefined) return known;
  const outcomes: Outcome[] = [];
  for (const item of items) {
    const outcome = outcomeOf(item);
    if (outcome !== null) outcomes.push(outcome);
  }
  outcomesOfItems.set(items, outcomes);
  return outcomes;
}

const outcomeOfItem = new WeakMap<KnownItem, Outcome | null>();

/** What became of an item, which the views of many days share; null before its first payment. */
function outcomeOf(item: KnownItem): Outcome | null {
  const known = outcomeOfItem.get(item);
  if (known !== undefined) return known;
  const { row, issuedDay, firstPaidDay, leftMinor } = item;
  let outcome: Outcome | null = null;
  if (row.kind === "credit-note") {
    outcome = { item, day: issuedDay, isContested: true, minor: Math.abs(row.grossMinor) };
  } else if (firstPaidDay !== null) {
    const isContested = leftMinor > LEAST_LEFT * row.grossMinor;
    const minor = isContested ? Math.max(0, row.grossMinor - item.paidMinor) : 0;
    outcome = { item, day: firstPaidDay, isContested, minor };
  }
  outcomeOfItem.set(item, outcome);
  return outcome;
}

/** Partial payments and credit notes of a client, more of them than it ever had. */
export const disputes: Detector = {
  name: "disputes",
  horizonDays: 56,
  look(view) {
    const clients = [...view.customers].map(([partyId, items]) => {
      const all = outcomesOf(items);
      const before = all.filter((o) => o.day <= view.day - RECENT_DAYS);
      const recent = all.filter((o) => o.day > view.day - RECENT_DAYS);
      return { partyId, before, recent };
    });
    const past = clients.flatMap((c) => c.before);
    const common = past.length === 0 ? 0 : contested(past).length / past.length;
    return clients
      .filter((c) => c.before.length >= FEWEST_BEFORE && c.recent.length > 0)
      .map((client) => disputeSubject(view, client, common));
  },
  cameTrue({ key }, { before, after }) {
    const later = outcomesOf(after.customers.get(key) ?? []).filter((o) => o.day > before.day);
    return later.length === 0 ? null : contested(later).length > 0;
  },
};

function contested(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter((o) => o.isContested);
}

function disputeSubject(
  view: View,
  client: { partyId: string; before: Outcome[]; recent: Outcome[] },
  common: number,
): Subject {
  const { partyId, before, recent } = client;
  const found = contested(recent);
  const own = { n: before.length, hits: contested(before).length };
  const usual = shrunkRate(own, Math.max(common, 1 / (before.length + 4)));
  const days = [...before, ...recent].map((o) => o.day);
  return {
    ...{ key: partyId, partyId },
    pValue: binomialTail({ n: recent.length, hits: found.length }, usual),
    isLarge: found.length >= FEWEST_CONTESTED,
    impactMinor: found.reduce((sum, o) => sum + o.minor, 0),
    sinceDay: Math.min(view.day, ...found.map((o) => o.day)),
    describe() {
      const refs = found.map((o) => refOf(o.item));
      const now = { observations: recent.length, periodDays: RECENT_DAYS };
      const past = { observations: before.length, periodDays: view.day - Math.min(...days) };
      const partial = found.filter((o) => o.item.row.kind === "invoice").length;
      return {
        parts: [
          part("partial-payments", { value: partial, unit: "count", ...now }, refs),
          part("credit-notes", { value: found.length - partial, unit: "count", ...now }),
          part("contested-usual", { value: usual, unit: "share", ...past }),
          part("contested-now", { value: found.length / recent.length, unit: "share", ...now }),
        ],
        refs,
      };
    },
  };
}
