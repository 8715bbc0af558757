import { addDays } from "#contract/date.ts";
import { type ForecastBand, forecastBand } from "./forecast-band.ts";
import type {
  BandFactors,
  CashForecast,
  DatedFlow,
  ForecastDay,
  ForecastInput,
  ForecastLayer,
  ForecastNote,
  ForecastPoint,
  LeftOut,
  OpenItem,
} from "./forecast-model.ts";
import {
  expectedByDay,
  forecastOpenItems,
  openItemFlows,
  type WaitingItem,
} from "./forecast-open-items.ts";
import { forecastRecurring } from "./forecast-recurring.ts";
import { forecastRunRate, purchasesPaid, usualTerms } from "./forecast-run-rate.ts";
import { forecastSchedule, type ScheduledFlow } from "./forecast-schedule.ts";
import { learnedDelays } from "./payment-day/learned-delays.ts";
import { type PaymentDelays, paymentDelays } from "./payment-delays.ts";
import { type RecurringFlow, recurringFlows } from "./recurring-flows.ts";

const LEAST_HISTORY_DAYS = 60;
const EXACT_ITEM_DAYS = 5;
const DEFAULT_SEED = 20_260_101;

interface Sides {
  customer: PaymentDelays;
  supplier: PaymentDelays;
}

/**
 * Engine 3: the balance day by day over the horizon, in four layers kept apart (schedule, open
 * items, recurring flows, run-rate of new business), with a P10–P90 band. Nothing is counted
 * twice: what was left out is listed with the reason. The order of the rows changes nothing.
 * New business is in the curve from 60 days of billing history on; before, it is shown apart.
 */
export function forecastCash(input: ForecastInput): CashForecast {
  const { asOn, horizonDays } = input;
  const sides: Sides = {
    customer: paymentDelays({ asOn, side: "customer", paidHistory: input.paidHistory }),
    supplier: paymentDelays({ asOn, side: "supplier", paidHistory: input.paidHistory }),
  };
  const learned = learnedDelays(input);
  const delaysOf = (item: OpenItem) =>
    learned?.ofItem(item.id) ?? sides[sideOf(item)].ofParty(item.partyId);
  const waiting = forecastOpenItems({ asOn, horizonDays, openItems: input.openItems, delaysOf });
  const planned = besideOpenItems(forecastSchedule(input), input);
  const recurring = recurringFlows(input);
  const known = { ...input, schedule: planned.all };
  const { hits, leftOut } = forecastRecurring(recurring, known);
  const runRate = newBusiness(input, { sides, recurring, waiting });
  const inHeadline = runRate.sales.historyDays >= LEAST_HISTORY_DAYS;
  const newFlows = [...runRate.sales.flows, ...runRate.purchases.flows];
  const counted = [
    ...planned.kept.map(plainFlow),
    ...openItemFlows(waiting),
    ...hits.map(plainFlow),
  ];
  const band = forecastBand({
    horizonDays,
    seed: input.seed ?? DEFAULT_SEED,
    certain: planned.kept,
    waiting,
    shiftDays: {
      customer: sides.customer.commonShiftDays,
      supplier: sides.supplier.commonShiftDays,
    },
    recurring: hits,
    runRates: inHeadline ? { customer: runRate.sales, supplier: runRate.purchases } : {},
  });
  const days = dayByDay(input, { counted, apart: newFlows, inHeadline, band });
  const allLeftOut = [...planned.leftOut, ...leftOut];
  return {
    asOn,
    openingMinor: input.balanceMinor,
    days,
    ...readings(days, input),
    layers: layerTotals([...counted, ...newFlows]),
    runRate: {
      inHeadline,
      salesMinor: runRate.sales.totalMinor,
      purchasesMinor: runRate.purchases.totalMinor,
      historyDays: runRate.sales.historyDays,
    },
    items: waiting.map((w) => w.forecast),
    recurring,
    leftOut: allLeftOut,
    notes: notes(input, { sides, waiting, inHeadline, leftOut: allLeftOut, runRate }),
    reliability: sides.customer.reliability,
  };
}

function sideOf(item: OpenItem): keyof Sides {
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
  known: { sides: Sides; recurring: readonly RecurringFlow[]; waiting: readonly WaitingItem[] },
) {
  const { asOn, horizonDays, openItems } = input;
  const { sides, recurring } = known;
  const apart = new Set(recurring.flatMap((f) => (f.amountMinor < 0 ? (f.partyId ?? []) : [])));
  const open = (side: keyof Sides) => openItems.filter((i) => sideOf(i) === side);
  const billed = input.billing
    .filter((b) => b.issuedOn <= asOn)
    .map((b) => ({ ...b, on: b.issuedOn, amountMinor: b.grossMinor }));
  const bought = input.paidHistory.filter((p) => p.side === "supplier" && p.paidOn <= asOn);
  const received = input.paidHistory
    .filter((p) => p.side === "customer" && p.paidOn <= asOn)
    .map((p) => ({ on: p.paidOn, amountMinor: p.amountMinor }));
  const spent = purchasesPaid(bought, apart);
  const openByDay = (side: keyof Sides) =>
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
    delays: sides.customer.portfolio,
    terms: usualTerms(billed, open("customer")),
    paid: received,
    openByDay: openByDay("customer"),
  });
  const purchases = forecastRunRate({
    asOn,
    horizonDays,
    label: "new-purchases",
    rows: spent,
    delays: sides.supplier.portfolio,
    terms: usualTerms(bought, open("supplier")),
    paid: spent,
    openByDay: openByDay("supplier"),
  });
  return { sales, purchases };
}

