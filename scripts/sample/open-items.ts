import { daysBetween } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import type { History } from "./make-history.ts";

/** What is still owed at the end of the sample; credit notes and debts to suppliers are signed. */
export type OpenItem = {
  side: "customer" | "supplier";
  party: string;
  reference: string;
  issuedOn: string;
  dueOn: string;
  openMinor: number;
  lateDays: number;
};

/** Items less their payments and cancellations; the duplicate bill counts once, so is overpaid. */
export function openItems(history: History): OpenItem[] {
  const { invoices, credits, bills, lines } = history;
  const paid = new Map<string, number>();
  const add = (key: string, amount: number) => paid.set(key, (paid.get(key) ?? 0) + amount);
  for (const pay of lines.flatMap((line) => line.pays ?? [])) {
    add(`${pay.party} ${pay.reference}`, pay.amountMinor);
  }
  for (const credit of credits.filter((c) => c.end === "cancelled")) {
    add(`${credit.customer.code} ${credit.cancels.reference}`, credit.cancels.grossMinor);
    add(`${credit.customer.code} ${credit.reference}`, credit.grossMinor);
  }
  const customers = [...invoices, ...credits].map((item) => ({
    side: "customer" as const,
    party: item.customer.code,
    item,
  }));
  const suppliers = bills
    .filter((bill) => bill.duplicateOf === undefined)
    .map((item) => ({ side: "supplier" as const, party: item.supplier.code, item }));
  return [...customers, ...suppliers]
    .map(({ side, party, item }) => ({
      side,
      party,
      reference: item.reference,
      issuedOn: item.issuedOn,
      dueOn: item.dueOn,
      openMinor: item.grossMinor - (paid.get(`${party} ${item.reference}`) ?? 0),
      lateDays: Math.max(0, daysBetween(item.dueOn, LAST_DAY)),
    }))
    .filter((item) => item.openMinor !== 0);
}
