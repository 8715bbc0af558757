import type { Entry } from "#contract/ledger.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import { LINES_PER_ENTRY } from "./model.ts";

/** A posted entry with its lines, its letters, its seal and what reverses it. */
export function getEntry(read: ReadHandle, entryId: number): Entry | Refusal {
  const e = read.get(sqlBuilder.selectFrom("entry").selectAll().where("id", "=", entryId));
  if (e === undefined) return refuse("ledger.unknown-entry", { entryId });
  return {
    id: e.id,
    number: e.number,
    fiscalYearId: e.fiscal_year_id,
    journal: e.journal,
    datedOn: e.dated_on,
    pieceRef: e.piece_ref,
    pieceOn: e.piece_on,
    label: e.label,
    postedOn: e.posted_on,
    postedAtMs: e.posted_at_ms,
    originKind: e.origin_kind,
    originId: e.origin_id,
    hash: Buffer.from(e.hash).toString("hex"),
    reversesNumber: numberOf(read, "id", e.reverses_id),
    reversedByNumber: numberOf(read, "reverses_id", e.id),
    lines: linesOf(read, e.id, e.fiscal_year_id),
  };
}

function numberOf(read: ReadHandle, column: "id" | "reverses_id", id: number | null) {
  if (id === null) return null;
  const row = read.get(sqlBuilder.selectFrom("entry").select("number").where(column, "=", id));
  return row?.number ?? null;
}

function linesOf(read: ReadHandle, entryId: number, yearId: number): Entry["lines"] {
  return read.all(
    sqlBuilder
      .selectFrom("line as l")
      .leftJoin("account_year as a", (join) =>
        join.onRef("a.account", "=", "l.account").on("a.fiscal_year_id", "=", yearId),
      )
      .leftJoin("party as p", "p.id", "l.party_id")
      .leftJoin("lettering_line as ll", "ll.line_id", "l.id")
      .leftJoin("lettering as g", "g.id", "ll.lettering_id")
      .select((eb) => [
        "l.id as id",
        "l.position as position",
        "l.account as account",
        eb.fn.coalesce("a.label", eb.val("")).as("accountLabel"),
        "l.party_id as partyId",
        "p.name as partyName",
        "l.label as label",
        "l.debit_minor as debitMinor",
        "l.credit_minor as creditMinor",
        "l.due_on as dueOn",
        "g.code as letter",
      ])
      .where("l.id", ">=", entryId * LINES_PER_ENTRY)
      .where("l.id", "<", (entryId + 1) * LINES_PER_ENTRY)
      .orderBy("l.id"),
  );
}
