import type { AskedAllocation } from "../confirm-match.ts";
import type { MatchReason } from "../post-match.ts";

/** The account on which a whole bank line is booked when it pays no invoice and no bill. */
export interface Booking {
  account: string;
  partyId: number | null;
  /** What it settles, in words: the pay entry, the loan's instalment, the other bank account. */
  text: string;
  /** The entry that it settles, to be opened. */
  entryId: number | null;
  /** The other bank line of a transfer, still to be booked. */
  otherLineId: number | null;
}

/** A way to explain a bank line other than by open invoices and bills. */
export interface Recognition {
  /** A payment sent back: taken again from what it had paid; else none. */
  allocations: readonly AskedAllocation[];
  booking: Booking | null;
  /** 0 to 1, on the scale of the matching engine. */
  score: number;
  reasons: readonly MatchReason[];
  /** Hard evidence and no rival: it may be posted without a person. */
  isProof: boolean;
}

/** Sum of the reasons, held to 0 to 1. */
export function scoreOf(reasons: readonly MatchReason[]): number {
  const sum = reasons.reduce((total, r) => total + r.weight, 0);
  return Math.min(1, Math.max(0, Math.round(sum * 10_000) / 10_000));
}
