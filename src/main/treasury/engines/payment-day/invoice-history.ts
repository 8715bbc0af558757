/** One invoice of a history, paid or not yet. */
export interface HistoryInvoice {
  id: string;
  partyId: string;
  issuedOn: string;
  dueOn: string;
  paidOn?: string | undefined;
  amountMinor: number;
}

/** The same in day numbers; an unpaid invoice is paid at infinity. */
export interface DatedInvoice {
  id: string;
  partyId: string;
  issuedDay: number;
  dueDay: number;
  paidDay: number;
  amountMinor: number;
}

/** Days of lateness (signed) beyond which a payment says nothing more. */
export const MOST_LATENESS = 365;

/** Signed days from due to paid, cut at a year either way. */
export function latenessOf({ dueDay, paidDay }: DatedInvoice): number {
  return Math.max(-MOST_LATENESS, Math.min(MOST_LATENESS, paidDay - dueDay));
}
