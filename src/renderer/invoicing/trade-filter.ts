export type TradeState = "all" | "open" | "late" | "paid";

/** What a list of invoices or bills is narrowed to. */
export interface TradeFilter {
  state: TradeState;
  search: string;
}

export const noTradeFilter: TradeFilter = { state: "all", search: "" };

/** The filter as the contract asks for it. */
export function tradeQuery(filter: TradeFilter, todayOn: string) {
  return { ...filter, todayOn };
}
