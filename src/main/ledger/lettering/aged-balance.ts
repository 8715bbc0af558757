import type { AgedRow } from "#contract/lettering.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/**
 * What was open at a date: lines dated by then and not fully lettered by then. A line of an
 * earlier year counts only while that date's year has no openings, which stand for it.
 */
const OPEN = `
SELECT l.party_id AS partyId, l.account, l.debit_minor - l.credit_minor AS minor,
  julianday(@asOn) - julianday(coalesce(l.due_on, l.dated_on)) AS lateDays
FROM line l
JOIN entry e ON e.id = l.entry_id
JOIN fiscal_year y ON y.id = e.fiscal_year_id
JOIN party p ON p.id = l.party_id AND p.kind = @kind
LEFT JOIN lettering_line ll ON ll.line_id = l.id
LEFT JOIN lettering g ON g.id = ll.lettering_id AND g.code = upper(g.code)
WHERE l.party_id IS NOT NULL AND l.dated_on <= @asOn
  AND NOT EXISTS (SELECT 1 FROM carried_line c JOIN line o ON o.id = c.line_id
    WHERE c.origin_id = l.id AND o.dated_on <= @asOn)
  AND (g.id IS NULL OR EXISTS (SELECT 1 FROM lettering_line m JOIN line ml ON ml.id = m.line_id
    WHERE m.lettering_id = g.id AND ml.dated_on > @asOn))`;

const SUMS = `
SELECT o.partyId, p.code AS partyCode, p.name AS partyName, o.account,
  sum(CASE WHEN lateDays <= 0 THEN minor ELSE 0 END) AS notDueMinor,
  sum(CASE WHEN lateDays BETWEEN 1 AND 30 THEN minor ELSE 0 END) AS to30Minor,
  sum(CASE WHEN lateDays BETWEEN 31 AND 60 THEN minor ELSE 0 END) AS to60Minor,
  sum(CASE WHEN lateDays BETWEEN 61 AND 90 THEN minor ELSE 0 END) AS to90Minor,
  sum(CASE WHEN lateDays > 90 THEN minor ELSE 0 END) AS over90Minor,
  sum(minor) AS totalMinor
FROM (${OPEN}) o JOIN party p ON p.id = o.partyId
GROUP BY o.partyId, o.account HAVING count(*) > 0 ORDER BY p.name, o.account`;

/** The aged balance (balance âgée) of customers or suppliers; what is owed to the company is positive. */
export function agedBalance(
  read: ReadHandle,
  asked: { kind: "customer" | "supplier"; asOn: string },
): AgedRow[] {
  return read.reading(SUMS).all({ kind: asked.kind, asOn: asked.asOn }) as AgedRow[];
}
