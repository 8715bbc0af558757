import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { documentText } from "#main/purchases/reading/document-text.ts";
import { extractBill } from "#main/purchases/reading/extract-bill.ts";
import { isSameParty } from "#main/purchases/reading/party-name.ts";
import { anyBill, type BillTruth, OWN } from "./bill-truth.ts";
import { drawBill, LAYOUTS, type Layout } from "./draw-bill.ts";

async function readBack(bill: BillTruth, layout: Layout) {
  const text = await documentText("bill.pdf", await drawBill(bill, layout));
  if (isRefusal(text)) throw new Error(text.code);
  return extractBill(text.words, OWN);
}

describe("extractBill", () => {
  it.each(LAYOUTS)("finds every field of any bill laid out as %s", async (layout) => {
    await fc.assert(
      fc.asyncProperty(anyBill, async (bill) => {
        const read = await readBack(bill, layout);
        expect({
          number: read.number.value,
          issuedOn: read.issuedOn.value,
          dueOn: read.dueOn?.value,
          netMinor: read.netMinor.value,
          vatMinor: read.vatMinor.value,
          grossMinor: read.grossMinor.value,
          vatLines: read.vatLines.value,
          siren: read.supplierSiren?.value,
          vat: read.supplierVat?.value,
          currency: read.currency.value,
          creditNote: read.creditNote.value,
        }).toEqual({
          number: bill.number,
          issuedOn: bill.issuedOn,
          dueOn: bill.dueOn,
          netMinor: bill.netMinor,
          vatMinor: bill.vatMinor,
          grossMinor: bill.grossMinor,
          vatLines: bill.vatLines,
          siren: bill.supplier.siren,
          vat: bill.supplier.vat,
          currency: "EUR",
          creditNote: bill.creditNote,
        });
        expect(isSameParty(read.supplierName.value ?? "", bill.supplier.name)).toBe(true);
        // An avoir always waits for a person: suppliers disagree on its sign.
        if (bill.creditNote) expect(read.grossMinor.confidence).toBeLessThanOrEqual(0.9);
        else expect(read.grossMinor.confidence).toBeGreaterThan(0.9);
      }),
      { numRuns: 25, seed: 20_261 },
    );
  });
});
