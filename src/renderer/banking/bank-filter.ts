import type { BankLineRow } from "#contract/matching.ts";

/** What the list of bank lines is narrowed to; absent parts keep everything. */
export interface BankFilter {
  state: BankLineRow["state"] | "open" | "to-review" | "all";
  bankAccountId: number;
  search: string;
  /** A reason that must stand among those of the match or the suggestion; empty for any. */
  signal: string;
  /** A day; empty for all. */
  day: string;
}

export const noBankFilter: BankFilter = {
  ...{ state: "all", bankAccountId: 0, search: "", signal: "", day: "" },
};

/** The filter as the contract asks for it. */
export function bankQuery(filter: BankFilter) {
  const { state, bankAccountId, search, signal, day } = filter;
  return {
    ...(state === "all" ? {} : { state }),
    ...(bankAccountId === 0 ? {} : { bankAccountId }),
    ...(search === "" ? {} : { search }),
    ...(signal === "" ? {} : { signal }),
    ...(day === "" ? {} : { onDate: day }),
  };
}
