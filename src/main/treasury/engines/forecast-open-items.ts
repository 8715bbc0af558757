import { addDays, daysBetween } from "#contract/date.ts";
import { shareMinor } from "#main/base/money.ts";
import type { DatedFlow, ForecastRef, ItemForecast, OpenItem } from "./forecast-model.ts";
import { type LateCollection, leftToPay } from "./late-collection.ts";
import { type DelayDistribution, delayQuantile } from "./payment-delays.ts";

const SHOWN_REFS = 12;

/** An open item with the distribution of the days to wait (1 = the day after the analysis). */
export interface WaitingItem {
  item: OpenItem;
  wait: DelayDistribution;
  forecast: ItemForecast;
}

/**
 * Layer of open items: each amount is spread over the party's days of payment, given that the
 * item is still unpaid today. The cents of an item's days, with what falls after the horizon,
 * add up to what is open (largest remainder).
 */
export function forecastOpenItems(input: {
  asOn: string;
  horizonDays: number;
  openItems: readonly OpenItem[];
  delaysOf: (item: OpenItem) => DelayDistribution;
  collectionOf: (item: OpenItem) => LateCollection;
}): WaitingItem[] {
  return [...input.openItems]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((item) => {
      const lateness = daysBetween(item.dueOn, input.asOn);
      const left = leftToPay(input.delaysOf(item), lateness, input.collectionOf(item));
      const shift = (item.laterDays ?? 0) - lateness;
      const wait = { ...left, days: left.days.map((d) => Math.max(1, d + shift)) };
      return { item, wait, forecast: allot(item, wait, input) };
    });
}

function allot(
  item: OpenItem,
  wait: DelayDistribution,
  { asOn, horizonDays }: { asOn: string; horizonDays: number },
): ItemForecast {
  const parts = shareMinor(item.openMinor, wait.weights);
  const allotted: [number, number][] = [];
  let laterMinor = 0;
  for (const [i, part] of parts.entries()) {
    const day = wait.days[i] ?? 0;
    if (day > horizonDays) laterMinor += part;
    else if (part !== 0) allotted.push([day, part]);
  }
  const { id, kind, partyId, reference, openMinor } = item;
  return {
    id,
    kind,
    partyId,
    reference,
    openMinor,
    earlyOn: addDays(asOn, delayQuantile(wait, 0.1)),
    likelyOn: addDays(asOn, delayQuantile(wait, 0.5)),
    lateOn: addDays(asOn, delayQuantile(wait, 0.9)),
    allotted,
    laterMinor,
  };
}

/** What some items bring or take on each day; index 1 is the day after the analysis. */
export function expectedByDay(waiting: readonly WaitingItem[], horizonDays: number): Float64Array {
  const byDay = new Float64Array(horizonDays + 1);
  for (const { forecast } of waiting) {
    for (const [day, minor] of forecast.allotted) byDay[day] = (byDay[day] ?? 0) + minor;
  }
  return byDay;
}

/** One flow a day and kind of item, with the items that weigh most that day. */
export function openItemFlows(waiting: readonly WaitingItem[]): DatedFlow[] {
  const byDay = new Map<string, { day: number; parts: { ref: ForecastRef; minor: number }[] }>();
  for (const { forecast } of waiting) {
    const { kind, id } = forecast;
    for (const [day, minor] of forecast.allotted) {
      const key = `${day} ${kind}`;
      const cell = byDay.get(key) ?? { day, parts: [] };
      cell.parts.push({ ref: { kind, id }, minor });
      byDay.set(key, cell);
    }
  }
  return [...byDay.values()].map(({ day, parts }) => {
    parts.sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor) || (a.ref.id < b.ref.id ? -1 : 1));
    return {
      layer: "open" as const,
      label: parts[0]?.ref.kind ?? "invoice",
      day,
      amountMinor: parts.reduce((sum, p) => sum + p.minor, 0),
      refs: parts.slice(0, SHOWN_REFS).map((p) => p.ref),
    };
  });
}
