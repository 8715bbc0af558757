import type { treasuryWords } from "#renderer/words/treasury.ts";
import type { Words } from "#renderer/words/words.ts";
import type { Flow } from "./read-forecast.ts";

/** What a forecast flow is called: grouped open items and usual pace by their kind, all else by name. */
export function flowLabel(flow: Flow, w: Words<typeof treasuryWords>): string {
  if (flow.layer !== "open" && flow.layer !== "run-rate") return flow.label;
  switch (flow.label) {
    case "invoice":
      return w.openInvoices;
    case "bill":
      return w.openBills;
    case "credit-note":
      return w.openCreditNotes;
    case "bill-credit-note":
      return w.openBillCreditNotes;
    case "new-sales":
      return w.newSales;
    case "new-purchases":
      return w.newPurchases;
    case "other-payments":
      return w.otherPayments;
    case "other-receipts":
      return w.otherReceipts;
    default:
      return flow.label;
  }
}
