import { parseAmount } from "#contract/amount.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import {
  columnDateOrder,
  type DateOrder,
  parseDateText,
} from "#main/base/table/parse-date-text.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { joinLabel } from "./join-label.ts";
import type { ParsedStatement, StatementLine } from "./parsed-statement.ts";

/** Account types whose records are movements of money. */
const MONEY = /^!Type:(?:Bank|CCard|Cash|Oth A|Oth L)\s*$/i;

interface QifRecord {
  line: number;
  fields: Map<string, string>;
}

/**
 * Reads Quicken's interchange format: records of one-letter fields closed by `^`. It names no
 * account, no currency and no balance; the order of days and months is told from the whole file.
 * Investments and memorised lists are passed over.
 */
export function readQif(file: string, text: string, currency = "EUR"): Refusal | ParsedStatement[] {
  const records = recordsOf(text);
  if (records === undefined || records.length === 0) return refuse("files.no-statement", { file });
  const order = columnDateOrder(records.map((one) => dayText(one.fields.get("D") ?? "")));
  const statement: ParsedStatement = {
    ...{ format: "qif", account: { currency }, lines: [], refused: [] },
  };
  for (const record of records) {
    const read = lineOf(record, order, currency);
    if ("code" in read) statement.refused.push(read);
    else statement.lines.push(read);
  }
  return [statement];
}

/** The records of money accounts; undefined when the file has no such section. */
function recordsOf(text: string): QifRecord[] | undefined {
  const records: QifRecord[] = [];
  let current: QifRecord | undefined;
  let isMoney = false;
  let hasMoney = false;
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const row = raw.replace(/^\uFEFF/, "");
    if (row.startsWith("!")) {
      isMoney = MONEY.test(row);
      hasMoney ||= isMoney;
      current = undefined;
    } else if (row.startsWith("^")) {
      if (current !== undefined) records.push(current);
      current = undefined;
    } else if (isMoney && row.trim() !== "") {
      current ??= { line: i + 1, fields: new Map() };
      const key = row[0]!;
      // The first of a letter is the movement's own; later ones belong to splits and addresses.
      if (!current.fields.has(key)) current.fields.set(key, row.slice(1).trim());
    }
  }
  // Some programs leave out the last record's end.
  if (current !== undefined) records.push(current);
  return hasMoney ? records : undefined;
}

function lineOf(
  { line, fields }: QifRecord,
  order: DateOrder,
  currency: string,
): StatementLine | RefusedRow {
  const text = fields.get("T") ?? fields.get("U") ?? "";
  const amountMinor = parseAmount(text);
  if (amountMinor === undefined) return refuseRow("files.bad-amount", { line, column: "T", text });
  if (amountMinor === 0) return refuseRow("files.zero-amount", { line });
  const day = fields.get("D") ?? "";
  const bookedOn = parseDateText(dayText(day), order);
  if (bookedOn === undefined) return refuseRow("files.bad-date", { line, column: "D", text: day });
  const payee = fields.get("P") ?? "";
  const reference = fields.get("N") ?? "";
  return {
    ...{ line, bookedOn, amountMinor, currency, bankIds: [] },
    label: joinLabel([payee, fields.get("M")]) || reference || "QIF",
    ...(payee === "" ? {} : { counterpartyName: payee }),
    ...(reference === "" ? {} : { reference }),
  };
}

/** `6/ 1/94` and `6/1'2004` as the usual day. */
function dayText(text: string): string {
  return text.replaceAll(" ", "").replace("'", "/");
}
