import type { VatRegime } from "#contract/vat.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { actOf, answer, office, readOf, run } from "#main/security/office-context.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { declareReturn, undoLastReturn } from "./declare.ts";
import { vatControl } from "./vat-control.ts";
import { vatLines } from "./vat-lines.ts";
import { declaredUntil, nextPeriod, vatRegimes } from "./vat-period.ts";
import { declaredReturns, getReturn } from "./vat-return.ts";

const o = office.vat;

/** The procedures of VAT. */
export const vatHandlers = {
  listRegimes: o.listRegimes.handler(({ context }) => vatRegimes(readOf(context))),
  setRegime: o.setRegime.handler(({ context, input }) =>
    run(context, "vat.setRegime", (tx) => {
      const refused = setRegime(tx, input);
      if (isRefusal(refused)) return refused;
      return { result: {}, audit: { subject: `VAT from ${input.fromOn}`, after: input } };
    }),
  ),
  listReturns: o.listReturns.handler(({ context }) => listReturns(readOf(context))),
  getReturn: o.getReturn.handler(({ context, input }) => answer(getReturn(readOf(context), input))),
  listLines: o.listLines.handler(({ context, input }) => answer(vatLines(readOf(context), input))),
  declare: o.declare.handler(({ context, input }) =>
    run(context, "vat.declare", (tx) => {
      const done = declareReturn(tx, actOf(context, "vat.declare"), input);
      if (isRefusal(done)) return done;
      return { result: done, audit: { subject: `VAT return ${input.endsOn}`, after: input } };
    }),
  ),
  undoLast: o.undoLast.handler(({ context }) =>
    run(context, "vat.undoLast", (tx) => {
      const undone = undoLastReturn(tx, actOf(context, "vat.undoLast"));
      if (isRefusal(undone)) return undone;
      return { result: undone, audit: { subject: `VAT return ${undone.endsOn} undone` } };
    }),
  ),
  control: o.control.handler(({ context, input }) => vatControl(readOf(context), input)),
};

/** A regime starts with a month, after what is declared; one of the same day is replaced. */
function setRegime(tx: Transaction, asked: VatRegime): Refusal | undefined {
  const { fromOn } = asked;
  if (!fromOn.endsWith("-01")) return refuse("vat.regime-mid-period", { fromOn });
  const untilOn = declaredUntil(tx);
  if (untilOn !== undefined && fromOn <= untilOn) return refuse("vat.regime-declared", { untilOn });
  tx.writing(
    "INSERT INTO vat_regime (from_on, regime, sales_on_debits, bought_on_debits, " +
      "coefficient_bps) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET " +
      "regime = excluded.regime, sales_on_debits = excluded.sales_on_debits, " +
      "bought_on_debits = excluded.bought_on_debits, coefficient_bps = excluded.coefficient_bps",
  ).run(
    ...[fromOn, asked.regime, asked.salesOnDebits ? 1 : 0],
    ...[asked.boughtOnDebits ? 1 : 0, asked.coefficientBps],
  );
  return undefined;
}

function listReturns(read: ReadHandle) {
  const declared = declaredReturns(read).map(({ form, startsOn, endsOn }) => ({
    ...{ form, startsOn, endsOn },
    isDeclared: true,
  }));
  const next = nextPeriod(read);
  if (isRefusal(next)) return declared;
  const { form, startsOn, endsOn } = next;
  return [...declared, { form, startsOn, endsOn, isDeclared: false }];
}
