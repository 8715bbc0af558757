import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyRateBps } from "#main/base/money.ts";
import { isRefusedRow } from "#main/base/table/refused-row.ts";
import { type StatedVat, settleVat } from "#main/base/table/settle-vat.ts";

function stated(amounts: Partial<StatedVat>): StatedVat {
  return {
    line: 2,
    treatment: "domestic",
    rateBps: undefined,
    netMinor: undefined,
    vatMinor: undefined,
    grossMinor: undefined,
    columns: { rate: "Taux TVA", gross: "TTC" },
    ...amounts,
  };
}

describe("completing the amounts of a row", () => {
  it("gives the same from any two amounts, and from one with the rate", () => {
    const net = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(net, fc.constantFrom(0, 210, 550, 1000, 2000), (netMinor, rateBps) => {
        const vatMinor = applyRateBps(netMinor, rateBps);
        const grossMinor = netMinor + vatMinor;
        const whole = { rateBps, netMinor, vatMinor };
        expect(settleVat(stated({ rateBps, netMinor, vatMinor, grossMinor }))).toEqual(whole);
        expect(settleVat(stated({ rateBps, netMinor, grossMinor }))).toEqual(whole);
        expect(settleVat(stated({ rateBps, vatMinor, grossMinor }))).toEqual(whole);
        expect(settleVat(stated({ rateBps, netMinor }))).toEqual(whole);
        const fromGross = settleVat(stated({ rateBps, grossMinor }));
        if (isRefusedRow(fromGross)) throw new Error(fromGross.code);
        expect(fromGross.netMinor + fromGross.vatMinor).toBe(grossMinor);
        expect(Math.abs(fromGross.netMinor - netMinor)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("accepts two cents of rounding in the VAT and not three", () => {
    const row = (vatMinor: number) =>
      settleVat(
        stated({ rateBps: 2000, netMinor: 10_000, vatMinor, grossMinor: 10_000 + vatMinor }),
      );
    expect(isRefusedRow(row(2002))).toBe(false);
    expect(row(2003)).toMatchObject({ code: "files.vat-mismatch", facts: { expectedMinor: 2000 } });
  });

  it("accepts no cent between net + VAT and gross", () => {
    const row = stated({ rateBps: 2000, netMinor: 10_000, vatMinor: 2000, grossMinor: 12_001 });
    expect(settleVat(row)).toMatchObject({ code: "files.total-mismatch" });
  });

  it("finds the rate that amounts prove, and refuses what no rate gives", () => {
    expect(settleVat(stated({ netMinor: 10_000, vatMinor: 550 }))).toMatchObject({ rateBps: 550 });
    expect(settleVat(stated({ netMinor: 10_000, vatMinor: 1234 }))).toMatchObject({
      code: "files.missing-cell",
      facts: { column: "Taux TVA" },
    });
    expect(settleVat(stated({}))).toMatchObject({ facts: { column: "TTC" } });
  });

  it("refuses VAT where none is due, and keeps the rate of a reverse charge", () => {
    const row = { treatment: "reverse-charge", rateBps: 2000, netMinor: 10_000 } as const;
    expect(settleVat(stated({ ...row, vatMinor: 0 }))).toEqual({
      rateBps: 2000,
      netMinor: 10_000,
      vatMinor: 0,
    });
    expect(settleVat(stated({ ...row, vatMinor: 2000 }))).toMatchObject({
      code: "files.vat-not-due",
    });
  });
});
