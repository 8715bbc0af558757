import { parse } from "csv-parse/sync";
import { parseAmount } from "#contract/amount.ts";
import { dateOf, toDayNumber } from "#contract/date.ts";
import type { DatedInvoice } from "#main/treasury/engines/payment-day/invoice-history.ts";
import type { DateOrder, ReceivableMap } from "./receivable-map.ts";

/** One customer invoice of a table, paid or not. */
export interface ReceivableRow {
  id: string;
  partyId: string;
  issuedOn: string;
  dueOn: string;
  paidOn?: string;
  amountMinor: number;
}

/** The rows of a table and how many of it could not be read, with the first reasons. */
export interface ReceivableTable {
  rows: ReceivableRow[];
  refused: number;
  reasons: string[];
}

const SHOWN_REASONS = 5;

/** Reads a table of receivables (CSV with a header line) by the map of its columns. */
export function readReceivables(text: string, map: ReceivableMap): ReceivableTable {
  const records = parse(text.replace(/^\uFEFF/, ""), {
    ...{ columns: true, skip_empty_lines: true, relax_column_count: true, trim: true },
    delimiter: map.delimiter,
  }) as Record<string, string>[];
  checkColumns(Object.keys(records[0] ?? {}), map);
  const table: ReceivableTable = { rows: [], refused: 0, reasons: [] };
  const known = { ...map, formats: formatsOf(records, map) };
  for (const [i, record] of records.entries()) {
    const row = readRow(record, known, `r${String(i).padStart(7, "0")}`);
    if (typeof row !== "string") {
      table.rows.push(row);
      continue;
    }
    table.refused += 1;
    if (table.reasons.length < SHOWN_REASONS) table.reasons.push(`line ${i + 2}: ${row}`);
  }
  return table;
}

/** The rows in day numbers, as the engines read them. */
export function datedInvoices(rows: readonly ReceivableRow[]): DatedInvoice[] {
  return rows.map(({ id, partyId, issuedOn, dueOn, paidOn, amountMinor }) => ({
    ...{ id, partyId, amountMinor },
    issuedDay: toDayNumber(issuedOn),
    dueDay: toDayNumber(dueOn),
    paidDay: paidOn === undefined ? Number.POSITIVE_INFINITY : toDayNumber(paidOn),
  }));
}

function checkColumns(columns: readonly string[], map: ReceivableMap): void {
  for (const name of ["customer", "issued", "due", "paid", "amount"] as const) {
    if (columns.includes(map[name])) continue;
    throw new Error(
      `The table has no column "${map[name]}" (${name}); it has: ${columns.join(", ")}.`,
    );
  }
}

/** The formats of the map; one left out is the only order in which all dates of its column exist. */
function formatsOf(
  records: readonly Record<string, string>[],
  map: ReceivableMap,
): ReceivableMap["formats"] {
  const found = (field: "issued" | "due" | "paid"): DateOrder => {
    if (map.formats[field] !== "auto") return map.formats[field];
    const dates = records.map((r) => r[map[field]] ?? "").filter((text) => !isEmpty(text));
    const fitting = (["ymd", "dmy", "mdy"] as const).filter((order) =>
      dates.every((text) => readDate(text, order) !== undefined),
    );
    const [only, ...others] = fitting;
    if (only !== undefined && others.length === 0) return only;
    throw new Error(
      `Name the date format of "${map[field]}": ${fitting.join(" or ") || "none"} fits.`,
    );
  };
  return { issued: found("issued"), due: found("due"), paid: found("paid") };
}

function readRow(
  record: Record<string, string>,
  map: ReceivableMap,
  id: string,
): ReceivableRow | string {
  const partyId = record[map.customer] ?? "";
  const issuedOn = readDate(record[map.issued], map.formats.issued);
  const dueOn = readDate(record[map.due], map.formats.due);
  const paidText = record[map.paid] ?? "";
  const paidOn = readDate(paidText, map.formats.paid);
  const amountMinor = readAmount(record[map.amount] ?? "", map.decimal);
  if (partyId === "") return "no customer";
  if (issuedOn === undefined) return `issue date "${record[map.issued]}"`;
  if (dueOn === undefined) return `due date "${record[map.due]}"`;
  if (amountMinor === undefined) return `amount "${record[map.amount]}"`;
  if (paidOn === undefined && !isEmpty(paidText)) return `payment date "${paidText}"`;
  const row = { id, partyId, issuedOn, dueOn, amountMinor };
  return paidOn === undefined ? row : { ...row, paidOn };
}

function isEmpty(text: string): boolean {
  return ["", "nan", "nat", "null", "none", "0", "0.0"].includes(text.toLowerCase());
}

function readAmount(text: string, decimal: "." | ","): number | undefined {
  const plain = decimal === "." ? text.replaceAll(",", "") : text;
  const rounded = /^-?\d+\.\d{3,}$/.test(plain) ? Number(plain).toFixed(2) : plain;
  return parseAmount(rounded, decimal);
}

/** A date by the order of its parts; parts without separators are four digits of year, two, two. */
function readDate(text: string | undefined, order: DateOrder): string | undefined {
  const head = (text ?? "").trim().split(/[T ]/)[0]?.replace(/\.0+$/, "") ?? "";
  if (/^\d{8}$/.test(head)) {
    const [y, rest] = order === "ymd" ? [head.slice(0, 4), head.slice(4)] : [head.slice(4), head];
    const [a, b] = [Number(rest.slice(0, 2)), Number(rest.slice(2, 4))];
    return order === "dmy" ? dateOf(Number(y), b, a) : dateOf(Number(y), a, b);
  }
  const parts = head.split(/\D+/).filter((part) => part !== "");
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  if (parts.length !== 3) return undefined;
  if (order === "ymd") return dateOf(a, b, c);
  const year = c < 100 ? 2000 + c : c;
  return order === "mdy" ? dateOf(year, a, b) : dateOf(year, b, a);
}
