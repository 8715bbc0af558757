import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { letterLines } from "#main/ledger/lettering.ts";
import { LINES_PER_ENTRY, type LineDraft, lineId, type PostedEntry } from "#main/ledger/model.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { signedLine } from "#main/ledger/side.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import type { BankLine } from "./bank-line-rows.ts";
import { bankSign, type OpenTradeItem } from "./open-items.ts";

/** Why a line is explained so: a signal of the engine, a rule, or the person who said so. */
export interface MatchReason {
  signal: string;
  value: string | number;
  weight: number;
}

/** A bank line's explanation, ready to be posted. Amounts are signed as the bank shows them. */
export interface MatchToPost {
  line: BankLine;
  madeBy: "engine" | "person" | "rule";
  reasons: readonly MatchReason[];
  allocations: readonly { item: OpenTradeItem; amountMinor: number }[];
  /** What is left, account by account: fees, rounding, a category. */
  rest: readonly (Omit<LineDraft, "debitMinor" | "creditMinor"> & { amountMinor: number })[];
  /** The matches that are made, and undone, together with this one. */
  batchId?: number | undefined;
}

export const CUSTOMERS = "411000";
export const SUPPLIERS = "401000";

/**
 * Posts a match to the bank's journal, letters each payment with its invoice or bill, and keeps
 * the reasons. The amounts of allocations and rest must add up to the line's.
 */
export function postMatch(
  tx: Transaction,
  act: Act,
  match: MatchToPost,
): (PostedEntry & { matchId: number }) | Refusal {
  const { line } = match;
  const posted = postEntry(tx, act, {
    draft: {
      journal: line.journal,
      datedOn: line.bookedOn,
      pieceRef: pieceOf(match),
      label: line.label.slice(0, 200),
      lines: [...allocationLines(match), ...restLines(match), ...bankLines(line)],
    },
    origin: { kind: "bank-line", id: line.id },
  });
  if (isRefusal(posted)) return posted;
  const matchId = keepMatch(tx, act, { match, posted });
  letterAllocations(tx, match, posted);
  return { ...posted, matchId };
}

function pieceOf(match: MatchToPost): string {
  const [first, ...others] = match.allocations;
  if (first === undefined) return `BQ-${match.line.id}`;
  return others.length === 0 ? first.item.reference : `${first.item.reference}+${others.length}`;
}

function bankLines(line: BankLine): LineDraft[] {
  return signedLine(line.amountMinor, { account: line.account });
}

function allocationLines(match: MatchToPost): LineDraft[] {
  return match.allocations.flatMap(({ item, amountMinor }) =>
    signedLine(-amountMinor, {
      account: item.itemKind === "invoice" ? CUSTOMERS : SUPPLIERS,
      partyId: item.partyId,
      label: `${item.partyName} ${item.reference}`,
      ...foreignShare(item, amountMinor),
    }),
  );
}

/** The part of an item's own currency that an amount in euro settles, to clear both. */
function foreignShare({ foreignCurrency, foreignMinor, grossMinor }: OpenTradeItem, minor: number) {
  if (foreignCurrency === null || foreignMinor === null) return {};
  const currencyMinor = -Math.round((foreignMinor * minor) / grossMinor);
  return currencyMinor === 0 ? {} : { currency: foreignCurrency, currencyMinor };
}

function restLines(match: MatchToPost): LineDraft[] {
  return match.rest.flatMap(({ amountMinor, ...line }) => signedLine(-amountMinor, line));
}

function keepMatch(
  tx: Transaction,
  act: Act,
  kept: { match: MatchToPost; posted: PostedEntry },
): number {
  const { match, posted } = kept;
  const { id } = tx.run(
    sqlBuilder.insertInto("match").values({
      bank_line_id: match.line.id,
      made_by: match.madeBy,
      reasons: JSON.stringify(match.reasons),
      entry_id: posted.entryId,
      undone_by_entry_id: null,
      at_ms: act.nowMs,
      person: act.person,
      batch_id: match.batchId ?? null,
    }),
  );
  const insert = tx.writing(
    "INSERT INTO match_allocation (match_id, item_kind, item_id, amount_minor) VALUES (?, ?, ?, ?)",
  );
  for (const { item, amountMinor } of match.allocations) {
    insert.run(id, item.itemKind, item.itemId, bankSign(item.itemKind) * amountMinor);
  }
  tx.writing("DELETE FROM suggestion WHERE bank_line_id = ?").run(match.line.id);
  return id;
}

function letterAllocations(tx: Transaction, match: MatchToPost, posted: PostedEntry): void {
  for (const [i, { item }] of match.allocations.entries()) {
    const account = item.itemKind === "invoice" ? CUSTOMERS : SUPPLIERS;
    letterLines(tx, {
      account,
      partyId: item.partyId,
      lineIds: [...partyLines(tx, item, account), lineId(posted.entryId, i + 1)],
      letteredOn: match.line.bookedOn,
    });
  }
}

function partyLines(tx: Transaction, item: OpenTradeItem, account: string): number[] {
  const rows = tx
    .reading("SELECT id FROM line WHERE id BETWEEN ? AND ? AND account = ? AND party_id = ?")
    .all(
      item.entryId * LINES_PER_ENTRY,
      (item.entryId + 1) * LINES_PER_ENTRY - 1,
      account,
      item.partyId,
    ) as { id: number }[];
  return rows.map((r) => r.id);
}
