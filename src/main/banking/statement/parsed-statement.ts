import type { RefusedRow } from "#main/base/table/refused-row.ts";

/** The account a statement is of, as far as the file says. */
export interface StatementAccount {
  iban?: string;
  number?: string;
  currency: string;
}

/** One movement of a statement. */
export interface StatementLine {
  /** Line of the file where the movement starts, counted from 1. */
  line: number;
  bookedOn: string;
  valueOn?: string;
  /** Signed cents: money received is positive. */
  amountMinor: number;
  currency: string;
  label: string;
  counterpartyName?: string;
  counterpartyIban?: string;
  /** Structured creditor reference, else an end-to-end id that somebody really gave. */
  reference?: string;
  /** Every id the bank gives, surest first. Some banks repeat one: never a key by itself. */
  bankIds: string[];
}

export type StatementFormat =
  | "camt.053"
  | "camt.052"
  | "camt.054"
  | "ofx"
  | "mt940"
  | "cfonb120"
  | "qif"
  | "csv";

/** How a CSV was read: its header line, field → header, and whether money spent is positive. */
export interface CsvLayout {
  headers: readonly string[];
  mapping: Readonly<Record<string, string>>;
  inverted: boolean;
}

/** What a statement file says of one account. */
export interface ParsedStatement {
  format: StatementFormat;
  account: StatementAccount;
  openingMinor?: number;
  openingOn?: string;
  closingMinor?: number;
  closingOn?: string;
  lines: StatementLine[];
  refused: RefusedRow[];
  /** Of a CSV: how its columns were read. */
  layout?: CsvLayout;
  /** Closing less (opening + lines): 0 when the file is whole; absent without both balances. */
  balanceGapMinor?: number;
}

/**
 * Sets the balance gap (`balanceGapMinor`) of a statement that gives both balances and whose
 * lines are all in the account's currency.
 */
export function withBalanceGap(statement: ParsedStatement): ParsedStatement {
  const { openingMinor, closingMinor, lines, account } = statement;
  if (openingMinor === undefined || closingMinor === undefined) return statement;
  let sum = openingMinor;
  for (const line of lines) {
    if (line.currency !== account.currency) return statement;
    sum += line.amountMinor;
  }
  return { ...statement, balanceGapMinor: closingMinor - sum };
}
