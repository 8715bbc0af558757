import type { ReadHandle } from "#main/store/handle.ts";

/** A bank line with its account, as matching and posting need it. */
export interface BankLine {
  id: number;
  bankAccountId: number;
  bookedOn: string;
  amountMinor: number;
  currency: string;
  label: string;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  reference: string | null;
  account: string;
  journal: string;
  /** How far matching may go on its own on this bank account. */
  matching: "automatic" | "suggest" | "off";
}

const COLUMNS = `
SELECT b.id, b.bank_account_id AS bankAccountId, b.booked_on AS bookedOn,
  b.amount_minor AS amountMinor, b.currency, b.label, b.counterparty_name AS counterpartyName,
  b.counterparty_iban AS counterpartyIban, b.reference, a.account, a.journal,
  a.matching
FROM bank_line b JOIN bank_account a ON a.id = b.bank_account_id`;

/** Lines that no active match holds, oldest first; none of an account that is not to be matched. */
export function unmatchedLines(read: ReadHandle): BankLine[] {
  return read
    .reading(
      `${COLUMNS} WHERE NOT EXISTS (SELECT 1 FROM match m WHERE m.bank_line_id = b.id
        AND m.undone_by_entry_id IS NULL) AND b.amount_minor <> 0
        AND a.matching <> 'off' ORDER BY b.booked_on, b.id`,
    )
    .all() as BankLine[];
}

/** One bank line. */
export function bankLine(read: ReadHandle, id: number): BankLine | undefined {
  return read.reading(`${COLUMNS} WHERE b.id = ?`).get(id) as BankLine | undefined;
}

/** Whether an active match holds the line. */
export function isMatched(read: ReadHandle, bankLineId: number): boolean {
  const found = read
    .reading("SELECT 1 FROM match WHERE bank_line_id = ? AND undone_by_entry_id IS NULL")
    .get(bankLineId);
  return found !== undefined;
}
