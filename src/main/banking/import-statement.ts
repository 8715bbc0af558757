import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { RefusedRow } from "#main/base/table/refused-row.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import { type BankAccountRow, bankAccount, bankAccounts } from "./bank-accounts.ts";
import { countBankLines } from "./count-bank-lines.ts";
import type { ParsedStatement } from "./statement/parsed-statement.ts";
import type { CsvOptions } from "./statement/read-statement-csv.ts";
import { readStatements } from "./statement/read-statements.ts";
import { statementFields } from "./statement/statement-columns.ts";
import { keepLayout, knownLayouts } from "./statement-layouts.ts";
import { takeLines } from "./take-lines.ts";

export interface StatementOptions {
  preview: boolean;
  mapping?: Record<string, string> | undefined;
  /** Of a CSV: money spent is positive. */
  inverted?: boolean | undefined;
  /** Where the statement belongs when it does not say, chosen by a person. */
  bankAccountId?: number | undefined;
}

/**
 * Imports a bank statement: its account is found by IBAN, its lines are added once, and its
 * opening and closing balances are checked and kept.
 */
export function importStatement(
  act: Act,
  file: ImportedFile,
  options: StatementOptions,
): Work<ImportReport> {
  return function* (tx) {
    const statements = readStatements(file, readingOf(tx, options));
    if (isRefusal(statements)) return statements;
    const grouped = groupByAccount(tx, file.name, { statements, options });
    if (isRefusal(grouped)) return grouped;
    const importRunId = openImport(tx, act, { kind: "statement", file });
    const totals = { added: 0, already: 0, found: 0 };
    const refused: RefusedRow[] = [];
    const notes: ImportReport["notes"] = [];
    for (const [account, parts] of grouped) {
      const lines = parts.flatMap((s) => s.lines);
      const intake = yield* takeLines(tx, { account, lines, importRunId, fileName: file.name });
      for (const part of parts) {
        notes.push(...keepStatement(tx, account, { part, importRunId, file }));
        if (part.layout !== undefined && isChosen(options)) keepLayout(tx, account.id, part.layout);
      }
      refused.push(...parts.flatMap((s) => s.refused), ...intake.refused);
      notes.push(...intake.notes);
      totals.added += intake.added;
      totals.already += intake.already;
      totals.found += lines.length + parts.reduce((n, s) => n + s.refused.length, 0);
    }
    return closeImport(tx, importRunId, {
      kind: "statement",
      fileName: file.name,
      preview: options.preview,
      ...totals,
      refused: refused.map((r) => ({ ...r, facts: { ...r.facts } })),
      ...columnsOf(statements),
      inBook: countBankLines(tx),
      notes,
    });
  };
}

/** A person's choices, and those made before for the account. */
function readingOf(tx: Transaction, options: StatementOptions): CsvOptions {
  const { mapping, inverted, bankAccountId } = options;
  return {
    ...(mapping === undefined ? {} : { csvMapping: mapping }),
    ...(inverted === undefined ? {} : { inverted }),
    layouts: knownLayouts(tx, bankAccountId),
  };
}

function isChosen({ mapping, inverted }: StatementOptions): boolean {
  return mapping !== undefined || inverted !== undefined;
}

/** How the columns of a CSV were read, for the person to see and change. */
function columnsOf(statements: readonly ParsedStatement[]): Partial<ImportReport> {
  const layout = statements[0]?.layout;
  if (layout === undefined) return {};
  const { headers, mapping, inverted } = layout;
  const fields = statementFields.map(({ field, title }) => ({ field, title }));
  return {
    mapping: { ...mapping },
    choices: { headers: [...headers], fields, inverted },
  };
}

