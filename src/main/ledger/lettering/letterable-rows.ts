import type { Letterable, LetterLine } from "#contract/lettering.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** Lines of closed years stand in the openings of the next: they are not open any more. */
const IN_OPEN_YEAR =
  "NOT EXISTS (SELECT 1 FROM year_closing c WHERE c.fiscal_year_id = e.fiscal_year_id)";

const OPEN = `
SELECT l.account, l.party_id AS partyId, p.code AS partyCode, p.name AS partyName,
  count(*) AS openLines, sum(l.debit_minor - l.credit_minor) AS openMinor
FROM line l JOIN entry e ON e.id = l.entry_id JOIN party p ON p.id = l.party_id
LEFT JOIN lettering_line ll ON ll.line_id = l.id
LEFT JOIN lettering g ON g.id = ll.lettering_id
WHERE l.party_id IS NOT NULL AND (g.id IS NULL OR g.code <> upper(g.code)) AND ${IN_OPEN_YEAR}
  AND (@kind IS NULL OR p.kind = @kind)
GROUP BY l.account, l.party_id ORDER BY p.name, l.account`;

/** Accounts and parties that have lines to letter, with what is open on them. */
export function listLetterable(
  read: ReadHandle,
  asked: { kind?: "customer" | "supplier" | undefined },
): Letterable[] {
  return read.reading(OPEN).all({ kind: asked.kind ?? null }) as Letterable[];
}

const LINES = `
SELECT l.id, e.id AS entryId, e.number, e.journal, l.dated_on AS datedOn, l.due_on AS dueOn,
  e.piece_ref AS pieceRef, l.label, l.debit_minor AS debitMinor, l.credit_minor AS creditMinor,
  l.currency, l.currency_minor AS currencyMinor, g.code AS letter, g.lettered_on AS letteredOn
FROM line l JOIN entry e ON e.id = l.entry_id
LEFT JOIN lettering_line ll ON ll.line_id = l.id
LEFT JOIN lettering g ON g.id = ll.lettering_id
WHERE l.party_id = @partyId AND +l.account = @account AND ${IN_OPEN_YEAR}
  AND (@withLettered = 1 OR g.id IS NULL OR g.code <> upper(g.code))
ORDER BY l.dated_on, l.id`;

/** A party's lines on an account by date, open ones alone or all. */
export function letterLinesOf(
  read: ReadHandle,
  asked: { account: string; partyId: number; withLettered: boolean },
): LetterLine[] {
  const { account, partyId } = asked;
  const withLettered = asked.withLettered ? 1 : 0;
  return read.reading(LINES).all({ account, partyId, withLettered }) as LetterLine[];
}
