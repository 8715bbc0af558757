import { addDays, daysBetween } from "#contract/date.ts";

/** A customer's invoice and what was paid of it; a credit note is negative. */
export interface CreditedInvoice {
  partyId: string;
  issuedOn: string;
  grossMinor: number;
  payments: readonly { paidOn: string; amountMinor: number }[];
}

/**
 * What it cost to wait for each customer over a span, in cents: what was open each day at a yearly
 * rate over 365 days, VAT included since the company advances it.
 */
export function creditCost(
  invoices: readonly CreditedInvoice[],
  asked: { fromOn: string; toOn: string; rate: number },
): Map<string, number> {
  const end = addDays(asked.toOn, 1);
  const daysFrom = (on: string) => {
    const from = on > asked.fromOn ? on : asked.fromOn;
    return Math.max(0, daysBetween(from, end));
  };
  const centDays = new Map<string, number>();
  for (const { partyId, issuedOn, grossMinor, payments } of invoices) {
    let open = grossMinor * daysFrom(issuedOn);
    for (const { paidOn, amountMinor } of payments) {
      open -= amountMinor * daysFrom(paidOn > issuedOn ? paidOn : issuedOn);
    }
    centDays.set(partyId, (centDays.get(partyId) ?? 0) + open);
  }
  return new Map(
    [...centDays].map(([partyId, days]) => [partyId, Math.round((days * asked.rate) / 365) + 0]),
  );
}
