import { sql } from "kysely";
import type { TradeRow } from "#contract/invoicing.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import { keyOf, pageOf, splitKey } from "#main/store/page.ts";

export interface TradeFilter {
  after?: string | undefined;
  limit: number;
  state: "all" | "open" | "late" | "paid";
  search?: string | undefined;
  todayOn?: string | undefined;
}

/** Customer invoices and supplier bills are listed alike; `table` says which. */
export type TradeTable = "invoice" | "bill";

/** What is still open of an invoice or bill `t`: its gross less what active matches allot to it. */
export const openOf = (table: TradeTable) => sql<number>`t.gross_minor - coalesce((
  SELECT sum(a.amount_minor) FROM match_allocation a JOIN match m ON m.id = a.match_id
  WHERE a.item_kind = ${sql.lit(table)} AND a.item_id = t.id
    AND +m.undone_by_entry_id IS NULL), 0)`;

/** A page of invoices or bills, newest first, with what is open of each. */
export function listTrade(read: ReadHandle, table: TradeTable, filter: TradeFilter) {
  let query = tradeQuery(table)
    .orderBy("t.issued_on", "desc")
    .orderBy("t.id", "desc")
    .limit(filter.limit + 1);
  const open = openOf(table);
  if (filter.state === "paid") query = query.where(sql<boolean>`${open} = 0`);
  if (filter.state === "open" || filter.state === "late") {
    query = query.where(sql<boolean>`${open} <> 0`);
  }
  if (filter.state === "late") query = query.where("t.due_on", "<", filter.todayOn ?? "9999-12-31");
  if (filter.search !== undefined && filter.search !== "") {
    const like = `%${filter.search}%`;
    query = query.where((eb) =>
      eb.or([
        eb("t.number", "like", like),
        eb("p.name", "like", like),
        eb("t.label", "like", like),
      ]),
    );
  }
  if (filter.after !== undefined) {
    const [on, id] = splitKey(filter.after);
    query = query.where(sql<boolean>`(t.issued_on, t.id) < (${on}, ${Number(id)})`);
  }
  const page = pageOf(read.all(query), filter.limit, (r) => keyOf(r.issuedOn, r.id));
  if (filter.state !== "all" || (filter.search ?? "") !== "") return page;
  const { n } = read.one(
    sqlBuilder.selectFrom(table as "invoice").select((eb) => eb.fn.countAll<number>().as("n")),
  );
  return { ...page, total: n };
}

/** One invoice or bill as a list shows it. */
export function getTrade(read: ReadHandle, table: TradeTable, id: number): TradeRow | undefined {
  return read.get(tradeQuery(table).where("t.id", "=", id));
}

/** VAT per rate of an invoice or bill. */
export function vatLinesOf(read: ReadHandle, table: TradeTable, id: number) {
  return read
    .reading(
      `SELECT rate_bps AS rateBps, net_minor AS netMinor, vat_minor AS vatMinor
       FROM ${table}_vat WHERE ${table}_id = ? ORDER BY rate_bps DESC`,
    )
    .all(id) as { rateBps: number; netMinor: number; vatMinor: number }[];
}

/** Bank lines that pay an invoice or bill. */
export function paymentsOf(read: ReadHandle, table: TradeTable, id: number) {
  return read.all(
    sqlBuilder
      .selectFrom("match_allocation as a")
      .innerJoin("match as m", "m.id", "a.match_id")
      .innerJoin("bank_line as b", "b.id", "m.bank_line_id")
      .select([
        "m.id as matchId",
        "b.id as bankLineId",
        "b.booked_on as bookedOn",
        "a.amount_minor as amountMinor",
        "b.label as label",
      ])
      .where("a.item_kind", "=", table)
      .where("a.item_id", "=", id)
      .where("m.undone_by_entry_id", "is", null)
      .orderBy("b.booked_on"),
  );
}

function tradeQuery(table: TradeTable) {
  return sqlBuilder
    .selectFrom(`${table} as t` as "invoice as t")
    .innerJoin("party as p", "p.id", "t.party_id")
    .select([
      "t.id as id",
      "t.kind as kind",
      "t.number as number",
      "t.party_id as partyId",
      "p.name as partyName",
      "t.issued_on as issuedOn",
      "t.due_on as dueOn",
      "t.label as label",
      "t.net_minor as netMinor",
      "t.vat_minor as vatMinor",
      "t.gross_minor as grossMinor",
      "t.entry_id as entryId",
      openOf(table).as("openMinor"),
    ]);
}
