import { type Random, random } from "#main/base/random.ts";
import type { DatedFlow } from "./forecast-model.ts";
import type { WaitingItem } from "./forecast-open-items.ts";
import type { RecurringHit } from "./forecast-recurring.ts";
import type { RunRate } from "./forecast-run-rate.ts";

/** P10 and P90 of the balance change by day (index 0 is the first day after the analysis). */
export interface ForecastBand {
  low: number[];
  high: number[];
}

interface BandInput {
  horizonDays: number;
  seed: number;
  certain: readonly DatedFlow[];
  waiting: readonly WaitingItem[];
  /** Deviation of the shift in days common to all customers, and to all suppliers. */
  shiftDays: { customer: number; supplier: number };
  recurring: readonly RecurringHit[];
  runRates: { customer?: RunRate; supplier?: RunRate };
}

interface Draw {
  days: readonly number[];
  running: number[];
  amountMinor: number;
  side: "customer" | "supplier";
}

const RUNS = 1000;

/**
 * Band of the curve by a small seeded simulation: each open item is paid whole on one drawn day,
 * all items of a side being moved by a shift that they share (drawn once a run: independent
 * draws alone give bands far too narrow), recurring flows vary within their own band, and the
 * weeks of new business are drawn among past weeks, on a level that walks.
 */
export function forecastBand(input: BandInput): ForecastBand {
  const { horizonDays } = input;
  const source = random(input.seed);
  const draws = input.waiting.map(toDraw);
  const base = new Float64Array(horizonDays + 1);
  for (const flow of input.certain) base[flow.day] = (base[flow.day] ?? 0) + flow.amountMinor;
  const byDay = Array.from({ length: horizonDays }, () => new Float64Array(RUNS));
  for (let run = 0; run < RUNS; run++) {
    const change = Float64Array.from(base);
    for (const side of ["customer", "supplier"] as const) {
      const shift = source.normal() * input.shiftDays[side];
      for (const item of draws) {
        if (item.side !== side) continue;
        const day = Math.max(1, Math.round(drawDay(item, source.next()) + shift));
        if (day <= horizonDays) change[day] = (change[day] ?? 0) + item.amountMinor;
      }
      const rate = input.runRates[side];
      if (rate) addNewBusiness(change, { rate, shift: Math.round(shift), source });
    }
    addRecurring(change, input.recurring, source);
    let sum = 0;
    for (const [i, cell] of byDay.entries()) {
      sum += change[i + 1] ?? 0;
      cell[run] = sum;
    }
  }
  return quantiles(byDay);
}

/** Adds drawn weeks of business, each paid over the days that its kernel gives. */
function addNewBusiness(
  change: Float64Array,
  { rate, shift, source }: { rate: RunRate; shift: number; source: Random },
): void {
  const { weeksMinor, weekStep, levelSpread, paidOnDay } = rate;
  let level = 1 + source.normal() * levelSpread;
  for (let start = 1; weeksMinor.length > 0 && start < change.length; start += 7) {
    level = Math.max(0, level + source.normal() * weekStep);
    const week = weeksMinor[Math.floor(source.next() * weeksMinor.length)] ?? 0;
    const daily = (week * level) / 7;
    let inWeek = 0;
    for (let t = 0; start + t + shift < change.length; t++) {
      inWeek += (paidOnDay[t] ?? 0) - (paidOnDay[t - 7] ?? 0);
      const day = Math.max(1, start + t + shift);
      change[day] = (change[day] ?? 0) + daily * inWeek;
    }
  }
}

function addRecurring(change: Float64Array, hits: readonly RecurringHit[], source: Random): void {
  for (const hit of hits) {
    const day = Math.max(1, hit.day + Math.round(source.normal() * hit.flow.jitterDays));
    const { lowMinor, highMinor } = hit.flow.band;
    const amount = lowMinor + source.next() * (highMinor - lowMinor);
    if (day < change.length) change[day] = (change[day] ?? 0) + amount;
  }
}

function quantiles(byDay: readonly Float64Array[]): ForecastBand {
  const low: number[] = [];
  const high: number[] = [];
  for (const values of byDay) {
    values.sort();
    low.push(Math.round(values[Math.floor(RUNS * 0.1)] ?? 0));
    high.push(Math.round(values[Math.ceil(RUNS * 0.9) - 1] ?? 0));
  }
  return { low, high };
}

function toDraw({ item, wait }: WaitingItem): Draw {
  let sum = 0;
  const running = wait.weights.map((w) => {
    sum += w;
    return sum;
  });
  const sold = item.kind === "invoice" || item.kind === "credit-note";
  const side = sold ? ("customer" as const) : ("supplier" as const);
  return { days: wait.days, running, amountMinor: item.openMinor, side };
}

function drawDay(item: Draw, uniform: number): number {
  const goal = uniform * (item.running.at(-1) ?? 0);
  let low = 0;
  let high = item.running.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((item.running[middle] ?? 0) > goal) high = middle;
    else low = middle + 1;
  }
  return item.days[low] ?? 1;
}
