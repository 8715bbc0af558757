import type { Transaction } from "#main/store/book.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";
import type { BillToPost } from "./post-bill.ts";

/** How many bills of a supplier have this number, day and amount. */
export function countTwins(
  read: ReadHandle,
  bill: { partyId: number; number: string; issuedOn: string; grossMinor: number },
): number {
  const { n } = read
    .reading(
      "SELECT count(*) AS n FROM bill " +
        "WHERE party_id = ? AND number = ? AND issued_on = ? AND gross_minor = ?",
    )
    .get(bill.partyId, bill.number, bill.issuedOn, bill.grossMinor) as { n: number };
  return n;
}

/** How many bills the book holds, and their gross total. */
export function countBills(read: ReadHandle): { rows: number; totalMinor: number } {
  return read
    .reading("SELECT count(*) AS rows, coalesce(sum(gross_minor), 0) AS totalMinor FROM bill")
    .get() as { rows: number; totalMinor: number };
}

/** Writes a bill that has just been posted, and its VAT per rate. */
export function insertBill(tx: Transaction, row: BillToPost & { entryId: number }): number {
  const { bill } = row;
  const { id } = tx.run(
    sqlBuilder.insertInto("bill").values({
      kind: bill.kind,
      number: bill.number,
      party_id: row.partyId,
      issued_on: bill.issuedOn,
      due_on: row.dueOn,
      label: bill.label,
      expense_account: bill.expenseAccount,
      vat_treatment: bill.vatTreatment,
      currency: bill.currency,
      net_minor: bill.netMinor,
      vat_minor: bill.vatMinor,
      gross_minor: bill.grossMinor,
      entry_id: row.entryId,
      document_id: row.documentId ?? null,
      import_run_id: row.importRunId ?? null,
      foreign_currency: bill.foreign?.currency ?? null,
      foreign_minor: bill.foreign?.grossMinor ?? null,
    }),
  );
  for (const vat of bill.vatLines) {
    tx.run(
      sqlBuilder.insertInto("bill_vat").values({
        bill_id: id,
        rate_bps: vat.rateBps,
        net_minor: vat.netMinor,
        vat_minor: vat.vatMinor,
      }),
    );
  }
  return id;
}
