import { addDays, daysBetween, weekday } from "#contract/date.ts";
import {
  backtest,
  HORIZONS,
  type Horizon,
  type OriginGrade,
  type WeekGrade,
} from "#main/treasury/engines/backtest/backtest.ts";
import { bandFactors } from "#main/treasury/engines/backtest/band-factor.ts";
import type { CompanyHistory } from "#main/treasury/engines/backtest/company-history.ts";
import type { ReceivableRow } from "./receivables.ts";

/** Errors of one way to foretell receipts, as shares of what came: by weeks, and cumulative. */
export interface CashRow {
  method: string;
  weekly: Record<Horizon, number>;
  cumulative: Record<Horizon, number>;
}

/** How often what came lay within the 80 % band, and its mean width against what came. */
export interface BandRow {
  band: string;
  coverage: Record<Horizon, number>;
  width: Record<Horizon, number>;
}

export interface CashTables {
  origins: string[];
  cash: CashRow[];
  bands: BandRow[];
}

const STEP_DAYS = 7;
const FIRST_DAYS = 91;
const COMPARED_DAYS = 91;
const WEEKS: Record<Horizon, number> = { d30: 4, d60: 9, d90: 13 };

/**
 * Rolling origins, every Monday from the middle of the history to 91 days before its end; the
 * bands' factors are learned on earlier origins alone. What came is every receipt of the table,
 * those of invoices not issued yet included.
 */
export function cashTables(rows: readonly ReceivableRow[], each: () => void): CashTables {
  const history = toHistory(rows);
  const span = spanOf(rows);
  const paid = rows.flatMap((row) => row.paidOn ?? []).sort();
  const whole = daysBetween(span.firstOn, paid.at(-1) ?? span.lastOn);
  const middle = addDays(span.firstOn, Math.round(whole / 2));
  const grades: OriginGrade[] = [];
  for (const grade of backtest(history, originsOf(span))) {
    grades.push(grade);
    each();
  }
  const tested = grades.filter((one) => one.on >= middle);
  return {
    origins: tested.map((one) => one.on),
    cash: [
      cashRow("due date, open book only", tested, (week) => week.dueDateMinor),
      cashRow("flat mean of 13 weeks", tested, (week) => week.flatMinor),
      ...(tested.every((one) => one.weeks.every((week) => week.lastYearMinor !== null))
        ? [cashRow("same weeks last year", tested, (week) => week.lastYearMinor ?? 0)]
        : []),
      cashRow("forecast", tested, (week) => week.expectedMinor, true),
    ],
    bands: [
      bandRow("simulated", tested, () => ({ d30: 1, d60: 1, d90: 1 })),
      bandRow("simulated, adaptive factor", tested, (on) => bandFactors(grades, on)),
    ],
  };
}

function toHistory(rows: readonly ReceivableRow[]): CompanyHistory {
  const items = rows.map(({ id, partyId, issuedOn, dueOn, paidOn, amountMinor }) => ({
    ...{ id, partyId, issuedOn, dueOn, amountMinor, reference: id },
    kind: amountMinor < 0 ? ("credit-note" as const) : ("invoice" as const),
    payments: paidOn === undefined ? [] : [{ on: paidOn, amountMinor }],
  }));
  return { items, bankLines: [] };
}

/** From the first issue to the last: after it, new business is missing from the table. */
function spanOf(rows: readonly ReceivableRow[]) {
  const issued = rows.map((row) => row.issuedOn).sort();
  return { firstOn: issued[0] ?? "", lastOn: issued.at(-1) ?? "" };
}

function originsOf({ firstOn, lastOn }: { firstOn: string; lastOn: string }): string[] {
  const origins: string[] = [];
  let on = addDays(firstOn, FIRST_DAYS);
  while (weekday(on) !== MONDAY) on = addDays(on, 1);
  for (; daysBetween(on, lastOn) >= COMPARED_DAYS; on = addDays(on, STEP_DAYS)) origins.push(on);
  return origins;
}

const MONDAY = 1;

function cashRow(
  method: string,
  grades: readonly OriginGrade[],
  guess: (week: WeekGrade) => number,
  ownReceipts = false,
): CashRow {
  const weekly = { d30: 0, d60: 0, d90: 0 };
  const cumulative = { d30: 0, d60: 0, d90: 0 };
  for (const horizon of Object.keys(HORIZONS) as Horizon[]) {
    let [missed, came, missedWhole, cameWhole] = [0, 0, 0, 0];
    for (const { weeks, receipts } of grades) {
      for (const week of weeks.slice(0, WEEKS[horizon])) {
        missed += Math.abs(guess(week) - week.cameMinor);
        came += week.cameMinor;
      }
      const days = HORIZONS[horizon];
      const expected = ownReceipts ? receipts[horizon].expectedMinor : guessed(weeks, days, guess);
      missedWhole += Math.abs(expected - receipts[horizon].cameMinor);
      cameWhole += receipts[horizon].cameMinor;
    }
    weekly[horizon] = missed / came;
    cumulative[horizon] = missedWhole / cameWhole;
  }
  return { method, weekly, cumulative };
}

/** The weeks' guesses up to a day, the last week in part. */
function guessed(
  weeks: readonly WeekGrade[],
  days: number,
  guess: (week: WeekGrade) => number,
): number {
  return weeks.reduce(
    (sum, week, w) => sum + guess(week) * Math.max(0, Math.min(1, (days - w * 7) / 7)),
    0,
  );
}

function bandRow(
  band: string,
  grades: readonly OriginGrade[],
  factorsAt: (on: string) => Record<Horizon, number>,
): BandRow {
  const coverage = { d30: 0, d60: 0, d90: 0 };
  const width = { d30: 0, d60: 0, d90: 0 };
  for (const { on, cash } of grades) {
    const factors = factorsAt(on);
    for (const horizon of Object.keys(HORIZONS) as Horizon[]) {
      const { expectedMinor, lowMinor, highMinor, cameMinor } = cash[horizon];
      const low = expectedMinor - factors[horizon] * (expectedMinor - lowMinor);
      const high = expectedMinor + factors[horizon] * (highMinor - expectedMinor);
      if (cameMinor >= low && cameMinor <= high) coverage[horizon] += 1 / grades.length;
      width[horizon] += (high - low) / Math.max(1, cameMinor) / grades.length;
    }
  }
  return { band, coverage, width };
}
