import type { ReadHandle } from "#main/store/handle.ts";
import type { LineDraft } from "../model.ts";
import { resultAccount, yearResult } from "./result.ts";

/** A line of the opening entry; a party's open line names the line that it carries on. */
export interface OpeningLine extends LineDraft {
  originId?: number;
}

interface OpenLine {
  id: number;
  account: string;
  partyId: number;
  label: string;
  debitMinor: number;
  creditMinor: number;
  dueOn: string | null;
  currency: string | null;
  currencyMinor: number | null;
}

interface AccountSum {
  account: string;
  label: string;
  minor: number;
  currency: string | null;
  currencyMinor: number | null;
}

const YEAR =
  "JOIN entry e ON e.id = l.entry_id AND e.fiscal_year_id = @yearId " +
  "JOIN fiscal_year y ON y.id = e.fiscal_year_id";

/**
 * Lines of parties that are open at the end of a year: without a letter, in a group that is only
 * partial, or lettered with a line of a later year.
 */
const OPEN = `
SELECT l.id, l.account, l.party_id AS partyId, l.label, l.debit_minor AS debitMinor,
  l.credit_minor AS creditMinor, l.due_on AS dueOn, l.currency, l.currency_minor AS currencyMinor
FROM line l ${YEAR}
LEFT JOIN lettering_line ll ON ll.line_id = l.id
LEFT JOIN lettering g ON g.id = ll.lettering_id
WHERE l.party_id IS NOT NULL AND substr(l.account, 1, 1) BETWEEN '1' AND '5'
  AND (g.id IS NULL OR g.code <> upper(g.code) OR EXISTS (
    SELECT 1 FROM lettering_line o JOIN line ol ON ol.id = o.line_id
    WHERE o.lettering_id = g.id AND ol.dated_on > y.ends_on))
ORDER BY l.account, l.party_id, l.dated_on, l.id`;

const SUMS = `
SELECT l.account, max(a.label) AS label, sum(l.debit_minor - l.credit_minor) AS minor,
  l.currency, sum(l.currency_minor) AS currencyMinor
FROM line l ${YEAR}
LEFT JOIN account_year a ON a.fiscal_year_id = e.fiscal_year_id AND a.account = l.account
WHERE l.party_id IS NULL AND substr(l.account, 1, 1) BETWEEN '1' AND '5'
GROUP BY l.account, l.currency HAVING sum(l.debit_minor - l.credit_minor) <> 0
ORDER BY l.account, l.currency`;

/**
 * The opening entry's lines for the year after: classes 1 to 5, party accounts in the detail of
 * their open lines so that lettering goes on, other accounts as one balance, the result on 120 or
 * 129. No line is zero.
 */
export function openingLines(read: ReadHandle, fiscalYearId: number): OpeningLine[] {
  const asked = { yearId: fiscalYearId };
  const open = (read.reading(OPEN).all(asked) as OpenLine[]).map(carried);
  const sums = (read.reading(SUMS).all(asked) as AccountSum[]).map(balanced);
  const resultMinor = yearResult(read, fiscalYearId);
  const result =
    resultMinor === 0
      ? []
      : [{ account: resultAccount(resultMinor), label: "Résultat", ...sides(-resultMinor) }];
  const lines = [...sums, ...result, ...open];
  return lines.sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0));
}

function carried(line: OpenLine): OpeningLine {
  const { id, dueOn, currency, currencyMinor, ...rest } = line;
  return {
    ...rest,
    originId: id,
    ...(dueOn !== null && { dueOn }),
    ...(currency !== null && currencyMinor !== null && { currency, currencyMinor }),
  };
}

function balanced(sum: AccountSum): OpeningLine {
  const { account, label, minor, currency, currencyMinor } = sum;
  const foreign = currency !== null && currencyMinor !== null && { currency, currencyMinor };
  return { account, label, ...sides(minor), ...foreign };
}

function sides(minor: number): { debitMinor: number; creditMinor: number } {
  return { debitMinor: Math.max(minor, 0), creditMinor: Math.max(-minor, 0) };
}
