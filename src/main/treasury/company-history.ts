import type { ReadHandle } from "#main/store/handle.ts";
import type { CompanyHistory, HistoryItem } from "./engines/backtest/company-history.ts";
import { bankHistory } from "./forecast.ts";
import { tradeRows } from "./warnings.ts";

/** Everything that a back-test of the forecast may look back on, up to a day. */
export function companyHistory(read: ReadHandle, asOn: string): CompanyHistory {
  const items = tradeRows(read, asOn).map((row): HistoryItem => {
    const isSale = row.side === "customer";
    const sign = isSale ? 1 : -1;
    const kinds = isSale
      ? ({ invoice: "invoice", "credit-note": "credit-note" } as const)
      : ({ invoice: "bill", "credit-note": "bill-credit-note" } as const);
    return {
      id: `${isSale ? "invoice" : "bill"}:${row.id}`,
      kind: kinds[row.kind],
      partyId: row.partyId,
      reference: row.id,
      ...{ issuedOn: row.issuedOn, dueOn: row.dueOn, amountMinor: sign * row.grossMinor },
      payments: row.payments.map(({ paidOn, amountMinor }) => ({
        on: paidOn,
        amountMinor: sign * amountMinor,
      })),
    };
  });
  return { items, bankLines: bankHistory(read, asOn) };
}
