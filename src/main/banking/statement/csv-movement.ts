import { isRefusedRow, type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import type { RowReader, WordList } from "#main/base/table/row-reader.ts";
import type { CsvRecord } from "#main/base/table/split-csv.ts";
import { joinLabel } from "./join-label.ts";
import { keepsCents } from "./keeps-cents.ts";
import { parisDay } from "./paris-day.ts";
import type { StatementAccount, StatementLine } from "./parsed-statement.ts";

/** A row of a bank's CSV before its sign is settled. */
export interface CsvMovement {
  line: Omit<StatementLine, "amountMinor">;
  account: StatementAccount;
  /** A signed amount, or what stands in the debit and credit columns. */
  amount: { signedMinor: number } | { debitMinor: number; creditMinor: number };
  balanceMinor?: number;
}

/** Statuses under which a movement is not on the account, in the words of Qonto and Revolut. */
const NOT_BOOKED = /^(?:processing|pending|created|declined|cancell?ed|reversed|reverted|failed)$/;
const NOT_BOOKED_STEMS = /^(?:en cours|en attente|refuse|annule|rejete|contrepasse)/;

const SENSES: WordList<"debit" | "credit"> = {
  words: {
    d: "debit",
    debit: "debit",
    dbit: "debit",
    c: "credit",
    credit: "credit",
    crdt: "credit",
  },
  shown: ["D", "C"],
};

/** Reads one row; the account is the file's, refined by the row's own account and currency. */
export function readCsvMovement(
  row: CsvRecord,
  reader: RowReader,
  base: { account: StatementAccount; ownIban: boolean },
): CsvMovement | RefusedRow {
  const { line } = row;
  const status = reader.text(row, "status");
  if (isNotBooked(plain(status))) return refuseRow("files.not-booked", { line, status });
  const bookedOn = dayOf(row, reader, "bookedOn");
  if (isRefusedRow(bookedOn)) return bookedOn;
  if (bookedOn === undefined) return missing(row, reader, "bookedOn");
  const amount = amountOf(row, reader);
  if (isRefusedRow(amount)) return amount;
  const balance = reader.amount(row, "balance");
  const account = accountOf(row, reader, base.account);
  const { currency } = account;
  if (!keepsCents(currency)) return refuseRow("files.currency", { line, currency });
  const details = textsOf(row, reader, base.ownIban);
  const valueOn = dayOf(row, reader, "valueOn");
  if (typeof valueOn === "string") details.valueOn = valueOn;
  return {
    line: { ...details, line, bookedOn, currency },
    account,
    amount,
    ...(typeof balance === "number" && { balanceMinor: balance }),
  };
}

function isNotBooked(status: string): boolean {
  return NOT_BOOKED.test(status) || NOT_BOOKED_STEMS.test(status);
}

type Texts = Omit<StatementLine, "line" | "bookedOn" | "amountMinor" | "currency">;

function textsOf(row: CsvRecord, reader: RowReader, ownIban: boolean): Texts {
  const name = reader.text(row, "counterpartyName").replace(/\s+/g, " ");
  const iban = reader.text(row, "counterpartyIban") || (ownIban ? "" : reader.text(row, "iban"));
  const reference = reader.text(row, "reference");
  const written = joinLabel([reader.text(row, "label"), reader.text(row, "detail")]);
  const bankId = reader.text(row, "bankId");
  return {
    label: written || joinLabel([name, reference]),
    bankIds: bankId === "" ? [] : [bankId],
    ...(name && { counterpartyName: name }),
    ...(iban && { counterpartyIban: iban.replace(/\s/g, "").toUpperCase() }),
    ...(reference && { reference }),
  };
}

function dayOf(row: CsvRecord, reader: RowReader, field: string) {
  const inUtc = reader.has(field) && /\bUTC\b/i.test(reader.column(field));
  return (inUtc ? parisDay(reader.text(row, field)) : undefined) ?? reader.date(row, field);
}

function amountOf(row: CsvRecord, reader: RowReader): CsvMovement["amount"] | RefusedRow {
  const signed = reader.amount(row, "amountMinor");
  if (isRefusedRow(signed)) return signed;
  if (signed !== undefined) return signedAmount(row, reader, signed);
  const debit = reader.amount(row, "debit");
  if (isRefusedRow(debit)) return debit;
  const credit = reader.amount(row, "credit");
  if (isRefusedRow(credit)) return credit;
  if (debit === undefined && credit === undefined) {
    const field = ["amountMinor", "debit", "credit"].find((f) => reader.has(f)) ?? "amountMinor";
    return missing(row, reader, field);
  }
  const amount = { debitMinor: debit ?? 0, creditMinor: credit ?? 0 };
  if (Math.abs(amount.debitMinor) === Math.abs(amount.creditMinor)) {
    return refuseRow("files.zero-amount", { line: row.line });
  }
  return amount;
}

function signedAmount(row: CsvRecord, reader: RowReader, signed: number) {
  const fee = reader.amount(row, "fee");
  if (isRefusedRow(fee)) return fee;
  const minor = signed - (fee ?? 0);
  if (minor === 0) return refuseRow("files.zero-amount", { line: row.line });
  if (!reader.has("sense")) return { signedMinor: minor };
  const sense = reader.word(row, "sense", SENSES);
  if (isRefusedRow(sense)) return sense;
  return { signedMinor: sense === "debit" ? -Math.abs(minor) : Math.abs(minor) };
}

function accountOf(row: CsvRecord, reader: RowReader, base: StatementAccount): StatementAccount {
  const currency = reader.text(row, "currency").toUpperCase().replace("€", "EUR");
  const named = reader.text(row, "account").replace(/\s+/g, " ");
  const compact = named.replaceAll(" ", "").toUpperCase();
  const isIban = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(compact);
  const { iban: _iban, number: _number, ...rest } = base;
  const own =
    named === "" ? base : { ...rest, ...(isIban ? { iban: compact } : { number: named }) };
  return { ...own, currency: currency || base.currency };
}

function missing(row: CsvRecord, reader: RowReader, field: string): RefusedRow {
  return refuseRow("files.missing-cell", { line: row.line, column: reader.column(field) });
}

function plain(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .trim()
    .toLowerCase();
}
