import { addDays, addMonths, monthOf } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { yearOfDay } from "#main/ledger/statements/position.ts";
import type { ReadHandle } from "#main/store/handle.ts";

interface AskedDays {
  fromOn?: string | undefined;
  toOn?: string | undefined;
}

interface AskedMonths {
  fromMonth?: string | undefined;
  toMonth?: string | undefined;
}

/** The days asked for; the twelve months to the last known day unless told. */
export function twelveMonths(lastOn: string, asked: AskedDays) {
  const toOn = asked.toOn ?? lastOn;
  return forwards({ toOn, fromOn: asked.fromOn ?? addDays(addMonths(toOn, -12), 1) });
}

/** The days asked for; from the end of the month before to the last known day unless told. */
export function sinceMonthBefore(lastOn: string, asked: AskedDays) {
  const toOn = asked.toOn ?? lastOn;
  return forwards({ toOn, fromOn: asked.fromOn ?? addDays(`${monthOf(toOn)}-01`, -1) });
}

/** The months asked for; those of the fiscal year up to the last known day unless told. */
export function yearToDate(read: ReadHandle, lastOn: string, asked: AskedMonths) {
  const toMonth = asked.toMonth ?? monthOf(lastOn);
  const startsOn = yearOfDay(read, `${toMonth}-01`)?.startsOn ?? `${toMonth.slice(0, 4)}-01-01`;
  const fromMonth = asked.fromMonth ?? monthOf(startsOn);
  const days = forwards({ fromOn: `${fromMonth}-01`, toOn: `${toMonth}-01` });
  return isRefusal(days) ? days : { fromMonth, toMonth };
}

function forwards(days: { fromOn: string; toOn: string }): typeof days | Refusal {
  return days.fromOn > days.toOn ? refuse("statements.backwards", days) : days;
}
