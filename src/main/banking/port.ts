import type { Refusal } from "#main/base/refusal.ts";

/** One account at a bank, as the bank knows it. */
export interface FeedAccount {
  id: string;
  iban: string;
  name: string;
  currency: string;
  /** What is booked, without pending lines. */
  balanceMinor: number;
  closed: boolean;
}

/** One line of an account as the bank gives it; `id` is the bank's and never changes. */
export interface FeedLine {
  id: string;
  /** Day of booking at the bank, in French time. For a line that is not booked, the day it was
   * issued, for display only: only `booked` lines may be posted. */
  bookedOn: string;
  valueOn?: string;
  /** Positive is money in. */
  amountMinor: number;
  currency: string;
  label: string;
  counterpartyName?: string;
  counterpartyIban?: string;
  reference?: string;
  /** A `cancelled` line was declined: forget a pending line of the same id. */
  status: "booked" | "pending" | "cancelled";
}

/** A part of a feed, oldest change first. */
export interface FeedPage {
  lines: FeedLine[];
  /** Opaque: keep it once these lines are stored, and give it back to go on from here. */
  cursor: string;
  /** The account as it was when this reading began. */
  account: FeedAccount;
}

/** Which lines to read: those changed since an instant, or since a cursor; all without either. */
export interface FeedRequest {
  /** The account, by its IBAN or by the bank's own id. */
  account: { iban: string } | { id: string };
  updatedSinceAtMs?: number;
  cursor?: string;
}

/**
 * Where bank lines come from without a file. A line may come again, changed (pending, then
 * booked), and a reading that starts from a cursor repeats the last lines: store by `id`, the
 * later one wins. A refusal ends the reading; the cursor of the last page stays good.
 * When the signal aborts, the pending promise rejects with the signal's reason.
 */
export interface BankFeed {
  readonly name: string;
  accounts(signal: AbortSignal): Promise<FeedAccount[] | Refusal>;
  lines(request: FeedRequest, signal: AbortSignal): AsyncIterable<FeedPage | Refusal>;
}
