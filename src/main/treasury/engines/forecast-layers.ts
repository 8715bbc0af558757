import { addDays } from "#contract/date.ts";
import { activeSeason, fullMonths } from "./active-season.ts";
import type { ForecastInput, LeftOut, OpenItem } from "./forecast-model.ts";
import { expectedByDay, forecastOpenItems, type WaitingItem } from "./forecast-open-items.ts";
import { forecastRecurring, type RecurringHit } from "./forecast-recurring.ts";
import { forecastRunRate, purchasesPaid, type RunRate, usualTerms } from "./forecast-run-rate.ts";
import { forecastSchedule, type ScheduledFlow } from "./forecast-schedule.ts";
import { lateCollection } from "./late-collection.ts";
import { otherCash } from "./other-cash.ts";
import { learnedDelays } from "./payment-day/learned-delays.ts";
import { type PaymentDelays, paymentDelays } from "./payment-delays.ts";
import { type RecurringFlow, recurringFlows } from "./recurring-flows.ts";

const LEAST_HISTORY_DAYS = 60;
const EXACT_ITEM_DAYS = 5;

export type Side = "customer" | "supplier";
type Sides = Record<Side, PaymentDelays>;

/** What the forecast counts, each euro in one layer only; the simulation draws from the same. */
export interface ForecastLayers {
  sides: Sides;
  /** The schedule without what has come as a bill, and the level of what nothing explains. */
  planned: ScheduledFlow[];
  waiting: WaitingItem[];
  hits: RecurringHit[];
  recurring: RecurringFlow[];
  runRate: { sales: RunRate; purchases: RunRate };
  /** New business counts from 60 days of billing on. */
  inHeadline: boolean;
  leftOut: LeftOut[];
}

/** Parts what is known into the four layers of the forecast, without counting anything twice. */
export function forecastLayers(input: ForecastInput): ForecastLayers {
  const { asOn, horizonDays, paidHistory } = input;
  const sides: Sides = {
    customer: paymentDelays({ asOn, side: "customer", paidHistory }),
    supplier: paymentDelays({ asOn, side: "supplier", paidHistory }),
  };
  const learned = learnedDelays(input);
  const delaysOf = (item: OpenItem) =>
    learned?.ofItem(item.id) ?? sides[sideOf(item)].ofParty(item.partyId);
  const collection = (side: Side) =>
    lateCollection({
      asOn,
      paid: paidHistory.filter((p) => p.side === side && p.paidOn <= asOn),
      open: input.openItems.filter((item) => sideOf(item) === side),
    });
  const collections = { customer: collection("customer"), supplier: collection("supplier") };
  const waiting = forecastOpenItems({
    ...{ asOn, horizonDays, openItems: input.openItems, delaysOf },
    collectionOf: (item) => collections[sideOf(item)],
  });
  const planned = besideOpenItems(forecastSchedule(input), input);
  const recurring = recurringFlows(input);
  const { hits, leftOut } = forecastRecurring(recurring, { ...input, schedule: planned.all });
  const plain = input.plain === undefined ? undefined : forecastLayers(input.plain).runRate;
  const runRate = newBusiness(input, { sides, recurring, waiting }, plain);
  const inHeadline = runRate.sales.historyDays >= LEAST_HISTORY_DAYS;
  return {
    sides,
    planned: [
      ...planned.kept,
      ...forecastSchedule({ ...input, schedule: input.assumed ?? [] }),
      ...(inHeadline ? otherCash(input, recurring) : []),
    ],
    waiting,
    hits,
    recurring,
    runRate,
    inHeadline,
    leftOut: [...planned.leftOut, ...leftOut],
  };
}

/** Whose delay moves an open item. */
export function sideOf(item: OpenItem): Side {
  return item.kind === "invoice" || item.kind === "credit-note" ? "customer" : "supplier";
}

