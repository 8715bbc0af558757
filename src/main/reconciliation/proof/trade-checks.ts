import type { TradeTable } from "#main/parties/list-trade.ts";
import { byQuery, LINES_OF_E, type ProofCheck, STANDS } from "./finding.ts";

/** Parts of the queries over invoices or bills `t`, their parties `p` and their entries `e`. */
function partsOf(table: TradeTable) {
  const [account, side] = table === "invoice" ? ["411", "+"] : ["401", "-"];
  const signed = `${side}(l.debit_minor - l.credit_minor)`;
  const own = `FROM line l WHERE ${LINES_OF_E} AND +l.account GLOB '${account}*'`;
  const from = `FROM ${table} t JOIN party p ON p.id = t.party_id JOIN entry e ON e.id = t.entry_id`;
  return {
    signed,
    own,
    from,
    columns: `t.number || ' ' || p.name AS label, t.issued_on AS onDate, t.id AS ${table}Id`,
    items: `${from} WHERE t.issued_on <= @onDate`,
    booked: `(SELECT coalesce(sum(${signed}), 0) ${own})`,
  };
}

/** Invoices or bills against their entries. */
export function tradeChecks(table: TradeTable): ProofCheck[] {
  return [...onceChecks(table), ...factChecks(table)];
}

/** Each is in the ledger, and only once. */
function onceChecks(table: TradeTable): ProofCheck[] {
  const { signed, from, columns } = partsOf(table);
  return [
    {
      name: `${table}-not-in-ledger`,
      kind: "missing",
      find: byQuery(
        `SELECT ${columns}, t.gross_minor AS minor, r.id AS entryId ${from}
        JOIN entry r ON r.reverses_id = e.id AND r.dated_on <= @onDate
        WHERE t.issued_on <= @onDate ORDER BY t.id`,
      ),
    },
    {
      name: `${table}-twice`,
      kind: "double",
      find: byQuery(
        `SELECT ${columns}, t.gross_minor AS minor, d.id AS entryId ${from}
        JOIN entry d ON d.piece_ref = t.number AND d.id <> t.entry_id AND d.dated_on <= @onDate
          AND d.journal = e.journal AND d.reverses_id IS NULL
        WHERE t.issued_on <= @onDate AND d.piece_ref IN (SELECT piece_ref FROM entry
          GROUP BY piece_ref, journal HAVING count(*) > 1)
        AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = d.id)
        AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE o.entry_id = d.id AND o.party_id <> p.id)
        AND t.gross_minor = (SELECT sum(${signed}) FROM line l WHERE +l.party_id = p.id
          AND l.id BETWEEN d.id * 65536 AND d.id * 65536 + 65535) ORDER BY t.id`,
      ),
    },
  ];
}

/** Its entry, and that of each payment, say the same amount, date, party and account. */
function factChecks(table: TradeTable): ProofCheck[] {
  const { own, columns, items, booked } = partsOf(table);
  return [
    {
      name: `${table}-amount`,
      kind: "amount",
      find: byQuery(
        `SELECT ${columns}, t.gross_minor - ${booked} AS minor, e.id AS entryId ${items} ` +
          `AND t.gross_minor <> ${booked} AND ${booked} <> 0 ORDER BY t.id`,
      ),
    },
    {
      name: `${table}-date`,
      kind: "date",
      find: byQuery(
        `SELECT ${columns}, 0 AS minor, e.id AS entryId ${items} ` +
          "AND e.piece_on <> t.issued_on AND e.dated_on <> t.issued_on ORDER BY t.id",
      ),
    },
    {
      name: `${table}-party`,
      kind: "party",
      find: byQuery(
        `SELECT ${columns}, t.gross_minor AS minor, e.id AS entryId ${items} 
          AND EXISTS (SELECT 1 ${own} AND +l.party_id <> t.party_id) ORDER BY t.id`,
      ),
    },
    {
      name: `${table}-account`,
      kind: "account",
      find: byQuery(
        `SELECT ${columns}, t.gross_minor AS minor, e.id AS entryId ${items} 
          AND NOT EXISTS (SELECT 1 ${own}) AND t.gross_minor <> 0 ORDER BY t.id`,
      ),
    },
    {
      name: `${table}-payment-party`,
      kind: "party",
      find: byQuery(
        `SELECT ${columns}, a.amount_minor AS minor, m.entry_id AS entryId,
          m.bank_line_id AS bankLineId
        FROM match_allocation a JOIN match m ON m.id = a.match_id AND m.undone_by_entry_id IS NULL
        JOIN ${table} t ON t.id = a.item_id JOIN party p ON p.id = t.party_id
        JOIN entry e ON e.id = m.entry_id AND e.dated_on <= @onDate
        WHERE a.item_kind = '${table}' 
          AND NOT EXISTS (SELECT 1 ${own} AND +l.party_id = t.party_id) ORDER BY t.id`,
      ),
    },
  ];
}

/** Movements of third parties, banks and transit that name no document, import or reason. */
export const evidenceChecks: readonly ProofCheck[] = [
  {
    name: "entry-without-document",
    kind: "missing",
    find: byQuery(
      `SELECT e.piece_ref || ' ' || e.label AS label, e.dated_on AS onDate, e.id AS entryId,
        sum(l.debit_minor) AS minor
      FROM entry e JOIN journal j ON j.code = e.journal JOIN line l ON ${LINES_OF_E}
      WHERE e.dated_on <= @onDate AND e.origin_kind IS NULL AND j.kind <> 'opening' AND ${STANDS}
        AND (l.account GLOB '4[01]1*' OR l.account GLOB '512*' OR l.account GLOB '58*')
        AND NOT EXISTS (SELECT 1 FROM imported_entry i WHERE i.entry_id = e.id)
        AND NOT EXISTS (SELECT 1 FROM entry_document d WHERE d.entry_id = e.id)
      GROUP BY e.id ORDER BY e.id`,
    ),
  },
];
