import type { z } from "zod";
import type { purchasesContract } from "#contract/purchases.ts";
import { sumMinor } from "#main/base/money.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { PostedEntry } from "#main/ledger/model.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { reviewableDocument, setDocumentState } from "./documents.ts";
import { postBill } from "./post-bill.ts";
import { countTwins } from "./rows.ts";

type BookInput = z.output<(typeof purchasesContract.bookDocument)["~orpc"]["inputSchema"] & {}>;

/** Posts the bill that a person has checked against its document; a twin bill is refused. */
export function bookDocument(
  tx: Transaction,
  act: Act,
  asked: BookInput,
): (PostedEntry & { billId: number }) | Refusal {
  const { documentId, bill } = asked;
  const document = reviewableDocument(tx, documentId);
  if (isRefusal(document)) return document;
  const partyId = ensureParty(tx, {
    kind: "supplier",
    name: bill.supplierName,
    siren: bill.supplierSiren,
    vatNumber: bill.supplierVat,
    iban: bill.iban,
  });
  const netMinor = sumMinor(bill.vatLines.map((v) => v.netMinor));
  const vatMinor = sumMinor(bill.vatLines.map((v) => v.vatMinor));
  const grossMinor = netMinor + vatMinor;
  const { number, issuedOn, supplierName } = bill;
  if (countTwins(tx, { partyId, number, issuedOn, grossMinor }) > 0) {
    return refuse("purchases.duplicate", { supplier: supplierName, number, grossMinor });
  }
  const posted = postBill(tx, act, {
    bill: {
      ...bill,
      kind: grossMinor < 0 ? "credit-note" : "invoice",
      label: bill.label || document.fileName,
      vatTreatment: "domestic",
      currency: "EUR",
      netMinor,
      vatMinor,
      grossMinor,
    },
    partyId,
    dueOn: bill.dueOn < issuedOn ? issuedOn : bill.dueOn,
    documentId,
  });
  if (!isRefusal(posted)) setDocumentState(tx, documentId, "booked");
  return posted;
}