/**
 * A scheduled flow gives way to an open item of the very same cents due within five days: the
 * bill has come. `all` still names recurring flows, so that those do not come back instead.
 */
function besideOpenItems(
  all: ScheduledFlow[],
  { asOn, openItems }: ForecastInput,
): { all: ScheduledFlow[]; kept: ScheduledFlow[]; leftOut: LeftOut[] } {
  const free = [...openItems].sort((a, b) => (a.id < b.id ? -1 : 1));
  const leftOut: LeftOut[] = [];
  const kept = all.filter((flow) => {
    const on = addDays(asOn, flow.day);
    const [from, to] = [addDays(on, -EXACT_ITEM_DAYS), addDays(on, EXACT_ITEM_DAYS)];
    const index = free.findIndex(
      (i) => i.openMinor === flow.amountMinor && i.dueOn >= from && i.dueOn <= to,
    );
    const [item] = index < 0 ? [] : free.splice(index, 1);
    if (!item) return true;
    const { label, amountMinor } = flow;
    const by = [{ kind: item.kind, id: item.id }];
    leftOut.push({ layer: "schedule", reason: "exact-open-item", label, on, amountMinor, by });
    return false;
  });
  return { all, kept, leftOut };
}

function newBusiness(
  input: ForecastInput,
  known: Pick<ForecastLayers, "sides" | "recurring" | "waiting">,
  plain: ForecastLayers["runRate"] | undefined,
) {
  const { asOn, horizonDays, openItems } = input;
  const { sides, recurring } = known;
  const apart = new Set(recurring.flatMap((f) => (f.amountMinor < 0 ? (f.partyId ?? []) : [])));
  const open = (side: Side) => openItems.filter((i) => sideOf(i) === side);
  const billed = input.billing
    .filter((b) => b.issuedOn <= asOn)
    .map((b) => ({ ...b, on: b.issuedOn, amountMinor: b.grossMinor }));
  const bought = input.paidHistory.filter(
    (p) => p.side === "supplier" && p.paidOn <= asOn && !apart.has(p.partyId),
  );
  const received = input.paidHistory
    .filter((p) => p.side === "customer" && p.paidOn <= asOn)
    .map((p) => ({ on: p.paidOn, amountMinor: p.amountMinor }));
  const spent = purchasesPaid(bought);
  // Subscriptions and rents, taken at once, would make all other purchases look paid early.
  const others =
    apart.size === 0
      ? sides.supplier
      : paymentDelays({ asOn, side: "supplier", paidHistory: bought });
  const openByDay = (side: Side) =>
    expectedByDay(
      known.waiting.filter(
        ({ item }) => sideOf(item) === side && !(side === "supplier" && apart.has(item.partyId)),
      ),
      horizonDays,
    );
  const sales = forecastRunRate({
    asOn,
    horizonDays,
    label: "new-sales",
    rows: billed,
    changes: input.billingChanges ?? [],
    delays: sides.customer.portfolio,
    terms: usualTerms(billed, open("customer")),
    season: billingSeason(billed, asOn),
    paid: received,
    openByDay: openByDay("customer"),
    plain: plain?.sales,
  });
  const purchases = forecastRunRate({
    asOn,
    horizonDays,
    label: "new-purchases",
    rows: spent,
    delays: others.portfolio,
    terms: usualTerms(
      bought,
      open("supplier").filter((item) => !apart.has(item.partyId)),
    ),
    paid: spent,
    openByDay: openByDay("supplier"),
    plain: plain?.purchases,
  });
  return { sales, purchases };
}

/** The season of what is billed, where there is one; what is not billed yet will follow it. */
function billingSeason(
  billed: readonly { on: string; amountMinor: number }[],
  asOn: string,
): readonly number[] | undefined {
  return activeSeason(
    fullMonths(billed, asOn).map(({ month, totalMinor }) => ({
      ...{ calendar: Number(month.slice(5)), totalMinor },
    })),
  );
}
