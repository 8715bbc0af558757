import type { YearState } from "#contract/closing.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { periodsOf } from "../periods.ts";
import { yearResult } from "./result.ts";

interface YearRow {
  fiscalYearId: number;
  startsOn: string;
  endsOn: string;
  closedAtMs: number | null;
  closedBy: string | null;
  openingEntryId: number | null;
}

/** Every fiscal year with its months, locks and result; `openingEntryId` is the next year's. */
export function listYearStates(read: ReadHandle): YearState[] {
  const rows = read
    .reading(
      "SELECT y.id AS fiscalYearId, y.starts_on AS startsOn, y.ends_on AS endsOn, " +
        "c.closed_at_ms AS closedAtMs, c.closed_by AS closedBy, " +
        "c.opening_entry_id AS openingEntryId FROM fiscal_year y " +
        "LEFT JOIN year_closing c ON c.fiscal_year_id = y.id ORDER BY y.starts_on",
    )
    .all() as YearRow[];
  return rows.map((row) => ({
    ...row,
    isClosed: row.closedAtMs !== null,
    resultMinor: yearResult(read, row.fiscalYearId),
    periods: periodsOf(read, row.fiscalYearId),
  }));
}
