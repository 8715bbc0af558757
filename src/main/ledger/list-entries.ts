import { sql } from "kysely";
import type { EntryRow } from "#contract/ledger.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import { keyOf, pageOf, splitKey } from "#main/store/page.ts";

export interface EntryFilter {
  after?: string | undefined;
  limit: number;
  journal?: string | undefined;
  fromOn?: string | undefined;
  toOn?: string | undefined;
  search?: string | undefined;
}

/** A page of posted entries, newest first (date, then id). */
export function listEntries(read: ReadHandle, filter: EntryFilter) {
  const rows = read.all(entriesQuery(filter));
  const unfiltered = Object.entries(filter).every(
    ([name, value]) => name === "limit" || name === "after" || value === undefined || value === "",
  );
  const page = pageOf(rows, filter.limit, (r) => keyOf(r.datedOn, r.id));
  return unfiltered ? { ...page, total: countEntries(read) } : page;
}

/** How many entries are posted: the sum of the years' last numbers, since no number is missing. */
export function countEntries(read: ReadHandle): number {
  const { n } = read
    .reading(
      "SELECT coalesce(sum((SELECT max(number) FROM entry e WHERE e.fiscal_year_id = y.id)), 0) n " +
        "FROM fiscal_year y",
    )
    .get() as { n: number };
  return n;
}

function entriesQuery(filter: EntryFilter) {
  let query = sqlBuilder
    .selectFrom("entry as e")
    .select([
      "e.id as id",
      "e.number as number",
      "e.fiscal_year_id as fiscalYearId",
      "e.journal as journal",
      "e.dated_on as datedOn",
      "e.piece_ref as pieceRef",
      "e.label as label",
      "e.origin_kind as originKind",
      "e.origin_id as originId",
      sql<number>`(SELECT sum(debit_minor) FROM line
        WHERE id BETWEEN e.id * 65536 AND e.id * 65536 + 65535)`.as("totalMinor"),
    ])
    .orderBy("e.dated_on", "desc")
    .orderBy("e.id", "desc")
    .limit(filter.limit + 1);
  const { journal, fromOn, toOn, search, after } = filter;
  if (journal !== undefined && journal !== "") query = query.where("e.journal", "=", journal);
  if (fromOn !== undefined) query = query.where("e.dated_on", ">=", fromOn);
  if (toOn !== undefined) query = query.where("e.dated_on", "<=", toOn);
  if (search !== undefined && search !== "") {
    const like = `%${search}%`;
    query = query.where((eb) =>
      eb.or([eb("e.label", "like", like), eb("e.piece_ref", "like", like)]),
    );
  }
  if (after !== undefined) {
    const [on, id] = splitKey(after);
    query = query.where(sql<boolean>`(e.dated_on, e.id) < (${on}, ${Number(id)})`);
  }
  return query as typeof query & { compile: () => import("kysely").CompiledQuery<EntryRow> };
}
