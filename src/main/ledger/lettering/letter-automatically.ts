import type { AutomaticLettering } from "#contract/lettering.ts";
import type { Act, Work } from "#main/store/book.ts";
import { CodeBook } from "./code-book.ts";
import { findGroups, type OpenLine } from "./find-groups.ts";

interface OpenRow extends OpenLine {
  account: string;
  partyId: number;
  partyName: string;
}

const SHOWN = 200;
const BATCH = 2000;

/** Lines of open years without a letter; a closed year's open lines stand in their openings. */
const OPEN = `
SELECT l.id, l.account, l.party_id AS partyId, p.name AS partyName, l.dated_on AS datedOn,
  l.debit_minor - l.credit_minor AS minor, e.piece_ref || ' ' || l.label AS text
FROM line l
JOIN entry e ON e.id = l.entry_id
JOIN party p ON p.id = l.party_id
WHERE l.party_id IS NOT NULL AND (@account IS NULL OR l.account = @account)
  AND NOT EXISTS (SELECT 1 FROM lettering_line ll WHERE ll.line_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM year_closing c WHERE c.fiscal_year_id = e.fiscal_year_id)
ORDER BY l.party_id, l.account, l.dated_on, l.id`;

/** Letters, party by party, all that has one solution; the preview is the same work. */
export function letterAutomatically(
  act: Act,
  asked: { account?: string | undefined },
): Work<AutomaticLettering> {
  return function* (tx) {
    const rows = tx.reading(OPEN).all({ account: asked.account ?? null }) as OpenRow[];
    const letteredOn = new Date(act.nowMs).toISOString().slice(0, 10);
    const done: AutomaticLettering = {
      looked: rows.length,
      lettered: 0,
      groups: 0,
      ties: 0,
      proposals: [],
    };
    const codes = new CodeBook(tx);
    let nextYield = BATCH;
    for (let from = 0; from < rows.length; ) {
      const to = endOfParty(rows, from);
      takeParty(rows.slice(from, to), { codes, letteredOn, done });
      from = to;
      if (from < nextYield) continue;
      nextYield = from + BATCH;
      yield { stage: "lettering", done: from, total: rows.length };
    }
    const after = { groups: done.groups, lettered: done.lettered };
    return { result: done, audit: { subject: "automatic lettering", after } };
  };
}

function endOfParty(rows: readonly OpenRow[], from: number): number {
  const first = rows[from]!;
  let to = from + 1;
  while (rows[to]?.partyId === first.partyId && rows[to]?.account === first.account) to++;
  return to;
}

function takeParty(
  rows: readonly OpenRow[],
  into: { codes: CodeBook; letteredOn: string; done: AutomaticLettering },
): void {
  const { done } = into;
  const { account, partyId, partyName } = rows[0]!;
  const { groups, ties } = findGroups(rows);
  done.ties += ties;
  for (const group of groups) {
    into.codes.letter({ account, partyId, letteredOn: into.letteredOn, lineIds: group.lineIds });
    done.groups++;
    done.lettered += group.lineIds.length;
    if (done.proposals.length < SHOWN)
      done.proposals.push({ account, partyId, partyName, ...group });
  }
}
