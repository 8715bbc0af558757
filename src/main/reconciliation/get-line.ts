import type { MatchCandidate } from "#contract/matching.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { usableAccount } from "#main/ledger/usable-account.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { suggestionsOf } from "./accept-suggestion.ts";
import type { AskedAllocation } from "./confirm-match.ts";
import { lineRow } from "./list-lines.ts";
import { bankSign, openItem } from "./open-items.ts";
import type { MatchReason } from "./post-match.ts";
import type { Booking } from "./recognition/recognition.ts";
import { candidateKey, type StoredCandidate } from "./stored-candidate.ts";

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
  return suggestionsOf(read, bankLineId).map((candidate) => named(read, candidate));
}

function matchOf(read: ReadHandle, matchId: number): MatchCandidate {
  const { reasons, account, partyId, partyName } = read
    .reading(
      "SELECT m.reasons, l.account, l.party_id AS partyId, " +
        "p.name AS partyName FROM match m JOIN bank_line b ON b.id = m.bank_line_id " +
        "JOIN bank_account o ON o.id = b.bank_account_id JOIN line l ON l.account <> o.account " +
        "AND l.id BETWEEN m.entry_id * 65536 AND m.entry_id * 65536 + 65535 " +
        "LEFT JOIN party p ON p.id = l.party_id " +
        "WHERE m.id = ? ORDER BY l.id LIMIT 1",
    )
    .get(matchId) as {
    reasons: string;
    account: string;
    partyId: number | null;
    partyName: string | null;
  };
  const allocations = read
    .reading(
      "SELECT item_kind AS itemKind, item_id AS itemId, amount_minor AS amountMinor " +
        "FROM match_allocation WHERE match_id = ?",
    )
    .all(matchId) as { itemKind: "invoice" | "bill"; itemId: number; amountMinor: number }[];
  const whole = { account, accountLabel: accountLabel(read, account), partyId, partyName };
  const rest = { text: "", entryId: null, otherLineId: null };
  return {
    allocations: allocations.map((a) =>
      namedAllocation(read, { ...a, amountMinor: bankSign(a.itemKind) * a.amountMinor }),
    ),
    booking: allocations.length > 0 ? null : { ...whole, ...rest },
    feeMinor: 0,
    differenceMinor: 0,
    score: 1,
    reasons: JSON.parse(reasons) as MatchReason[],
    key: "",
  };
}

function named(read: ReadHandle, candidate: StoredCandidate): MatchCandidate {
  const { allocations, booking, reasons, ...rest } = candidate;
  return {
    ...rest,
    reasons: [...reasons],
    key: candidateKey(candidate),
    allocations: allocations.map((a) => namedAllocation(read, a)),
    booking: booking ? namedBooking(read, booking) : null,
  };
}

function namedAllocation(read: ReadHandle, a: AskedAllocation): MatchCandidate["allocations"][0] {
  const item = openItem(read, a.itemKind, a.itemId);
  if (item === undefined) throw new Error("a kept allocation names an item that is gone");
  const { reference, partyName, dueOn } = item;
  return { ...a, reference, partyName, dueOn };
}

function namedBooking(read: ReadHandle, booking: Booking): NonNullable<MatchCandidate["booking"]> {
  const account = usableAccount(read, booking.account);
  const party = read.reading("SELECT name FROM party WHERE id = ?").get(booking.partyId) as
    | { name: string }
    | undefined;
  return {
    ...booking,
    account,
    accountLabel: accountLabel(read, account),
    partyName: party?.name ?? null,
  };
}

/** What the newest year's chart calls an account. */
function accountLabel(read: ReadHandle, account: string): string {
  const row = read
    .reading(
      "SELECT label FROM account_year WHERE account = ? ORDER BY fiscal_year_id DESC LIMIT 1",
    )
    .get(account) as { label: string } | undefined;
  return row?.label ?? "";
}
