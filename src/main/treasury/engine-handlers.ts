import { isRefusal } from "#main/base/refusal.ts";
import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import { answer, bookOf, type OfficeContext, office } from "#main/security/office-context.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { actionsOf } from "./actions.ts";
import { causesOf } from "./causes.ts";
import { costsOf } from "./costs.ts";
import { decisionsOf, paymentDayOf } from "./decisions.ts";
import { marginsOf } from "./margins.ts";
import { riskOf } from "./risk.ts";
import { seasonOf } from "./seasons.ts";
import { runSelfTests } from "./self-tests/run-self-tests.ts";
import { sinceMonthBefore, twelveMonths, yearToDate } from "./usual-periods.ts";
import { varianceOf } from "./variance.ts";
import { warningsOf } from "./warnings.ts";

const o = office.treasury;

/** The engines that stand alone; each reads one snapshot of the book. */
export const engineHandlers = {
  warnings: o.warnings.handler(({ context, input }) =>
    asOf(context, input, (read, asOn) => warningsOf(read, asOn)),
  ),
  risk: o.risk.handler(({ context, input }) =>
    asOf(context, input, (read, asOn) => riskOf(read, asOn)),
  ),
  actions: o.actions.handler(({ context, input }) =>
    asOf(context, input, (read, asOn) => actionsOf(read, { ...input, asOn })),
  ),
  seasonality: o.seasonality.handler(({ context, input }) =>
    asOf(context, input, (read, asOn) => seasonOf(read, { ...input, asOn })),
  ),
  costDrift: o.costDrift.handler(({ context, input }) =>
    asOf(context, input, (read, asOn) => costsOf(read, { ...input, asOn })),
  ),
  causes: o.causes.handler(({ context, input }) =>
    answer(
      asOf(context, {}, (read, lastOn) => {
        const days = sinceMonthBefore(lastOn, input);
        return isRefusal(days) ? days : causesOf(read, { ...input, ...days });
      }),
    ),
  ),
  margins: o.margins.handler(({ context, input }) =>
    answer(
      asOf(context, {}, (read, lastOn) => {
        const days = twelveMonths(lastOn, input);
        return isRefusal(days) ? days : marginsOf(read, { ...input, ...days });
      }),
    ),
  ),
  variance: o.variance.handler(({ context, input }) =>
    answer(
      asOf(context, {}, (read, lastOn) => {
        const months = yearToDate(read, lastOn, input);
        return isRefusal(months) ? months : varianceOf(read, months);
      }),
    ),
  ),
  decide: o.decide.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => decisionsOf(read, { ...input, todayOn: today(context) })),
  ),
  paymentDay: o.paymentDay.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => paymentDayOf(read, { ...input, todayOn: today(context) })),
  ),
  selfTest: o.selfTest.handler(({ input }) => runSelfTests(input.engine)),
};

function today(context: OfficeContext): string {
  return new Date(context.now()).toISOString().slice(0, 10);
}

/** On the day asked for, or the last day that the book knows. */
function asOf<T>(
  context: OfficeContext,
  input: { asOn?: string | undefined },
  find: (read: ReadHandle, asOn: string) => T,
): T {
  const asOn = (read: ReadHandle) => input.asOn ?? lastDay(read, context.now());
  return bookOf(context).snapshot((read) => find(read, asOn(read)));
}
