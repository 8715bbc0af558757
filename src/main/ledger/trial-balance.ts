import type { ReadHandle } from "#main/store/handle.ts";

export interface TrialBalanceRow {
  account: string;
  label: string;
  openingMinor: number;
  debitMinor: number;
  creditMinor: number;
  balanceMinor: number;
}

const ROWS = `
SELECT b.account AS account, coalesce(a.label, '') AS label,
  sum(CASE WHEN opens THEN b.debit_minor - b.credit_minor ELSE 0 END) AS openingMinor,
  sum(CASE WHEN opens THEN 0 ELSE b.debit_minor END) AS debitMinor,
  sum(CASE WHEN opens THEN 0 ELSE b.credit_minor END) AS creditMinor,
  sum(b.debit_minor - b.credit_minor) AS balanceMinor
FROM (
  SELECT b.*, (j.kind = 'opening' OR b.month < @fromMonth) AS opens
  FROM balance b JOIN journal j ON j.code = b.journal
  WHERE b.fiscal_year_id = @yearId AND b.month <= @toMonth
) b
LEFT JOIN account_year a ON a.fiscal_year_id = @yearId AND a.account = b.account
GROUP BY b.account ORDER BY b.account`;

/**
 * Trial balance (balance générale) of a fiscal year, from the balances kept by month: what
 * came before the first month, and the opening entries, stand in the opening column.
 */
export function trialBalance(
  read: ReadHandle,
  asked: { fiscalYearId: number; fromMonth?: string | undefined; toMonth?: string | undefined },
): { rows: TrialBalanceRow[]; debitMinor: number; creditMinor: number } {
  const rows = read.reading(ROWS).all({
    yearId: asked.fiscalYearId,
    fromMonth: asked.fromMonth ?? "",
    toMonth: asked.toMonth ?? "9999-12",
  }) as TrialBalanceRow[];
  let debitMinor = 0;
  let creditMinor = 0;
  for (const row of rows) {
    debitMinor += row.debitMinor + Math.max(0, row.openingMinor);
    creditMinor += row.creditMinor + Math.max(0, -row.openingMinor);
  }
  return { rows, debitMinor, creditMinor };
}
