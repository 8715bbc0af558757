import { addDays, addMonths, endOfMonth } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type { CollectedPayment } from "#main/treasury/engines/collection-days.ts";

/** How one customer pays in one period. */
export interface Payer {
  /** Days agreed, to the month's end when `isMonthEnd`. */
  terms: number;
  isMonthEnd: boolean;
  late: number;
  payments: number;
  /** Usual day of the month of its invoices. */
  billedDay: number;
}

/**
 * Payments of some customers around a start, with seeded noise of a few days and 40 % of amounts.
 */
export function plannedPayments(
  payers: readonly Payer[],
  asked: { startOn: string; seed: number },
): CollectedPayment[] {
  const { next, normal } = random(asked.seed);
  return payers.flatMap((payer, i) =>
    Array.from({ length: payer.payments }, (_, at): CollectedPayment => {
      const day = payer.billedDay + Math.floor(next() * 5);
      const month = asked.startOn.slice(0, 8);
      const issuedOn = addDays(`${month}01`, day - 1 + 30 * Math.floor(next() * 3));
      const plain = addDays(issuedOn, payer.terms);
      const monthEnd = endOfMonth(addMonths(`${issuedOn.slice(0, 8)}01`, payer.terms / 30));
      const dueOn = payer.isMonthEnd ? monthEnd : plain;
      const paidOn = addDays(dueOn, Math.round(payer.late + 5 * normal()));
      const amountMinor = Math.round(100_000 * Math.exp(0.4 * normal()));
      const id = `${asked.startOn}-${String(i).padStart(2, "0")}-${at}`;
      return {
        ...{ id, partyId: `c${String(i).padStart(2, "0")}`, issuedOn, dueOn, paidOn, amountMinor },
        ref: { kind: "invoice", id },
      };
    }),
  );
}

/** Twelve customers of eight payments each: some slow, some on terms of 60 days. */
export function usualPayers(seed: number): Payer[] {
  const { next } = random(seed);
  return Array.from({ length: 12 }, (_, i) => ({
    ...{ terms: i % 3 === 0 ? 60 : 30, isMonthEnd: false },
    ...{ late: Math.round(next() * 12), payments: 8, billedDay: 8 },
  }));
}
