import type { ImportReport } from "#contract/procedure.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { RefusedRow } from "#main/base/table/refused-row.ts";
import type { Progress, Transaction } from "#main/store/book.ts";
import { type BankAccountRow, bankAccount, bankAccounts } from "./bank-accounts.ts";
import { keepStatement, type StatementSpan } from "./keep-statement.ts";
import type { ParsedStatement, StatementLine } from "./statement/parsed-statement.ts";
import type { ReadPiece } from "./statement/read-pieces.ts";
import { keepLayout } from "./statement-layouts.ts";
import { takeLines } from "./take-lines.ts";

/** What an import of statements runs with. */
export interface IntakeContext {
  importRunId: number;
  fileName: string;
  /** The account that a person chose, where the file names none of the book. */
  bankAccountId: number | undefined;
  /** Whether the person said how to read the columns: then it is remembered. */
  isLayoutChosen: boolean;
}

/** A statement of one account, as its pieces come in. */
interface Section extends StatementSpan {
  account: BankAccountRow;
  key: string;
}

/**
 * Takes statements into the book piece by piece. The lines of a day that a piece may have cut wait
 * for the next one: ranks of twins and joins with known lines count within whole days.
 */
export class StatementIntake {
  readonly totals = { added: 0, already: 0, found: 0 };
  readonly refused: RefusedRow[] = [];
  readonly notes: ImportReport["notes"] = [];
  first: ParsedStatement | undefined;
  readonly #tx: Transaction;
  readonly #context: IntakeContext;
  readonly #accounts: readonly BankAccountRow[];
  readonly #sections: Section[] = [];
  readonly #waiting = new Map<BankAccountRow, StatementLine[]>();
  readonly #days = new Map<BankAccountRow, Set<string>>();

  constructor(tx: Transaction, context: IntakeContext) {
    this.#tx = tx;
    this.#context = context;
    this.#accounts = bankAccounts(tx);
  }

  /**
   * Takes one piece.
   * @returns a refusal, or false when its days are not in order: then it must be read whole
   */
  *take(piece: ReadPiece): Generator<Progress, Refusal | boolean, void> {
    for (const [i, statement] of piece.statements.entries()) {
      this.first ??= statement;
      const section = this.#sectionOf(statement, piece.isContinued && i === 0);
      if (isRefusal(section)) return section;
      grow(section, statement);
      this.refused.push(...statement.refused);
      this.totals.found += statement.lines.length + statement.refused.length;
      const waiting = this.#waiting.get(section.account) ?? [];
      for (const line of statement.lines) waiting.push(line);
      this.#waiting.set(section.account, waiting);
    }
    for (const account of this.#waiting.keys()) {
      if (!(yield* this.#takeWaiting(account, piece.isLast))) return false;
    }
    return true;
  }

  /** Keeps the balances of every statement, and says what does not add up. */
  finish(): void {
    const { importRunId, fileName, isLayoutChosen } = this.#context;
    for (const section of this.#sections) {
      const { account, layout } = section;
      this.notes.push(
        ...keepStatement(this.#tx, account, { span: section, importRunId, fileName }),
      );
      if (layout !== undefined && isLayoutChosen) keepLayout(this.#tx, account.id, layout);
    }
  }

  #sectionOf(statement: ParsedStatement, isContinued: boolean): Section | Refusal {
    const key = statement.format === "csv" ? JSON.stringify(statement.account) : "";
    const known =
      statement.format === "csv"
        ? this.#sections.find((section) => section.key === key)
        : isContinued
          ? this.#sections.at(-1)
          : undefined;
    if (known !== undefined) return known;
    const account = this.#accountOf(statement);
    if (isRefusal(account)) return account;
    const section: Section = { account, key, format: statement.format, sumMinor: 0, firstOn: "" };
    this.#sections.push(section);
    return section;
  }

  /** By IBAN first; a person's choice counts only where the file names no account of the book. */
  #accountOf(statement: ParsedStatement): BankAccountRow | Refusal {
    const { iban, number } = statement.account;
    const named = this.#accounts.find(
      (a) =>
        a.iban !== null &&
        ((iban !== undefined && a.iban === iban) ||
          (number !== undefined && number.length >= 8 && a.iban.includes(number))),
    );
    if (named !== undefined) return named;
    const { bankAccountId, fileName } = this.#context;
    if (bankAccountId === undefined) {
      return refuse("banking.choose-account", { file: fileName, found: iban ?? number ?? "" });
    }
    const chosen = bankAccount(this.#tx, bankAccountId);
    if (chosen === undefined) return refuse("banking.unknown-account", { bankAccountId });
    return this.#accounts.find((a) => a.id === chosen.id)!;
  }

  *#takeWaiting(account: BankAccountRow, isLast: boolean): Generator<Progress, boolean, void> {
    const waiting = this.#waiting.get(account) ?? [];
    const cutOn = isLast ? undefined : waiting.at(-1)?.bookedOn;
    const lines = waiting.filter((line) => line.bookedOn !== cutOn);
    this.#waiting.set(
      account,
      waiting.filter((line) => line.bookedOn === cutOn),
    );
    const seen = this.#days.get(account) ?? new Set();
    this.#days.set(account, seen);
    const days = new Set(lines.map((line) => line.bookedOn));
    for (const day of days) if (seen.has(day)) return false;
    for (const day of days) seen.add(day);
    const { importRunId, fileName } = this.#context;
    const intake = yield* takeLines(this.#tx, { account, lines, importRunId, fileName });
    this.refused.push(...intake.refused);
    this.notes.push(...intake.notes);
    this.totals.added += intake.added;
    this.totals.already += intake.already;
    return true;
  }
}

/** Adds what a piece says of a statement: its lines' sum, its balances, its first day. */
function grow(section: Section, statement: ParsedStatement): void {
  const { openingMinor, openingOn, closingMinor, closingOn, layout, account } = statement;
  const isEarlier = section.openingOn === undefined || (openingOn ?? "") < section.openingOn;
  if (openingMinor !== undefined && (section.openingMinor === undefined || isEarlier)) {
    Object.assign(section, { openingMinor, ...(openingOn === undefined ? {} : { openingOn }) });
  }
  const isLater = section.closingOn === undefined || (closingOn ?? "") >= section.closingOn;
  if (closingMinor !== undefined && (section.closingMinor === undefined || isLater)) {
    Object.assign(section, { closingMinor, ...(closingOn === undefined ? {} : { closingOn }) });
  }
  for (const line of statement.lines) {
    section.sumMinor += line.amountMinor;
    if (section.firstOn === "" || line.bookedOn < section.firstOn) section.firstOn = line.bookedOn;
    if (line.currency !== account.currency) section.isMixed = true;
  }
  if (layout !== undefined) section.layout = layout;
}
