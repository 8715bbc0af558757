import { describe, expect, it } from "vitest";
import { categoryOf } from "#main/automation/category-of.ts";

const rules = [
  { contains: ["CB REST "], direction: "debit" as const, account: "6257" },
  { pattern: "^prlv .*\\bURSSAF\\b", account: "431" },
  { contains: ["Échéance prêt"], minMinor: 1000, maxMinor: 2000, account: "164" },
  { contains: ["FRAIS"], account: "627" },
  { contains: ["FRAIS TENUE"], account: "6278" },
];

const account = (label: string, amountMinor = -1500) =>
  categoryOf(rules, { label, amountMinor })?.account;

describe("the category of a bank line", () => {
  it("is that of the first rule that fits, whatever accents and case", () => {
    expect(account("frais  tenue de compte")).toBe("627");
    expect(account("ECHEANCE PRET 00718")).toBe("164");
    expect(account("PRLV SEPA Urssaf RA")).toBe("431");
    expect(account("VIR ATELIER")).toBeUndefined();
  });

  it("looks at the direction and the amount without its sign", () => {
    expect(account("CB REST LE LAC", 1500)).toBeUndefined();
    expect(account("CB RESTITUTION")).toBeUndefined();
    expect([999, 1000, 2000, 2001].map((a) => account("ECHEANCE PRET", -a))).toEqual([
      undefined,
      "164",
      "164",
      undefined,
    ]);
  });
});
