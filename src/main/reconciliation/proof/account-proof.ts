import { type BankAccountRow, knownBalance } from "#main/banking/bank-accounts.ts";
import type { Refusal } from "#main/base/refusal.ts";
import { refuse } from "#main/base/refusal.ts";
import { positionAt } from "#main/ledger/statements/position.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** A bank line that no entry holds on the day; signed as the bank shows it. */
export interface UnpostedLine {
  bankLineId: number;
  bookedOn: string;
  label: string;
  amountMinor: number;
}

/** A ledger line on the bank's account that no bank line answers; debit positive. */
export interface UnseenEntry {
  lineId: number;
  entryId: number;
  datedOn: string;
  label: string;
  amountMinor: number;
}

/**
 * A bank account on a day, both sides: the ledger's balance corrected by what each side lacks
 * must be the bank's. `differenceMinor` is what stays unexplained.
 */
export interface AccountProof {
  ledgerMinor: number;
  unposted: UnpostedLine[];
  unseen: UnseenEntry[];
  expectedMinor: number;
  bankMinor: number;
  /** Day of the last balance that the bank itself stated; null when it stated none. */
  statedOn: string | null;
  differenceMinor: number;
}

/** Lines of the bank up to a day whose match, if any, is not posted by that day. */
const UNPOSTED = `
SELECT b.id AS bankLineId, b.booked_on AS bookedOn, b.label, b.amount_minor AS amountMinor
FROM bank_line b WHERE b.bank_account_id = @id AND b.booked_on <= @onDate AND b.amount_minor <> 0
  AND b.id NOT IN (SELECT m.bank_line_id FROM match m JOIN entry e ON e.id = m.entry_id
    LEFT JOIN entry r ON r.id = m.undone_by_entry_id
    WHERE e.dated_on <= @onDate AND (r.id IS NULL OR r.dated_on > @onDate))
ORDER BY b.booked_on, b.id`;

/**
 * Lines of the account from the bank's first line on, without openings, without pairs of an entry
 * and its reversal, and without those that a bank line of the period answers.
 */
const UNSEEN = `
SELECT l.id AS lineId, l.entry_id AS entryId, l.dated_on AS datedOn,
  coalesce(l.label, e.label) AS label, l.debit_minor - l.credit_minor AS amountMinor
FROM line l JOIN entry e ON e.id = l.entry_id JOIN journal j ON j.code = e.journal
WHERE l.account = @account AND l.dated_on <= @onDate AND j.kind <> 'opening'
  AND l.dated_on >= (SELECT min(booked_on) FROM bank_line WHERE bank_account_id = @id)
  AND e.reverses_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id AND r.dated_on <= @onDate)
  AND NOT EXISTS (SELECT 1 FROM match m JOIN bank_line b ON b.id = m.bank_line_id
    WHERE m.entry_id = e.id AND b.bank_account_id = @id AND b.booked_on <= @onDate)
ORDER BY l.dated_on, l.id`;

/** Proves a bank account on a day; refuses a day that no fiscal year holds. */
export function accountProof(
  read: ReadHandle,
  bank: BankAccountRow,
  onDate: string,
): AccountProof | Refusal {
  const position = positionAt(read, onDate);
  if (position === undefined) return refuse("statements.outside-years", { date: onDate });
  const standing = position.standings.find((one) => one.account === bank.account);
  const { id, account } = bank;
  const unposted = read.reading(UNPOSTED).all({ id, onDate }) as UnpostedLine[];
  const unseen = read.reading(UNSEEN).all({ id, account, onDate }) as UnseenEntry[];
  const { balanceMinor: bankMinor, statedOn } = knownBalance(read, bank, onDate);
  const ledgerMinor = standing?.minor ?? 0;
  const expectedMinor = ledgerMinor + sumOf(unposted) - sumOf(unseen);
  const differenceMinor = bankMinor - expectedMinor;
  return { ledgerMinor, unposted, unseen, expectedMinor, bankMinor, statedOn, differenceMinor };
}

function sumOf(rows: readonly { amountMinor: number }[]): number {
  return rows.reduce((minor, row) => minor + row.amountMinor, 0);
}