function groupByAccount(
  tx: Transaction,
  fileName: string,
  asked: { statements: readonly ParsedStatement[]; options: StatementOptions },
): Map<BankAccountRow, ParsedStatement[]> | Refusal {
  const accounts = bankAccounts(tx);
  const groups = new Map<BankAccountRow, ParsedStatement[]>();
  for (const statement of asked.statements) {
    const account = accountOf(tx, accounts, { statement, chosen: asked.options.bankAccountId });
    if (isRefusal(account)) return account;
    if (account === undefined) {
      const found = statement.account.iban ?? statement.account.number ?? "";
      return refuse("banking.choose-account", { file: fileName, found });
    }
    groups.set(account, [...(groups.get(account) ?? []), statement]);
  }
  return groups;
}

/** By IBAN first; a person's choice counts only where the file names no account of the book. */
function accountOf(
  tx: Transaction,
  accounts: readonly BankAccountRow[],
  asked: { statement: ParsedStatement; chosen: number | undefined },
): BankAccountRow | undefined | Refusal {
  const { iban, number } = asked.statement.account;
  const named = accounts.find(
    (a) =>
      a.iban !== null &&
      ((iban !== undefined && a.iban === iban) ||
        (number !== undefined && number.length >= 8 && a.iban.includes(number))),
  );
  if (named !== undefined) return named;
  if (asked.chosen === undefined) return undefined;
  const chosen = bankAccount(tx, asked.chosen);
  if (chosen === undefined) {
    return refuse("banking.unknown-account", { bankAccountId: asked.chosen });
  }
  return accounts.find((a) => a.id === chosen.id);
}

function keepStatement(
  tx: Transaction,
  account: BankAccountRow,
  kept: { part: ParsedStatement; importRunId: number; file: ImportedFile },
): ImportReport["notes"] {
  const { part } = kept;
  if (part.closingMinor === undefined && part.openingMinor === undefined) return [];
  tx.run(
    sqlBuilder.insertInto("statement").values({
      bank_account_id: account.id,
      opening_minor: part.openingMinor ?? null,
      opening_on: part.openingOn ?? null,
      closing_minor: part.closingMinor ?? null,
      closing_on: part.closingOn ?? null,
      import_run_id: kept.importRunId,
    }),
  );
  const gapMinor = part.balanceGapMinor ?? 0;
  const notes = gapBefore(tx, account, { part, fileName: kept.file.name });
  if (gapMinor === 0) return notes;
  const facts = { file: kept.file.name, gapMinor, closingOn: part.closingOn ?? "" };
  return [...notes, { code: "banking.statement-gap", facts }];
}

/**
 * What is missing between the last statement before this one and its opening balance, once the
 * lines that stand between are counted: a statement that nobody imported.
 */
function gapBefore(
  tx: Transaction,
  account: BankAccountRow,
  { part, fileName }: { part: ParsedStatement; fileName: string },
): ImportReport["notes"] {
  const firstOn = part.lines.reduce((on, l) => (l.bookedOn < on ? l.bookedOn : on), "9999-12-31");
  const openingOn = part.openingOn ?? firstOn;
  if (part.openingMinor === undefined || part.closingOn === undefined) return [];
  const previous = tx
    .reading(
      "SELECT closing_minor AS minor, closing_on AS previousOn FROM statement " +
        "WHERE bank_account_id = ? AND closing_minor IS NOT NULL AND closing_on < ? " +
        "AND closing_on <= ? ORDER BY closing_on DESC, id DESC LIMIT 1",
    )
    .get(account.id, part.closingOn, firstOn) as { minor: number; previousOn: string } | undefined;
  if (previous === undefined) return [];
  const { minor, previousOn } = previous;
  const between = tx
    .reading(
      "SELECT coalesce(sum(amount_minor), 0) AS minor FROM bank_line " +
        "WHERE bank_account_id = ? AND booked_on > ? AND booked_on < ?",
    )
    .get(account.id, previousOn, firstOn) as { minor: number };
  const gapMinor = part.openingMinor - minor - between.minor;
  if (gapMinor === 0) return [];
  const facts = { file: fileName, name: account.name, previousOn, openingOn, gapMinor };
  return [{ code: "banking.statements-apart", facts }];
}
