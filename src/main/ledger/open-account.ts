import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import { readChart } from "./chart.ts";
import { addAccountToYear } from "./open-year.ts";

/**
 * Opens a subdivision of an account of the chart in every fiscal year that knows its parent
 * (PCG art. 933-1: accounts may be subdivided freely). Opening it again changes nothing.
 */
export function openAccount(
  tx: Transaction,
  account: { number: string; label: string },
): { number: string } | Refusal {
  const years = tx.reading("SELECT id FROM fiscal_year").all() as { id: number }[];
  let opened = false;
  for (const { id } of years) {
    if (!hasParent(tx, id, account.number)) continue;
    addAccountToYear(tx, { yearId: id, ...account });
    opened = true;
  }
  return opened
    ? { number: account.number }
    : refuse("ledger.no-parent", { account: account.number });
}

/** Opens an account when no year knows it yet; passes on the refusal of an unknown family. */
export function ensureAccount(
  tx: Transaction,
  account: { number: string; label: string },
): Refusal | undefined {
  const known = tx.reading("SELECT 1 FROM account WHERE number = ?").get(account.number);
  if (known !== undefined) return undefined;
  const opened = openAccount(tx, account);
  return isRefusal(opened) ? opened : undefined;
}

function hasParent(tx: Transaction, yearId: number, number: string): boolean {
  const find = tx.reading("SELECT 1 FROM account_year WHERE fiscal_year_id = ? AND account = ?");
  for (let length = number.length; length >= 3; length--) {
    if (find.get(yearId, number.slice(0, length)) !== undefined) return true;
  }
  return isUndividedFamily(tx, yearId, number);
}

/** Families that the chart names by two digits alone, such as 31 and 37: any subdivision is free. */
function isUndividedFamily(tx: Transaction, yearId: number, number: string): boolean {
  const { chart } = tx.reading("SELECT chart FROM fiscal_year WHERE id = ?").get(yearId) as {
    chart: string;
  };
  const family = number.slice(0, 2);
  const known = readChart(chart).accounts.filter(([one]) => one.startsWith(family));
  return number.length >= 3 && known.length === 1;
}
