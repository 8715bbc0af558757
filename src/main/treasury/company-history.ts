import type { ReadHandle } from "#main/store/handle.ts";
import type { CompanyHistory, HistoryItem } from "./engines/backtest/company-history.ts";
import { bankHistory } from "./forecast.ts";
import { paymentsOnAccount } from "./payments-on-account.ts";
import { tradeRows } from "./warnings.ts";

/**
 * Everything that a back-test of the forecast may look back on, up to a day. Dates are the bank's; which
 * item a line pays, matched or on account, is told as the book knows it today: the day on which
 * somebody matched it says nothing of what that line was.
 */
export function companyHistory(read: ReadHandle, asOn: string): CompanyHistory {
  const account = paymentsOnAccount(read);
  const items = tradeRows(read, asOn).map((row): HistoryItem => {
    const isSale = row.side === "customer";
    const sign = isSale ? 1 : -1;
    const kinds = isSale
      ? ({ invoice: "invoice", "credit-note": "credit-note" } as const)
      : ({ invoice: "bill", "credit-note": "bill-credit-note" } as const);
    const id = `${isSale ? "invoice" : "bill"}:${row.id}`;
    const onAccount = account.byItem.get(id) ?? [];
    return {
      id,
      kind: kinds[row.kind],
      partyId: row.partyId,
      reference: row.id,
      ...{ issuedOn: row.issuedOn, dueOn: row.dueOn, amountMinor: sign * row.grossMinor },
      payments: [
        ...row.payments.map(({ paidOn, amountMinor }) => ({
          on: paidOn,
          amountMinor: sign * amountMinor,
        })),
        ...onAccount
          .filter(({ on }) => on <= asOn)
          .map(({ on, amountMinor }) => ({ on, amountMinor })),
      ],
    };
  });
  return { items, bankLines: bankHistory(read, asOn, account) };
}
