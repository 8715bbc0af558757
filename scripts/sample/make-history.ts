import { cardPurchaseLines } from "./card-purchases.ts";
import { identifyLines } from "./identify-lines.ts";
import { judgeAmbiguity } from "./judge-ambiguity.ts";
import { makeBills } from "./make-bills.ts";
import { type CreditNote, makeCreditNotes } from "./make-credit-notes.ts";
import { makeCustomers } from "./make-customers.ts";
import { makeInvoices } from "./make-invoices.ts";
import { makeSuppliers } from "./make-suppliers.ts";
import type { BankLine, Bill, Customer, Invoice, Supplier } from "./model.ts";
import { withOwnTransfers } from "./move-cash.ts";
import { payBills } from "./pay-bills.ts";
import { payInvoices } from "./pay-invoices.ts";
import { plantBills } from "./plant-bills.ts";
import { plantReceipts, refundLines } from "./plant-receipts.ts";
import { cardSettlementLines, transferLines } from "./receive-payments.ts";
import { recurringLines } from "./recurring-flows.ts";
import { type VatMonth, vatLines, vatReturns } from "./vat-return.ts";

/** Two years of the sample company: what was issued, received and booked by the banks. */
export type History = {
  customers: Customer[];
  suppliers: Supplier[];
  invoices: Invoice[];
  credits: CreditNote[];
  bills: Bill[];
  lines: BankLine[];
  vat: VatMonth[];
};

/** Lives the two years from one seed. Lines come in the order in which they are booked. */
export function makeHistory(seed: number): History {
  const customers = makeCustomers(seed);
  const suppliers = makeSuppliers();
  const invoices = makeInvoices(seed, customers);
  const credits = makeCreditNotes(seed, invoices);
  const bills = plantBills(seed, makeBills(seed, suppliers));
  const vat = vatReturns([...invoices, ...credits], bills);
  const receipts = plantReceipts(seed, payInvoices(seed, invoices, credits));
  const lines = withOwnTransfers([
    ...transferLines(seed, receipts),
    ...cardSettlementLines(receipts),
    ...refundLines(receipts, credits),
    ...payBills(seed, bills),
    ...recurringLines(),
    ...vatLines(vat),
    ...cardPurchaseLines(seed),
  ]);
  const judged = judgeAmbiguity(lines, [...invoices, ...credits]);
  return { customers, suppliers, invoices, credits, bills, vat, lines: identifyLines(judged) };
}
