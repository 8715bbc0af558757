import { addDays, addMonths, daysBetween } from "#contract/date.ts";
import type { DatedFlow, ScheduleItem } from "./forecast-model.ts";

const STEPS: Record<ScheduleItem["every"], { days: number } | { months: number } | undefined> = {
  once: undefined,
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  "half-year": { months: 6 },
  year: { months: 12 },
};

/** A scheduled flow with what tells it from another: its words come from label and category. */
export interface ScheduledFlow extends DatedFlow {
  category: string;
}

/**
 * Layer of certain and dated flows. Repetitions are counted from the first date, so that the
 * 31st comes back after a short month. What fell due on or before the analysis date is dropped:
 * it was paid, or it is an open item; a past forecast must not linger.
 */
export function forecastSchedule(input: {
  asOn: string;
  horizonDays: number;
  schedule: readonly ScheduleItem[];
}): ScheduledFlow[] {
  const flows: ScheduledFlow[] = [];
  const endOn = addDays(input.asOn, input.horizonDays);
  for (const item of input.schedule) {
    const untilOn = item.untilOn !== undefined && item.untilOn < endOn ? item.untilOn : endOn;
    for (let n = 0; ; n++) {
      const on = occurrence(item, n);
      if (on === undefined || on > untilOn) break;
      if (on <= input.asOn) continue;
      flows.push({
        layer: "schedule",
        label: item.label,
        category: item.category,
        amountMinor: item.amountMinor,
        refs: [{ kind: "schedule", id: item.id }],
        day: daysBetween(input.asOn, on),
      });
    }
  }
  return flows.sort((a, b) => a.day - b.day || (refId(a) < refId(b) ? -1 : 1));
}

function occurrence(item: ScheduleItem, n: number): string | undefined {
  const step = STEPS[item.every];
  if (n === 0) return item.dueOn;
  if (step === undefined) return undefined;
  return "days" in step
    ? addDays(item.dueOn, step.days * n)
    : addMonths(item.dueOn, step.months * n);
}

function refId(flow: DatedFlow): string {
  return flow.refs[0]?.id ?? "";
}
