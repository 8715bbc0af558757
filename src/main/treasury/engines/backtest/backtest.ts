import { addDays, daysBetween } from "#contract/date.ts";
import { forecastCash } from "../cash-forecast.ts";
import type { CashForecast } from "../forecast-model.ts";
import { type CompanyHistory, historyAt, isSold } from "./company-history.ts";

/** Days and weeks that a back-test compares. */
export const BACKTEST_DAYS = 91;
const WEEK = 7;

/** Customers' receipts by week from an origin on: what was expected, what came, what naive
 * methods would have said; `lastYear` is null where the history does not reach back. */
export interface WeekGrade {
  expectedMinor: number;
  cameMinor: number;
  dueDateMinor: number;
  flatMinor: number;
  lastYearMinor: number | null;
}

/** The movement of cash from an origin to a day, with the band that the forecast gave it. */
export interface BandGrade {
  expectedMinor: number;
  lowMinor: number;
  highMinor: number;
  cameMinor: number;
}

/** One past forecast beside what came. */
export interface OriginGrade {
  on: string;
  weeks: WeekGrade[];
  /** After 30, 60 and 90 days: receipts alone, and all movements of cash with the band. */
  receipts: Record<Horizon, { expectedMinor: number; cameMinor: number }>;
  cash: Record<Horizon, BandGrade>;
  lowest: { expectedMinor: number; expectedDay: number; cameMinor: number; cameDay: number };
}

export type Horizon = "d30" | "d60" | "d90";
export const HORIZONS: Record<Horizon, number> = { d30: 30, d60: 60, d90: 90 };

/** Forecasts on each origin from what was known that day, one after the other. */
export function* backtest(
  history: CompanyHistory,
  origins: readonly string[],
): Generator<OriginGrade> {
  for (const on of origins) yield gradeOrigin(history, on);
}

function gradeOrigin(history: CompanyHistory, on: string): OriginGrade {
  const input = historyAt(history, on, BACKTEST_DAYS);
  const forecast = forecastCash(input);
  const came = receiptsByDay(history, on, BACKTEST_DAYS);
  const cash = cashByDay(history, on);
  const expected = expectedReceipts(forecast);
  const flatMinor = sum(receiptsByDay(history, addDays(on, -BACKTEST_DAYS), BACKTEST_DAYS)) / 13;
  const yearAgo = addDays(on, -52 * WEEK);
  const hasLastYear = history.items.some((item) => isSold(item) && item.issuedOn <= yearAgo);
  const lastYear = hasLastYear ? receiptsByDay(history, yearAgo, BACKTEST_DAYS) : null;
  const due = dueByDay(input.openItems, on);
  const weeks = Array.from({ length: BACKTEST_DAYS / WEEK }, (_, w): WeekGrade => {
    const ofWeek = (days: readonly number[]) => sum(days.slice(w * WEEK, (w + 1) * WEEK));
    return {
      ...{ expectedMinor: ofWeek(expected), cameMinor: ofWeek(came), dueDateMinor: ofWeek(due) },
      ...{ flatMinor, lastYearMinor: lastYear === null ? null : ofWeek(lastYear) },
    };
  });
  return {
    ...{ on, weeks },
    receipts: byHorizon((days) => ({
      expectedMinor: sum(expected.slice(0, days)),
      cameMinor: sum(came.slice(0, days)),
    })),
    cash: byHorizon((days) => {
      const { balanceMinor = 0, lowMinor = 0, highMinor = 0 } = forecast.days[days - 1] ?? {};
      const cameMinor = sum(cash.slice(0, days));
      return { expectedMinor: balanceMinor, lowMinor, highMinor, cameMinor };
    }),
    lowest: lowestOf(forecast, cash),
  };
}

function byHorizon<T>(of: (days: number) => T): Record<Horizon, T> {
  return { d30: of(HORIZONS.d30), d60: of(HORIZONS.d60), d90: of(HORIZONS.d90) };
}

/** Expected from customers by day: their open items and the run-rate of new sales. */
function expectedReceipts(forecast: CashForecast): number[] {
  return forecast.days.map(({ flows }) => {
    const received = flows.filter(({ layer, label }) =>
      layer === "open"
        ? label === "invoice" || label === "credit-note"
        : layer === "run-rate" && label === "new-sales" && forecast.runRate.inHeadline,
    );
    return sum(received.map((flow) => flow.amountMinor));
  });
}

/** What customers paid on each of the days after one. */
function receiptsByDay(history: CompanyHistory, after: string, days: number): number[] {
  const byDay = Array.from({ length: days }, () => 0);
  for (const item of history.items) {
    if (!isSold(item)) continue;
    for (const { on, amountMinor } of item.payments) {
      const day = daysBetween(after, on);
      if (day >= 1 && day <= days) byDay[day - 1] = (byDay[day - 1] ?? 0) + amountMinor;
    }
  }
  return byDay;
}

/** All movements by day: the bank's lines, or the payments of items where there are none. */
function cashByDay(history: CompanyHistory, after: string): number[] {
  const byDay = Array.from({ length: BACKTEST_DAYS }, () => 0);
  const add = (on: string, minor: number) => {
    const day = daysBetween(after, on);
    if (day >= 1 && day <= BACKTEST_DAYS) byDay[day - 1] = (byDay[day - 1] ?? 0) + minor;
  };
  for (const line of history.bankLines) add(line.bookedOn, line.amountMinor);
  if (history.bankLines.length > 0) return byDay;
  for (const { payments } of history.items) {
    for (const { on, amountMinor } of payments) add(on, amountMinor);
  }
  return byDay;
}

/** The naive method: every open invoice on its due date, what is overdue in the first week. */
function dueByDay(
  open: readonly { kind: "invoice" | "credit-note" | "bill" | "bill-credit-note" }[] &
    readonly { dueOn: string; openMinor: number }[],
  on: string,
): number[] {
  const byDay = Array.from({ length: BACKTEST_DAYS }, () => 0);
  for (const item of open) {
    const day = Math.max(1, daysBetween(on, item.dueOn));
    if (!isSold(item) || day > BACKTEST_DAYS) continue;
    byDay[day - 1] = (byDay[day - 1] ?? 0) + item.openMinor;
  }
  return byDay;
}

function lowestOf(forecast: CashForecast, cash: readonly number[]): OriginGrade["lowest"] {
  let [cameMinor, cameDay, balance] = [Number.POSITIVE_INFINITY, 1, 0];
  for (const [i, minor] of cash.entries()) {
    balance += minor;
    if (balance < cameMinor) [cameMinor, cameDay] = [balance, i + 1];
  }
  const { on, balanceMinor } = forecast.lowest;
  const expectedDay = daysBetween(forecast.asOn, on);
  return { expectedMinor: balanceMinor, expectedDay, cameMinor, cameDay };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
