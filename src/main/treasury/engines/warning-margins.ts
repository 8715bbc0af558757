import { fromDayNumber, toDayNumber } from "#contract/date.ts";
import type { SourceRef } from "#contract/finding.ts";
import type { MarginMonth } from "./margin-months.ts";
import { kendallP } from "./payment-patterns.ts";
import { medianOf } from "./significance.ts";
import { type Detector, part, refOf, type Subject, type View } from "./warning-model.ts";

const MONTHS = 12;
const QUARTER = 3;
const FEWEST_WITH_SALES = 9;
const FEWEST_WITH_COSTS = 6;
/** Points of margin rate lost in a year that are worth a word. */
const LEAST_FALL = 0.03;
const MONTH_DAYS = 30;

interface Window {
  partyId: string | null;
  accounts: readonly string[];
  /** Months with sales, oldest first, `at` counted from the window's first month. */
  months: { at: number; rate: number; one: MarginMonth }[];
  all: readonly MarginMonth[];
}

/**
 * The margin rate of a client or of a family of sales, on the costs that are its own, falls month
 * after month over a year: Mann and Kendall's test on its monthly rates. It comes true when the
 * months after it stand three points below the whole year, whose mean chance does not move.
 */
export const marginErosion: Detector = {
  name: "margin-erosion",
  horizonDays: 84,
  look(view) {
    return [...view.margins].flatMap(([key, months]) => {
      const window = windowOf(view, months);
      return window === null ? [] : [erosionSubject(view, { key, window })];
    });
  },
  cameTrue({ key }, { before, after }) {
    const year = windowOf(before, before.margins.get(key) ?? []);
    const first = endedMonths(before.day);
    const next = (after.margins.get(key) ?? []).filter((one) => monthIndex(one.month) > first);
    const rate = rateOf(next);
    if (year === null || rate === null) return null;
    return rate <= (rateOf(year.all) ?? 0) - LEAST_FALL;
  },
};

/** The last twelve whole months; null where too few of them have sales, or costs of their own. */
function windowOf(view: View, known: readonly MarginMonth[]): Window | null {
  const last = endedMonths(view.day);
  const all = known.filter((one) => monthIndex(one.month) > last - MONTHS);
  const months = all
    .filter((one) => one.salesMinor > 0)
    .map((one) => ({
      at: monthIndex(one.month) - (last - MONTHS) - 1,
      rate: 1 - one.costMinor / one.salesMinor,
      one,
    }));
  const withCosts = months.filter(({ one }) => one.costMinor > 0);
  const [first] = months;
  if (first === undefined || months.length < FEWEST_WITH_SALES) return null;
  if (withCosts.length < FEWEST_WITH_COSTS) return null;
  const { partyId, accounts } = first.one;
  return { partyId, accounts, months, all };
}

function erosionSubject(view: View, { key, window }: { key: string; window: Window }): Subject {
  const { partyId, months, all } = window;
  const slopes: number[] = [];
  let score = 0;
  for (const [i, later] of months.entries()) {
    for (const earlier of months.slice(0, i)) {
      slopes.push((later.rate - earlier.rate) / (later.at - earlier.at));
      score += Math.sign(later.rate - earlier.rate);
    }
  }
  const rates = months.map((one) => one.rate);
  const before = rateOf(months.slice(0, QUARTER).map(({ one }) => one)) ?? 0;
  const now = rateOf(months.slice(-QUARTER).map(({ one }) => one)) ?? 0;
  const yearMinor = all.reduce((sum, one) => sum + one.salesMinor, 0);
  const peak = months.findLast((one) => one.rate === Math.max(...rates));
  return {
    ...{ key, partyId },
    pValue: score < 0 ? kendallP(score, rates) / 2 : 1,
    isLarge: -medianOf(slopes) * (MONTHS - 1) >= LEAST_FALL && before - now >= LEAST_FALL,
    impactMinor: Math.max(0, Math.round((before - now) * yearMinor)),
    sinceDay: peak === undefined ? view.day : endOf(peak.one.month) + 1,
    describe() {
      const counted = (some: Window["months"]) => some.reduce((n, { one }) => n + one.sales, 0);
      const refs = refsOf(view, window);
      const told = { unit: "share", periodDays: QUARTER * MONTH_DAYS } as const;
      const [first, last] = [months.slice(0, QUARTER), months.slice(-QUARTER)];
      return {
        parts: [
          part("margin-before", { value: before, observations: counted(first), ...told }),
          part("margin-now", { value: now, observations: counted(last), ...told }, refs),
        ],
        refs,
      };
    },
  };
}

/** A client's invoices of the last three whole months; a family's sales accounts. */
function refsOf(view: View, { partyId, accounts }: Window): SourceRef[] {
  if (partyId === null) return accounts.map((id) => ({ kind: "account", id }));
  const last = endedMonths(view.day);
  return (view.customers.get(partyId) ?? [])
    .filter((item) => {
      const month = monthIndex(item.row.issuedOn);
      return month <= last && month > last - QUARTER;
    })
    .map(refOf);
}

/** Margin over sales of some months together; null without sales. */
function rateOf(months: readonly MarginMonth[]): number | null {
  let [salesMinor, costMinor] = [0, 0];
  for (const one of months) {
    salesMinor += one.salesMinor;
    costMinor += one.costMinor;
  }
  return salesMinor > 0 ? 1 - costMinor / salesMinor : null;
}

/** Months as a running number; of a date, that of its month. */
function monthIndex(on: string): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
}

/** The last month that has ended by the day. */
function endedMonths(day: number): number {
  const [on, next] = [fromDayNumber(day), fromDayNumber(day + 1)];
  return monthIndex(on) - (monthIndex(on) === monthIndex(next) ? 1 : 0);
}

function endOf(month: string): number {
  const index = monthIndex(month) + 1;
  const [year, next] = [Math.floor(index / 12), (index % 12) + 1];
  return toDayNumber(`${year}-${String(next).padStart(2, "0")}-01`) - 1;
}
