import { daysBetween } from "#contract/date.ts";
import type { ForecastInput } from "./forecast-model.ts";
import type { ScheduledFlow } from "./forecast-schedule.ts";
import type { RecurringFlow } from "./recurring-flows.ts";
import { median } from "./robust-statistics.ts";
import { unexplainedLines } from "./unscheduled-months.ts";

const BLOCK_DAYS = 28;
/** Half a year. */
const MOST_BLOCKS = 6;
const FEWEST_BLOCKS = 3;

/**
 * What the bank takes and brings beside all the rest: lines that settle no invoice and no bill, come
 * back with no rhythm and are not in the schedule (cards, taxes that vary, small purchases). Each way,
 * a day to come is worth the median of the last six four-week totals, so that one large payment
 * makes no level; nothing below twelve weeks of history.
 */
export function otherCash(
  input: Pick<ForecastInput, "asOn" | "horizonDays" | "bankHistory" | "schedule">,
  recurring: readonly RecurringFlow[],
): ScheduledFlow[] {
  const { asOn, horizonDays, bankHistory, schedule } = input;
  const firstOn = bankHistory.reduce((min, l) => (l.bookedOn < min ? l.bookedOn : min), asOn);
  const whole = Math.floor((daysBetween(firstOn, asOn) + 1) / BLOCK_DAYS);
  const count = Math.min(MOST_BLOCKS, whole);
  if (count < FEWEST_BLOCKS) return [];
  const received = Array.from({ length: count }, () => 0);
  const paid = [...received];
  const blockOf = (on: string) => Math.floor(daysBetween(on, asOn) / BLOCK_DAYS);
  const recent = bankHistory.filter(
    (line) => !line.matched && line.bookedOn <= asOn && blockOf(line.bookedOn) < count,
  );
  for (const line of unexplainedLines(recent, { schedule, recurring })) {
    const totals = line.amountMinor < 0 ? paid : received;
    const block = blockOf(line.bookedOn);
    totals[block] = (totals[block] ?? 0) + line.amountMinor;
  }
  return [
    ...daily("other-receipts", median(received) / BLOCK_DAYS, horizonDays),
    ...daily("other-payments", median(paid) / BLOCK_DAYS, horizonDays),
  ];
}

/** The same amount each day, in differences of the rounded total so that no cent is lost. */
function daily(label: string, dailyMinor: number, horizonDays: number): ScheduledFlow[] {
  return Array.from({ length: horizonDays }, (_, i) => ({
    ...{ layer: "run-rate" as const, label, category: "", refs: [], day: i + 1 },
    amountMinor: Math.round(dailyMinor * (i + 1)) - Math.round(dailyMinor * i),
  })).filter((flow) => flow.amountMinor !== 0);
}
