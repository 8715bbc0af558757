import { FRENCH_LATENESS, shrunkRate, totalWeight } from "../small-data.ts";
import { type DatedInvoice, latenessOf } from "./invoice-history.ts";

/** Inputs of the model of late payment, in this order. */
export const LATE_INPUTS = [
  "usual-lateness",
  "late-share",
  "late-5-share",
  "late-15-share",
  "amount-ratio",
  "term",
] as const;
export type LateInput = (typeof LATE_INPUTS)[number];
/** Those that a late payment can only raise: their weights may not be negative. */
export const RISING_INPUTS = [0, 1, 2, 3];

interface Habit {
  payments: number;
  usual: number;
  weight: number;
  late: [number, number, number];
  amountSum: number;
}

const LIMITS = [0, 5, 15] as const;
/** What French companies' payments make of each limit, for a portfolio that has none yet. */
const PRIOR = LIMITS.map((limit) => {
  const late = [...FRENCH_LATENESS].reduce((sum, [days, w]) => sum + (days > limit ? w : 0), 0);
  return late / totalWeight(FRENCH_LATENESS);
});
const RECENCY = 0.97;
const PSEUDO = 4;
const STEADY = 0.8;
const LEAST_CHANCE = 0.002;
/** Lateness is cut here, so that one more payment beyond it can only raise the usual lateness. */
const MOST_DAYS = 30;

/** What is known of each invoice on its issue date, and how many payments of its client are. */
export interface LateRow {
  inputs: Float64Array;
  payments: number;
}

/**
 * Inputs of each invoice from payments made strictly before its issue date, in the order given:
 * the client's usual lateness and the log-odds of its late payments (shrunk to the portfolio's, older
 * payments weighing 3 % less each), the amount against the client's
 * usual one, and the term.
 */
export function lateInputs(invoices: readonly DatedInvoice[]): LateRow[] {
  const order = [...invoices.entries()].sort(
    ([, a], [, b]) => a.issuedDay - b.issuedDay || (a.id < b.id ? -1 : 1),
  );
  const paid = invoices
    .filter((one) => Number.isFinite(one.paidDay))
    .sort((a, b) => a.paidDay - b.paidDay || a.dueDay - b.dueDay || (a.id < b.id ? -1 : 1));
  const all = emptyHabit(0);
  const parties = new Map<string, Habit>();
  let next = 0;
  const rows: LateRow[] = [];
  for (const [index, invoice] of order) {
    for (;;) {
      const payment = paid[next];
      if (payment === undefined || payment.paidDay >= invoice.issuedDay) break;
      const usual = all.payments === 0 ? 0 : all.usual / all.payments;
      const own = parties.get(payment.partyId) ?? emptyHabit(usual);
      parties.set(payment.partyId, own);
      const days = cut(latenessOf(payment));
      remember(own, payment, days);
      all.payments += 1;
      all.usual += days;
      for (const [i, limit] of LIMITS.entries())
        if (days > limit) all.late[i] = (all.late[i] ?? 0) + 1;
      next += 1;
    }
    rows[index] = rowOf(invoice, parties.get(invoice.partyId), all);
  }
  return rows;
}

function rowOf(invoice: DatedInvoice, known: Habit | undefined, all: Habit): LateRow {
  const mean = all.payments === 0 ? 0 : all.usual / all.payments;
  const own = known ?? emptyHabit(mean);
  const share = (i: number) => {
    const portfolio = shrunkRate({ n: all.payments, hits: all.late[i] ?? 0 }, PRIOR[i] ?? 0);
    const shrunk = ((own.late[i] ?? 0) + PSEUDO * portfolio) / (own.weight + PSEUDO);
    const chance = Math.max(LEAST_CHANCE, Math.min(1 - LEAST_CHANCE, shrunk));
    return Math.log(chance / (1 - chance));
  };
  const usualAmount = own.payments === 0 ? invoice.amountMinor : own.amountSum / own.payments;
  const ratio =
    usualAmount <= 0 ? 1 : Math.max(0.1, Math.min(10, invoice.amountMinor / usualAmount));
  const inputs = Float64Array.from([
    ...[own.usual, share(0), share(1), share(2)],
    ...[Math.log(ratio), Math.min(120, invoice.dueDay - invoice.issuedDay)],
  ]);
  return { inputs, payments: own.payments };
}

function emptyHabit(usual: number): Habit {
  return { payments: 0, usual, weight: 0, late: [0, 0, 0], amountSum: 0 };
}

function remember(own: Habit, payment: DatedInvoice, days: number): void {
  own.payments += 1;
  own.usual = STEADY * own.usual + (1 - STEADY) * days;
  own.weight = RECENCY * own.weight + 1;
  for (const [i, limit] of LIMITS.entries()) {
    own.late[i] = RECENCY * (own.late[i] ?? 0) + (days > limit ? 1 : 0);
  }
  own.amountSum += payment.amountMinor;
}

function cut(days: number): number {
  return Math.max(-MOST_DAYS, Math.min(MOST_DAYS, days));
}
