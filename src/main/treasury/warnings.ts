import { addMonths, monthOf } from "#contract/date.ts";
import type { SourceRef } from "#contract/finding.ts";
import { rulesInForce } from "#main/automation/rules-in-force.ts";
import { bankAccounts, knownBalance } from "#main/banking/bank-accounts.ts";
import { accountLabels } from "#main/ledger/statements/account-labels.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { earlyWarnings } from "./engines/early-warnings.ts";
import { marginMonths } from "./engines/margin-months.ts";
import type { BankRow, TradeRow } from "./engines/warning-model.ts";
import { marginPeriod } from "./margins.ts";

/** Two years are run again, each day of them looking back over twelve whole months. */
const MARGIN_MONTHS = 37;
const MOST_NAMED = 2;

/** The rows and levels that the early warnings stand on. */
export function warningInput(read: ReadHandle, asOn: string) {
  const { limits } = rulesInForce(read);
  const span = { fromOn: `${monthOf(addMonths(asOn, -MARGIN_MONTHS))}-01`, toOn: asOn };
  return {
    ...{ asOn, trade: tradeRows(read, asOn), bank: bankRows(read, asOn), levels: limits },
    ...{ floorMinor: limits.floorMinor ?? 0, openingMinor: openingOf(read) },
    margins: marginMonths(marginPeriod(read, span)),
  };
}

/** The early warnings of the book on a day, with the names of the parties. */
export function warningsOf(read: ReadHandle, asOn: string, input = warningInput(read, asOn)) {
  const { alerts, ...found } = earlyWarnings(input);
  const names = partyNames(read);
  const labels = accountLabels(read);
  return {
    asOn,
    ...found,
    alerts: alerts.map((alert) => ({
      ...alert,
      partyId: alert.partyId === null ? null : Number(alert.partyId),
      partyName:
        alert.partyId === null
          ? accountNames(alert.refs, labels)
          : (names.get(alert.partyId) ?? null),
    })),
  };
}

/** What an alert about a family of sales is about: the labels of its largest accounts. */
function accountNames(refs: readonly SourceRef[], labels: ReadonlyMap<string, string>) {
  const named = refs.flatMap(({ kind, id }) => (kind === "account" ? [labels.get(id) ?? id] : []));
  return named.length === 0 ? null : named.slice(0, MOST_NAMED).join(", ");
}

/** The names of all parties by their identifier as engines carry it. */
export function partyNames(read: ReadHandle): Map<string, string> {
  const rows = read.reading("SELECT id, name FROM party").all() as { id: number; name: string }[];
  return new Map(rows.map(({ id, name }) => [String(id), name]));
}

/** Invoices and bills issued by the day, with what had been paid of them by then. */
export function tradeRows(read: ReadHandle, asOn: string): TradeRow[] {
  const payments = Map.groupBy(paymentRows(read, asOn), (p) => `${p.itemKind}:${p.itemId}`);
  return (["invoice", "bill"] as const).flatMap((table) => {
    const rows = read
      .reading(
        "SELECT id, kind, party_id AS partyId, issued_on AS issuedOn, due_on AS dueOn, " +
          `gross_minor AS grossMinor FROM ${table} WHERE issued_on <= ? ORDER BY issued_on, id`,
      )
      .all(asOn) as (Omit<TradeRow, "id" | "partyId" | "side" | "payments"> & {
      id: number;
      partyId: number;
    })[];
    return rows.map(
      ({ id, partyId, ...row }): TradeRow => ({
        ...row,
        ...{ id: String(id), partyId: String(partyId) },
        side: table === "invoice" ? "customer" : "supplier",
        payments: payments.get(`${table}:${id}`) ?? [],
      }),
    );
  });
}

function paymentRows(read: ReadHandle, asOn: string) {
  return read
    .reading(
      "SELECT a.item_kind AS itemKind, a.item_id AS itemId, b.booked_on AS paidOn, " +
        "a.amount_minor AS amountMinor FROM match m JOIN bank_line b ON b.id = m.bank_line_id " +
        "JOIN match_allocation a ON a.match_id = m.id " +
        "WHERE +m.undone_by_entry_id IS NULL AND b.booked_on <= ? ORDER BY b.booked_on, b.id",
    )
    .all(asOn) as { itemKind: string; itemId: number; paidOn: string; amountMinor: number }[];
}

function bankRows(read: ReadHandle, asOn: string): BankRow[] {
  const rows = read
    .reading(
      "SELECT id, booked_on AS bookedOn, amount_minor AS amountMinor, label FROM bank_line " +
        "WHERE booked_on <= ? ORDER BY booked_on, id",
    )
    .all(asOn) as (Omit<BankRow, "id"> & { id: number })[];
  return rows.map(({ id, ...row }) => ({ ...row, id: String(id) }));
}

/** What all accounts held before their first line: the last known balance less every line. */
function openingOf(read: ReadHandle): number {
  const { minor } = read
    .reading("SELECT coalesce(sum(amount_minor), 0) AS minor FROM bank_line")
    .get() as { minor: number };
  return bankAccounts(read).reduce((sum, a) => sum + knownBalance(read, a).balanceMinor, -minor);
}
