import { addDays, endOfMonth } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import { plainCapitals } from "./make-customers.ts";
import type { BankLine, Bill, Settled } from "./model.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";
import { dayOfMonth, frenchDate, workingDayFrom, workingDaysAfter } from "./working-day.ts";

/** Every payment of a bill as lines of the main account. */
export function payBills(seed: number, bills: readonly Bill[]): BankLine[] {
  const draw = randomStream(seed, "bill-payments");
  const debits = bills.filter((bill) => bill.supplier.mode === "PRLV");
  const rejected = debits.find((bill) => bill.dueOn > "2025-09-10");
  return [
    ...debits.flatMap((bill) => debitLines(bill, bill === rejected)),
    ...bills.filter((bill) => bill.supplier.mode === "CB").map(cardLine),
    ...transferLines(bills, draw),
  ].filter((line) => line.bookedOn <= LAST_DAY);
}

export function settledBill(bill: Bill, amountMinor: number): Settled {
  return { party: bill.supplier.code, reference: bill.reference, amountMinor };
}

function debitLines(bill: Bill, isRejected: boolean): BankLine[] {
  const { bankName, iban, code } = bill.supplier;
  const bookedOn = workingDayFrom(bill.dueOn);
  const mandateId = `MDT${code}-2025`;
  const reference = plainCapitals(bill.reference);
  const line: BankLine = {
    account: "main",
    bookedOn,
    amountMinor: -bill.grossMinor,
    kind: "supplier-payment",
    label: `PRLV SEPA ${bankName} /MDT ${mandateId} /REF ${reference}`,
    party: { name: bankName, iban },
    remittance: reference,
    endToEndId: reference.replaceAll(" ", ""),
    mandateId,
    pays: [settledBill(bill, bill.grossMinor)],
  };
  return isRejected ? rejectedLines(line, bill) : [line];
}

/** The debit, its return three working days later with a fee, then a transfer that pays. */
function rejectedLines(line: BankLine, bill: Bill): BankLine[] {
  const returnedOn = workingDaysAfter(line.bookedOn, 3);
  const paidOn = workingDaysAfter(returnedOn, 6);
  const { bankName, iban } = bill.supplier;
  const back: BankLine = {
    ...line,
    bookedOn: returnedOn,
    amountMinor: bill.grossMinor,
    kind: "direct-debit-return",
    label: `REJET PRLV ${bankName} /REF ${plainCapitals(bill.reference)} /MOTIF PROVISION`,
    pays: [settledBill(bill, -bill.grossMinor)],
    planted: "rejected-direct-debit",
  };
  const fee: BankLine = {
    account: "main",
    bookedOn: returnedOn,
    amountMinor: -2_000,
    kind: "bank-fee",
    category: "627",
    label: "FRAIS REJET PRELEVEMENT",
    planted: "rejected-direct-debit",
  };
  const again: BankLine = {
    ...transferOf([bill], paidOn),
    party: { name: bankName, iban },
    planted: "rejected-direct-debit",
  };
  return [{ ...line, planted: "rejected-direct-debit" }, back, fee, again];
}

function cardLine(bill: Bill): BankLine {
  const day = frenchDate(bill.issuedOn);
  return {
    account: "main",
    bookedOn: workingDaysAfter(bill.issuedOn, 1),
    amountMinor: -bill.grossMinor,
    kind: "supplier-payment",
    label: `CB ${bill.supplier.bankName} ${day.slice(0, 5)} CARTE 4871`,
    pays: [settledBill(bill, bill.grossMinor)],
  };
}

/** Transfers leave on the 10th and the 25th, as one batch; rent leaves on the 5th. */
function transferLines(bills: readonly Bill[], draw: RandomStream): BankLine[] {
  const runs = runsOf(bills, draw);
  return [...runs].flatMap(([key, group]) => {
    const paidOn = key.slice(0, 10);
    const hasCredit = group.some((bill) => bill.creditOf !== undefined);
    const perTransfer = draw.chance(45) || hasCredit ? group.length : 1;
    const lines: BankLine[] = [];
    for (let i = 0; i < group.length; i += perTransfer) {
      lines.push(transferOf(group.slice(i, i + perTransfer), paidOn));
    }
    const isRun = paidOn !== workingDayFrom(dayOfMonth(paidOn, 5));
    return isRun ? lines.map((line) => ({ ...line, batch: `${paidOn}-fournisseurs` })) : lines;
  });
}

/** Bills by the day on which they are paid and by supplier. */
function runsOf(bills: readonly Bill[], draw: RandomStream): Map<string, Bill[]> {
  const runs = new Map<string, Bill[]>();
  const keys = new Map<Bill, string>();
  const transfers = bills.filter((bill) => bill.supplier.mode === "VIR");
  for (const bill of transfers.filter((b) => b.creditOf === undefined)) {
    const key = `${runDay(bill, draw)} ${bill.supplier.code}${bill.duplicateOf ? " again" : ""}`;
    keys.set(bill, key);
    runs.set(key, [...(runs.get(key) ?? []), bill]);
  }
  for (const credit of transfers) {
    const key = credit.creditOf === undefined ? undefined : keys.get(credit.creditOf);
    if (key !== undefined) runs.get(key)?.push(credit);
  }
  return runs;
}

function runDay(bill: Bill, draw: RandomStream): string {
  if (bill.supplier.account === "6132") return workingDayFrom(dayOfMonth(bill.issuedOn, 5));
  if (bill.supplier.account === "2154") return workingDayFrom(bill.dueOn);
  // Now and then an approval comes late and the bill waits for the next run.
  const from = addDays(bill.dueOn, draw.chance(12) ? 12 : -2);
  const wished = bill.duplicateOf ? addDays(from, 16) : from;
  const tenth = dayOfMonth(wished, 10);
  if (wished <= tenth) return workingDayFrom(tenth);
  const later = dayOfMonth(wished, 25);
  if (wished <= later) return workingDayFrom(later);
  return workingDayFrom(dayOfMonth(addDays(endOfMonth(wished), 1), 10));
}

function transferOf(bills: readonly Bill[], paidOn: string): BankLine {
  const first = bills[0] as Bill;
  const { bankName, iban, code } = first.supplier;
  const references = bills.map((bill) => plainCapitals(bill.reference)).join(" ");
  return {
    account: "main",
    bookedOn: paidOn,
    amountMinor: -bills.reduce((sum, bill) => sum + bill.grossMinor, 0),
    kind: "supplier-payment",
    label: `VIR SEPA EMIS /BEN ${bankName} /MOTIF ${references}`,
    party: { name: bankName, iban },
    remittance: references,
    endToEndId:
      `${code}-${paidOn.replaceAll("-", "")}-${references.replaceAll(/[^A-Z0-9]/g, "")}`.slice(
        0,
        35,
      ),
    pays: bills.map((bill) => settledBill(bill, bill.grossMinor)),
    ...(bills.length > 1 ? { planted: "grouped" } : {}),
    // The bill is settled already: nothing on the line says what this money is for.
    ...(first.duplicateOf ? { planted: "duplicate-bill-again", ambiguous: "already-paid" } : {}),
  };
}
