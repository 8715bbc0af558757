import type { ReadHandle } from "#main/store/handle.ts";
import { resultAccount, yearResult } from "./closing/result.ts";
import { previousOpenYear } from "./provisional-year.ts";

export interface TrialBalanceRow {
  account: string;
  label: string;
  openingMinor: number;
  debitMinor: number;
  creditMinor: number;
  balanceMinor: number;
}

export interface TrialBalance {
  rows: TrialBalanceRow[];
  debitMinor: number;
  creditMinor: number;
  /** The opening column is what the year before leaves for now: it is not closed yet. */
  isOpeningProvisional: boolean;
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
): TrialBalance {
  const own = read.reading(ROWS).all({
    yearId: asked.fiscalYearId,
    fromMonth: asked.fromMonth ?? "",
    toMonth: asked.toMonth ?? "9999-12",
  }) as TrialBalanceRow[];
  const provisional = provisionalOpenings(read, asked.fiscalYearId);
  const rows = provisional === undefined ? own : withOpenings(own, provisional);
  let debitMinor = 0;
  let creditMinor = 0;
  for (const row of rows) {
    debitMinor += row.debitMinor + Math.max(0, row.openingMinor);
    creditMinor += row.creditMinor + Math.max(0, -row.openingMinor);
  }
  return { rows, debitMinor, creditMinor, isOpeningProvisional: provisional !== undefined };
}

/**
 * What the year before leaves while its closing has not yet posted the openings: computed anew
 * each time, so that it is replaced by itself until the year is closed.
 */
function provisionalOpenings(
  read: ReadHandle,
  fiscalYearId: number,
): TrialBalanceRow[] | undefined {
  const previousId = previousOpenYear(read, fiscalYearId);
  if (previousId === undefined) return undefined;
  const { rows } = trialBalance(read, { fiscalYearId: previousId });
  const kept = rows.filter((row) => /^[1-5]/.test(row.account) && row.balanceMinor !== 0);
  const resultMinor = yearResult(read, previousId);
  if (resultMinor === 0) return kept;
  const account = resultAccount(resultMinor);
  const label =
    resultMinor > 0 ? "Résultat de l'exercice - bénéfice" : "Résultat de l'exercice - perte";
  return [...kept, { ...NOTHING, account, label, balanceMinor: -resultMinor }];
}

const NOTHING = { openingMinor: 0, debitMinor: 0, creditMinor: 0 };

function withOpenings(
  own: readonly TrialBalanceRow[],
  openings: readonly TrialBalanceRow[],
): TrialBalanceRow[] {
  const rows = new Map(own.map((row) => [row.account, row]));
  for (const { account, label, balanceMinor: opening } of openings) {
    const row = rows.get(account) ?? { ...NOTHING, account, label, balanceMinor: 0 };
    const openingMinor = row.openingMinor + opening;
    rows.set(account, { ...row, openingMinor, balanceMinor: row.balanceMinor + opening });
  }
  return [...rows.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
}
