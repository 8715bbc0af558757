import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Depreciable, depreciation, yearsOfUse } from "#main/ledger/assets/depreciation.ts";
import { accruedInterest, loanSchedule } from "#main/ledger/assets/loan-schedule.ts";

const KNOWN = [
  { startsOn: "2025-01-01", endsOn: "2025-12-31" },
  { startsOn: "2026-01-01", endsOn: "2026-12-31" },
];
const machine: Depreciable = {
  costMinor: 1_200_000,
  residualMinor: 0,
  inServiceOn: "2025-04-01",
  method: "linear",
  months: 60,
  disposedOn: null,
};
const amounts = (asset: Depreciable) =>
  depreciation(asset, yearsOfUse(asset, KNOWN)).map((row) => [
    row.startsOn.slice(0, 4),
    row.amountMinor,
  ]);

describe("depreciation", () => {
  it("is pro rata temporis by thirty-day months when straight-line", () => {
    expect(amounts(machine)).toEqual([
      ...[
        ["2025", 180_000],
        ["2026", 240_000],
        ["2027", 240_000],
        ["2028", 240_000],
      ],
      ...[
        ["2029", 240_000],
        ["2030", 60_000],
      ],
    ]);
    expect(amounts({ ...machine, inServiceOn: "2025-04-16", residualMinor: 200_000 })[0]).toEqual([
      "2025",
      Math.round((1_000_000 * 255) / 1800),
    ]);
  });

  it("goes from declining balance to straight-line when that is more", () => {
    const asset = { ...machine, costMinor: 1_000_000, method: "declining" as const };
    expect(amounts({ ...asset, inServiceOn: "2025-01-20" })).toEqual([
      ...[
        ["2025", 350_000],
        ["2026", 227_500],
        ["2027", 147_875],
        ["2028", 137_313],
      ],
      ["2029", 137_312],
    ]);
    expect(amounts({ ...asset, inServiceOn: "2025-07-20" })[0]).toEqual(["2025", 175_000]);
  });

  it("stops on the day of a disposal, and reaches back before the book's first year", () => {
    expect(amounts({ ...machine, disposedOn: "2026-06-30" })).toEqual([
      ...[
        ["2025", 180_000],
        ["2026", 120_000],
      ],
    ]);
    expect(amounts({ ...machine, inServiceOn: "2023-01-01" }).map(([year]) => year)).toEqual([
      ...["2023", "2024", "2025", "2026", "2027"],
    ]);
  });

  it("adds up to what is to be depreciated, whatever the asset", () => {
    const asset = fc.record({
      costMinor: fc.integer({ min: 1, max: 10 ** 11 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      day: fc.integer({ min: 0, max: 700 }),
      years: fc.integer({ min: 3, max: 20 }),
      method: fc.constantFrom("linear" as const, "declining" as const),
    });
    fc.assert(
      fc.property(asset, ({ costMinor, share, day, years, method }) => {
        const inServiceOn = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
        const residualMinor = Math.floor(costMinor * share * 0.9);
        const one = {
          ...machine,
          costMinor,
          residualMinor,
          inServiceOn,
          method,
          months: years * 12,
        };
        const rows = depreciation(one, yearsOfUse(one, KNOWN));
        const sum = rows.reduce((total, row) => total + row.amountMinor, 0);
        expect(sum).toBe(costMinor - residualMinor);
        for (const row of rows) expect(row.amountMinor).toBeGreaterThan(0);
      }),
    );
  });
});

const loan = {
  ...{ label: "Presse", account: "164", principalMinor: 12_000_000, rateBps: 360 },
  ...{ firstOn: "2025-02-05", every: "month" as const, instalments: 60, insuranceMinor: 1500 },
  kind: "annuity" as const,
};

describe("a loan's table", () => {
  it("has constant instalments and ends at nothing", () => {
    const rows = loanSchedule(loan);
    expect(rows[0]).toMatchObject({ interestMinor: 36_000, dueOn: "2025-02-05" });
    const worth = rows.reduce(
      (sum, row, i) => sum + (row.principalMinor + row.interestMinor) / 1.003 ** (i + 1),
      0,
    );
    expect(Math.abs(worth - loan.principalMinor)).toBeLessThan(60);
    expect(new Set(rows.slice(0, -1).map((row) => row.paymentMinor)).size).toBe(1);
    expect(rows.at(-1)).toMatchObject({ leftMinor: 0, dueOn: "2030-01-05" });
  });

  it("repays the principal to the cent, whatever its kind", () => {
    const terms = fc.record({
      principalMinor: fc.integer({ min: 1, max: 10 ** 11 }),
      rateBps: fc.integer({ min: 0, max: 2000 }),
      instalments: fc.integer({ min: 1, max: 360 }),
      kind: fc.constantFrom("annuity" as const, "principal" as const, "bullet" as const),
      every: fc.constantFrom("month" as const, "quarter" as const, "year" as const),
    });
    fc.assert(
      fc.property(terms, (some) => {
        const rows = loanSchedule({ ...loan, ...some });
        expect(rows.reduce((sum, row) => sum + row.principalMinor, 0)).toBe(some.principalMinor);
        expect(rows.at(-1)!.leftMinor).toBe(0);
      }),
    );
  });

  it("runs interest by days to a year's end", () => {
    const [, , ...rows] = loanSchedule(loan);
    const january = loanSchedule(loan).find((row) => row.dueOn === "2026-01-05")!;
    expect(rows.length).toBe(58);
    expect(accruedInterest(loan, "2025-12-31")).toBe(Math.round((january.interestMinor * 26) / 31));
    expect(accruedInterest(loan, "2031-01-01")).toBe(0);
  });
});
