import { sql } from "kysely";
import { openOf, type TradeTable } from "#main/parties/list-trade.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";

/** An invoice or bill that is not settled; amounts as the bank will show them. */
export interface OpenTradeItem {
  itemKind: TradeTable;
  itemId: number;
  kind: "invoice" | "credit-note";
  reference: string;
  partyId: number;
  partyName: string;
  partyIban: string | null;
  issuedOn: string;
  dueOn: string;
  /** Receipts positive: customer invoice +, bill −, credit note the other way round. */
  openMinor: number;
  /** The whole amount, signed alike. */
  grossMinor: number;
  currency: string;
  /** Of an item in another currency: this one, and its whole amount there, signed alike. */
  foreignCurrency: string | null;
  foreignMinor: number | null;
  entryId: number;
}

/** The sign that turns an item's own amount into what the bank shows. */
export function bankSign(itemKind: TradeTable): 1 | -1 {
  return itemKind === "invoice" ? 1 : -1;
}

/** Everything open, invoices first; `asOn` leaves out what was issued later. */
export function openItems(read: ReadHandle, asOn?: string): OpenTradeItem[] {
  return [...openOfTable(read, "invoice", asOn), ...openOfTable(read, "bill", asOn)];
}

/** One item with what is open of it, even when nothing is. */
export function openItem(
  read: ReadHandle,
  itemKind: TradeTable,
  itemId: number,
): OpenTradeItem | undefined {
  const row = read.get(itemsOf(itemKind).where("t.id", "=", itemId));
  return row === undefined ? undefined : asItem(row, itemKind);
}

function openOfTable(read: ReadHandle, itemKind: TradeTable, asOn?: string): OpenTradeItem[] {
  let query = itemsOf(itemKind)
    .where(sql<boolean>`${openOf(itemKind)} <> 0`)
    .orderBy("t.id");
  if (asOn !== undefined) query = query.where("t.issued_on", "<=", asOn);
  return read.all(query).map((row) => asItem(row, itemKind));
}

type ItemRow = Omit<OpenTradeItem, "itemKind">;

function asItem(row: ItemRow, itemKind: TradeTable): OpenTradeItem {
  const sign = bankSign(itemKind);
  return {
    ...row,
    itemKind,
    openMinor: sign * row.openMinor,
    grossMinor: sign * row.grossMinor,
    foreignMinor: row.foreignMinor === null ? null : sign * row.foreignMinor,
  };
}

function itemsOf(itemKind: TradeTable) {
  return sqlBuilder
    .selectFrom(`${itemKind} as t` as "invoice as t")
    .innerJoin("party as p", "p.id", "t.party_id")
    .select([
      "t.id as itemId",
      "t.kind as kind",
      "t.number as reference",
      "t.party_id as partyId",
      "p.name as partyName",
      "p.iban as partyIban",
      "t.issued_on as issuedOn",
      "t.due_on as dueOn",
      "t.currency as currency",
      "t.entry_id as entryId",
      "t.gross_minor as grossMinor",
      "t.foreign_currency as foreignCurrency",
      "t.foreign_minor as foreignMinor",
      openOf(itemKind).as("openMinor"),
    ]);
}
