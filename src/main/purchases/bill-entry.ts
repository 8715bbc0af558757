import { applyRateBps } from "#main/base/money.ts";
import type { EntryDraft, LineDraft } from "#main/ledger/model.ts";
import { signedLine } from "#main/ledger/side.ts";
import {
  ASSET_VAT,
  DEDUCTIBLE_VAT,
  INTRA_COMMUNITY_VAT,
  REVERSE_CHARGE_VAT,
} from "#main/ledger/vat-accounts.ts";
import type { BillDraft } from "./read-bills.ts";

export const SUPPLIER_ACCOUNT = "401000";
/** Where a bill is booked when it names no account: studies and various services (PCG 611–618). */
export const DEFAULT_EXPENSE = "618";
/** The rate at which the buyer owes the tax when the bill, rightly, states none. */
const STANDARD_RATE_BPS = 2000;

/** What the entry of a bill needs, from a file or from a reviewed document. */
export type BillFacts = Pick<
  BillDraft,
  | "kind"
  | "number"
  | "supplierName"
  | "issuedOn"
  | "vatTreatment"
  | "vatLines"
  | "grossMinor"
  | "label"
  | "foreign"
> & { expenseAccount: string };

/**
 * The entry of a supplier bill: net on the expense, deductible VAT per rate, gross on the
 * supplier. Under reverse charge the buyer owes and deducts the same VAT (CGI art. 283, 271).
 */
export function billEntry(bill: BillFacts, partyId: number, dueOn: string): EntryDraft {
  const label = `${bill.supplierName} ${bill.number}`;
  const deductible = deductibleAccount(bill);
  return {
    journal: "AC",
    datedOn: bill.issuedOn,
    pieceRef: bill.number,
    label: bill.kind === "credit-note" ? `Avoir ${label}` : label,
    lines: [
      ...bill.vatLines.flatMap((v) => signedLine(v.netMinor, { account: bill.expenseAccount })),
      ...bill.vatLines.flatMap((v) => signedLine(v.vatMinor, { account: deductible })),
      ...selfAssessed(bill),
      ...signedLine(-bill.grossMinor, {
        ...{ account: SUPPLIER_ACCOUNT, partyId, dueOn },
        ...(bill.foreign && {
          currency: bill.foreign.currency,
          currencyMinor: -bill.foreign.grossMinor,
        }),
      }),
    ],
  };
}

function deductibleAccount(bill: BillFacts): string {
  return bill.expenseAccount.startsWith("2") ? ASSET_VAT : DEDUCTIBLE_VAT;
}

function selfAssessed(bill: BillFacts): LineDraft[] {
  const account =
    bill.vatTreatment === "intra-community"
      ? INTRA_COMMUNITY_VAT
      : bill.vatTreatment === "reverse-charge"
        ? REVERSE_CHARGE_VAT
        : undefined;
  if (account === undefined) return [];
  return bill.vatLines.flatMap((v) => {
    const taxMinor = applyRateBps(v.netMinor, v.rateBps || STANDARD_RATE_BPS);
    return [
      ...signedLine(taxMinor, { account: deductibleAccount(bill) }),
      ...signedLine(-taxMinor, { account }),
    ];
  });
}
