import { isRefusal } from "#main/base/refusal.ts";
import {
  actOf,
  answer,
  bookOf,
  type OfficeContext,
  office,
  readOf,
  run,
  stream,
  writableOf,
} from "#main/security/office-context.ts";
import type { Act } from "#main/store/book.ts";
import { acceptSuggestion, acceptSuggestions } from "./accept-suggestion.ts";
import { categoriseLine } from "./categorise-line.ts";
import { confirmMatch } from "./confirm-match.ts";
import { getLine } from "./get-line.ts";
import { lineSummary, listLines, nextOpenLine } from "./list-lines.ts";
import { listBatches, undoBatch } from "./match-batch.ts";
import { getProof, keepProof, lastDay, listProofs } from "./proof/kept-proof.ts";
import { prove } from "./proof/prove.ts";
import { reconciliationTarget } from "./reconciliation-target.ts";
import { refuseSuggestion } from "./refuse-suggestion.ts";
import { runMatching } from "./run-matching.ts";
import { searchItems } from "./search-items.ts";
import { undoAllocation } from "./undo-allocation.ts";
import { undoMatch } from "./undo-match.ts";

const o = office.reconciliation;

/** The procedures of matching bank lines with invoices and bills. */
export const reconciliationHandlers = {
  summary: o.summary.handler(({ context, input }) =>
    lineSummary(readOf(context), input.bankAccountId),
  ),
  listLines: o.listLines.handler(({ context, input }) => listLines(readOf(context), input)),
  nextOpenLine: o.nextOpenLine.handler(({ context, input }) => ({
    bankLineId: nextOpenLine(readOf(context), input),
  })),
  target: o.target.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => reconciliationTarget(read, input.bankAccountId)),
  ),
  getLine: o.getLine.handler(({ context, input }) =>
    answer(bookOf(context).snapshot((read) => getLine(read, input.bankLineId))),
  ),
  searchItems: o.searchItems.handler(({ context, input }) =>
    searchItems(readOf(context), input.search, input.limit),
  ),
  prove: o.prove.handler(async ({ context, input }) =>
    answer(
      await prove(() => readOf(context), input.onDate ?? lastDay(readOf(context), context.now())),
    ),
  ),
  keepProof: o.keepProof.handler(async ({ context, input }) => {
    const act = actOf(context, "reconciliation.keepProof");
    const onDate = input.onDate ?? lastDay(readOf(context), context.now());
    return answer(await keepProof(writableOf(context), act, onDate));
  }),
  listProofs: o.listProofs.handler(({ context, input }) =>
    listProofs(readOf(context), input.limit),
  ),
  getProof: o.getProof.handler(({ context, input }) =>
    answer(getProof(readOf(context), input.proofId)),
  ),
  runMatching: o.runMatching.handler(({ context, input, signal }) => {
    const command = "reconciliation.runMatching";
    return stream({ context, command, signal }, runMatching(actOf(context, command), input));
  }),
  confirmMatch: o.confirmMatch.handler(({ context, input }) =>
    run(context, "reconciliation.confirmMatch", (tx) => {
      const done = confirmMatch(tx, lateAct(context, "reconciliation.confirmMatch"), input);
      if (isRefusal(done)) return done;
      return { result: done, audit: { subject: `match ${done.matchId}`, after: input } };
    }),
  ),
  categoriseLine: o.categoriseLine.handler(({ context, input }) =>
    run(context, "reconciliation.categoriseLine", (tx) => {
      const done = categoriseLine(tx, lateAct(context, "reconciliation.categoriseLine"), input);
      if (isRefusal(done)) return done;
      return { result: done, audit: { subject: `match ${done.matchId}`, after: input } };
    }),
  ),
  refuseSuggestion: o.refuseSuggestion.handler(({ context, input }) =>
    run(context, "reconciliation.refuseSuggestion", (tx) => {
      const refused = refuseSuggestion(
        tx,
        actOf(context, "reconciliation.refuseSuggestion"),
        input,
      );
      if (isRefusal(refused)) return refused;
      return { result: {}, audit: { subject: `bank line ${input.bankLineId}`, after: input } };
    }),
  ),
  acceptSuggestion: o.acceptSuggestion.handler(({ context, input }) =>
    run(context, "reconciliation.acceptSuggestion", (tx) => {
      const act = lateAct(context, "reconciliation.acceptSuggestion");
      const done = acceptSuggestion(tx, act, input);
      if (isRefusal(done)) return done;
      return { result: done, audit: { subject: `match ${done.matchId}`, after: input } };
    }),
  ),
  acceptSuggestions: o.acceptSuggestions.handler(({ context, input, signal }) => {
    const command = "reconciliation.acceptSuggestions";
    const work = acceptSuggestions(lateAct(context, command), input.bankLineIds);
    return stream({ context, command, signal }, work);
  }),
  undoAllocation: o.undoAllocation.handler(({ context, input }) =>
    run(context, "reconciliation.undoAllocation", (tx) => {
      const done = undoAllocation(tx, actOf(context, "reconciliation.undoAllocation"), input);
      if (isRefusal(done)) return done;
      return { result: done, audit: { subject: `match ${input.matchId}`, after: input } };
    }),
  ),
  listBatches: o.listBatches.handler(({ context, input }) =>
    listBatches(readOf(context), input.limit),
  ),
  undoBatch: o.undoBatch.handler(({ context, input, signal }) => {
    const command = "reconciliation.undoBatch";
    const work = undoBatch(actOf(context, command), input.batchId);
    return stream({ context, command, signal }, work);
  }),
  undoMatch: o.undoMatch.handler(({ context, input }) =>
    run(context, "reconciliation.undoMatch", (tx) => {
      const done = undoMatch(tx, actOf(context, "reconciliation.undoMatch"), input.matchId);
      if (isRefusal(done)) return done;
      return { result: done, audit: { subject: `match ${input.matchId}`, after: done } };
    }),
  ),
};

/** What a person decides about a line of a locked month is booked on the first open day. */
function lateAct(context: OfficeContext, command: string): Act {
  return { ...actOf(context, command), isLate: true };
}
