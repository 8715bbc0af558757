import { describe, expect, it } from "vitest";
import { sirenOf, vatNumberOf } from "#main/base/table/company-number.ts";

describe("company numbers", () => {
  it.each([
    ["732 829 320", "732829320"],
    ["73282932000074", "732829320"],
    ["732829321", undefined],
    ["12345", undefined],
  ])("reads the SIREN of %s as %s", (text, siren) => {
    expect(sirenOf(text)).toBe(siren);
  });

  it.each([
    ["FR 44 732829320", "FR44732829320"],
    ["FR45732829320", undefined],
    ["FRXX732829320", "FRXX732829320"],
    ["DE 123456789", "DE123456789"],
    ["732829320", undefined],
    ["", undefined],
  ])("reads the VAT number of %s as %s", (text, number) => {
    expect(vatNumberOf(text)).toBe(number);
  });
});
