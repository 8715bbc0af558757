import fc from "fast-check";
import { expect, test } from "vitest";
import {
  baseIndicators,
  countBackDays,
  type IndicatorInput,
} from "#main/treasury/engines/base-indicators.ts";

const BILLING = [
  { month: "2026-01", grossMinor: 310_000, documents: 4 },
  { month: "2026-02", grossMinor: 280_000, documents: 4 },
  { month: "2026-03", grossMinor: 150_000, documents: 4 },
];
const INPUT: IndicatorInput = {
  asOn: "2026-03-15",
  balances: [
    { account: "101300", minor: -1_000_000 },
    { account: "164000", minor: -500_000 },
    { account: "215400", minor: 900_000 },
    { account: "281540", minor: -200_000 },
    { account: "370000", minor: 120_000 },
    { account: "411000", minor: 290_000 },
    { account: "401000", minor: -180_000 },
    { account: "455000", minor: -50_000 },
    { account: "512001", minor: 720_000 },
  ],
  resultMinor: 100_000,
  billing: BILLING,
  purchases: [{ month: "2026-02", grossMinor: 140_000, documents: 4 }],
  receivableMinor: 290_000,
  receivableNotDueMinor: 150_000,
  payableMinor: 70_000,
  netSalesMinor: 3_650_000,
  costOfGoodsMinor: 1_825_000,
  netFlows: [50_000, -40_000, -20_000, -60_000],
  cashMinor: 720_000,
};

const told = (input: IndicatorInput, key: string) =>
  baseIndicators(input).indicators.find((one) => one.key === key)?.value;

test("count-back uses the latest months up, whole ones by their days, the last in part", () => {
  // 150,000 of March are 15 days, then 140,000 of February's 280,000 are half of its 28.
  expect(countBackDays(290_000, BILLING, "2026-03-15")).toBe(29);
  expect(countBackDays(0, BILLING, "2026-03-15")).toBe(0);
  expect(countBackDays(9_999_999, BILLING, "2026-03-15")).toBeNull();
  expect(told(INPUT, "dso")).toBe(29);
  expect(told(INPUT, "dso-best")).toBe(15);
  expect(told(INPUT, "delinquency")).toBe(14);
  expect(told(INPUT, "dpo")).toBe(29);
  expect(told(INPUT, "dio")).toBe(24);
  expect(told(INPUT, "cash-cycle")).toBe(24);
});

test("working capital less its requirement is net cash to the cent", () => {
  const found = baseIndicators(INPUT);
  expect(found.identityGapMinor).toBe(0);
  expect(told(INPUT, "frng")).toBe(900_000);
  expect(told(INPUT, "bfr")).toBe(180_000);
  expect(told(INPUT, "bfr-operating")).toBe(230_000);
  expect(told(INPUT, "bfr-days")).toBe(18);
  expect(told(INPUT, "net-cash")).toBe(720_000);
});

test("the identity holds on any balanced books, and a cent astray shows", () => {
  const account = fc.constantFrom(
    "101",
    "120",
    "164",
    "21",
    "28",
    "31",
    "401",
    "411",
    "44",
    "51",
    "53",
  );
  const balance = fc.record({ account, minor: fc.integer({ min: -1e9, max: 1e9 }) });
  fc.assert(
    fc.property(fc.array(balance, { maxLength: 30 }), (balances) => {
      const resultMinor = balances.reduce((sum, b) => sum + b.minor, 0);
      expect(baseIndicators({ ...INPUT, balances, resultMinor }).identityGapMinor).toBe(0);
      const wrong = { ...INPUT, balances, resultMinor: resultMinor + 1 };
      expect(baseIndicators(wrong).identityGapMinor).toBe(1);
    }),
  );
});

test("burn is the median of three months; without a burn there is no runway", () => {
  expect(told(INPUT, "burn")).toBe(40_000);
  expect(told(INPUT, "runway")).toBe(18);
  expect(told({ ...INPUT, netFlows: [1, 2, 3] }, "runway")).toBeNull();
  expect(told({ ...INPUT, netFlows: [-1, -2] }, "burn")).toBeNull();
});

test("each figure says on how much it rests", () => {
  const grades = Object.fromEntries(
    baseIndicators(INPUT).indicators.map(({ key, reliability }) => [key, reliability]),
  );
  expect(grades.dso).toEqual({ grade: "C", observations: 12, periodDays: 73 });
  expect(grades.bfr).toMatchObject({ grade: "A", observations: 9 });
  expect(grades.burn).toEqual({ grade: "C", observations: 4, periodDays: 120 });
});

test("twice every invoice leaves the days as they are; another day of the year too", () => {
  const twice = {
    ...INPUT,
    billing: BILLING.map((b) => ({ ...b, grossMinor: 2 * b.grossMinor })),
    receivableMinor: 2 * INPUT.receivableMinor,
  };
  expect(told(twice, "dso")).toBe(told(INPUT, "dso"));
  const shifted = {
    ...INPUT,
    asOn: "2027-03-15",
    billing: BILLING.map((b) => ({ ...b, month: b.month.replace("2026", "2027") })),
  };
  expect(told(shifted, "dso")).toBe(told(INPUT, "dso"));
});
