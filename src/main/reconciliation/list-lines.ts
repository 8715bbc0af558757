import { sql } from "kysely";
import type { BankLineRow } from "#contract/reconciliation.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import { keyOf, pageOf, splitKey } from "#main/store/page.ts";

export interface LineFilter {
  after?: string | undefined;
  limit: number;
  bankAccountId?: number | undefined;
  state?: BankLineRow["state"] | undefined;
  search?: string | undefined;
}

const stateOf = sql<BankLineRow["state"]>`CASE WHEN m.id IS NOT NULL THEN 'matched'
  WHEN s.outcome IS NOT NULL THEN s.outcome ELSE 'unmatched' END`;

/** A page of bank lines, newest first, each with its state. */
export function listLines(read: ReadHandle, filter: LineFilter) {
  let query = linesQuery()
    .orderBy("b.booked_on", "desc")
    .orderBy("b.id", "desc")
    .limit(filter.limit + 1);
  const { bankAccountId, state, search, after } = filter;
  if (bankAccountId !== undefined) query = query.where("b.bank_account_id", "=", bankAccountId);
  if (state !== undefined) query = query.where(sql<boolean>`${stateOf} = ${state}`);
  if (search !== undefined && search !== "") {
    const like = `%${search}%`;
    query = query.where((eb) =>
      eb.or([eb("b.label", "like", like), eb("b.counterparty_name", "like", like)]),
    );
  }
  if (after !== undefined) {
    const [on, id] = splitKey(after);
    query = query.where(sql<boolean>`(b.booked_on, b.id) < (${on}, ${Number(id)})`);
  }
  return pageOf(read.all(query), filter.limit, (r) => keyOf(r.bookedOn, r.id));
}

/** One bank line as the list shows it. */
export function lineRow(read: ReadHandle, bankLineId: number): BankLineRow | undefined {
  return read.get(linesQuery().where("b.id", "=", bankLineId));
}

/** How many lines are matched, suggested, held back and left, and what is open in all. */
export function lineSummary(read: ReadHandle, bankAccountId: number | undefined) {
  const rows = read
    .reading(
      "SELECT state, count(*) AS n, sum(amount_minor) AS minor FROM (SELECT b.amount_minor, " +
        "CASE WHEN m.id IS NOT NULL THEN 'matched' ELSE coalesce(s.outcome, 'unmatched') END " +
        "AS state FROM bank_line b LEFT JOIN match m ON m.bank_line_id = b.id " +
        "AND m.undone_by_entry_id IS NULL LEFT JOIN suggestion s ON s.bank_line_id = b.id " +
        "WHERE ? IS NULL OR b.bank_account_id = ?) GROUP BY state",
    )
    .all(bankAccountId ?? null, bankAccountId ?? null) as {
    state: BankLineRow["state"];
    n: number;
    minor: number;
  }[];
  const count = (state: BankLineRow["state"]) => rows.find((r) => r.state === state)?.n ?? 0;
  return {
    lines: rows.reduce((n, r) => n + r.n, 0),
    matched: count("matched"),
    suggested: count("suggested"),
    abstained: count("abstained"),
    unmatched: count("unmatched"),
    openMinor: rows.reduce((n, r) => n + (r.state === "matched" ? 0 : r.minor), 0),
  };
}

function linesQuery() {
  return sqlBuilder
    .selectFrom("bank_line as b")
    .innerJoin("bank_account as a", "a.id", "b.bank_account_id")
    .leftJoin("match as m", (join) =>
      join.onRef("m.bank_line_id", "=", "b.id").on("m.undone_by_entry_id", "is", null),
    )
    .leftJoin("suggestion as s", "s.bank_line_id", "b.id")
    .select([
      "b.id as id",
      "b.bank_account_id as bankAccountId",
      "a.name as bankAccountName",
      "b.booked_on as bookedOn",
      "b.amount_minor as amountMinor",
      "b.currency as currency",
      "b.label as label",
      "b.counterparty_name as counterpartyName",
      stateOf.as("state"),
      "m.made_by as madeBy",
      "m.id as matchId",
      "m.entry_id as entryId",
    ]);
}
