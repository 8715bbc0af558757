import { addDays, addMonths, daysBetween, endOfMonth, weekday } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import type { CreditNote } from "./make-credit-notes.ts";
import type { Customer, Invoice, Settled } from "./model.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";
import { dayOfMonth, workingDayFrom, workingDaysAfter } from "./working-day.ts";

/** One payment of a customer: what it settles, before it becomes a bank line. */
export type Receipt = {
  customer: Customer;
  paidOn: string;
  pays: Settled[];
  kind: "transfer" | "card";
  gapMinor: number;
  planted?: string;
  /** Words that the payer adds, such as a balance of a partial payment. */
  note?: string;
  payer?: string;
};

/** Invoices that nobody pays before the sample ends: insolvency and a dispute. */
const NEVER_PAID_PERCENT = 0.6;

/** Plans every customer payment of both years. */
export function payInvoices(
  seed: number,
  invoices: readonly Invoice[],
  credits: readonly CreditNote[],
): Receipt[] {
  const draw = randomStream(seed, "receipts");
  const byInvoice = new Map(credits.map((credit) => [credit.cancels.reference, credit]));
  const receipts: Receipt[] = [];
  for (const invoice of invoices) {
    if (invoice.customer.habit.onAccount) continue;
    receipts.push(...receiptsOf(invoice, byInvoice.get(invoice.reference), draw));
  }
  const inTime = grouped(receipts, draw).filter((receipt) => receipt.paidOn <= LAST_DAY);
  return [...inTime, ...onAccountReceipts(invoices)];
}

function receiptsOf(invoice: Invoice, credit: CreditNote | undefined, draw: RandomStream) {
  const { customer } = invoice;
  if (customer.segment === "card") return [cardReceipt(invoice, draw)];
  const paidOn = payDay(invoice, draw);
  const never = draw.chance(NEVER_PAID_PERCENT);
  if (credit?.end === "cancelled" || (never && invoice.issuedOn > "2025-06-01")) return [];
  const base = { customer, kind: "transfer" as const, gapMinor: 0 };
  const whole = settled(invoice, invoice.grossMinor);
  if (credit?.end === "netted") {
    const notBefore = workingDayFrom(addDays(credit.issuedOn, 4));
    const day = paidOn < notBefore ? notBefore : paidOn;
    const pays = [whole, settled(credit, credit.grossMinor)];
    return [{ ...base, paidOn: day, pays, planted: "credit-note-netted" }];
  }
  if (credit === undefined && invoice.grossMinor > 150_000 && draw.chance(4)) {
    return partialReceipts(invoice, paidOn, draw);
  }
  return [{ ...base, paidOn, pays: [whole] }];
}

function settled(item: Invoice, amountMinor: number): Settled {
  return { party: item.customer.code, reference: item.reference, amountMinor };
}

function cardReceipt(invoice: Invoice, draw: RandomStream): Receipt {
  const paidOn = addDays(invoice.issuedOn, draw.pick([0, 0, 0, 0, 1, 2]));
  const pays = [settled(invoice, invoice.grossMinor)];
  return { customer: invoice.customer, paidOn, pays, kind: "card", gapMinor: 0 };
}

function partialReceipts(invoice: Invoice, paidOn: string, draw: RandomStream): Receipt[] {
  const share = draw.pick([30, 40, 50, 50, 60]);
  const first = Math.round((invoice.grossMinor * share) / 10_000) * 100;
  const second = workingDayFrom(addDays(paidOn, draw.int(12, 40)));
  const base = { customer: invoice.customer, kind: "transfer" as const, gapMinor: 0 };
  return [
    { ...base, paidOn, pays: [settled(invoice, first)], planted: "partial", note: "ACOMPTE" },
    {
      ...base,
      paidOn: second,
      planted: "partial",
      note: "SOLDE",
      pays: [settled(invoice, invoice.grossMinor - first)],
    },
  ];
}

/** The due date, the customer's own lateness that day, then its payment run. */
function payDay(invoice: Invoice, draw: RandomStream): string {
  const { habit } = invoice.customer;
  const age = daysBetween("2025-01-02", invoice.issuedOn);
  const drift = Math.floor((habit.driftPerYear * age) / 365);
  const late = habit.usualDays + drift + draw.bell(-habit.spreadDays, habit.spreadDays);
  const wished = addDays(invoice.dueOn, late);
  const earliest = workingDaysAfter(invoice.issuedOn, 3);
  return runDay(wished < earliest ? earliest : wished, habit.run);
}

function runDay(wished: string, run: Customer["habit"]["run"]): string {
  if (run === "any") return workingDayFrom(wished);
  if (run === "thursday") return workingDayFrom(addDays(wished, (4 - weekday(wished) + 7) % 7));
  if (run === "month-end") return workingDayFrom(addDays(endOfMonth(wished), -1));
  const tenth = dayOfMonth(wished, 10);
  return workingDayFrom(wished <= tenth ? tenth : dayOfMonth(addDays(endOfMonth(wished), 1), 10));
}

/** Payments of one customer that fall on one day mostly go out as one transfer. */
function grouped(receipts: readonly Receipt[], draw: RandomStream): Receipt[] {
  const kept = new Map<string, Receipt>();
  const apart: Receipt[] = [];
  for (const receipt of receipts) {
    const key = `${receipt.customer.code} ${receipt.paidOn}`;
    const earlier = kept.get(key);
    if (receipt.kind === "card" || receipt.note !== undefined) apart.push(receipt);
    else if (earlier === undefined) kept.set(key, receipt);
    else if (earlier.pays.length >= 6 || draw.chance(28)) apart.push(receipt);
    else kept.set(key, merged(earlier, receipt));
  }
  return [...kept.values(), ...apart];
}

function merged(earlier: Receipt, later: Receipt): Receipt {
  const planted = earlier.planted ?? later.planted ?? "grouped";
  return { ...earlier, pays: [...earlier.pays, ...later.pays], planted };
}

/** One customer pays a round sum every other month, oldest invoice first, without a word. */
function onAccountReceipts(invoices: readonly Invoice[]): Receipt[] {
  const own = invoices.filter((invoice) => invoice.customer.habit.onAccount);
  const left = new Map(own.map((invoice) => [invoice.reference, invoice.grossMinor]));
  const receipts: Receipt[] = [];
  for (let day = "2025-05-20"; day <= LAST_DAY; day = addMonths(day, 2)) {
    const due = own.filter((i) => i.dueOn <= day && (left.get(i.reference) ?? 0) > 0);
    const owed = due.reduce((sum, i) => sum + (left.get(i.reference) ?? 0), 0);
    const sum = Math.min(Math.floor((owed * 7) / 500_000) * 50_000, 800_000);
    const paidOn = workingDayFrom(day);
    if (sum === 0 || paidOn > LAST_DAY) continue;
    receipts.push({
      customer: own[0]?.customer as Customer,
      paidOn,
      kind: "transfer",
      gapMinor: 0,
      pays: takeOldest(due, left, sum),
      planted: "on-account",
    });
  }
  return receipts;
}

function takeOldest(due: readonly Invoice[], left: Map<string, number>, sum: number): Settled[] {
  const pays: Settled[] = [];
  let rest = sum;
  for (const invoice of due) {
    const open = left.get(invoice.reference) ?? 0;
    const part = Math.min(open, rest);
    if (part === 0) break;
    pays.push(settled(invoice, part));
    left.set(invoice.reference, open - part);
    rest -= part;
  }
  return pays;
}
