import type { MatchCandidate } from "#contract/reconciliation.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { lineRow } from "./list-lines.ts";
import { bankSign, openItem } from "./open-items.ts";
import type { MatchReason } from "./post-match.ts";
import type { StoredCandidate } from "./stored-candidate.ts";

/** A bank line with its match or its suggestions, and their reasons. */
export function getLine(read: ReadHandle, bankLineId: number) {
  const row = lineRow(read, bankLineId);
  if (row === undefined) return refuse("banking.unknown-line", { bankLineId }) as Refusal;
  const more = read
    .reading(
      "SELECT value_on AS valueOn, counterparty_iban AS counterpartyIban, reference " +
        "FROM bank_line WHERE id = ?",
    )
    .get(bankLineId) as {
    valueOn: string | null;
    counterpartyIban: string | null;
    reference: string | null;
  };
  const match = row.matchId === null ? undefined : matchOf(read, row.matchId);
  const candidates = row.matchId === null ? candidatesOf(read, bankLineId) : [];
  return { ...row, ...more, candidates, ...(match === undefined ? {} : { match }) };
}

function candidatesOf(read: ReadHandle, bankLineId: number): MatchCandidate[] {
  const row = read
    .reading("SELECT candidates FROM suggestion WHERE bank_line_id = ?")
    .get(bankLineId) as { candidates: string } | undefined;
  if (row === undefined) return [];
  return (JSON.parse(row.candidates) as StoredCandidate[]).map((c) => named(read, c));
}

function matchOf(read: ReadHandle, matchId: number): MatchCandidate {
  const { reasons } = read.reading("SELECT reasons FROM match WHERE id = ?").get(matchId) as {
    reasons: string;
  };
  const allocations = read
    .reading(
      "SELECT item_kind AS itemKind, item_id AS itemId, amount_minor AS amountMinor " +
        "FROM match_allocation WHERE match_id = ?",
    )
    .all(matchId) as { itemKind: "invoice" | "bill"; itemId: number; amountMinor: number }[];
  return named(read, {
    allocations: allocations.map((a) => ({
      ...a,
      amountMinor: bankSign(a.itemKind) * a.amountMinor,
    })),
    feeMinor: 0,
    differenceMinor: 0,
    score: 1,
    reasons: JSON.parse(reasons) as MatchReason[],
  });
}

function named(
  read: ReadHandle,
  candidate: Omit<StoredCandidate, "reasons"> & { reasons: readonly MatchReason[] },
): MatchCandidate {
  return {
    ...candidate,
    reasons: [...candidate.reasons],
    allocations: candidate.allocations.map((a) => {
      const item = openItem(read, a.itemKind, a.itemId);
      if (item === undefined) throw new Error("a kept allocation names an item that is gone");
      return {
        ...a,
        reference: item.reference,
        partyName: item.partyName,
        dueOn: item.dueOn,
      };
    }),
  };
}
