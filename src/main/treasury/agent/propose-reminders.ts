import { addDays, daysBetween } from "#contract/date.ts";
import { type LateCollection, lateCollection, leftToPay } from "../engines/late-collection.ts";
import { type DelayDistribution, type PaidItem, paymentDelays } from "../engines/payment-delays.ts";
import { gradeReliability } from "../engines/small-data.ts";
import type { ProposalDraft } from "./proposal-draft.ts";

/** An unpaid customer invoice. */
export interface UnpaidInvoice {
  invoiceId: number;
  partyId: number;
  partyName: string;
  reference: string;
  dueOn: string;
  openMinor: number;
}

/** Chance of still being unpaid on the day said, from which a reminder is proposed. */
export const LIKELY_LATE = 0.6;
/** Days that a reminder is given to work. */
const ANSWER_DAYS = 14;
/** Invoices due later than this are left alone. */
const AHEAD_DAYS = 14;

/**
 * Unpaid invoices that are more likely than not (0.6) to be unpaid still on their due date, or in
 * two weeks for those nearer or past it, given how the customer pays and that `knownOn`, the last
 * day the bank is known, has not seen the payment (truncated distribution). What is at stake is the
 * open amount times that chance. Pure; the order of the rows changes nothing.
 */
export function proposeReminders(input: {
  asOn: string;
  knownOn: string;
  invoices: readonly UnpaidInvoice[];
  paidHistory: readonly PaidItem[];
}): ProposalDraft[] {
  const { asOn, knownOn } = input;
  const delays = paymentDelays({ asOn, side: "customer", paidHistory: input.paidHistory });
  const collection = lateCollection({
    asOn,
    paid: input.paidHistory.filter((p) => p.side === "customer" && p.paidOn <= asOn),
    open: input.invoices,
  });
  const drafts = input.invoices
    .filter((one) => one.openMinor > 0 && one.dueOn <= addDays(asOn, AHEAD_DAYS))
    .flatMap((one): ProposalDraft[] => {
      const soonest = addDays(asOn, ANSWER_DAYS);
      const judgeOn = one.dueOn > soonest ? one.dueOn : soonest;
      const own = delays.ofParty(String(one.partyId));
      const share = unpaidShare(own, collection, {
        today: daysBetween(one.dueOn, knownOn),
        later: daysBetween(one.dueOn, judgeOn),
      });
      if (share < LIKELY_LATE) return [];
      const { invoiceId, partyId, partyName, reference, dueOn, openMinor } = one;
      const unpaidBps = Math.round(share * 10_000);
      const { periodDays } = delays.reliability;
      return [
        {
          kind: "remind",
          subject: `invoice:${invoiceId}`,
          effectMinor: Math.round(openMinor * share),
          facts: { invoiceId, partyId, party: partyName, reference, dueOn, openMinor, unpaidBps },
          refs: [
            { kind: "invoice", id: String(invoiceId) },
            { kind: "party", id: String(partyId) },
          ],
          reliability: gradeReliability(own.observations, periodDays),
          judgeOn,
        },
      ];
    });
  return drafts.sort((a, b) => b.effectMinor - a.effectMinor || (a.subject < b.subject ? -1 : 1));
}

/** Chance of being unpaid after `later` days of lateness, given unpaid at `today` days. */
export function unpaidShare(
  delays: DelayDistribution,
  collection: LateCollection,
  lateness: { today: number; later: number },
): number {
  const left = leftToPay(delays, lateness.today, collection);
  let [all, after] = [0, 0];
  for (const [i, weight] of left.weights.entries()) {
    all += weight;
    if ((left.days[i] ?? 0) > lateness.later) after += weight;
  }
  return all === 0 ? 0 : after / all;
}
