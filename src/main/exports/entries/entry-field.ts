import type { EntryField } from "#contract/entry-export.ts";
import { decimalText } from "#main/base/money.ts";
import type { EntryRow } from "./entry-row.ts";

/** How a layout writes figures and days. */
export interface FieldStyle {
  decimal: "," | ".";
  dateFormat: string;
}

/** Fields of which a layout may ask beside those of a person's own columns. */
export type LayoutField = EntryField | "partyMark" | "pieceType";

/** A field of a line as a layout's text. */
export function fieldText(row: EntryRow, field: EntryField, style: FieldStyle): string {
  switch (field) {
    case "accountOrParty":
      return row.partyCode === "" ? row.account : row.partyCode;
    case "side":
      return row.debitMinor > 0 ? "D" : "C";
    case "amountMinor":
      return decimalText(row.debitMinor + row.creditMinor, style.decimal);
    case "signedMinor":
      return decimalText(row.debitMinor - row.creditMinor, style.decimal);
    case "debitMinor":
    case "creditMinor":
      return decimalText(row[field], style.decimal);
    case "currencyAmountMinor":
      return row.currencyAmountMinor === undefined
        ? ""
        : decimalText(row.currencyAmountMinor, style.decimal);
    case "dateOn":
    case "pieceOn":
    case "dueOn":
    case "letteredOn":
    case "validatedOn":
      return dayText(row[field], style.dateFormat);
    default:
      return String(row[field]);
  }
}

/** `2026-11-21` written as `DDMMYY`, `DD/MM/YYYY` and the like; an absent day is empty. */
export function dayText(on: string, format: string): string {
  if (on === "") return "";
  const [year = "", month = "", day = ""] = on.split("-");
  return format
    .replace("YYYY", year)
    .replace("YY", year.slice(2))
    .replace("MM", month)
    .replace("DD", day);
}
