import fc from "fast-check";
import { isValidIBAN } from "ibantools";
import { describe, expect, it } from "vitest";
import { frenchIban } from "#main/banking/statement/french-iban.ts";

const text = (length: number, letters: string) =>
  fc.string({ unit: fc.constantFrom(...letters.split("")), minLength: length, maxLength: length });

describe("the IBAN of a French RIB", () => {
  it("is that of the Bank of France's example", () => {
    expect(frenchIban("30006", "00001", "12345678901")).toBe("FR7630006000011234567890189");
    expect(frenchIban("20041", "01005", "0500013M026")).toBe("FR1420041010050500013M02606");
  });

  it("is valid for any parts", () => {
    const digits = "0123456789";
    const parts = fc.tuple(text(5, digits), text(5, digits), text(11, `${digits}ABJKSTZ`));
    fc.assert(
      fc.property(parts, ([bank, branch, account]) => {
        expect(isValidIBAN(frenchIban(bank, branch, account) ?? "")).toBe(true);
      }),
    );
  });

  it("is nothing for parts of another country", () => {
    expect(frenchIban("121099999", "", "999988")).toBeUndefined();
  });
});
