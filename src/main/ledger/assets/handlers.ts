import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import {
  actOf,
  answer,
  type OfficeContext,
  office,
  readOf,
  run,
  writableOf,
} from "#main/security/office-context.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import {
  addAsset,
  assetCandidates,
  listAssets,
  removeAsset,
  scheduleOf,
  storedAsset,
} from "./asset-rows.ts";
import { recordProvision, recordStock } from "./inventory.ts";
import {
  accrueLoans,
  addLoan,
  listLoans,
  postLoan,
  removeLoan,
  scheduleWithEntries,
  storedLoan,
} from "./loans.ts";
import { disposeAsset, postDepreciation } from "./post-depreciation.ts";

const o = office.assets;

/** The procedures of fixed assets, loans and inventory entries. */
export const assetsHandlers = {
  list: o.list.handler(({ context, input }) => listAssets(readOf(context), input.asOn)),
  candidates: o.candidates.handler(({ context }) => assetCandidates(readOf(context))),
  schedule: o.schedule.handler(({ context, input }) => {
    const asset = answer(storedAsset(readOf(context), input.assetId));
    return scheduleOf(readOf(context), asset);
  }),
  add: o.add.handler(({ context, input }) =>
    deed(context, "assets.add", { input, work: (tx) => addAsset(tx, input) }),
  ),
  remove: o.remove.handler(({ context, input }) =>
    deed(context, "assets.remove", { input, work: (tx) => removeAsset(tx, input.assetId) ?? {} }),
  ),
  depreciate: o.depreciate.handler(async ({ context, input }) => {
    const { preview, fiscalYearId } = input;
    const act = { ...actOf(context, "assets.depreciate"), preview };
    const done = await writableOf(context).transact(act, (tx) => {
      const result = postDepreciation(tx, act, fiscalYearId);
      if (isRefusal(result)) return result;
      return { result, audit: { subject: `depreciation of year ${fiscalYearId}`, after: result } };
    });
    return answer(done);
  }),
  dispose: o.dispose.handler(({ context, input }) =>
    deed(context, "assets.dispose", { input, work: (tx, act) => disposeAsset(tx, act, input) }),
  ),
  listLoans: o.listLoans.handler(({ context, input }) => listLoans(readOf(context), input.asOn)),
  loanSchedule: o.loanSchedule.handler(({ context, input }) => {
    const loan = answer(storedLoan(readOf(context), input.loanId));
    return scheduleWithEntries(readOf(context), loan);
  }),
  addLoan: o.addLoan.handler(({ context, input }) =>
    deed(context, "assets.addLoan", { input, work: (tx) => addLoan(tx, input) }),
  ),
  removeLoan: o.removeLoan.handler(({ context, input }) =>
    deed(context, "assets.removeLoan", { input, work: (tx) => removeLoan(tx, input.loanId) ?? {} }),
  ),
  postLoan: o.postLoan.handler(({ context, input }) =>
    deed(context, "assets.postLoan", { input, work: (tx, act) => postLoan(tx, act, input) }),
  ),
  accrueLoans: o.accrueLoans.handler(({ context, input }) =>
    deed(context, "assets.accrueLoans", {
      input,
      work: (tx, act) => accrueLoans(tx, act, input.fiscalYearId),
    }),
  ),
  recordStock: o.recordStock.handler(({ context, input }) =>
    deed(context, "assets.recordStock", { input, work: (tx, act) => recordStock(tx, act, input) }),
  ),
  recordProvision: o.recordProvision.handler(({ context, input }) =>
    deed(context, "assets.recordProvision", {
      input,
      work: (tx, act) => recordProvision(tx, act, input),
    }),
  ),
};

/** A command in one SQL transaction with its audit line. */
function deed<T extends object>(
  context: OfficeContext,
  command: string,
  of: { input: object; work: (tx: Transaction, act: Act) => T | Refusal },
): Promise<T> {
  return run<T>(context, command, (tx) => {
    const result = of.work(tx, actOf(context, command));
    if (isRefusal(result)) return result;
    return { result, audit: { subject: command.split(".")[1] ?? command, after: of.input } };
  });
}
