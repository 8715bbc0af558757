import { sql } from "kysely";
import { parseAmount } from "#contract/amount.ts";
import type { BankLineRow } from "#contract/matching.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import { keyOf, pageOf, splitKey } from "#main/store/page.ts";

export interface LineFilter {
  after?: string | undefined;
  limit: number;
  bankAccountId?: number | undefined;
  state?: BankLineRow["state"] | "open" | "to-review" | undefined;
  search?: string | undefined;
  signal?: string | undefined;
  onDate?: string | undefined;
}

const stateOf = sql<BankLineRow["state"]>`CASE WHEN m.id IS NOT NULL THEN 'matched'
  WHEN s.outcome IS NOT NULL THEN s.outcome ELSE 'unmatched' END`;

/** A page of bank lines, newest first, each with its state. */
export function listLines(read: ReadHandle, filter: LineFilter) {
  let query = linesQuery()
    .orderBy("b.booked_on", "desc")
    .orderBy("b.id", "desc")
    .limit(filter.limit + 1);
  const { bankAccountId, signal, onDate, after } = filter;
  if (bankAccountId !== undefined) query = query.where("b.bank_account_id", "=", bankAccountId);
  if (onDate !== undefined) query = query.where("b.booked_on", "=", onDate);
  if (signal !== undefined) {
    const like = `%"signal":"${signal}"%`;
    query = query.where(sql<boolean>`coalesce(m.reasons, s.candidates ->> '$[0]') LIKE ${like}`);
  }
  query = ofState(withWords(query, filter.search), filter.state);
  if (after !== undefined) {
    const [on, id] = splitKey(after);
    query = query.where(sql<boolean>`(b.booked_on, b.id) < (${on}, ${Number(id)})`);
  }
  return pageOf(read.all(query), filter.limit, (r) => keyOf(r.bookedOn, r.id));
}

type LinesQuery = ReturnType<typeof linesQuery>;

function ofState(query: LinesQuery, state: LineFilter["state"]): LinesQuery {
  if (state === undefined) return query;
  if (state === "open") return query.where("m.id", "is", null);
  if (state === "to-review") return query.where("m.made_by", "in", ["engine", "rule"]);
  return query.where(sql<boolean>`${stateOf} = ${state}`);
}

/** Lines that hold the words, or have the amount whatever its sign. */
function withWords(query: LinesQuery, search: string | undefined): LinesQuery {
  if (search === undefined || search === "") return query;
  const like = `%${search}%`;
  const amountMinor = parseAmount(search);
  return query.where((eb) =>
    eb.or([
      eb("b.label", "like", like),
      eb("b.counterparty_name", "like", like),
      ...(amountMinor === undefined
        ? []
        : [sql<boolean>`abs(b.amount_minor) = ${Math.abs(amountMinor)}`]),
    ]),
  );
}

/** The nearest line left to match after (or before) one, in the order of the list. */
export function nextOpenLine(
  read: ReadHandle,
  asked: {
    bankLineId: number;
    direction: "next" | "previous";
    bankAccountId?: number | undefined;
  },
): number | null {
  const [compare, order] = asked.direction === "next" ? ["<", "DESC"] : [">", "ASC"];
  const row = read
    .reading(
      "SELECT b.id FROM bank_line b, (SELECT booked_on, id FROM bank_line WHERE id = @from) f " +
        `WHERE (b.booked_on, b.id) ${compare} (f.booked_on, f.id) ` +
        "AND (@account IS NULL OR b.bank_account_id = @account) " +
        "AND NOT EXISTS (SELECT 1 FROM match m WHERE m.bank_line_id = b.id " +
        `AND m.undone_by_entry_id IS NULL) ORDER BY b.booked_on ${order}, b.id ${order} LIMIT 1`,
    )
    .get({ from: asked.bankLineId, account: asked.bankAccountId ?? null }) as
    | { id: number }
    | undefined;
  return row?.id ?? null;
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
