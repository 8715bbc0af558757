import { isRefusal } from "#main/base/refusal.ts";
import {
  actOf,
  answer,
  type OfficeContext,
  office,
  readOf,
  run,
  writableOf,
} from "#main/security/office-context.ts";
import { setPeriods } from "../periods.ts";
import { allocateResult, proposeAllocation } from "./allocate-result.ts";
import { answerPoint, type ClosingCheck, checklist } from "./checklist.ts";
import { closeYear } from "./close-year.ts";
import { listYearStates } from "./list-year-states.ts";

const o = office.closing;

/** The procedures of periods and closings; `checks` come from every domain. */
export function closingHandlers(checks: readonly ClosingCheck[]) {
  return {
    listYears: o.listYears.handler(({ context }) => listYearStates(readOf(context))),
    setPeriods: o.setPeriods.handler(({ context, input }) =>
      run(context, "closing.setPeriods", (tx) => {
        const set = setPeriods(tx, input);
        if (isRefusal(set)) return set;
        return { result: set, audit: { subject: `periods ${input.month}`, after: input } };
      }),
    ),
    checklist: o.checklist.handler(async ({ context, input }) =>
      answer(await checklist(readOf(context), { ...input, checks })),
    ),
    answerPoint: o.answerPoint.handler(({ context, input }) =>
      run(context, "closing.answerPoint", (tx) => {
        const refused = answerPoint(tx, actOf(context, "closing.answerPoint"), input);
        if (isRefusal(refused)) return refused;
        return { result: {}, audit: { subject: `closing point ${input.point}`, after: input } };
      }),
    ),
    closeYear: o.closeYear.handler(({ context, input }) => close(checks, context, input)),
    proposeAllocation: o.proposeAllocation.handler(({ context, input }) =>
      proposeAllocation(readOf(context), input.fiscalYearId),
    ),
    allocateResult: o.allocateResult.handler(({ context, input }) =>
      run(context, "closing.allocateResult", (tx) => {
        const posted = allocateResult(tx, actOf(context, "closing.allocateResult"), input);
        if (isRefusal(posted)) return posted;
        const { entryId, number, carriedMinor } = posted;
        const result = { entryId, number, carriedMinor };
        return { result, audit: { subject: `entry ${number}`, after: input } };
      }),
    ),
  };
}

async function close(
  checks: readonly ClosingCheck[],
  context: OfficeContext,
  input: { fiscalYearId: number; preview: boolean },
) {
  const book = writableOf(context);
  const points = answer(await checklist(book.read, { ...input, checks }));
  const todayOn = new Date(context.now()).toISOString().slice(0, 10);
  const act = { ...actOf(context, "closing.closeYear"), preview: input.preview };
  const closed = await book.transact(act, (tx) => {
    const result = closeYear(tx, act, { ...input, points, todayOn });
    if (isRefusal(result)) return result;
    return { result, audit: { subject: `year ${input.fiscalYearId}`, after: result } };
  });
  return answer(closed);
}
