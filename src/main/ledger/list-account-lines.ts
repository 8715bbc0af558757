import type { z } from "zod";
import type { accountLineSchema } from "#contract/ledger.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { keyOf, pageOf, splitKey } from "#main/store/page.ts";

type AccountLine = z.output<typeof accountLineSchema>;

const LINES = `
SELECT l.id AS id, e.id AS entryId, e.number AS number, e.journal AS journal,
  l.dated_on AS datedOn, e.piece_ref AS pieceRef, l.label AS label, p.name AS partyName,
  l.debit_minor AS debitMinor, l.credit_minor AS creditMinor, g.code AS letter
FROM line l
JOIN entry e ON e.id = l.entry_id
LEFT JOIN party p ON p.id = l.party_id
LEFT JOIN lettering_line ll ON ll.line_id = l.id
LEFT JOIN lettering g ON g.id = ll.lettering_id
WHERE l.account = @account AND (l.dated_on, l.id) > (@afterOn, @afterId) AND l.dated_on BETWEEN @fromOn AND @toOn
ORDER BY l.dated_on, l.id LIMIT @limit`;

/** A page of an account's lines by date (grand livre). */
export function listAccountLines(
  read: ReadHandle,
  asked: {
    account: string;
    after?: string | undefined;
    limit: number;
    fromOn?: string | undefined;
    toOn?: string | undefined;
  },
): { rows: AccountLine[]; next?: string } {
  const [afterOn = "", afterId = "0"] = asked.after === undefined ? [] : splitKey(asked.after);
  const rows = read.reading(LINES).all({
    account: asked.account,
    afterOn,
    afterId: Number(afterId),
    fromOn: asked.fromOn ?? "",
    toOn: asked.toOn ?? "9999-12-31",
    limit: asked.limit + 1,
  }) as AccountLine[];
  return pageOf(rows, asked.limit, (r) => keyOf(r.datedOn, r.id));
}
