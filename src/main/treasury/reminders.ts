import { addDays } from "#contract/date.ts";
import type { Reminder } from "#contract/treasury-reminders.ts";
import { refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { chaseInput } from "./chase-input.ts";
import type { LoggedAction } from "./engines/action-effects.ts";
import { deadlineDays, EARLY_DAYS } from "./engines/actions.ts";
import { chaseOrder, paidWithin } from "./engines/chase-order.ts";
import { paymentsOnAccount } from "./payments-on-account.ts";

interface Noted {
  partyId: number;
  kind: Reminder["kind"];
  invoiceIds?: number[] | undefined;
  doneOn: string;
}

/** Keeps a reminder with its invoices, and how likely each was to be paid in time without it. */
export function noteReminder(
  tx: Transaction,
  act: Act,
  { partyId, kind, doneOn, ...asked }: Noted,
) {
  const chosen = chaseOrder(chaseInput(tx, doneOn))
    .filter(({ item }) => item.partyId === String(partyId))
    .filter(({ item, latenessDays }) =>
      asked.invoiceIds === undefined
        ? latenessDays >= -EARLY_DAYS
        : asked.invoiceIds.includes(Number(item.id)),
    );
  if (chosen.length === 0) return refuse("treasury.nothing-to-remind", { onDate: doneOn });
  const { lastInsertRowid } = tx
    .writing("INSERT INTO reminder (kind, party_id, done_on, person, at_ms) VALUES (?, ?, ?, ?, ?)")
    .run(kind, partyId, doneOn, act.person, act.nowMs);
  const reminderId = Number(lastInsertRowid);
  const insert = tx.writing(
    "INSERT INTO reminder_invoice (reminder_id, invoice_id, open_minor, deadline_on, " +
      "paid_before_bps) VALUES (?, ?, ?, ?, ?)",
  );
  for (const { item, latenessDays, wait } of chosen) {
    const days = deadlineDays(latenessDays);
    const bps = Math.round(paidWithin(wait, days) * 10_000);
    insert.run(reminderId, Number(item.id), item.openMinor, addDays(doneOn, days), bps);
  }
  return {
    result: { reminderId, invoices: chosen.length },
    audit: { subject: `reminder ${reminderId}`, after: { partyId, kind, doneOn } },
  };
}

/** Takes a reminder away that was noted by mistake. */
export function forgetReminder(tx: Transaction, reminderId: number) {
  const before = tx
    .reading("SELECT kind, party_id AS partyId, done_on AS doneOn FROM reminder WHERE id = ?")
    .get(reminderId);
  if (before === undefined) return refuse("treasury.unknown-reminder", { reminderId });
  tx.writing("DELETE FROM reminder WHERE id = ?").run(reminderId);
  return { result: { reminderId }, audit: { subject: `reminder ${reminderId}`, before } };
}

/** Reminders, newest first, a page at a time. */
export function listReminders(
  read: ReadHandle,
  asked: { asOn: string; limit: number; after?: string | undefined },
): { rows: Reminder[]; next?: string } {
  const heads = read
    .reading(
      "SELECT r.id AS reminderId, r.kind, r.party_id AS partyId, p.name AS partyName, " +
        "r.done_on AS doneOn, r.person FROM reminder r JOIN party p ON p.id = r.party_id " +
        "WHERE r.id < ? ORDER BY r.id DESC LIMIT ?",
    )
    .all(Number(asked.after ?? Number.MAX_SAFE_INTEGER), asked.limit) as Omit<
    Reminder,
    "invoices"
  >[];
  const [newest, oldest] = [heads[0]?.reminderId ?? 0, heads.at(-1)?.reminderId ?? 1];
  const of = Map.groupBy(invoiceRows(read, { from: oldest, to: newest }), (row) => row.reminderId);
  const rows = heads.map((head) => ({
    ...head,
    invoices: (of.get(head.reminderId) ?? []).map(
      ({ reminderId: _r, kind: _k, doneOn: _d, isPaid, ...invoice }) => ({
        ...invoice,
        outcome: outcomeOf(isPaid, invoice.deadlineOn, asked.asOn),
      }),
    ),
  }));
  return heads.length < asked.limit ? { rows } : { rows, next: String(oldest) };
}

function outcomeOf(isPaid: boolean, deadlineOn: string, asOn: string) {
  if (isPaid) return "paid" as const;
  return deadlineOn >= asOn ? ("waiting" as const) : ("unpaid" as const);
}

/** What the engine learns from: invoices of reminders whose deadline is over. */
export function loggedActions(read: ReadHandle, asOn: string): LoggedAction[] {
  return invoiceRows(read, { from: 0, to: Number.MAX_SAFE_INTEGER })
    .filter((row) => row.deadlineOn < asOn)
    .map(({ kind, doneOn, paidShareBefore, isPaid }) => ({
      ...{ kind, doneOn, paidShareBefore, isPaid },
    }));
}

/** Customers reminded after a day: they are left in peace for a while. */
export function remindedSince(read: ReadHandle, afterOn: string, asOn: string): Set<string> {
  const rows = read
    .reading("SELECT DISTINCT party_id AS partyId FROM reminder WHERE done_on > ? AND done_on <= ?")
    .all(afterOn, asOn) as { partyId: number }[];
  return new Set(rows.map(({ partyId }) => String(partyId)));
}

interface InvoiceRow {
  reminderId: number;
  kind: Reminder["kind"];
  doneOn: string;
  invoiceId: number;
  number: string;
  openMinor: number;
  deadlineOn: string;
  paidShareBefore: number;
  /** Whole by its deadline: what is matched to it, and money on account that goes to it. */
  isPaid: boolean;
}

function invoiceRows(read: ReadHandle, ids: { from: number; to: number }): InvoiceRow[] {
  const rows = read
    .reading(
      "SELECT r.id AS reminderId, r.kind, r.done_on AS doneOn, i.invoice_id AS invoiceId, " +
        "v.number, i.open_minor AS openMinor, i.deadline_on AS deadlineOn, " +
        "i.paid_before_bps AS paidBeforeBps, v.gross_minor - " +
        "(SELECT coalesce(sum(a.amount_minor), 0) FROM match_allocation a " +
        "JOIN match m ON m.id = a.match_id AND m.undone_by_entry_id IS NULL " +
        "JOIN bank_line b ON b.id = m.bank_line_id AND b.booked_on <= i.deadline_on " +
        "WHERE a.item_kind = 'invoice' AND a.item_id = i.invoice_id) AS leftMinor " +
        "FROM reminder r JOIN reminder_invoice i ON i.reminder_id = r.id " +
        "JOIN invoice v ON v.id = i.invoice_id WHERE r.id BETWEEN ? AND ? " +
        "ORDER BY r.id, i.open_minor DESC, i.invoice_id",
    )
    .all(ids.from, ids.to) as (Omit<InvoiceRow, "isPaid" | "paidShareBefore"> & {
    leftMinor: number;
    paidBeforeBps: number;
  })[];
  if (rows.length === 0) return [];
  const { byItem } = paymentsOnAccount(read);
  return rows.map(({ paidBeforeBps, leftMinor, ...row }) => {
    const onAccountMinor = (byItem.get(`invoice:${row.invoiceId}`) ?? [])
      .filter((p) => p.on <= row.deadlineOn)
      .reduce((sum, p) => sum + p.amountMinor, 0);
    return {
      ...row,
      paidShareBefore: paidBeforeBps / 10_000,
      isPaid: leftMinor <= onAccountMinor,
    };
  });
}
