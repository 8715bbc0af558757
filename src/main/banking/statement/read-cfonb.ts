import { dateOf } from "#contract/date.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { frenchIban } from "./french-iban.ts";
import { joinLabel } from "./join-label.ts";
import { keepsCents } from "./keeps-cents.ts";
import {
  type ParsedStatement,
  type StatementAccount,
  type StatementLine,
  withBalanceGap,
} from "./parsed-statement.ts";

const WIDTH = 120;
/** The last digit of an amount carries its sign: `{` and A to I positive, `}` and J to R negative. */
const POSITIVE = "{ABCDEFGHI";
const NEGATIVE = "}JKLMNOPQR";

interface Record120 {
  line: number;
  text: string;
}

interface Draft {
  statement: ParsedStatement;
  last: StatementLine | undefined;
  /** Texts of the last movement: its own label and what 05 records add. */
  texts: string[];
}

/**
 * Reads CFONB 120 (relevé de compte, brochure CFONB 2004): records of 120 characters, with line
 * breaks or without. 01 opens with the old balance, 04 is a movement, 05 completes it, 07 closes
 * with the new balance; spaces may stand for zeros. Old balance and movements must give the new.
 * @param text decoded as Latin-1, so that each character is a column
 */
export function readCfonb120(file: string, text: string): Refusal | ParsedStatement[] {
  const records = recordsOf(text);
  if (records === undefined)
    return refuse("files.truncated", { file, line: text.split("\n").length });
  const drafts: Draft[] = [];
  for (const record of records) takeRecord(drafts, record);
  const read = drafts.map(({ statement }) => withBalanceGap(statement));
  return read.length === 0 ? refuse("files.no-statement", { file }) : read;
}

/** Each record with its line; undefined when the text does not cut into whole records. */
function recordsOf(text: string): Record120[] | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.every((line) => line.length <= WIDTH)) {
    return lines.flatMap((line, i) =>
      line.trim() === "" ? [] : [{ line: i + 1, text: line.padEnd(WIDTH) }],
    );
  }
  const whole = lines.join("");
  const end = whole.trimEnd().length;
  const count = Math.ceil(end / WIDTH);
  if (whole.length < count * WIDTH && end % WIDTH !== 0) return undefined;
  return Array.from({ length: count }, (_, i) => ({
    line: i + 1,
    text: whole.slice(i * WIDTH, (i + 1) * WIDTH).padEnd(WIDTH),
  }));
}

function takeRecord(drafts: Draft[], record: Record120): void {
  const { text } = record;
  const draft = drafts.at(-1);
  switch (text.slice(0, 2)) {
    case "01":
      drafts.push({ statement: openingOf(record), last: undefined, texts: [] });
      return;
    case "04":
      if (draft !== undefined) takeMovement(draft, record);
      return;
    case "05":
      if (draft?.last !== undefined) complete(draft, draft.last, text);
      return;
    case "07":
      if (draft !== undefined) close(draft.statement, text);
  }
}

function openingOf({ text }: Record120): ParsedStatement {
  const account: StatementAccount = { currency: field(text, 17, 19) || "EUR" };
  const [bank, branch, number] = [field(text, 3, 7), field(text, 12, 16), field(text, 22, 32)];
  const iban = frenchIban(bank, branch, number);
  if (iban !== undefined) account.iban = iban;
  if (number !== "") account.number = number;
  const statement: ParsedStatement = { format: "cfonb120", account, lines: [], refused: [] };
  const minor = amountOf(text);
  const on = dayOf(field(text, 35, 40));
  if (minor !== undefined) statement.openingMinor = minor;
  if (on !== undefined) statement.openingOn = on;
  return statement;
}

function close(statement: ParsedStatement, text: string): void {
  const minor = amountOf(text);
  const on = dayOf(field(text, 35, 40));
  if (minor !== undefined) statement.closingMinor = minor;
  if (on !== undefined) statement.closingOn = on;
}

function takeMovement(draft: Draft, record: Record120): void {
  const { statement } = draft;
  const read = movementOf(record, statement.account.currency);
  draft.last = undefined;
  if ("code" in read) {
    statement.refused.push(read);
    return;
  }
  draft.last = read;
  draft.texts = [read.label];
  statement.lines.push(read);
}

function movementOf({ line, text }: Record120, usual: string): StatementLine | RefusedRow {
  const amountMinor = amountOf(text);
  const raw = text.slice(90, 104);
  if (amountMinor === undefined)
    return refuseRow("files.bad-amount", { line, column: "91-104", text: raw });
  if (amountMinor === 0) return refuseRow("files.zero-amount", { line });
  const currency = field(text, 17, 19) || usual;
  const digits = field(text, 20, 20);
  if (!keepsCents(currency) || (digits !== "" && digits !== "2")) {
    return refuseRow("files.currency", { line, currency });
  }
  const day = field(text, 35, 40);
  const bookedOn = dayOf(day);
  if (bookedOn === undefined)
    return refuseRow("files.bad-date", { line, column: "35-40", text: day });
  const valueOn = dayOf(field(text, 43, 48));
  const reference = field(text, 105, 120);
  return {
    ...{ line, bookedOn, amountMinor, currency, label: field(text, 49, 80) },
    ...(valueOn === undefined ? {} : { valueOn }),
    ...(reference === "" ? {} : { reference }),
    bankIds: [],
  };
}

/** A 05 record by its qualifier (46-48): names of the other side, references, else more label. */
function complete(draft: Draft, last: StatementLine, text: string): void {
  const qualifier = field(text, 46, 48);
  const said = field(text, 49, 118);
  if (said === "") return;
  if (qualifier === "NPY" || qualifier === "NBE") last.counterpartyName = said;
  else if (qualifier === "IBE" || qualifier === "IPY")
    last.counterpartyIban = said.split(" ")[0] ?? said;
  else if (qualifier === "REF") last.reference = said;
  else if (qualifier === "MMO") draft.texts.push(originalAmount(said));
  else draft.texts.push(said);
  last.label = joinLabel(draft.texts);
}

/** Currency, decimals and fourteen digits of what was paid in another currency: `USD 1234.56`. */
function originalAmount(said: string): string {
  const m = /^([A-Z]{3})(\d)(\d{1,14})/.exec(said);
  if (m === null) return said;
  const [, currency, decimals, digits = ""] = m;
  return `${currency} ${(Number(digits) / 10 ** Number(decimals)).toFixed(Number(decimals))}`;
}

/** Fourteen characters, the last one signed; spaces stand for zeros. */
function amountOf(text: string): number | undefined {
  const digits = text.slice(90, 103).replaceAll(" ", "0");
  const sign = text[103] ?? "";
  const plus = POSITIVE.indexOf(sign);
  const minus = NEGATIVE.indexOf(sign);
  if (!/^\d{13}$/.test(digits) || (plus === -1 && minus === -1)) return undefined;
  const minor = Number(digits) * 10 + Math.max(plus, minus);
  return plus === -1 && minor !== 0 ? -minor : minor;
}

function dayOf(text: string): string | undefined {
  const found = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (found === null) return undefined;
  const year = Number(found[3]);
  return dateOf(year < 70 ? 2000 + year : 1900 + year, Number(found[2]), Number(found[1]));
}

/** Columns from one to another, counted from 1 as the brochure does. */
function field(text: string, from: number, to: number): string {
  return text.slice(from - 1, to).trim();
}
