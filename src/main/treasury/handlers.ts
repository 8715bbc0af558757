import { readUpload } from "#main/automation/import-run.ts";
import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import { actOf, answer, bookOf, office, readOf, stream } from "#main/security/office-context.ts";
import { dailyBalances, transit } from "./daily-balances.ts";
import { engineHandlers } from "./engine-handlers.ts";
import { forecast, recurring, scheduleRows } from "./forecast.ts";
import { importSchedule } from "./import-schedule.ts";
import { indicatorsOf } from "./indicators.ts";
import { memoryHandlers } from "./memory-handlers.ts";
import { narrativeHandlers } from "./narrative-handlers.ts";
import { patternsOf } from "./patterns.ts";
import { planHandlers } from "./plan-handlers.ts";
import { position } from "./position.ts";
import { reminderHandlers } from "./reminder-handlers.ts";

const o = office.treasury;

/** The procedures of cash and its forecast. */
export const treasuryHandlers = {
  ...planHandlers,
  ...memoryHandlers,
  ...reminderHandlers,
  ...narrativeHandlers,
  importSchedule: o.importSchedule.handler(async function* ({ context, input, signal }) {
    const command = "treasury.importSchedule";
    const file = await readUpload(input.file);
    const work = importSchedule(actOf(context, command), file, input);
    return yield* stream({ context, command, signal, preview: input.preview }, work);
  }),
  listSchedule: o.listSchedule.handler(({ context }) => scheduleRows(readOf(context))),
  forecast: o.forecast.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => forecast(read, { ...input, todayOn: dayOf(context.now()) })),
  ),
  dailyBalances: o.dailyBalances.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      dailyBalances(read, { ...input, todayOn: dayOf(context.now()) }),
    ),
  ),
  indicators: o.indicators.handler(({ context, input }) =>
    answer(
      bookOf(context).snapshot((read) =>
        indicatorsOf(read, input.asOn ?? lastDay(read, context.now())),
      ),
    ),
  ),
  paymentPatterns: o.paymentPatterns.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      patternsOf(read, { ...input, asOn: input.asOn ?? lastDay(read, context.now()) }),
    ),
  ),
  ...engineHandlers,
  recurring: o.recurring.handler(({ context }) => recurring(readOf(context))),
  transit: o.transit.handler(({ context }) => transit(readOf(context))),
  position: o.position.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => position(read, input.todayOn ?? dayOf(context.now()))),
  ),
};

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
