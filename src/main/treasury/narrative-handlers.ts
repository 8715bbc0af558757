import { lastDay } from "#main/reconciliation/proof/kept-proof.ts";
import { bookOf, type OfficeContext, office } from "#main/security/office-context.ts";
import { narrate } from "./narrative/narrate.ts";
import { narrativeFacts } from "./narrative/narrative-facts.ts";

const o = office.treasury;

/** The treasury in plain language. */
export const narrativeHandlers = {
  narrative: o.narrative.handler(({ context, input }) => narrate(factsOf(context), input.language)),
};

function factsOf(context: OfficeContext) {
  const todayOn = new Date(context.now()).toISOString().slice(0, 10);
  return bookOf(context).snapshot((read) =>
    narrativeFacts(read, { asOn: lastDay(read, context.now()), todayOn }),
  );
}
