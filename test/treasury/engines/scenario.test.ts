import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import type { Assumption } from "#contract/treasury-plan.ts";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import type { ForecastInput } from "#main/treasury/engines/forecast-model.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import { applyAssumptions } from "#main/treasury/engines/scenario.ts";
import { compareScenarios } from "#main/treasury/engines/scenario-comparison.ts";
import { asOn, company, habit, invoice, monthly, randomCompany, sumOf } from "./company.ts";

const under = (input: ForecastInput, ...assumptions: Assumption[]) =>
  forecastCash(applyAssumptions(input, assumptions));

/** Forty payments on their due date, too recent to give a level of payments. */
function lately(partyId: string): PaidItem[] {
  return habit(partyId, 0).map((paid, i) => {
    const on = addDays(asOn, -i);
    return { ...paid, dueOn: on, paidOn: on };
  });
}

/** A client billed 1,000 a day and another 500 a day, both paying 30 days after, on time. */
const twoClients = company({
  billing: Array.from({ length: 91 }, (_, i) => addDays(asOn, -i)).flatMap((issuedOn) => [
    { issuedOn, dueOn: addDays(issuedOn, 30), grossMinor: 100_000, partyId: "1" },
    { issuedOn, dueOn: addDays(issuedOn, 30), grossMinor: 50_000, partyId: "2" },
  ]),
  paidHistory: [...lately("1"), ...lately("2")],
});

/** The random company with party ids that an assumption can name, and billing by party. */
function random(seed: number): ForecastInput {
  const input = randomCompany(seed);
  const number = (id: string) => id.replace("p", "");
  return {
    ...input,
    openItems: input.openItems.map((i) => ({ ...i, partyId: number(i.partyId) })),
    paidHistory: input.paidHistory.map((p) => ({ ...p, partyId: number(p.partyId) })),
    billing: input.billing.map((b, i) => ({
      ...b,
      partyId: String(i % 12),
      dueOn: addDays(b.issuedOn, 30),
    })),
  };
}

const inPeriod = fc.integer({ min: 1, max: 100 }).map((n) => addDays(asOn, n));
const someAssumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc.record({
    kind: fc.constant("client-delay" as const),
    partyId: fc.option(fc.integer({ min: 1, max: 11 })),
    days: fc.integer({ min: -20, max: 90 }),
  }),
  fc.record({
    kind: fc.constant("client-lost" as const),
    partyId: fc.integer({ min: 1, max: 11 }),
    fromOn: inPeriod,
    paysOpen: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("price-change" as const),
    bps: fc.integer({ min: -5000, max: 5000 }),
    fromOn: inPeriod,
  }),
  fc.record({
    kind: fc.constant("hire" as const),
    label: fc.constant("Embauche"),
    monthlyMinor: fc.integer({ min: 1, max: 1_000_000 }),
    chargesBps: fc.integer({ min: 0, max: 6000 }),
    fromOn: inPeriod,
    untilOn: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("new-flow" as const),
    label: fc.constant("Flux"),
    amountMinor: fc.integer({ min: -500_000, max: 500_000 }),
    dueOn: inPeriod,
    every: fc.constantFrom("once" as const, "week" as const, "month" as const),
    untilOn: fc.constant(null),
  }),
);

