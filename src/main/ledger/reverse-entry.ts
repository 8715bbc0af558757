import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { EntryTable, LineTable } from "#main/store/schema.ts";
import { isClosedLine, standingLine } from "./closing/carried-lines.ts";
import { letterLines, unletterLines } from "./lettering.ts";
import { LINES_PER_ENTRY, lineId, type PostedEntry } from "./model.ts";
import { postEntry } from "./post-entry.ts";

type Reversible = EntryTable & { starts_on: string };

/**
 * Reverses a posted entry (extourne): posts its mirror image, and letters each party line with
 * its mirror after undoing the letters it had. An entry is reversed once.
 */
export function reverseEntry(
  tx: Transaction,
  act: Act,
  asked: { entryId: number; datedOn: string },
): PostedEntry | Refusal {
  const entry = tx
    .reading(
      "SELECT e.*, y.starts_on FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id WHERE e.id = ?",
    )
    .get(asked.entryId) as Reversible | undefined;
  if (entry === undefined) return refuse("ledger.unknown-entry", { entryId: asked.entryId });
  const done = tx.reading("SELECT number FROM entry WHERE reverses_id = ?").get(entry.id);
  if (done !== undefined) {
    return refuse("ledger.already-reversed", { number: (done as { number: number }).number });
  }
  const lines = linesOf(tx, entry.id);
  const posted = postEntry(tx, act, {
    draft: mirrorOf(entry, lines, asked.datedOn),
    reverses: { entryId: entry.id, yearStartsOn: entry.starts_on, number: entry.number },
    origin: originOf(entry),
  });
  if (isRefusal(posted)) return posted;
  letterPairs(tx, lines, { posted, letteredOn: asked.datedOn });
  return posted;
}

function linesOf(tx: Transaction, entryId: number): LineTable[] {
  return tx
    .reading("SELECT * FROM line WHERE id BETWEEN ? AND ? ORDER BY id")
    .all(entryId * LINES_PER_ENTRY, (entryId + 1) * LINES_PER_ENTRY - 1) as LineTable[];
}

function mirrorOf(entry: Reversible, lines: readonly LineTable[], datedOn: string) {
  return {
    journal: entry.journal,
    datedOn,
    pieceRef: entry.piece_ref,
    pieceOn: entry.piece_on,
    label: `Extourne ${entry.label}`,
    lines: lines.map((l) => ({
      account: l.account,
      partyId: l.party_id ?? undefined,
      label: `Extourne ${l.label}`,
      debitMinor: l.credit_minor,
      creditMinor: l.debit_minor,
      dueOn: l.due_on ?? undefined,
      currency: l.currency ?? undefined,
      currencyMinor: l.currency_minor === null ? undefined : -l.currency_minor,
    })),
  };
}

function originOf(entry: EntryTable) {
  return entry.origin_kind === null || entry.origin_id === null
    ? undefined
    : { kind: entry.origin_kind, id: entry.origin_id };
}

function letterPairs(
  tx: Transaction,
  lines: readonly LineTable[],
  reversal: { posted: PostedEntry; letteredOn: string },
): void {
  for (const line of lines) {
    const standing = standingLine(tx, line.id);
    // In a closed year lettering is settled: the mirror line stands alone in its own year.
    if (line.party_id === null || isClosedLine(tx, standing)) continue;
    unletterLines(tx, [standing]);
    letterLines(tx, {
      account: line.account,
      partyId: line.party_id,
      lineIds: [line.id, lineId(reversal.posted.entryId, line.position)],
      letteredOn: reversal.letteredOn,
    });
  }
}
