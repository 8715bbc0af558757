import { dateOf } from "#contract/date.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { mtDetails } from "./mt-details.ts";
import { type ParsedStatement, type StatementLine, withBalanceGap } from "./parsed-statement.ts";

interface Field {
  tag: string;
  line: number;
  text: string;
}

/** `:61:` value date, booking date, sign, letter of funds, amount, type and references. */
const MOVEMENT =
  /^(\d{6})(\d{4})?(R?[CD])([A-Z])?\s*(\d+(?:[,.]\d{0,2})?)\s*([NFS][A-Z0-9]{3})?(.*)$/s;
const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d,.]+)/;

/**
 * Reads MT940 and MT942 (SWIFT customer statements): fields by tag, wrapped lines joined. A bank's
 * own `:86:` is read by its subfields (`?20`…, `/EREF/`…) where it has them. A reversal carries the
 * sign that it books (RC a debit, RD a credit).
 */
export function readMt940(file: string, text: string): Refusal | ParsedStatement[] {
  const statements: ParsedStatement[] = [];
  let last: StatementLine | undefined;
  for (const field of fieldsOf(text)) {
    const current = statements.at(-1);
    if (field.tag === "20" || (field.tag === "25" && current?.account.number !== undefined)) {
      statements.push({ format: "mt940", account: { currency: "" }, lines: [], refused: [] });
      last = undefined;
    }
    const statement = statements.at(-1);
    if (statement === undefined) continue;
    if (field.tag === "61") last = takeMovement(statement, field);
    else if (field.tag === "86" && last !== undefined)
      Object.assign(last, mtDetails(field.text, last));
    else takeHead(statement, field);
  }
  const read = statements.filter((one) => one.account.number !== undefined).map(finish);
  return read.length === 0 ? refuse("files.no-statement", { file }) : read;
}

/** Fields `:tag:text`, their wrapped lines joined by a line feed. */
function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const found = /^\s*:(\d{2}[A-Z]?):(.*)$/.exec(raw);
    const last = fields.at(-1);
    if (found !== null) fields.push({ tag: found[1]!, line: i + 1, text: found[2] ?? "" });
    else if (last !== undefined && !/^-\}?\s*$|^\{/.test(raw)) last.text += `\n${raw}`;
  }
  return fields;
}

function takeHead(statement: ParsedStatement, { tag, text }: Field): void {
  if (tag === "25") {
    const number = text.replaceAll(/\s/g, "");
    const iban = /^([A-Z]{2}\d{2}[A-Z0-9]{10,30}?)(?:[A-Z]{3})?$/.exec(number)?.[1];
    statement.account = { ...statement.account, number };
    if (iban !== undefined) statement.account.iban = iban;
  }
  const balance = BALANCE.exec(text);
  if (balance === null) return;
  const minor = minorOf(balance[4] ?? "");
  if (minor === undefined) return;
  const signed = balance[1] === "D" ? 0 - minor : minor;
  const on = dayOf(balance[2] ?? "");
  statement.account.currency ||= balance[3] ?? "";
  if (tag === "60F" || tag === "60M") {
    statement.openingMinor ??= signed;
    if (on !== undefined) statement.openingOn ??= on;
  } else if (tag === "62F" || tag === "62M") {
    statement.closingMinor = signed;
    if (on !== undefined) statement.closingOn = on;
  }
}

function takeMovement(statement: ParsedStatement, field: Field): StatementLine | undefined {
  const read = movementOf(field, statement.account.currency);
  if ("code" in read) {
    statement.refused.push(read);
    return undefined;
  }
  statement.lines.push(read);
  return read;
}

function movementOf({ line, text }: Field, currency: string): StatementLine | RefusedRow {
  const found = MOVEMENT.exec(text);
  if (found === null)
    return refuseRow("files.bad-amount", { line, column: ":61:", text: text.slice(0, 40) });
  const [, value = "", booked, mark = "", , amount = "", type = "", rest = ""] = found;
  const minor = minorOf(amount);
  if (minor === undefined)
    return refuseRow("files.bad-amount", { line, column: ":61:", text: amount });
  if (minor === 0) return refuseRow("files.zero-amount", { line });
  const valueOn = dayOf(value);
  const bookedOn = booked === undefined ? valueOn : bookingDay(booked, value);
  if (bookedOn === undefined) {
    return refuseRow("files.bad-date", { line, column: ":61:", text: `${value}${booked ?? ""}` });
  }
  const [first = "", ...more] = rest.split("\n");
  const [own = "", bank = ""] = first.split("//");
  const reference = /^NONREF$|^$/.test(own.trim()) ? undefined : own.trim();
  const label = [type, own.trim(), ...more].filter((word) => word !== "").join(" ");
  return {
    ...{ line, bookedOn, currency: currency || "EUR", label: label || "MT940" },
    amountMinor: mark === "C" || mark === "RD" ? minor : -minor,
    ...(valueOn === undefined ? {} : { valueOn }),
    ...(reference === undefined ? {} : { reference }),
    bankIds: bank.trim() === "" ? [] : [bank.trim()],
  };
}

/** Booking days have no year: the one that lies nearest to the value day. */
function bookingDay(booked: string, value: string): string | undefined {
  const year = fullYear(value.slice(0, 2));
  const month = Number(booked.slice(0, 2));
  const valueMonth = Number(value.slice(2, 4));
  const shift = month - valueMonth > 6 ? -1 : valueMonth - month > 6 ? 1 : 0;
  return dateOf(year + shift, month, Number(booked.slice(2, 4)));
}

function dayOf(text: string): string | undefined {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)];
  return dateOf(fullYear(year), Number(month), Number(day));
}

function fullYear(text: string): number {
  const year = Number(text);
  return year < 70 ? 2000 + year : 1900 + year;
}

function minorOf(text: string): number | undefined {
  const found = /^(\d+)(?:[,.](\d{0,2}))?$/.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

function finish(statement: ParsedStatement): ParsedStatement {
  const { account } = statement;
  const currency = account.currency || "EUR";
  const lines = statement.lines.map((line) => ({ ...line, currency }));
  return withBalanceGap({ ...statement, account: { ...account, currency }, lines });
}
