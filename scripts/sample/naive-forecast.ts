import { addDays, addMonths } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import type { History } from "./make-history.ts";
import { openItems } from "./open-items.ts";
import type { ScheduleRow } from "./write-schedule.ts";

const HORIZON_DAYS = 90;

/** A plain forecast to compare with: what is owed, when it usually comes, and the schedule. */
export type Forecast = {
  openingMinor: number;
  receivablesMinor: number;
  payablesMinor: number;
  knownOnly: Lowest;
  /** As above, plus the mean monthly surplus of receipts over bills of the last three months. */
  withRunRate: Lowest;
};

export type Lowest = { lowestMinor: number; lowestOn: string; firstNegativeOn: string | null };

/**
 * Projects 90 days: receivables at the due date plus the customer's usual lateness (overdue ones
 * a fortnight ahead), payables at their due date, the schedule with its recurrences.
 */
export function naiveForecast(history: History, schedule: readonly ScheduleRow[]): Forecast {
  const open = openItems(history);
  const flows = new Map<string, number>();
  const add = (on: string, amount: number) => flows.set(on, (flows.get(on) ?? 0) + amount);
  const late = new Map(history.customers.map((c) => [c.code, c.habit.usualDays]));
  for (const item of open) {
    const expected = addDays(item.dueOn, late.get(item.party) ?? 0);
    const on = expected > LAST_DAY ? expected : addDays(LAST_DAY, 14);
    add(on, item.side === "customer" ? item.openMinor : -item.openMinor);
  }
  for (const row of schedule) {
    const times = row.recurrence === "Mensuelle" ? 4 : 1;
    for (let i = 0; i < times; i++) add(addMonths(row.on, i), row.amountMinor);
  }
  const openingMinor = history.lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const sumOf = (side: string) =>
    open.filter((i) => i.side === side).reduce((sum, i) => sum + i.openMinor, 0);
  return {
    openingMinor,
    receivablesMinor: sumOf("customer"),
    payablesMinor: sumOf("supplier"),
    knownOnly: project(openingMinor, flows, 0),
    withRunRate: project(openingMinor, flows, surplusPerDay(history)),
  };
}

/** New business starts to be paid after about six weeks; until then the open items stand for it. */
const RUN_RATE_FROM_DAY = 42;

function project(opening: number, flows: ReadonlyMap<string, number>, perDay: number): Lowest {
  let balance = opening;
  let lowest: Lowest = { lowestMinor: opening, lowestOn: LAST_DAY, firstNegativeOn: null };
  for (let i = 1; i <= HORIZON_DAYS; i++) {
    const on = addDays(LAST_DAY, i);
    balance += (flows.get(on) ?? 0) + (i >= RUN_RATE_FROM_DAY ? perDay : 0);
    const firstNegativeOn = lowest.firstNegativeOn ?? (balance < 0 ? on : null);
    lowest =
      balance < lowest.lowestMinor
        ? { lowestMinor: balance, lowestOn: on, firstNegativeOn }
        : { ...lowest, firstNegativeOn };
  }
  return lowest;
}

function surplusPerDay({ lines }: History): number {
  const recent = lines.filter((line) => line.bookedOn > addDays(LAST_DAY, -92));
  const trade = recent.filter((l) =>
    ["customer-receipt", "card-settlement", "supplier-payment"].includes(l.kind),
  );
  return Math.round(trade.reduce((sum, line) => sum + line.amountMinor, 0) / 92);
}
