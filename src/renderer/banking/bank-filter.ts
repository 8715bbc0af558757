import type { BankLineRow } from "#contract/reconciliation.ts";

/** What the list of bank lines is narrowed to; absent parts keep everything. */
export interface BankFilter {
  state: BankLineRow["state"] | "all";
  bankAccountId: number;
  search: string;
}

export const noBankFilter: BankFilter = { state: "all", bankAccountId: 0, search: "" };

/** The filter as the contract asks for it. */
export function bankQuery(filter: BankFilter) {
  const { state, bankAccountId, search } = filter;
  return {
    ...(state === "all" ? {} : { state }),
    ...(bankAccountId === 0 ? {} : { bankAccountId }),
    ...(search === "" ? {} : { search }),
  };
}
