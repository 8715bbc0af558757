import { addDays, addMonths, daysBetween, endOfMonth, monthOf } from "#contract/date.ts";
import { forecastCash } from "./cash-forecast.ts";
import type { CashForecast, ForecastInput } from "./forecast-model.ts";
import { type MonthlyModel, monthlyModel } from "./monthly-model.ts";
import { gradeReliability, type Reliability } from "./small-data.ts";
import { unscheduledMonths } from "./unscheduled-months.ts";

/** A draft or a quote: what it may bring (+) or take (−), and how much of it is counted. */
export interface DraftFlow {
  id: string;
  label: string;
  dueOn: string;
  amountMinor: number;
  /** 1 is all of it. */
  share: number;
}

export type YearLayer = "schedule" | "open" | "recurring" | "business" | "drafts";

/** One month of the year ahead; layers add up to receipts and payments together. */
export interface YearMonth {
  fromOn: string;
  toOn: string;
  openingMinor: number;
  receiptsMinor: number;
  /** Negative. */
  paymentsMinor: number;
  closingMinor: number;
  lowMinor: number;
  highMinor: number;
  layers: Record<YearLayer, number>;
}

export interface YearAhead {
  months: YearMonth[];
  lowest: { on: string; balanceMinor: number };
  historyMonths: number;
  /** How each side is drawn after the daily horizon; null under three whole months. */
  receipts: MonthlyModel | null;
  payments: MonthlyModel | null;
  reliability: Reliability;
}

interface Flow {
  on: string;
  layer: YearLayer;
  amountMinor: number;
}

const LEAST_MONTHS = 3;
/** Half the width of an 80 % interval, in deviations. */
const Z80 = 1.2816;
/** A level always wanders a little: a smoothing fitted to little history says less. */
const LEAST_ALPHA = 0.25;
/** Values fitted to the errors: start, smoothing, trend, season. */
const FITTED = 4;

/**
 * The year ahead month by month: the daily forecast for its own days; after them what is dated
 * (schedule, recurring flows) on its days and the rest of receipts and payments from a monthly
 * model of the bank's history. A draft is business not yet posted: a month counts the larger of
 * the usual business and the weighted drafts of each side, never both.
 */
export function forecastYear(
  input: ForecastInput,
  { drafts, months = 12 }: { drafts: readonly DraftFlow[]; months?: number },
): YearAhead {
  const ends = monthEnds(input.asOn, months);
  const near = forecastCash(input);
  const far = forecastCash({
    ...input,
    horizonDays: daysBetween(input.asOn, ends.at(-1) ?? input.asOn),
  });
  const series = unscheduledMonths(input, near.recurring);
  const model = (values: readonly number[]) =>
    values.length < LEAST_MONTHS
      ? null
      : monthlyModel(values, { firstMonth: series.firstMonth, ahead: months });
  const [receipts, payments] = [model(series.receipts), model(series.payments)];
  const nearEndOn = addDays(input.asOn, input.horizonDays);
  const flows = [
    ...flowsOf(near, (on) => on <= nearEndOn),
    ...flowsOf(far, (on, layer) => on > nearEndOn && isDated(layer)),
  ];
  for (const [sign, drawn] of [[1, receipts] as const, [-1, payments] as const]) {
    if (drawn !== null) flows.push(...modelFlows({ ends, nearEndOn, drawn, sign }));
  }
  const rows = asMonths(input, ends, withDrafts(flows, drafts, input.asOn));
  const banded = addBands(rows, { near, nearEndOn, receipts, payments });
  const lowest = banded.reduce((a, b) => (b.closingMinor < a.closingMinor ? b : a));
  const { observations, periodDays } = series;
  return {
    months: banded,
    lowest: { on: lowest.toOn, balanceMinor: lowest.closingMinor },
    historyMonths: series.receipts.length,
    ...{ receipts, payments },
    reliability: gradeReliability(observations, periodDays),
  };
}

function monthEnds(asOn: string, months: number): string[] {
  const first = addDays(asOn, 1);
  return Array.from({ length: months }, (_, i) => endOfMonth(addMonths(`${monthOf(first)}-01`, i)));
}

function isDated(layer: YearLayer): boolean {
  return layer === "schedule" || layer === "recurring";
}

function flowsOf(forecast: CashForecast, keep: (on: string, layer: YearLayer) => boolean): Flow[] {
  return forecast.days.flatMap(({ on, flows }) =>
    flows
      .filter((f) => f.layer !== "run-rate" || forecast.runRate.inHeadline)
      .map((f) => ({ ...f, layer: f.layer === "run-rate" ? ("business" as const) : f.layer }))
      .filter((f) => keep(on, f.layer))
      .map(({ layer, amountMinor }) => ({ on, layer, amountMinor })),
  );
}

/** The model's months, in proportion to the days after the daily forecast. */
function modelFlows(asked: {
  ends: readonly string[];
  nearEndOn: string;
  drawn: MonthlyModel;
  sign: 1 | -1;
}): Flow[] {
  const { ends, nearEndOn, drawn, sign } = asked;
  return ends.flatMap((on, i) => {
    const days = Number(on.slice(8));
    const after = Math.min(days, Math.max(0, daysBetween(nearEndOn, on)));
    const amountMinor = sign * Math.round(((drawn.ahead[i] ?? 0) * after) / days);
    return amountMinor === 0 ? [] : [{ on, layer: "business" as const, amountMinor }];
  });
}

