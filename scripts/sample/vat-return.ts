import { addMonths, monthOf } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import type { BankLine, Bill, Invoice } from "./model.ts";
import { dayOfMonth, monthStarts, workingDayFrom } from "./working-day.ts";

/** VAT of one month in cents; what is due is in whole euros, as on form CA3. */
export type VatMonth = {
  month: string;
  collectedMinor: number;
  deductibleMinor: number;
  creditBroughtMinor: number;
  dueMinor: number;
  creditMinor: number;
  payOn: string;
};

/**
 * The CA3 returns: VAT on debits for sales, on the bill's date for purchases. Reverse charge
 * falls out, being collected and deducted in the same return. A credit is carried forward.
 */
export function vatReturns(invoices: readonly Invoice[], bills: readonly Bill[]): VatMonth[] {
  const months: VatMonth[] = [];
  let credit = 0;
  for (const start of monthStarts(2025, 2026)) {
    const month = monthOf(start);
    const collected = vatOf(invoices, month);
    const deductible = vatOf(
      bills.filter((b) => b.duplicateOf === undefined),
      month,
    );
    const net = Math.round((collected - deductible) / 100) * 100 - credit;
    months.push({
      month,
      collectedMinor: collected,
      deductibleMinor: deductible,
      creditBroughtMinor: credit,
      dueMinor: Math.max(net, 0),
      creditMinor: Math.max(-net, 0),
      payOn: workingDayFrom(dayOfMonth(addMonths(start, 1), 24)),
    });
    credit = Math.max(-net, 0);
  }
  return months;
}

export function vatLines(months: readonly VatMonth[]): BankLine[] {
  return months
    .filter((m) => m.dueMinor > 0 && m.payOn <= LAST_DAY)
    .map((m) => ({
      account: "main",
      bookedOn: m.payOn,
      amountMinor: -m.dueMinor,
      kind: "vat",
      category: "44551",
      label: `PRLV SEPA DGFIP TVA /REF TVA1-${m.month.replace("-", "")}-3310CA3`,
    }));
}

function vatOf(items: readonly (Invoice | Bill)[], month: string): number {
  return items
    .filter((item) => monthOf(item.issuedOn) === month)
    .flatMap((item) => item.parts)
    .reduce((sum, part) => sum + part.vatMinor, 0);
}
