import { isValidIBAN } from "ibantools";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import { readRecords, readText, truth } from "./read-sample.ts";

const company = JSON.parse(readText("company.json"));
const invoiceRows = ["2025", "2026"].flatMap((year) => readRecords(`invoices-${year}.csv`));
const billRows = ["2025", "2026"].flatMap((year) => readRecords(`bills-${year}.csv`));
const rows = [...invoiceRows, ...billRows];
/** Checks a number by one of the registry's validators (country, kind). */
function isNumber(country: string, kind: string, text: string): boolean {
  const validator = (
    stdnum[country] as Record<string, { validate(t: string): { isValid: boolean } }>
  )[kind];
  return validator?.validate(text).isValid ?? false;
}

const VAT: Readonly<Record<string, string>> = {
  FR: "tva",
  BE: "vat",
  DE: "vat",
  IT: "iva",
  LU: "tva",
};

/** The RIB key of a French account, computed by the published weights 89, 15 and 3. */
function ribKey(iban: string): number {
  const [bank, branch, account] = [iban.slice(4, 9), iban.slice(9, 14), iban.slice(14, 25)];
  const sum = 89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account);
  return Number(97n - (sum % 97n));
}

describe("identifiers of the sample", () => {
  it("has a company with a valid SIREN, SIRET and VAT number", () => {
    expect(isNumber("FR", "siren", company.siren)).toBe(true);
    expect(isNumber("FR", "siret", company.siret)).toBe(true);
    expect(company.siret.startsWith(company.siren)).toBe(true);
    expect(isNumber("FR", "tva", company.vatNumber)).toBe(true);
    expect(company.vatNumber.endsWith(company.siren)).toBe(true);
  });

  it("has valid SIREN and VAT numbers on every invoice and bill", () => {
    for (const row of rows) {
      const [siren = "", vat = ""] = [row.SIREN, row["N° TVA"]];
      if (siren !== "") expect([siren, isNumber("FR", "siren", siren)]).toEqual([siren, true]);
      if (vat === "") continue;
      const country = vat.slice(0, 2);
      expect([vat, isNumber(country, VAT[country] ?? "", vat)]).toEqual([vat, true]);
    }
    const european = rows.filter((row) => row["Régime TVA"] === "Intracommunautaire");
    expect(european.every((row) => row["N° TVA"] !== "")).toBe(true);
  });

  it("has valid IBANs everywhere, with their RIB key in France", () => {
    const own: string[] = company.bankAccounts.map((account: { iban: string }) => account.iban);
    const camt = readText("bank-main-2026.camt.xml").matchAll(/<IBAN>(\w+)<\/IBAN>/g);
    const all = new Set([
      ...own,
      ...billRows.map((r) => r.IBAN ?? ""),
      ...[...camt].map((m) => m[1] ?? ""),
    ]);
    for (const iban of all) {
      expect([iban, isValidIBAN(iban)]).toEqual([iban, true]);
      if (iban.startsWith("FR")) expect(Number(iban.slice(25))).toBe(ribKey(iban));
    }
    expect(all.size).toBeGreaterThan(80);
  });

  it("books only accounts that both charts know", () => {
    const known = (version: string) =>
      JSON.parse(readChart(version)).accounts.map(([number]: [string]) => number) as string[];
    const both = new Set(known("2025").filter((number) => known("2026").includes(number)));
    const used = new Set([
      ...billRows.map((row) => row.Compte ?? ""),
      ...truth.bankLines.flatMap((line) => line.category ?? []),
    ]);
    for (const account of used) expect([account, both.has(account)]).toEqual([account, true]);
  });
});

function readChart(version: string): string {
  return readText(`../chart/pcg-${version}.json`);
}
