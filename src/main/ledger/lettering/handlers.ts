import { isRefusal } from "#main/base/refusal.ts";
import { actOf, office, readOf, run, stream } from "#main/security/office-context.ts";
import { agedBalance } from "./aged-balance.ts";
import { letterAutomatically } from "./letter-automatically.ts";
import { letterByHand, unletterByHand } from "./letter-by-hand.ts";
import { letterLinesOf, listLetterable } from "./letterable-rows.ts";

const o = office.lettering;

/** The procedures of lettering. */
export const letteringHandlers = {
  listLetterable: o.listLetterable.handler(({ context, input }) =>
    listLetterable(readOf(context), input),
  ),
  listLines: o.listLines.handler(({ context, input }) => letterLinesOf(readOf(context), input)),
  agedBalance: o.agedBalance.handler(({ context, input }) => agedBalance(readOf(context), input)),
  letter: o.letter.handler(({ context, input }) =>
    run(context, "lettering.letter", (tx) => {
      const lettered = letterByHand(tx, actOf(context, "lettering.letter"), input);
      if (isRefusal(lettered)) return lettered;
      return { result: lettered, audit: { subject: `letter ${lettered.letter}`, after: input } };
    }),
  ),
  unletter: o.unletter.handler(({ context, input }) =>
    run(context, "lettering.unletter", (tx) => {
      const undone = unletterByHand(tx, input.lineIds);
      if (isRefusal(undone)) return undone;
      return { result: undone, audit: { subject: "letters removed", after: input } };
    }),
  ),
  automatic: o.automatic.handler(async function* ({ context, input, signal }) {
    const command = "lettering.automatic";
    const { preview } = input;
    const work = letterAutomatically(actOf(context, command), input);
    return yield* stream({ context, command, signal, preview }, work);
  }),
  settings: o.settings.handler(
    ({ context }) =>
      readOf(context).reading("SELECT limit_minor AS limitMinor FROM lettering_setting").get() as {
        limitMinor: number;
      },
  ),
  setLimit: o.setLimit.handler(({ context, input }) =>
    run(context, "lettering.setLimit", (tx) => {
      tx.writing("UPDATE lettering_setting SET limit_minor = ?").run(input.limitMinor);
      return { result: input, audit: { subject: "lettering limit", after: input } };
    }),
  ),
};
