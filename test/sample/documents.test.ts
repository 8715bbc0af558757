import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readBills } from "#main/purchases/read-bills.ts";
import { readDocument } from "#main/purchases/reading/read-document.ts";
import { readBytes, readText, truth } from "./read-sample.ts";

const company = JSON.parse(readText("company.json"));
const pdfs = truth.documents.filter((document) => !document.isScan);
const scans = truth.documents.filter((document) => document.isScan);

describe("the sample's received documents", () => {
  it("has six PDF and two scans, some of them in no bills file", () => {
    expect([pdfs.length, scans.length]).toEqual([6, 2]);
    const read = readBills({ name: "bills-2026.csv", bytes: readBytes("bills-2026.csv") });
    if (isRefusal(read)) throw new Error(read.code);
    for (const { alreadyInBills, expected } of truth.documents) {
      const listed = read.bills.some(
        (bill) => bill.number === expected.number && bill.grossMinor === expected.grossMinor,
      );
      expect([expected.number, listed]).toEqual([expected.number, alreadyInBills]);
    }
    expect(truth.documents.filter((document) => !document.alreadyInBills)).toHaveLength(6);
  });

  it("adds up every document", () => {
    for (const { expected } of truth.documents) {
      const sum = (pick: "netMinor" | "vatMinor") =>
        expected.parts.reduce((all, part) => all + part[pick], 0);
      expect(expected.netMinor + expected.vatMinor).toBe(expected.grossMinor);
      expect([sum("netMinor"), sum("vatMinor")]).toEqual([expected.netMinor, expected.vatMinor]);
    }
  });

  it.each(pdfs)("prints in $file what the truth expects", async ({ file, expected }) => {
    const read = await readDocument(
      { name: file, bytes: readBytes(file) },
      { ownSiren: company.siren, ownVat: company.vatNumber, ownName: company.name },
    );
    if (isRefusal(read)) throw new Error(read.code);
    const { reading } = read;
    expect(read.source).toBe("text-layer");
    expect({
      supplierName: reading.supplierName.value,
      siren: reading.supplierSiren?.value,
      vatNumber: reading.supplierVat?.value,
      iban: reading.iban?.value,
      number: reading.number.value,
      issuedOn: reading.issuedOn.value,
      dueOn: reading.dueOn?.value,
      netMinor: reading.netMinor.value,
      vatMinor: reading.vatMinor.value,
      grossMinor: reading.grossMinor.value,
    }).toEqual({
      supplierName: expected.supplierName,
      siren: expected.siren,
      vatNumber: expected.vatNumber,
      iban: expected.iban,
      number: expected.number,
      issuedOn: expected.issuedOn,
      dueOn: expected.dueOn,
      netMinor: expected.netMinor,
      vatMinor: expected.vatMinor,
      grossMinor: expected.grossMinor,
    });
  });

  it.each(scans)("gives $file as a grayscale sheet of 200 dots an inch", ({ file }) => {
    const view = new DataView(readBytes(file).buffer);
    expect(view.getUint32(0)).toBe(0x89504e47);
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    expect([view.getUint8(24), view.getUint8(25)]).toEqual([8, 0]);
    expect(width).toBeGreaterThan(1_640);
    expect(height / width).toBeCloseTo(297 / 210, 2);
  });
});