/** Weighted drafts stand for as much of the usual business of their month and side. */
function withDrafts(flows: readonly Flow[], drafts: readonly DraftFlow[], asOn: string): Flow[] {
  const counted = drafts
    .map(({ dueOn, amountMinor, share }) => ({
      on: dueOn > asOn ? dueOn : addDays(asOn, 1),
      layer: "drafts" as const,
      amountMinor: Math.round(amountMinor * share),
    }))
    .filter((draft) => draft.amountMinor !== 0);
  const keyOf = ({ on, amountMinor }: Flow) => `${monthOf(on)} ${Math.sign(amountMinor)}`;
  const left = new Map<string, number>();
  for (const draft of counted) {
    const key = keyOf(draft);
    left.set(key, (left.get(key) ?? 0) + Math.abs(draft.amountMinor));
  }
  const reduced = flows.map((flow) => {
    if (flow.layer !== "business") return flow;
    const key = keyOf(flow);
    const taken = Math.min(left.get(key) ?? 0, Math.abs(flow.amountMinor));
    left.set(key, (left.get(key) ?? 0) - taken);
    return { ...flow, amountMinor: flow.amountMinor - Math.sign(flow.amountMinor) * taken };
  });
  return [...reduced, ...counted];
}

function asMonths(
  input: ForecastInput,
  ends: readonly string[],
  flows: readonly Flow[],
): YearMonth[] {
  let openingMinor = input.balanceMinor;
  return ends.map((toOn, i) => {
    const before = ends[i - 1] ?? input.asOn;
    const own = flows.filter((f) => f.on > before && f.on <= toOn);
    const sum = (keep: (flow: Flow) => boolean) =>
      own.reduce((a, f) => (keep(f) ? a + f.amountMinor : a), 0);
    const layer = (name: YearLayer) => sum((f) => f.layer === name);
    const receiptsMinor = sum((f) => f.amountMinor > 0);
    const paymentsMinor = sum((f) => f.amountMinor < 0);
    const closingMinor = openingMinor + receiptsMinor + paymentsMinor;
    const month: YearMonth = {
      ...{ fromOn: addDays(before, 1), toOn, openingMinor, receiptsMinor, paymentsMinor },
      ...{ closingMinor, lowMinor: closingMinor, highMinor: closingMinor },
      layers: {
        ...{ schedule: layer("schedule"), open: layer("open"), recurring: layer("recurring") },
        ...{ business: layer("business"), drafts: layer("drafts") },
      },
    };
    openingMinor = closingMinor;
    return month;
  });
}

/**
 * Bands of the closing balances: those of the daily forecast within its days; after them the last
 * of these widened by the model's own errors, which add up (`σ²·Σ(1 + jα)²` after h months).
 */
function addBands(
  months: readonly YearMonth[],
  found: {
    near: CashForecast;
    nearEndOn: string;
    receipts: MonthlyModel | null;
    payments: MonthlyModel | null;
  },
): YearMonth[] {
  const { near, nearEndOn, receipts, payments } = found;
  const byDay = new Map(near.days.map((day) => [day.on, day]));
  const end = near.days.at(-1);
  const low = end === undefined ? 0 : end.balanceMinor - end.lowMinor;
  const high = end === undefined ? 0 : end.highMinor - end.balanceMinor;
  const alpha = Math.max(LEAST_ALPHA, receipts?.alpha ?? 0, payments?.alpha ?? 0);
  const sigma = deviation(netErrors(receipts, payments));
  return months.map((month) => {
    const day = byDay.get(month.toOn);
    const { closingMinor } = month;
    if (day !== undefined) {
      const { balanceMinor, lowMinor, highMinor } = day;
      return {
        ...month,
        lowMinor: Math.min(closingMinor, closingMinor - balanceMinor + lowMinor),
        highMinor: Math.max(closingMinor, closingMinor - balanceMinor + highMinor),
      };
    }
    const ahead = daysBetween(nearEndOn, month.toOn) / 30.44;
    const own = Z80 * sigma * Math.sqrt(summed(ahead, alpha));
    return {
      ...month,
      lowMinor: Math.round(closingMinor - Math.hypot(low, own)),
      highMinor: Math.round(closingMinor + Math.hypot(high, own)),
    };
  });
}

/** `Σ (1 + jα)²` over the months ahead, the last one in part. */
function summed(months: number, alpha: number): number {
  let total = 0;
  for (let j = 0; j < months; j++) total += Math.min(1, months - j) * (1 + j * alpha) ** 2;
  return total;
}

function netErrors(receipts: MonthlyModel | null, payments: MonthlyModel | null): number[] {
  const ins = (receipts?.errors ?? []).slice(-24);
  const outs = (payments?.errors ?? []).slice(-24);
  return ins.map((error, i) => error - (outs[i] ?? 0));
}

function deviation(errors: readonly number[]): number {
  if (errors.length === 0) return 0;
  const freedom = Math.max(1, errors.length - FITTED);
  return Math.sqrt(errors.reduce((a, e) => a + e * e, 0) / freedom);
}
