import type { ReadHandle } from "#main/store/handle.ts";

/** A whole-book check: finds one example of what must never be, or nothing. */
export interface BookCheck {
  name: string;
  find: (read: ReadHandle) => string | undefined;
}

/** The first value of the first row of a query that should return none. */
export function findOne(sql: string): (read: ReadHandle) => string | undefined {
  return (read) => {
    const row = read.reading(sql).get() as Record<string, unknown> | undefined;
    return row === undefined ? undefined : String(Object.values(row)[0]);
  };
}

/** The ledger's invariants, each found out anew from the rows. */
export const ledgerChecks: readonly BookCheck[] = [
  {
    name: "entries-balance",
    find: findOne(
      "SELECT 'entry ' || entry_id FROM line GROUP BY entry_id " +
        "HAVING sum(debit_minor) <> sum(credit_minor) OR count(*) < 2 LIMIT 1",
    ),
  },
  {
    name: "lines-have-entries",
    find: findOne(
      "SELECT 'line ' || l.id FROM line l LEFT JOIN entry e ON e.id = l.entry_id " +
        "WHERE e.id IS NULL OR e.dated_on <> l.dated_on LIMIT 1",
    ),
  },
  {
    name: "numbers-continuous",
    find: findOne(
      "SELECT 'year ' || fiscal_year_id FROM entry GROUP BY fiscal_year_id " +
        "HAVING max(number) <> count(*) OR min(number) <> 1 LIMIT 1",
    ),
  },
  {
    name: "entries-in-their-year",
    find: findOne(
      "SELECT 'entry ' || e.id FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id " +
        "WHERE e.dated_on NOT BETWEEN y.starts_on AND y.ends_on LIMIT 1",
    ),
  },
  {
    name: "accounts-in-the-chart",
    find: findOne(
      "SELECT 'entry ' || e.id || ' account ' || l.account FROM line l " +
        "JOIN entry e ON e.id = l.entry_id LEFT JOIN account_year a " +
        "ON a.fiscal_year_id = e.fiscal_year_id AND a.account = l.account " +
        "WHERE a.account IS NULL LIMIT 1",
    ),
  },
  {
    name: "party-accounts-have-parties",
    find: findOne(
      "SELECT 'line ' || l.id FROM line l JOIN account a ON a.number = l.account " +
        "WHERE a.party_kind IS NOT NULL AND l.party_id IS NULL LIMIT 1",
    ),
  },
  {
    name: "kept-balances-agree",
    find: findOne(
      "SELECT account FROM (SELECT e.fiscal_year_id AS year, l.account AS account, " +
        "substr(l.dated_on, 1, 7) AS month, e.journal AS journal, sum(l.debit_minor) AS debit, " +
        "sum(l.credit_minor) AS credit FROM line l JOIN entry e ON e.id = l.entry_id " +
        "GROUP BY 1, 2, 3, 4 EXCEPT SELECT fiscal_year_id, account, month, journal, " +
        "debit_minor, credit_minor FROM balance) LIMIT 1",
    ),
  },
  {
    name: "no-balance-without-lines",
    find: findOne(
      "SELECT account FROM (SELECT fiscal_year_id AS year, sum(debit_minor) AS debit, account " +
        "FROM balance GROUP BY 1, 3 EXCEPT SELECT e.fiscal_year_id, sum(l.debit_minor), l.account " +
        "FROM line l JOIN entry e ON e.id = l.entry_id GROUP BY 1, 3) LIMIT 1",
    ),
  },
  {
    name: "full-letters-cancel-out",
    find: findOne(
      "SELECT g.account || ' ' || g.code FROM lettering g JOIN lettering_line ll " +
        "ON ll.lettering_id = g.id JOIN line l ON l.id = ll.line_id WHERE g.code GLOB '[A-Z]*' " +
        "GROUP BY g.id HAVING sum(l.debit_minor) <> sum(l.credit_minor) LIMIT 1",
    ),
  },
  {
    name: "letters-keep-to-their-account",
    find: findOne(
      "SELECT g.account || ' ' || g.code FROM lettering g JOIN lettering_line ll " +
        "ON ll.lettering_id = g.id JOIN line l ON l.id = ll.line_id " +
        "WHERE l.account <> g.account OR l.party_id IS NOT g.party_id LIMIT 1",
    ),
  },
];
