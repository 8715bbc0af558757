import { daysBetween } from "#contract/date.ts";
import { lateCollection, leftToPay } from "./late-collection.ts";
import { type DelayDistribution, type PaidItem, paymentDelays } from "./payment-delays.ts";

/** A customer invoice that is open on the day. */
export interface Receivable {
  id: string;
  partyId: string;
  issuedOn: string;
  dueOn: string;
  openMinor: number;
}

/** An open invoice with what is to be feared of it. */
export interface Chased {
  item: Receivable;
  /** Days after the due date so far; negative before it. */
  latenessDays: number;
  /** P(paid more than 15 days late | still unpaid today). */
  badShare: number;
  /** Cents that are expected to be paid more than 15 days late, or never. */
  badMinor: number;
  /** Days still to wait from today, as the client's own distribution has them. */
  wait: DelayDistribution;
}

/** An invoice later than this has gone bad. */
export const BAD_DAYS = 15;

/**
 * Which invoices to chase first: amount × P(late by more than 15 days | still unpaid), from each
 * client's own distribution of lateness shrunk to the portfolio's. Pure.
 */
export function chaseOrder(input: {
  asOn: string;
  receivables: readonly Receivable[];
  paidHistory: readonly PaidItem[];
}): Chased[] {
  const { asOn, paidHistory } = input;
  const delays = paymentDelays({ asOn, side: "customer", paidHistory });
  const paid = paidHistory.filter((p) => p.side === "customer" && p.paidOn <= asOn);
  const collection = lateCollection({ asOn, paid, open: input.receivables });
  return input.receivables
    .filter((item) => item.openMinor > 0 && item.issuedOn <= asOn)
    .map((item) => {
      const latenessDays = daysBetween(item.dueOn, asOn);
      const left = leftToPay(delays.ofParty(item.partyId), latenessDays, collection);
      const wait = { ...left, days: left.days.map((d) => d - latenessDays) };
      const badShare = 1 - paidWithin(wait, BAD_DAYS - latenessDays);
      return { item, latenessDays, badShare, badMinor: item.openMinor * badShare, wait };
    })
    .sort(
      (a, b) =>
        b.badMinor - a.badMinor ||
        b.latenessDays - a.latenessDays ||
        (a.item.id < b.item.id ? -1 : 1),
    );
}

/** P(paid within so many days from today). */
export function paidWithin(wait: DelayDistribution, days: number): number {
  let paid = 0;
  let all = 0;
  for (const [i, weight] of wait.weights.entries()) {
    all += weight;
    if ((wait.days[i] ?? 0) <= days) paid += weight;
  }
  return all === 0 ? 0 : paid / all;
}
