import type { ImportReport } from "#contract/procedure.ts";
import type { Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import type { BankAccountRow } from "./bank-accounts.ts";
import type { CsvLayout, StatementFormat } from "./statement/parsed-statement.ts";

/** A statement once all its lines are known: its balances and what lies between them. */
export interface StatementSpan {
  format: StatementFormat;
  openingMinor?: number;
  openingOn?: string;
  closingMinor?: number;
  closingOn?: string;
  sumMinor: number;
  /** Day of its first line; empty without lines. */
  firstOn: string;
  /** Lines in other currencies than the account's: nothing is to add up. */
  isMixed?: boolean;
  layout?: CsvLayout;
}

/** Keeps a statement's balances; what does not add up, within it or with the one before, is told. */
export function keepStatement(
  tx: Transaction,
  account: BankAccountRow,
  kept: { span: StatementSpan; importRunId: number; fileName: string },
): ImportReport["notes"] {
  const { span, importRunId, fileName: file } = kept;
  const { openingMinor, openingOn, closingMinor, closingOn, sumMinor } = span;
  if (closingMinor === undefined && openingMinor === undefined) return [];
  tx.run(
    sqlBuilder.insertInto("statement").values({
      bank_account_id: account.id,
      opening_minor: openingMinor ?? null,
      opening_on: openingOn ?? null,
      closing_minor: closingMinor ?? null,
      closing_on: closingOn ?? null,
      import_run_id: importRunId,
    }),
  );
  const notes = gapBefore(tx, account, { span, file });
  if (openingMinor === undefined || closingMinor === undefined || span.isMixed) return notes;
  const gapMinor = closingMinor - openingMinor - sumMinor;
  if (gapMinor === 0) return notes;
  const facts = { file, gapMinor, closingOn: closingOn ?? "" };
  return [...notes, { code: "banking.statement-gap", facts }];
}

/**
 * What is missing between the last statement before this one and its opening balance, once the
 * lines that stand between are counted: a statement that nobody imported.
 */
function gapBefore(
  tx: Transaction,
  account: BankAccountRow,
  { span, file }: { span: StatementSpan; file: string },
): ImportReport["notes"] {
  const { openingMinor, closingOn } = span;
  const firstOn = span.firstOn || "9999-12-31";
  if (openingMinor === undefined || closingOn === undefined) return [];
  const previous = tx
    .reading(
      "SELECT closing_minor AS minor, closing_on AS previousOn FROM statement " +
        "WHERE bank_account_id = ? AND closing_minor IS NOT NULL AND closing_on < ? " +
        "AND closing_on <= ? ORDER BY closing_on DESC, id DESC LIMIT 1",
    )
    .get(account.id, closingOn, firstOn) as { minor: number; previousOn: string } | undefined;
  if (previous === undefined) return [];
  const { minor, previousOn } = previous;
  const between = tx
    .reading(
      "SELECT coalesce(sum(amount_minor), 0) AS minor FROM bank_line " +
        "WHERE bank_account_id = ? AND booked_on > ? AND booked_on < ?",
    )
    .get(account.id, previousOn, firstOn) as { minor: number };
  const gapMinor = openingMinor - minor - between.minor;
  if (gapMinor === 0) return [];
  const openingOn = span.openingOn ?? firstOn;
  const facts = { file, name: account.name, previousOn, openingOn, gapMinor };
  return [{ code: "banking.statements-apart", facts }];
}
