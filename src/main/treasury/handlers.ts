import { readUpload } from "#main/automation/import-run.ts";
import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import { actOf, answer, bookOf, office, readOf, stream } from "#main/security/office-context.ts";
import { actionsOf } from "./actions.ts";
import { causesOf } from "./causes.ts";
import { costsOf } from "./costs.ts";
import { dailyBalances, transit } from "./daily-balances.ts";
import { decide } from "./engines/decision.ts";
import { forecast, recurring, scheduleRows } from "./forecast.ts";
import { importSchedule } from "./import-schedule.ts";
import { indicatorsOf } from "./indicators.ts";
import { marginsOf } from "./margins.ts";
import { patternsOf } from "./patterns.ts";
import { position } from "./position.ts";
import { seasonOf } from "./seasons.ts";
import { runSelfTests } from "./self-tests/run-self-tests.ts";
import { varianceOf } from "./variance.ts";
import { warningsOf } from "./warnings.ts";

const o = office.treasury;

/** The procedures of cash and its forecast. */
export const treasuryHandlers = {
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
  decide: o.decide.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => {
      const asked = { todayOn: dayOf(context.now()), withRunRate: false };
      const { asOn, floorMinor, days } = forecast(read, asked);
      const { options } = input;
      const rate = input.rateBps / 10_000;
      return {
        asOn,
        floorMinor,
        options: decide({ asOn, rate, floorMinor, balances: days, options }),
      };
    }),
  ),
  paymentPatterns: o.paymentPatterns.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      patternsOf(read, { ...input, asOn: input.asOn ?? lastDay(read, context.now()) }),
    ),
  ),
  warnings: o.warnings.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      warningsOf(read, input.asOn ?? lastDay(read, context.now())),
    ),
  ),
  actions: o.actions.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      actionsOf(read, { ...input, asOn: input.asOn ?? lastDay(read, context.now()) }),
  seasonality: o.seasonality.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      seasonOf(read, { ...input, asOn: input.asOn ?? lastDay(read, context.now()) }),
    ),
  ),
  costDrift: o.costDrift.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      costsOf(read, { ...input, asOn: input.asOn ?? lastDay(read, context.now()) }),
    ),
  causes: o.causes.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => causesOf(read, input)),
  ),
  margins: o.margins.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => marginsOf(read, input)),
  ),
  variance: o.variance.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => varianceOf(read, input)),
  ),
  selfTest: o.selfTest.handler(({ input }) => runSelfTests(input.engine)),
  recurring: o.recurring.handler(({ context }) => recurring(readOf(context))),
  transit: o.transit.handler(({ context }) => transit(readOf(context))),
  position: o.position.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => position(read, input.todayOn ?? dayOf(context.now()))),
  ),
};

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
