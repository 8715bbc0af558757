import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { groupOf, letterLines } from "#main/ledger/lettering.ts";
import { LINES_PER_ENTRY, type PostedEntry } from "#main/ledger/model.ts";
import { firstOpenDay } from "#main/ledger/periods.ts";
import { reverseEntry } from "#main/ledger/reverse-entry.ts";
import type { Act, Transaction } from "#main/store/book.ts";

/** The line that took back what this match paid, if one did: it is undone first. */
function sentBackSince(tx: Transaction, matchId: number): string | undefined {
  const row = tx
    .reading(
      "SELECT b.label FROM match_allocation a JOIN match_allocation r " +
        "ON r.item_kind = a.item_kind AND r.item_id = a.item_id " +
        "AND r.amount_minor = -a.amount_minor " +
        "JOIN match m ON m.id = r.match_id AND m.undone_by_entry_id IS NULL AND m.id > a.match_id " +
        "JOIN bank_line b ON b.id = m.bank_line_id WHERE a.match_id = ? LIMIT 1",
    )
    .get(matchId) as { label: string } | undefined;
  return row?.label;
}

interface PartyLine {
  id: number;
  account: string;
  partyId: number;
}

/**
 * Undoes a match: its entry is reversed and its items are open again. Other payments of the same
 * invoice keep their letters.
 */
export function undoMatch(tx: Transaction, act: Act, matchId: number): PostedEntry | Refusal {
  const match = tx
    .reading(
      "SELECT m.id, m.entry_id AS entryId, e.dated_on AS datedOn FROM match m " +
        "JOIN entry e ON e.id = m.entry_id WHERE m.id = ? AND +m.undone_by_entry_id IS NULL",
    )
    .get(matchId) as { entryId: number; datedOn: string } | undefined;
  if (match === undefined) return refuse("banking.unknown-match", { matchId });
  if (firstOpenDay(tx, match.datedOn) !== match.datedOn) {
    return refuse("ledger.closed-period", { month: match.datedOn.slice(0, 7) });
  }
  const back = sentBackSince(tx, matchId);
  if (back !== undefined) return refuse("banking.match-returned", { label: back });
  const groups = partyLines(tx, match.entryId).map((line) => ({
    ...line,
    others: groupOf(tx, line.id).filter((id) => id !== line.id),
  }));
  const reversed = reverseEntry(tx, act, match);
  if (isRefusal(reversed)) return reversed;
  for (const { account, partyId, others } of groups) {
    if (others.length < 2) continue;
    letterLines(tx, { account, partyId, lineIds: others, letteredOn: match.datedOn });
  }
  tx.writing("UPDATE match SET undone_by_entry_id = ? WHERE id = ?").run(reversed.entryId, matchId);
  return reversed;
}

function partyLines(tx: Transaction, entryId: number): PartyLine[] {
  return tx
    .reading(
      "SELECT id, account, party_id AS partyId FROM line " +
        "WHERE id BETWEEN ? AND ? AND party_id IS NOT NULL",
    )
    .all(entryId * LINES_PER_ENTRY, (entryId + 1) * LINES_PER_ENTRY - 1) as PartyLine[];
}
