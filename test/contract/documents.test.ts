import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resourcePath } from "#main/base/resource-path.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

const NAME = "facture-voltandre-energie.pdf";

function dropped(): File {
  const bytes = readFileSync(resourcePath("sample", "documents", NAME));
  return new File([new Uint8Array(bytes)], NAME);
}

test("a dropped bill is read, shown beside its page, and posted once reviewed", async () => {
  const { purchases, ledger } = office.calls;
  const { document } = await resultOf(await purchases.dropDocument({ file: dropped() }));
  const read = await purchases.getDocument({ documentId: document.id });
  expect(read).toMatchObject({ state: "read", source: "text-layer", pages: 1 });
  const { file } = await purchases.getDocumentPage({ documentId: document.id });
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  expect([...head]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  const reading = read.reading!;
  const booked = await purchases.bookDocument({
    documentId: document.id,
    bill: {
      supplierName: reading.supplierName!.value,
      number: reading.number!.value,
      issuedOn: "2026-03-02",
      dueOn: "2026-04-01",
      expenseAccount: "606100",
      vatLines: reading.vatLines,
    },
  });
  const entry = await ledger.getEntry({ entryId: booked.entryId });
  const credit = entry.lines.reduce((sum, l) => sum + l.creditMinor, 0);
  expect(credit).toBe(reading.grossMinor!.value);
  const { rows } = await purchases.listDocuments({ state: "booked" });
  expect(rows.map((d) => d.fileName)).toEqual([NAME]);
  await expect(purchases.setDocumentAside({ documentId: document.id })).rejects.toMatchObject({
    code: "REFUSED",
  });
});
