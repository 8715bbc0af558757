import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type { PaidItem } from "../engines/payment-delays.ts";

/** Payments of one customer, one every `everyDays` days up to a day, as late as `lateness` says. */
export function plantedPayments(
  partyId: string,
  count: number,
  told: { untilOn: string; everyDays: number; lateness: (i: number, noise: number) => number },
): PaidItem[] {
  const source = random(partyId.length * 1_000 + count);
  return Array.from({ length: count }, (_, i) => {
    const dueOn = addDays(told.untilOn, -60 - (count - i) * told.everyDays);
    const paidOn = addDays(dueOn, Math.round(told.lateness(i, source.normal())));
    const issuedOn = addDays(dueOn, -30);
    return { partyId, issuedOn, dueOn, paidOn, amountMinor: 100_000, side: "customer" };
  });
}
