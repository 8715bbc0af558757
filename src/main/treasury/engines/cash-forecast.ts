import { addDays } from "#contract/date.ts";
import { type ForecastBand, forecastBand } from "./forecast-band.ts";
import { type ForecastLayers, forecastLayers, type Side } from "./forecast-layers.ts";
import type {
  BandFactors,
  CashForecast,
  DatedFlow,
  ForecastDay,
  ForecastInput,
  ForecastLayer,
  ForecastNote,
  ForecastPoint,
} from "./forecast-model.ts";
import { openItemFlows } from "./forecast-open-items.ts";
import { stressModel } from "./stress-model.ts";

const DEFAULT_SEED = 20_260_101;

/**
 * Engine 3: the balance day by day over the horizon, in four layers kept apart (schedule, open
 * items, recurring flows, run-rate of new business), with a P10–P90 band. Nothing is counted
 * twice: what was left out is listed with the reason. The order of the rows changes nothing.
 * New business is in the curve from 60 days of billing history on; before, it is shown apart.
 */
export function forecastCash(input: ForecastInput): CashForecast {
  const { asOn } = input;
  const layers = forecastLayers(input);
  const { waiting, recurring, runRate, inHeadline, leftOut } = layers;
  const newFlows = [...runRate.sales.flows, ...runRate.purchases.flows];
  const counted = [
    ...layers.planned.map(plainFlow),
    ...openItemFlows(waiting),
    ...layers.hits.map(plainFlow),
  ];
  const band = forecastBand(stressModel(input, layers), input.seed ?? DEFAULT_SEED);
  const days = dayByDay(input, { counted, apart: newFlows, inHeadline, band });
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
    leftOut,
    notes: notes(input, layers),
    reliability: layers.sides.customer.reliability,
  };
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
    const below = balanceMinor - (parts.band.low[i] ?? balanceMinor);
    const above = (parts.band.high[i] ?? balanceMinor) - balanceMinor;
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

function notes(input: ForecastInput, found: ForecastLayers): ForecastNote[] {
  const { sides, runRate } = found;
  const small = (side: Side) => {
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
