import { addDays, daysBetween } from "#contract/date.ts";
import { bankAccounts, knownBalance } from "#main/banking/bank-accounts.ts";
import { accountLabels, partyNames } from "#main/ledger/statements/account-labels.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { cashFlows, dues } from "./cash-flows.ts";
import { CASH_CATEGORIES } from "./engines/cash-bridge.ts";
import { cashCauses, type DsoMove, dsoCauses } from "./engines/causes.ts";
import type { CollectedPayment } from "./engines/collection-days.ts";
import { eventFindings, type ToldEvent } from "./event-findings.ts";

interface Asked {
  kpi: "cash" | "dso";
  fromOn: string;
  toOn: string;
  events: readonly ToldEvent[];
}

/** Days of payments in which collection days are measured, or fewer between close dates. */
const WINDOW_DAYS = 90;

/** Why cash or collection days moved between the ends of two days. */
export function causesOf(read: ReadHandle, asked: Asked) {
  const { kpi, fromOn, toOn } = asked;
  const found = kpi === "cash" ? cashMove(read, asked) : dsoMove(read, asked);
  return {
    ...{ kpi, fromOn, toOn },
    ...found,
    named: found.named.map(({ key, ...one }) => ({ ...one, ...sliceOf(read, key) })),
    events: eventFindings(read, asked),
  };
}

function cashMove(read: ReadHandle, { fromOn, toOn }: Asked) {
  const beforeOn = addDays(fromOn, 0 - daysBetween(fromOn, toOn));
  const span = { fromOn: beforeOn, toOn };
  const flows = cashFlows(read, span);
  const rows = { flows, dues: dues(read, span), openingMinor: balanceOn(read, fromOn) };
  const { moves, named, bridge, ...ends } = cashCauses(rows, { beforeOn, fromOn, toOn });
  return {
    ...ends,
    bridge,
    moves: moves.map(({ observations: _, refs: __, ...move }) => move),
    named: named.map(({ factor, key, ...one }) => {
      const [category, ...rest] = (key ?? "").split(" ");
      return {
        ...one,
        factor: CASH_CATEGORIES.find((one) => one === category) ?? null,
        manner: factor,
        key: key === null ? null : rest.join(" "),
      };
    }),
  };
}

function dsoMove(read: ReadHandle, { fromOn, toOn }: Asked) {
  const windowDays = Math.min(WINDOW_DAYS, daysBetween(fromOn, toOn));
  const window = (on: string) => collected(read, { fromOn: addDays(on, -windowDays), toOn: on });
  const move: DsoMove | null = dsoCauses(window(fromOn), window(toOn), windowDays);
  if (move === null) return { opening: null, closing: null, bridge: [], moves: [], named: [] };
  return {
    ...move,
    moves: [],
    named: move.named.map(({ key, ...one }) => ({
      ...one,
      ...{ manner: null, key: key === null ? null : `party:${key}` },
    })),
  };
}

/** Bank balance at the end of a day, counted back from the last one known. */
function balanceOn(read: ReadHandle, on: string): number {
  const later = read
    .reading("SELECT coalesce(sum(amount_minor), 0) AS minor FROM bank_line WHERE booked_on > ?")
    .get(on) as { minor: number };
  const last = bankAccounts(read).map((account) => knownBalance(read, account).balanceMinor);
  return last.reduce((sum, minor) => sum + minor, 0) - later.minor;
}

/** Customers' payments booked after a day, up to another. */
function collected(read: ReadHandle, span: { fromOn: string; toOn: string }): CollectedPayment[] {
  const rows = read
    .reading(
      "SELECT m.id || '-' || i.id AS id, i.id AS invoiceId, i.party_id AS partyId, " +
        "i.issued_on AS issuedOn, i.due_on AS dueOn, b.booked_on AS paidOn, " +
        "a.amount_minor AS amountMinor FROM bank_line b " +
        "JOIN match m ON m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL " +
        "JOIN match_allocation a ON a.match_id = m.id AND a.item_kind = 'invoice' " +
        "JOIN invoice i ON i.id = a.item_id AND i.kind = 'invoice' " +
        "WHERE b.booked_on > ? AND b.booked_on <= ? AND a.amount_minor > 0",
    )
    .all(span.fromOn, span.toOn) as (Omit<CollectedPayment, "partyId" | "ref"> & {
    invoiceId: number;
    partyId: number;
  })[];
  return rows.map(({ invoiceId, partyId, ...payment }) => ({
    ...payment,
    partyId: String(partyId),
    ref: { kind: "invoice", id: String(invoiceId) },
  }));
}

/** What a key stands for: a party, an account, or the bank's own words. */
function sliceOf(read: ReadHandle, key: string | null) {
  const none = { partyId: null, account: null, name: null };
  if (key === null) return none;
  const [, kind, id = ""] = /^(party|account):(\d+)$/.exec(key) ?? [];
  if (kind === undefined) return { ...none, name: key };
  if (kind === "account") {
    return { ...none, account: id, name: accountLabels(read).get(id) ?? null };
  }
  return { ...none, partyId: Number(id), name: partyNames(read).get(Number(id)) ?? null };
}
