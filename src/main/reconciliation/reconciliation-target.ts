import { bankAccounts, knownBalance } from "#main/banking/bank-accounts.ts";
import { previousOpenYear } from "#main/ledger/provisional-year.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** What reconciliation has to reach: the bank's own balance, and how far the ledger is from it. */
export interface ReconciliationTarget {
  onDate: string | null;
  bankMinor: number;
  ledgerMinor: number;
  unmatchedMinor: number;
  differenceMinor: number;
}

/** The target of one account, or of all together. */
export function reconciliationTarget(
  read: ReadHandle,
  bankAccountId: number | undefined,
): ReconciliationTarget {
  const target: ReconciliationTarget = {
    ...{ onDate: null, bankMinor: 0, ledgerMinor: 0 },
    ...{ unmatchedMinor: 0, differenceMinor: 0 },
  };
  for (const account of bankAccounts(read)) {
    if (bankAccountId !== undefined && account.id !== bankAccountId) continue;
    const { balanceMinor, balanceOn } = knownBalance(read, account);
    if (balanceOn === null) continue;
    target.bankMinor += balanceMinor;
    target.ledgerMinor += ledgerMinor(read, account.account);
    target.unmatchedMinor += unmatchedMinor(read, account.id);
    if (target.onDate === null || balanceOn > target.onDate) target.onDate = balanceOn;
  }
  target.differenceMinor = target.bankMinor - target.ledgerMinor;
  return target;
}

/** The account's balance: years without openings of the next are added up. */
function ledgerMinor(read: ReadHandle, account: string): number {
  const last = read.reading("SELECT id FROM fiscal_year ORDER BY ends_on DESC LIMIT 1").get() as
    | { id: number }
    | undefined;
  const ofYear = read.reading(
    "SELECT coalesce(sum(debit_minor - credit_minor), 0) AS minor FROM balance " +
      "WHERE fiscal_year_id = ? AND account = ?",
  );
  let sum = 0;
  for (let id = last?.id; id !== undefined; id = previousOpenYear(read, id)) {
    sum += (ofYear.get(id, account) as { minor: number }).minor;
  }
  return sum;
}

function unmatchedMinor(read: ReadHandle, bankAccountId: number): number {
  const { minor } = read
    .reading(
      "SELECT coalesce(sum(b.amount_minor), 0) AS minor FROM bank_line b " +
        "WHERE b.bank_account_id = ? AND NOT EXISTS (SELECT 1 FROM match m " +
        "WHERE m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL)",
    )
    .get(bankAccountId) as { minor: number };
  return minor;
}
