import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import {
  discountRate,
  LEGAL_RANKS,
  type Payable,
  payByOn,
  paymentsOut,
  rankOf,
} from "#main/treasury/engines/payments-out.ts";
import { shuffled } from "./company.ts";

const asOn = "2026-06-30";

test("a bill is due on its date, and never beyond 60 days or 45 days end of month", () => {
  expect(payByOn("2026-01-10", "2026-02-09")).toBe("2026-02-09");
  expect(payByOn("2026-01-10", "2026-04-30")).toBe("2026-03-11");
  // 45 days, then the end of the month; or the end of the month, then 45 days.
  expect(payByOn("2026-01-20", "2026-03-31")).toBe("2026-03-31");
  expect(payByOn("2026-01-01", "2026-03-17")).toBe("2026-03-17");
  expect(payByOn("2026-01-01", "2026-03-16")).toBe("2026-03-02");
  expect(payByOn(undefined, "2026-09-30")).toBe("2026-09-30");
});

test("2 % ten days, thirty net, is 37.2 % a year", () => {
  expect(discountRate(0.02, 20)).toBeCloseTo(0.3724, 4);
  expect(discountRate(0.02, 0)).toBe(0);
});

test("words of the schedule tell the legal rank", () => {
  const ranks = [
    ["salaires", "Paie de juin"],
    ["charges sociales", "URSSAF"],
    ["", "TVA mai"],
    ["impôts", "CFE"],
    ["loyer", "Loyer"],
  ].map(([category = "", label = ""]) => rankOf(category, label));
  expect(ranks).toEqual(["wages", "social", "taxes", "taxes", "other"]);
});

const payable = (id: string, parts: Partial<Payable>): Payable => ({
  ...{ ref: { kind: "bill", id }, partyId: null, label: id, rank: "suppliers" },
  ...{ dueOn: asOn, openMinor: 100_000, ...parts },
});
const payments = (payables: Payable[], cashMinor = 10_000_000) =>
  paymentsOut({
    ...{ asOn, payables, cashMinor, floorMinor: 0, penaltyRate: 0.1215, creditRate: 0.08 },
  });

test("a discount is taken when it is worth more than cash, and cash remains for the rest", () => {
  const dueOn = "2026-07-30";
  const discounted = payable("d", {
    ...{ issuedOn: "2026-06-28", dueOn, discount: { share: 0.02, untilOn: "2026-07-08" } },
  });
  const poor = payable("p", {
    ...{ issuedOn: "2026-06-28", dueOn, discount: { share: 0.002, untilOn: "2026-07-08" } },
  });
  expect(payments([discounted, poor]).map((p) => [p.ref.id, p.kind, p.payOn])).toEqual([
    ["d", "early", asOn],
    ["p", "hold", dueOn],
  ]);
  expect(payments([discounted, poor], 150_000).map((p) => p.kind)).toEqual(["hold", "hold"]);
});

test("whatever the cash: legal order among what is due, and nothing held beyond its terms", () => {
  const bills = fc.record({
    rank: fc.constantFrom(...LEGAL_RANKS),
    issued: fc.integer({ min: -120, max: 0 }),
    term: fc.integer({ min: 0, max: 120 }),
    openMinor: fc.integer({ min: 1, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(
      fc.array(bills, { maxLength: 12 }),
      fc.integer({ min: -1e6, max: 1e6 }),
      (rows, cash) => {
        const payables = rows.map(({ rank, issued, term, openMinor }, i) => {
          const issuedOn = addDays(asOn, issued);
          return payable(`b${i}`, { rank, issuedOn, dueOn: addDays(issuedOn, term), openMinor });
        });
        const found = payments(payables, cash);
        expect(found).toHaveLength(payables.length);
        expect(payments(shuffled(payables, 4), cash)).toEqual(found);
        for (const p of found) {
          expect(p.payOn <= p.payByOn || (p.kind === "make" && p.payOn === asOn)).toBe(true);
          if (p.kind === "hold") expect(p.payByOn > asOn).toBe(true);
        }
        const due = found
          .filter((p) => p.kind === "make")
          .map((p) => LEGAL_RANKS.indexOf(p.legalRank));
        expect(due).toEqual(due.toSorted((a, b) => a - b));
      },
    ),
  );
});