function plainFlow({ layer, label, amountMinor, refs, day }: DatedFlow): DatedFlow {
  return { layer, label, amountMinor, refs, day };
}

function dayByDay(
  input: ForecastInput,
  parts: { counted: DatedFlow[]; apart: DatedFlow[]; inHeadline: boolean; band: ForecastBand },
): ForecastDay[] {
  const byDay = Map.groupBy([...parts.counted, ...parts.apart], (f) => f.day);
  let balanceMinor = input.balanceMinor;
  return Array.from({ length: input.horizonDays }, (_, i) => {
    const flows = (byDay.get(i + 1) ?? []).map(({ day: _day, ...flow }) => flow);
    for (const flow of flows) {
      if (flow.layer !== "run-rate" || parts.inHeadline) balanceMinor += flow.amountMinor;
    }
    const factor = bandFactor(input.bandFactors, i + 1);
    const below = balanceMinor - input.balanceMinor - (parts.band.low[i] ?? 0);
    const above = input.balanceMinor + (parts.band.high[i] ?? 0) - balanceMinor;
    const lowMinor = Math.round(balanceMinor - factor * Math.max(0, below));
    const highMinor = Math.round(balanceMinor + factor * Math.max(0, above));
    return { on: addDays(input.asOn, i + 1), balanceMinor, lowMinor, highMinor, flows };
  });
}

/** The factor of a day, on straight lines between the three horizons. */
function bandFactor(factors: BandFactors | undefined, day: number): number {
  if (factors === undefined) return 1;
  const { d30, d60, d90 } = factors;
  if (day <= 30) return d30;
  const [from, to, start] = day <= 60 ? [d30, d60, 30] : [d60, d90, 60];
  return from + (to - from) * Math.min(1, (day - start) / 30);
}

function readings(
  days: readonly ForecastDay[],
  { asOn, balanceMinor, floorMinor }: ForecastInput,
): Pick<CashForecast, "lowest" | "floor" | "at"> {
  let lowest = days[0] ?? { on: asOn, balanceMinor };
  for (const day of days) if (day.balanceMinor < lowest.balanceMinor) lowest = day;
  const point = (n: number): ForecastPoint | null => {
    const day = days[n - 1];
    if (!day) return null;
    const { on, balanceMinor: minor, lowMinor, highMinor } = day;
    return { on, balanceMinor: minor, lowMinor, highMinor };
  };
  return {
    lowest: { on: lowest.on, balanceMinor: lowest.balanceMinor },
    floor: {
      minor: floorMinor,
      crossedOn: days.find((d) => d.balanceMinor < floorMinor)?.on ?? null,
      lowCrossedOn: days.find((d) => d.lowMinor < floorMinor)?.on ?? null,
    },
    at: { d30: point(30), d60: point(60), d90: point(90) },
  };
}

function layerTotals(flows: readonly DatedFlow[]): Record<ForecastLayer, number> {
  const totals = { schedule: 0, open: 0, recurring: 0, "run-rate": 0 };
  for (const flow of flows) totals[flow.layer] += flow.amountMinor;
  return totals;
}

function notes(
  input: ForecastInput,
  found: {
    sides: Sides;
    waiting: readonly WaitingItem[];
    inHeadline: boolean;
    leftOut: readonly LeftOut[];
    runRate: ReturnType<typeof newBusiness>;
  },
): ForecastNote[] {
  const { sides, runRate } = found;
  const small = (side: keyof Sides) => {
    const { observations } = sides[side].reliability;
    return observations < 30 ? [observations] : [];
  };
  const past = input.schedule.filter((s) => s.every === "once" && s.dueOn <= input.asOn);
  const overdue = found.waiting.filter((w) => w.item.dueOn < input.asOn);
  const salesOnly = found.inHeadline && runRate.purchases.totalMinor === 0;
  const noteIf = (code: ForecastNote["code"], counts: number[]) =>
    counts.filter((c) => c >= 0).map((count) => ({ code, count }));
  return [
    ...noteIf("run-rate-off", found.inHeadline ? [] : [runRate.sales.historyDays]),
    ...noteIf("run-rate-sales-only", salesOnly ? [runRate.sales.historyDays] : []),
    ...noteIf("customer-history-small", small("customer")),
    ...noteIf("supplier-history-small", small("supplier")),
    ...noteIf("past-schedule-dropped", past.length > 0 ? [past.length] : []),
    ...noteIf("overdue-spread", overdue.length > 0 ? [overdue.length] : []),
    ...noteIf("flows-left-out", found.leftOut.length > 0 ? [found.leftOut.length] : []),
  ];
}
