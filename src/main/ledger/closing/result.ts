import type { ReadHandle } from "#main/store/handle.ts";

/** The result of a fiscal year: profit positive, loss negative; classes 6 and 7. */
export function yearResult(read: ReadHandle, fiscalYearId: number): number {
  const { minor } = read
    .reading(
      "SELECT coalesce(sum(credit_minor - debit_minor), 0) AS minor FROM balance " +
        "WHERE fiscal_year_id = ? AND substr(account, 1, 1) IN ('6', '7')",
    )
    .get(fiscalYearId) as { minor: number };
  return minor;
}

/** The account that takes a year's result until the meeting: 120 a profit, 129 a loss. */
export function resultAccount(resultMinor: number): "120" | "129" {
  return resultMinor >= 0 ? "120" : "129";
}