describe("identities", () => {
  test("no assumption gives the very same input, and neutral ones the same forecast", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const input = random(seed);
        expect(applyAssumptions(input, [])).toBe(input);
        const neutral = under(
          input,
          { kind: "client-delay", partyId: null, days: 0 },
          { kind: "price-change", bps: 0, fromOn: addDays(asOn, 1) },
          ...[{ kind: "client-lost", partyId: 999, fromOn: asOn, paysOpen: false } as const],
        );
        expect(neutral.days).toEqual(forecastCash(input).days);
      }),
      { numRuns: 10 },
    );
  });

  test("parts add up to the difference at 30, 60, 90 days and at the lowest, to the cent", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(someAssumption, { maxLength: 4 }), (seed, assumptions) => {
        const input = random(seed);
        const [plain, other] = compareScenarios(input, [{ scenarioId: 1, name: "A", assumptions }]);
        for (const key of ["d30", "d60", "d90"] as const) {
          const sum = other?.parts.reduce((a, part) => a + (part.difference[key] ?? 0), 0);
          expect(sum).toBe(other?.difference[key]);
          expect(sum).toBe((other?.at[key] ?? 0) - (plain?.at[key] ?? 0));
        }
        const lowest = other?.parts.reduce((a, part) => a + part.difference.lowest, 0);
        expect(lowest).toBe((other?.lowest.balanceMinor ?? 0) - (plain?.lowest.balanceMinor ?? 0));
      }),
      { numRuns: 15 },
    );
  });

  test("every balance is still the opening plus the flows so far", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(someAssumption, { maxLength: 3 }), (seed, assumptions) => {
        const forecast = under(random(seed), ...assumptions);
        let running = forecast.openingMinor;
        for (const day of forecast.days) {
          for (const flow of day.flows) running += flow.amountMinor;
          expect(day.balanceMinor).toBe(running);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("worked by hand", () => {
  const owed = company({
    openItems: [invoice("a", addDays(asOn, 10), 120_000, "1")],
    paidHistory: habit("1", 0),
  });

  test("a client who pays later moves each expected cent by as many days", () => {
    const [plain, later] = [
      forecastCash(owed),
      under(owed, { kind: "client-delay", partyId: 1, days: 20 }),
    ];
    const moved = plain.items[0]?.allotted.map(([day, minor]) => [day + 20, minor]);
    expect(later.items[0]?.allotted).toEqual(moved?.filter(([day]) => (day ?? 0) <= 90));
    const other = under(owed, { kind: "client-delay", partyId: 2, days: 20 });
    expect(other.days).toEqual(plain.days);
  });

  test("a lost client stops being billed from the day; what is owed comes or never does", () => {
    const fromOn = addDays(asOn, 31);
    const lost = { kind: "client-lost", partyId: 1, fromOn, paysOpen: true } as const;
    const [plain, without] = [forecastCash(twoClients), under(twoClients, lost)];
    // 150 a day paid on average on the 30th day after; 100 a day less from the 31st on.
    const sums = [plain, without].map((f) => sumOf(f, "run-rate"));
    expect(sums[0]).toBe(plain.runRate.salesMinor);
    expect((sums[0] ?? 0) - (sums[1] ?? 0)).toBeGreaterThan(25 * 100_000);
    expect((sums[0] ?? 0) - (sums[1] ?? 0)).toBeLessThanOrEqual(30 * 100_000);
    expect(sumOf(under(owed, lost), "open")).toBe(sumOf(forecastCash(owed), "open"));
    expect(sumOf(under(owed, { ...lost, paysOpen: false }), "open")).toBe(0);
  });

  test("3 % more from today is 3 % of the new business, and takes nothing else", () => {
    const plain = forecastCash(twoClients);
    const dearer = under(twoClients, { kind: "price-change", bps: 300, fromOn: asOn });
    expect(dearer.runRate.salesMinor).toBe(Math.round(plain.runRate.salesMinor * 1.03));
    expect(dearer.layers.open).toBe(plain.layers.open);
  });

  test("a hire pays at month's end in proportion, charges on the 15th of the next month", () => {
    const hired = under(company(), {
      ...{ kind: "hire", label: "Relieur", monthlyMinor: 310_000, chargesBps: 4200 },
      ...{ fromOn: "2026-07-17", untilOn: null },
    });
    const flows = hired.days.flatMap((d) => d.flows.map((f) => [d.on, f.amountMinor]));
    expect(flows).toEqual([
      ["2026-07-31", -150_000],
      ["2026-08-15", -63_000],
      ["2026-08-31", -310_000],
      ["2026-09-15", -130_200],
    ]);
  });

  test("an investment is paid on its day; its loan comes and goes back every month", () => {
    const price = { label: "Presse", amountMinor: 1_200_000, on: "2026-07-10" };
    const bought = { kind: "investment" as const, ...price };
    const cash = under(company(), { ...bought, loan: null });
    expect(cash.lowest.balanceMinor).toBe(-200_000);
    const loan = { amountMinor: 1_200_000, rateBps: 0, months: 12 };
    const lent = under(company(), { ...bought, loan });
    const flows = lent.days.flatMap((d) => d.flows.map((f) => f.amountMinor));
    expect(flows).toEqual([-1_200_000, 1_200_000, -100_000, -100_000]);
  });

  test("a new flow stands beside a known one of the same name; it does not take its place", () => {
    const known = company({ bankHistory: monthly("PRLV LOYER", "2026-01-05", -120_000) });
    const again = under(known, {
      ...{ kind: "new-flow", label: "PRLV LOYER", amountMinor: -120_000, dueOn: "2026-07-05" },
      ...{ every: "month", untilOn: null },
    });
    expect(again.at.d30?.balanceMinor).toBe(
      (forecastCash(known).at.d30?.balanceMinor ?? 0) - 120_000,
    );
    expect(again.layers.recurring).toBe(forecastCash(known).layers.recurring);
  });
});
