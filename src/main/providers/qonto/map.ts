import type { FeedAccount, FeedLine } from "#main/banking/port.ts";
import type { QontoAccount, QontoTransaction } from "./schema.ts";

const PARIS_DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const STATUSES = {
  completed: "booked",
  pending: "pending",
  declined: "cancelled",
  canceled: "cancelled",
} as const satisfies Record<QontoTransaction["status"], FeedLine["status"]>;

/** The day in France of an instant that Qonto gives in UTC: 22:30Z in June is the next day. */
export function parisDay(instant: string): string {
  return PARIS_DAY.format(new Date(instant));
}

/** An account of theirs as one of ours. */
export function toFeedAccount(account: QontoAccount): FeedAccount {
  return {
    id: account.id,
    iban: account.iban,
    name: account.name ?? account.iban,
    currency: account.currency,
    balanceMinor: account.balance_cents,
    closed: account.status === "closed",
  };
}

/** A transaction of theirs as a line of ours: signed by its side, dated by its settlement. */
export function toFeedLine(theirs: QontoTransaction): FeedLine {
  const sign = theirs.side === "debit" ? -1 : 1;
  const iban = counterpartyIban(theirs);
  const name = theirs.clean_counterparty_name?.trim() || theirs.label.trim();
  return {
    id: theirs.id,
    bookedOn: parisDay(theirs.settled_at ?? theirs.emitted_at),
    amountMinor: theirs.amount_cents === 0 ? 0 : sign * theirs.amount_cents,
    currency: theirs.currency,
    label: theirs.label,
    ...(name ? { counterpartyName: name } : {}),
    ...(iban ? { counterpartyIban: iban } : {}),
    ...(theirs.reference?.trim() ? { reference: theirs.reference.trim() } : {}),
    status: STATUSES[theirs.status],
  };
}

function counterpartyIban(theirs: QontoTransaction): string | undefined {
  const { income, transfer, direct_debit, direct_debit_collection, swift_income } = theirs;
  for (const other of [income, transfer, direct_debit, direct_debit_collection, swift_income]) {
    const account = other?.counterparty_account_number;
    if (account && other.counterparty_account_number_format === "IBAN") {
      return account.replace(/\s/g, "").toUpperCase();
    }
  }
  return undefined;
}
