import type { ReadHandle } from "#main/store/handle.ts";
import type { ClosingCheck, ClosingYear, Found } from "./checklist.ts";

/** Party lines without a letter for so long deserve a word: a year. */
const OLD_DAYS = 365;

/** What the ledger itself has to say before a year closes. */
export const ledgerClosingChecks: readonly ClosingCheck[] = [
  {
    point: "drafts",
    isBlocking: true,
    find: (read, year) =>
      counted(read, {
        sql:
          "SELECT count(*) AS count, min(body ->> '$.label') AS detail FROM draft_entry " +
          "WHERE body ->> '$.datedOn' BETWEEN @startsOn AND @endsOn",
        year,
        address: "/entries/drafts",
      }),
  },
  {
    point: "suspense",
    find: (read, year) =>
      counted(read, {
        sql:
          "SELECT count(*) AS count, min(account) AS detail FROM (SELECT account FROM balance " +
          "WHERE fiscal_year_id = @id AND (account GLOB '47[1-5]*' OR account GLOB '58*') " +
          "GROUP BY account HAVING sum(debit_minor) <> sum(credit_minor))",
        year,
        address: "/entries/balance",
      }),
  },
  {
    point: "negative-cash",
    find: (read, year) =>
      counted(read, {
        sql:
          "SELECT count(*) AS count, min(account) AS detail FROM (SELECT account FROM balance " +
          "WHERE fiscal_year_id = @id AND account GLOB '53*' " +
          "GROUP BY account HAVING sum(debit_minor) < sum(credit_minor))",
        year,
        address: "/entries/balance",
      }),
  },
  {
    point: "old-open-lines",
    find: (read, year) =>
      counted(read, {
        sql:
          "SELECT count(*) AS count, min(l.label) AS detail FROM line l " +
          "LEFT JOIN lettering_line ll ON ll.line_id = l.id " +
          "LEFT JOIN carried_line c ON c.origin_id = l.id " +
          "WHERE l.party_id IS NOT NULL AND ll.line_id IS NULL AND c.line_id IS NULL " +
          `AND coalesce(l.due_on, l.dated_on) < date(@endsOn, '-${OLD_DAYS} days')`,
        year,
        address: "/entries",
      }),
  },
];

function counted(
  read: ReadHandle,
  asked: { sql: string; year: ClosingYear; address: string },
): Found | undefined {
  const { id, startsOn, endsOn } = asked.year;
  const facts = { id, startsOn, endsOn };
  const named = Object.fromEntries(
    Object.entries(facts).filter(([name]) => asked.sql.includes(`@${name}`)),
  );
  const found = read.reading(asked.sql).get(named) as { count: number; detail: string | null };
  if (found.count === 0) return undefined;
  return { count: found.count, detail: found.detail ?? "", address: asked.address };
}
