import type { EntryDraft } from "#main/ledger/model.ts";
import { signedLine } from "#main/ledger/side.ts";
import { collectedVatAccount } from "#main/ledger/vat-accounts.ts";
import type { InvoiceDraft } from "./read-invoices.ts";

export const CUSTOMER_ACCOUNT = "411000";

/** Revenue accounts by how VAT falls on the sale. */
const REVENUE = {
  domestic: "706000",
  "reverse-charge": "706100",
  "intra-community": "706200",
  export: "706300",
  exempt: "706400",
} as const;

/** The entry of a customer invoice: gross on the customer, net on revenue, VAT split per rate. */
export function invoiceEntry(draft: InvoiceDraft, partyId: number, dueOn: string): EntryDraft {
  const label = `${draft.customerName} ${draft.number}`;
  const revenue = REVENUE[draft.vatTreatment];
  return {
    journal: "VE",
    datedOn: draft.issuedOn,
    pieceRef: draft.number,
    label: draft.kind === "credit-note" ? `Avoir ${label}` : label,
    lines: [
      ...signedLine(draft.grossMinor, {
        ...{ account: CUSTOMER_ACCOUNT, partyId, dueOn },
        ...(draft.foreign && {
          currency: draft.foreign.currency,
          currencyMinor: draft.foreign.grossMinor,
        }),
      }),
      ...draft.vatLines.flatMap((v) => signedLine(-v.netMinor, { account: revenue })),
      ...draft.vatLines.flatMap((v) =>
        signedLine(-v.vatMinor, { account: collectedVatAccount(v.rateBps) }),
      ),
    ],
  };
}
