import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readDocument } from "#main/purchases/reading/read-document.ts";

const SAMPLE = new URL("../../../resources/sample/", import.meta.url);

interface Expected {
  readonly supplierName: string;
  readonly siren: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
}

async function sampleJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, SAMPLE), "utf8")) as T;
}

const { documents } = await sampleJson<{
  documents: { file: string; isScan: boolean; expected: Expected }[];
}>("truth.json");
const company = await sampleJson<{ name: string; siren: string; vatNumber: string }>(
  "company.json",
);

describe("the sample company's documents", () => {
  it("are six PDFs and two scans", () => {
    expect(documents.filter((d) => d.isScan)).toHaveLength(2);
    expect(documents).toHaveLength(8);
  });

  it.each(documents)("$file is read whole", async ({ file, isScan, expected }) => {
    const bytes = new Uint8Array(await readFile(new URL(file, SAMPLE)));
    const own = { ownName: company.name, ownSiren: company.siren, ownVat: company.vatNumber };
    const result = await readDocument({ name: "document", bytes }, own);
    if (isRefusal(result)) throw new Error(result.code);
    const { reading, source } = result;
    expect(source).toBe(isScan ? "ocr" : "text-layer");
    expect({
      supplierName: reading.supplierName.value?.replace(/ SARL$/, ""),
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
    expect(reading.grossMinor.confidence).toBeGreaterThan(0.9);
  });
});
