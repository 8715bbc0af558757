import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import {
  actOf,
  answer,
  bookOf,
  office,
  readOf,
  relayed,
  run,
  writableOf,
} from "#main/security/office-context.ts";
import { decideProposal } from "./agent/decide-proposal.ts";
import { listProposals } from "./agent/proposal-rows.ts";
import { keepAnalyses } from "./analyses/keep-analyses.ts";
import { listAnalyses, openAnalysis } from "./analyses/kept-analyses.ts";
import { whatChanged } from "./analyses/what-changed.ts";
import { reliabilityOf } from "./reliability.ts";

const o = office.treasury;

/** What the treasury remembers and what its agent proposes. */
export const memoryHandlers = {
  analyse: o.analyse.handler(async ({ context, input }) => {
    const book = writableOf(context);
    const asOn = lastDay(book.read, context.now());
    const act = actOf(context, "treasury.analyse");
    return answer(await keepAnalyses(book, act, { asOn, engines: input.engines }));
  }),
  gradeForecast: o.gradeForecast.handler(async function* ({ context, signal }) {
    const book = writableOf(context);
    const asOn = lastDay(book.read, context.now());
    const act = { ...actOf(context, "treasury.analyse"), signal };
    answer(
      yield* relayed((progress) =>
        keepAnalyses(book, { ...act, progress }, { asOn, engines: ["reliability"] }),
      ),
    );
    return reliabilityOf(book.read);
  }),
  reliability: o.reliability.handler(({ context }) => reliabilityOf(readOf(context))),
  analyses: o.analyses.handler(({ context, input }) =>
    bookOf(context).snapshot((read) => listAnalyses(read, input)),
  ),
  getAnalysis: o.getAnalysis.handler(({ context, input }) =>
    answer(openAnalysis(readOf(context), input.analysisId)),
  ),
  whatChanged: o.whatChanged.handler(({ context, input }) =>
    answer(bookOf(context).snapshot((read) => whatChanged(read, input))),
  ),
  proposals: o.proposals.handler(({ context, input }) =>
    bookOf(context).snapshot((read) =>
      listProposals(read, { ...input, todayOn: dayOf(context.now()) }),
    ),
  ),
  decideProposal: o.decideProposal.handler(({ context, input }) => {
    const act = actOf(context, "treasury.decideProposal");
    const todayOn = dayOf(context.now());
    return run(context, act.command, (tx) => decideProposal(tx, act, { ...input, todayOn }));
  }),
};

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
