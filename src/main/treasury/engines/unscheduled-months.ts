import { addMonths, daysBetween, endOfMonth, monthOf } from "#contract/date.ts";
import type { ForecastInput } from "./forecast-model.ts";
import { scheduleWords } from "./forecast-recurring.ts";
import { labelWords } from "./label-words.ts";
import type { BankHistoryLine, RecurringFlow } from "./recurring-flows.ts";

/** Receipts and payments of whole months that nothing dated explains, both as positive cents. */
export interface MonthlySeries {
  /** Month of the year of the first value, 0 for January. */
  firstMonth: number;
  receipts: number[];
  payments: number[];
  observations: number;
  periodDays: number;
}

/**
 * The bank's history by whole calendar month, less the lines that recurring flows or the schedule
 * will date by themselves (customers' receipts stay: their future is new business).
 */
export function unscheduledMonths(
  { asOn, bankHistory, schedule }: Pick<ForecastInput, "asOn" | "bankHistory" | "schedule">,
  recurring: readonly RecurringFlow[],
): MonthlySeries {
  const known = bankHistory.filter((line) => line.bookedOn <= asOn);
  const firstOn = known.reduce((min, l) => (l.bookedOn < min ? l.bookedOn : min), asOn);
  const first = firstOn.endsWith("-01") ? firstOn : addMonths(`${monthOf(firstOn)}-01`, 1);
  const wholeUntil = endOfMonth(asOn) === asOn ? addMonths(`${monthOf(asOn)}-01`, 1) : asOn;
  const months: string[] = [];
  for (let m = first; monthOf(m) < monthOf(wholeUntil); m = addMonths(m, 1))
    months.push(monthOf(m));
  const place = new Map(months.map((month, i) => [month, i]));
  const [receipts, payments] = [months.map(() => 0), months.map(() => 0)];
  let observations = 0;
  for (const line of unexplainedLines(known, { schedule, recurring })) {
    const at = place.get(monthOf(line.bookedOn));
    if (at === undefined) continue;
    const side = line.amountMinor > 0 ? receipts : payments;
    side[at] = (side[at] ?? 0) + Math.abs(line.amountMinor);
    observations++;
  }
  const periodDays = months.length === 0 ? 0 : daysBetween(first, asOn) + 1;
  return {
    firstMonth: Number(first.slice(5, 7)) - 1,
    receipts,
    payments,
    observations,
    periodDays,
  };
}

/** Lines that neither a recurring flow nor the words of the schedule will date by themselves. */
export function unexplainedLines(
  lines: readonly BankHistoryLine[],
  known: {
    schedule: ForecastInput["schedule"];
    recurring: readonly RecurringFlow[];
  },
): BankHistoryLine[] {
  const dated = new Set(
    known.recurring
      .filter((flow) => !(flow.billed && flow.amountMinor > 0))
      .flatMap((flow) => flow.lineIds),
  );
  const words = { in: new Set<string>(), out: new Set<string>() };
  for (const item of known.schedule) {
    const side = item.amountMinor < 0 ? words.out : words.in;
    for (const word of scheduleWords(item)) side.add(word);
  }
  return lines.filter((line) => {
    if (dated.has(line.id)) return false;
    const side = line.amountMinor < 0 ? words.out : words.in;
    return line.matched || !labelWords(line.label).some((word) => side.has(word));
  });
}
