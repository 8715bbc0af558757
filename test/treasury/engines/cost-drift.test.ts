import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { costChanges } from "#main/treasury/engines/cost-changes.ts";
import { costDrift } from "#main/treasury/engines/cost-drift.ts";
import { ratchetIndex, stickiness } from "#main/treasury/engines/cost-ratchet.ts";
import type { CostRow } from "#main/treasury/engines/cost-streams.ts";
import { shuffled } from "./company.ts";

const asOn = "2026-06-30";

function bill(partyId: string, on: string, amountMinor: number, account = "613500"): CostRow {
  const id = `${partyId}-${on}-${amountMinor}`;
  const label = `Fournisseur ${partyId}`;
  return { ref: { kind: "bill", id }, on, amountMinor, account, partyId, label, hasDocument: true };
}

/** Monthly bills up to June 2026, from the first amount to the last. */
const monthly = (partyId: string, amounts: readonly number[], account?: string) =>
  amounts.map((amount, i) =>
    bill(partyId, addMonths("2026-06-08", i - amounts.length + 1), amount, account),
  );
const times = (n: number, amount: number) => Array.from({ length: n }, () => amount);
const read = (rows: readonly CostRow[], more = {}) =>
  costDrift({ asOn, rows, months: [], ...more });

describe("recurring costs, by hand", () => {
  const rows = monthly("7", [...times(20, 10_000), ...times(4, 10_500)]);

  test("a step says when, from what to what, what it costs a year, and opens on the bills", () => {
    const { moves, streams } = read(rows, { inflationBps: 200 });
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({
      ...{ kind: "step", partyId: "7", account: "613500", on: "2026-03-08" },
      ...{ beforeMinor: 10_000, afterMinor: 10_500 },
    });
    expect(moves[0]?.change).toBeCloseTo(0.05, 12);
    expect(moves[0]?.yearly.value).toBe(12 * 500);
    expect(moves[0]?.yearly.refs.map((ref) => ref.id)).toEqual([
      "7-2026-02-08-10000",
      "7-2026-03-08-10500",
    ]);
    expect(streams[0]).toMatchObject({ amountMinor: 10_500, observations: 24, periodDays: 30 });
    expect(streams[0]?.yearly.value).toBe(126_000);
    expect(streams[0]?.realChange).toBeCloseTo(1.05 / 1.02 - 1, 12);
  });

  test("a price that doubles stays one stream; a quarterly one counts four times a year", () => {
    const doubled = read(monthly("7", [...times(20, 10_000), ...times(4, 20_000)]));
    expect(doubled.streams).toHaveLength(1);
    expect(doubled.moves[0]?.yearly.value).toBe(120_000);
    const quarters = [...times(6, 10_000), ...times(2, 11_000)].map((amount, i) =>
      bill("7", addMonths("2024-09-08", 3 * i), amount),
    );
    expect(read(quarters).moves[0]?.yearly.value).toBe(4000);
  });

  test("bills of all amounts and dates are no stream; the future is not read", () => {
    const source = random(4);
    const shop = Array.from({ length: 40 }, () =>
      bill("9", addMonths(`2025-0${1 + Math.floor(source.next() * 9)}-11`, 6), source.next() * 9e5),
    );
    expect(read(shop).streams).toEqual([]);
    const later = [...rows, bill("7", "2026-07-08", 99_000)];
    expect(read(later)).toEqual(read(rows));
  });

  test("rows in any order give the same findings", () => {
    const all = [...rows, ...monthly("8", times(30, 4000), "626000"), ...monthly("9", [1, 2, 3])];
    expect(read(shuffled(all, 3))).toEqual(read(all));
  });
});

describe("change over a year", () => {
  test("price, volume, new and lost, worked by hand", () => {
    const rows = [
      ...["2025-02-01", "2025-03-01"].map((on) => bill("1", on, 1000)),
      ...["2026-02-01", "2026-03-01", "2026-04-01"].map((on) => bill("1", on, 1200)),
      bill("2", "2024-08-01", 500),
      bill("3", "2026-01-05", 700),
      { ...bill("", "2026-02-28", 90), ref: { kind: "entry" as const, id: "e" }, label: "Paie" },
    ].map((row) => {
      const { partyId, ...rest } = row;
      return partyId === "" ? rest : row;
    });
    const [change, ...others] = costChanges(asOn, [bill("0", "2024-07-01", 0, "606000"), ...rows]);
    expect(others.map((c) => [c.category, c.change.value])).toEqual([["606", 0]]);
    // 1: 2 × 10 to 3 × 12, hence 10 of volume and 3 × 2 of price.
    expect(change).toMatchObject({
      ...{ category: "613", beforeMinor: 2500, afterMinor: 4390 },
      parts: {
        ...{ priceMinor: 600, volumeMinor: 1000, newMinor: 700, lostMinor: -500 },
        otherMinor: 90,
      },
    });
  });

  test("with eighteen months, the last six are set against their own year before", () => {
    const [change] = costChanges(asOn, monthly("1", times(18, 1000)));
    expect(change).toMatchObject({ beforeMinor: 6000, afterMinor: 6000 });
    expect(costChanges(asOn, monthly("1", times(12, 1000)))).toEqual([]);
  });

  test("the parts add up to the change and the changes to all costs, to the cent", () => {
    const row = fc.record({
      party: fc.constantFrom("1", "2", "3", "4", "5"),
      month: fc.integer({ min: 0, max: 23 }),
      amount: fc.integer({ min: -20_000, max: 900_001 }),
      account: fc.constantFrom("606100", "613500", "613200", "641100"),
      isNamed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), (some) => {
        const rows = some.map(({ party, month, amount, account, isNamed }) => {
          const one = bill(party, addMonths("2024-07-11", month), amount, account);
          const { partyId: _, ...bare } = one;
          return isNamed ? one : { ...bare, ref: { kind: "entry" as const, id: one.ref.id } };
        });
        const all = [bill("1", "2024-07-02", 1), ...rows];
        const changes = costChanges(asOn, all);
        for (const { parts, beforeMinor, afterMinor } of changes) {
          const sum = Object.values(parts).reduce((a, p) => a + p, 0);
          expect(sum).toBe(afterMinor - beforeMinor);
        }
        const total = changes.reduce((sum, c) => sum + c.beforeMinor + c.afterMinor, 0);
        expect(total).toBe(all.reduce((sum, r) => sum + r.amountMinor, 0));
      }),
    );
  });
});

