import type { ReadHandle } from "#main/store/handle.ts";
import type { TradeRow } from "./engines/warning-model.ts";
import { paidHistory } from "./forecast.ts";
import { paymentsOnAccount } from "./payments-on-account.ts";
import { tradeRows } from "./warnings.ts";

/** What is open on a day and how everybody paid so far, for the order of chasing. */
export function chaseInput(read: ReadHandle, asOn: string) {
  const account = paymentsOnAccount(read);
  // Nobody is to be chased for, or to pay again, what stands on the statement.
  const open = tradeRows(read, asOn)
    .filter((row) => row.kind === "invoice")
    .map((row): TradeRow & { openMinor: number } => {
      const isSale = row.side === "customer";
      const loose = account.byItem.get(`${isSale ? "invoice" : "bill"}:${row.id}`) ?? [];
      const looseMinor = loose
        .filter((p) => p.on <= asOn)
        .reduce((sum, p) => sum + p.amountMinor, 0);
      const paidMinor = row.payments.reduce((sum, p) => sum + p.amountMinor, 0);
      return { ...row, openMinor: row.grossMinor - paidMinor - looseMinor * (isSale ? 1 : -1) };
    })
    .filter((row) => row.openMinor > 0);
  return {
    asOn,
    receivables: open.filter((row) => row.side === "customer"),
    payables: open.filter((row) => row.side === "supplier"),
    paidHistory: paidHistory(read, account),
  };
}
