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
 * makes no level; nothing below twelve weeks of history. A side is read from its first line that
 * settles an item on: what came before is of business that the book did not know by its items yet,
 * and comes back as business to come.
 */
export function otherCash(
  input: Pick<ForecastInput, "asOn" | "horizonDays" | "bankHistory" | "schedule">,
  recurring: readonly RecurringFlow[],
): ScheduledFlow[] {
  const { asOn, horizonDays, schedule } = input;
  const known = input.bankHistory.filter((line) => line.bookedOn <= asOn);
  return SIDES.flatMap(({ sign, label }) => {
    const own = known.filter((line) => Math.sign(line.amountMinor) === sign);
    const settling = own.filter((line) => line.matched);
    const firstOn = earliest(settling.length > 0 ? settling : known, asOn);
    const whole = Math.floor((daysBetween(firstOn, asOn) + 1) / BLOCK_DAYS);
    const count = Math.min(MOST_BLOCKS, whole);
    if (count < FEWEST_BLOCKS) return [];
    const blockOf = (on: string) => Math.floor(daysBetween(on, asOn) / BLOCK_DAYS);
    const recent = own.filter((line) => !line.matched && blockOf(line.bookedOn) < count);
    const totals = Array.from({ length: count }, () => 0);
    for (const line of unexplainedLines(recent, { schedule, recurring })) {
      const block = blockOf(line.bookedOn);
      totals[block] = (totals[block] ?? 0) + line.amountMinor;
    }
    return daily(label, median(totals) / BLOCK_DAYS, horizonDays);
  });
}

const SIDES = [
  { sign: 1, label: "other-receipts" },
  { sign: -1, label: "other-payments" },
] as const;

function earliest(lines: readonly { bookedOn: string }[], asOn: string): string {
  return lines.reduce((min, line) => (line.bookedOn < min ? line.bookedOn : min), asOn);
}

/** The same amount each day, in differences of the rounded total so that no cent is lost. */
function daily(label: string, dailyMinor: number, horizonDays: number): ScheduledFlow[] {
  return Array.from({ length: horizonDays }, (_, i) => ({
    ...{ layer: "run-rate" as const, label, category: "", refs: [], day: i + 1 },
    amountMinor: Math.round(dailyMinor * (i + 1)) - Math.round(dailyMinor * i),
  })).filter((flow) => flow.amountMinor !== 0);
}
