import type { FecKind } from "./fec-columns.ts";
import { columnsOfKind, fecColumns } from "./fec-columns.ts";
import type { FecEntry, FecLine } from "./fec-entry.ts";

const fecExtras = ["DateRglt", "ModeRglt", "NatOp", "IdClient", "DateLimitReglmt"] as const;

/** A column beyond the eighteen: of cash-basis books (A47 A-1, VIII), or wanted by accountants. */
export type FecExtra = (typeof fecExtras)[number];

export function isFecExtra(name: string): name is FecExtra {
  return fecExtras.some((extra) => extra === name);
}

/** The columns that a kind of income adds to the eighteen: none, three (BAT) or four (BNCT). */
export function extrasOfKind(kind: FecKind): readonly FecExtra[] {
  return columnsOfKind(kind).slice(fecColumns.length) as readonly FecExtra[];
}

/**
 * What a line says in an extra column. In cash-basis books an entry is dated on the day of its
 * payment and its journal is that of the means; the nature of the operation may stay empty.
 */
export function extraText(extra: FecExtra, entry: FecEntry, line: FecLine): string {
  switch (extra) {
    case "DateRglt":
      return entry.dateOn.replaceAll("-", "");
    case "ModeRglt":
      return entry.journalLabel || entry.journalCode;
    case "NatOp":
      return "";
    case "IdClient":
      return line.account.startsWith("41") ? (line.partyLabel ?? "") : "";
    case "DateLimitReglmt":
      return line.dueOn?.replaceAll("-", "") ?? "";
  }
}
