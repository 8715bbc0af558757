import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { PostedEntry } from "#main/ledger/model.ts";
import { LINES_PER_ENTRY } from "#main/ledger/model.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { bankLine } from "./bank-line-rows.ts";
import { bankSign, type OpenTradeItem, openItem } from "./open-items.ts";
import {
  CUSTOMERS,
  type MatchReason,
  type MatchToPost,
  postMatch,
  SUPPLIERS,
} from "./post-match.ts";
import { undoMatch } from "./undo-match.ts";

interface StandingMatch {
  bankLineId: number;
  entryId: number;
  reasons: string;
}

/**
 * Takes one item out of a grouped payment: it is open again, the others stay paid, and its share of
 * the bank line waits on the party's account. The entry is reversed and posted anew without it.
 */
export function undoAllocation(
  tx: Transaction,
  act: Act,
  asked: { matchId: number; itemKind: "invoice" | "bill"; itemId: number },
): (PostedEntry & { matchId: number }) | Refusal {
  const { matchId, itemKind, itemId } = asked;
  const match = tx
    .reading(
      "SELECT bank_line_id AS bankLineId, entry_id AS entryId, reasons FROM match " +
        "WHERE id = ? AND +undone_by_entry_id IS NULL",
    )
    .get(matchId) as StandingMatch | undefined;
  if (match === undefined) return refuse("banking.unknown-match", { matchId });
  const allocations = allocationsOf(tx, matchId);
  const out = allocations.find((a) => a.itemKind === itemKind && a.itemId === itemId);
  const item = openItem(tx, itemKind, itemId);
  if (out === undefined || item === undefined || allocations.length < 2) {
    return refuse("banking.not-grouped", { reference: item?.reference ?? String(itemId) });
  }
  const kept = allocations.filter((a) => a !== out);
  const rest = restOfEntry(tx, match.entryId, allocations.length);
  const undone = undoMatch(tx, act, matchId);
  if (isRefusal(undone)) return undone;
  const account = itemKind === "invoice" ? CUSTOMERS : SUPPLIERS;
  const reasons = JSON.parse(match.reasons) as MatchReason[];
  return postMatch(tx, act, {
    line: bankLine(tx, match.bankLineId)!,
    madeBy: "person",
    reasons: [...reasons, { signal: "item-taken-out", value: item.reference, weight: 0 }],
    allocations: kept.map((a) => ({ item: itemOf(tx, a), amountMinor: a.amountMinor })),
    rest: [
      ...rest,
      { account, partyId: item.partyId, amountMinor: out.amountMinor, label: item.reference },
    ],
  });
}

interface Allocated {
  itemKind: "invoice" | "bill";
  itemId: number;
  amountMinor: number;
}

function allocationsOf(tx: Transaction, matchId: number): Allocated[] {
  const rows = tx
    .reading(
      "SELECT item_kind AS itemKind, item_id AS itemId, amount_minor AS amountMinor " +
        "FROM match_allocation WHERE match_id = ?",
    )
    .all(matchId) as Allocated[];
  return rows.map((a) => ({ ...a, amountMinor: bankSign(a.itemKind) * a.amountMinor }));
}

function itemOf(tx: Transaction, { itemKind, itemId }: Allocated): OpenTradeItem {
  const item = openItem(tx, itemKind, itemId);
  if (item === undefined) throw new Error("a kept allocation names an item that is gone");
  return item;
}

/** The entry's lines between its items and its bank line, signed as the bank shows them. */
function restOfEntry(tx: Transaction, entryId: number, items: number): MatchToPost["rest"] {
  const rows = tx
    .reading(
      "SELECT account, party_id AS partyId, label, credit_minor - debit_minor AS amountMinor " +
        "FROM line WHERE id BETWEEN ? AND ? ORDER BY id",
    )
    .all(entryId * LINES_PER_ENTRY, (entryId + 1) * LINES_PER_ENTRY - 1) as {
    account: string;
    partyId: number | null;
    label: string;
    amountMinor: number;
  }[];
  return rows
    .slice(items, -1)
    .map(({ partyId, ...line }) => (partyId === null ? line : { ...line, partyId }));
}
