import type { ReadHandle } from "#main/store/handle.ts";

/** The name of each account as the newest fiscal year has it. */
export function accountLabels(read: ReadHandle): Map<string, string> {
  const rows = read
    .reading(
      "SELECT a.account, a.label FROM account_year a JOIN fiscal_year y ON y.id = a.fiscal_year_id " +
        "ORDER BY y.starts_on",
    )
    .all() as { account: string; label: string }[];
  return new Map(rows.map((row) => [row.account, row.label]));
}

/** Each party's name. */
export function partyNames(read: ReadHandle): Map<number, string> {
  const rows = read.reading("SELECT id, name FROM party").all() as { id: number; name: string }[];
  return new Map(rows.map((row) => [row.id, row.name]));
}