describe("costs to ask about", () => {
  const without = (rows: CostRow[], label: string) =>
    rows.map(({ partyId: _, ...row }): CostRow => ({ ...row, label, hasDocument: false }));

  test("two suppliers of one purpose are asked about together, with their yearly cost", () => {
    const rows = [
      ...monthly("1", times(14, 4000), "651100"),
      ...monthly("2", times(14, 5000), "651100"),
    ];
    const { questions } = read(rows);
    expect(questions.map((q) => [q.partyId, q.yearly.value, q.reasons, q.otherKey])).toEqual([
      ["2", 60_000, ["same-purpose", "only-activity"], "#1|651100"],
      ["1", 48_000, ["same-purpose", "only-activity"], "#2|651100"],
    ]);
  });

  test("billed subscriptions, bank charges, payroll and rent are not asked about", () => {
    const rows = [
      ...monthly("1", times(14, 4000), "651100"),
      ...monthly("2", times(14, 40_000), "651100"),
      ...without(monthly("3", times(14, 1500), "627000"), "FRAIS TENUE DE COMPTE"),
      ...without(monthly("4", times(14, 900_000), "641100"), "VIR SALAIRES"),
      ...without(monthly("5", times(14, 120_000), "613200"), "LOYER"),
    ];
    expect(read(rows).streams).toHaveLength(5);
    expect(read(rows).questions).toEqual([]);
  });

  test("money that leaves every month without a booking is, unless its words explain it", () => {
    const unbooked = (label: string) =>
      without(monthly("6", times(9, 2990)), label).map(({ account: _, ...row }) => row);
    const rows = [...unbooked("PRLV SEPA NUAGE PLUS"), ...unbooked("PRLV URSSAF")];
    const { questions } = read(rows);
    expect(questions.map((q) => [q.label, q.reasons])).toEqual([
      ["PRLV SEPA NUAGE PLUS", ["no-document", "not-booked", "only-activity"]],
    ]);
    expect(questions[0]?.yearly.value).toBe(35_880);
  });
});

describe("ratchet", () => {
  test("the index is rises over all moves", () => {
    expect(ratchetIndex([300, -100])).toBe(0.75);
    expect(ratchetIndex([5])).toBe(1);
    expect(ratchetIndex([])).toBeNull();
  });

  /** Costs that follow 0.6 % of a rise of 1 % and so much of a fall. */
  function activity(months: number, falling: number, seed: number) {
    const source = random(seed);
    let [cost, sales] = [5e6, 1e7];
    return Array.from({ length: months }, (_, i) => {
      const change = 0.08 * source.normal();
      sales *= Math.exp(change);
      cost *= Math.exp((change > 0 ? 0.6 : falling) * change + 0.01 * source.normal());
      const month = addMonths("2022-01-01", i).slice(0, 7);
      return { month, costMinor: Math.round(cost), salesMinor: Math.round(sales) };
    });
  }

  test("sticky costs are told from those that follow sales both ways", () => {
    const found = stickiness(activity(48, 0.2, 1));
    expect(found?.whenRising).toBeCloseTo(0.6, 1);
    expect(found?.whenFalling).toBeCloseTo(0.2, 1);
    let [sticky, falsely] = [0, 0];
    for (let seed = 0; seed < 100; seed++) {
      if (stickiness(activity(36, 0.2, seed))?.isSticky) sticky++;
      if (stickiness(activity(36, 0.6, seed))?.isSticky) falsely++;
    }
    process.stdout.write(`sticky costs found: ${sticky} %, falsely: ${falsely} %\n`);
    expect(sticky).toBeGreaterThanOrEqual(90);
    expect(falsely).toBeLessThanOrEqual(6);
  });

  test("below 24 months, only the index", () => {
    expect(stickiness(activity(23, 0.2, 1))).toBeNull();
    expect(stickiness(activity(24, 0.2, 1))).not.toBeNull();
  });
});
