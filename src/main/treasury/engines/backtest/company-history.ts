import type { ForecastInput, OpenItem } from "../forecast-model.ts";
import type { PaidItem } from "../payment-delays.ts";
import type { BankHistoryLine } from "../recurring-flows.ts";

/** An invoice or bill with its payments; amounts signed as in the bank: what comes in is positive. */
export interface HistoryItem extends Omit<OpenItem, "openMinor"> {
  amountMinor: number;
  payments: readonly { on: string; amountMinor: number }[];
}

/** What a company's books say of its past; bank lines may be none (a table of receivables). */
export interface CompanyHistory {
  items: readonly HistoryItem[];
  bankLines: readonly BankHistoryLine[];
}

/**
 * What the forecast would have been given on a past day: items issued by then with what was open
 * of them, payments and bank lines made by then, nothing of later days. The balance starts at 0:
 * it is the movement that a back-test compares. The schedule is left out, for what a person
 * had typed by that day is not known any more.
 */
export function historyAt(
  history: CompanyHistory,
  asOn: string,
  horizonDays: number,
): ForecastInput {
  const issued = history.items.filter((item) => item.issuedOn <= asOn);
  const openItems: OpenItem[] = [];
  const paidHistory: PaidItem[] = [];
  for (const { amountMinor, payments, ...item } of issued) {
    let openMinor = amountMinor;
    const side = isSold(item) ? ("customer" as const) : ("supplier" as const);
    for (const payment of payments) {
      if (payment.on > asOn) continue;
      openMinor -= payment.amountMinor;
      const { partyId, issuedOn, dueOn } = item;
      const paidMinor = side === "customer" ? payment.amountMinor : -payment.amountMinor;
      paidHistory.push({
        ...{ partyId, issuedOn, dueOn, side },
        paidOn: payment.on,
        amountMinor: paidMinor,
      });
    }
    if (openMinor !== 0) openItems.push({ ...item, openMinor });
  }
  return {
    ...{ asOn, horizonDays, openItems, paidHistory, balanceMinor: 0, floorMinor: 0, schedule: [] },
    bankHistory: history.bankLines.filter((line) => line.bookedOn <= asOn),
    billing: issued
      .filter(isSold)
      .map(({ issuedOn, dueOn, amountMinor }) => ({ issuedOn, dueOn, grossMinor: amountMinor })),
  };
}

/** An invoice or credit note of the company's own. */
export function isSold({ kind }: Pick<OpenItem, "kind">): boolean {
  return kind === "invoice" || kind === "credit-note";
}
