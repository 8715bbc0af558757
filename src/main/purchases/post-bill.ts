import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { PostedEntry } from "#main/ledger/model.ts";
import { ensureAccount } from "#main/ledger/open-account.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { type BillFacts, billEntry } from "./bill-entry.ts";
import { insertBill } from "./rows.ts";

export interface BillToPost {
  bill: BillFacts & { netMinor: number; vatMinor: number; currency: string };
  partyId: number;
  dueOn: string;
  importRunId?: number | undefined;
  documentId?: number | undefined;
}

/** Posts a bill and keeps it; opens its expense account when it subdivides a known one. */
export function postBill(
  tx: Transaction,
  act: Act,
  asked: BillToPost,
): (PostedEntry & { billId: number }) | Refusal {
  const { bill, partyId, dueOn } = asked;
  const refused = ensureAccount(tx, { number: bill.expenseAccount, label: bill.label || "Achats" });
  if (isRefusal(refused)) return refused;
  const last = tx.reading("SELECT max(id) AS id FROM bill").get() as { id: number | null };
  const posted = postEntry(tx, act, {
    draft: billEntry(bill, partyId, dueOn),
    origin: { kind: "bill", id: (last.id ?? 0) + 1 },
  });
  if (isRefusal(posted)) return posted;
  return { ...posted, billId: insertBill(tx, { ...asked, entryId: posted.entryId }) };
}
