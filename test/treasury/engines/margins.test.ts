import fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "#main/base/random.ts";
import { creditCost } from "#main/treasury/engines/credit-cost.ts";
import { familyMargins } from "#main/treasury/engines/family-margins.ts";
import { marginRates, overlap, type RateGroup } from "#main/treasury/engines/margin-rates.ts";
import { type MarginPeriod, marginRows } from "#main/treasury/engines/margin-rows.ts";
import { margins } from "#main/treasury/engines/margins.ts";

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, "0")}`);
const client = fc.constantFrom("1", "2", "3", null);
const period: fc.Arbitrary<MarginPeriod> = fc.record({
  sales: fc
    .array(
      fc.record({
        ...{ partyId: client, soldOn: day },
        families: fc.array(
          fc.record({
            account: fc.constantFrom("706000", "707000", "709700"),
            netMinor: fc.integer({ min: -100_000, max: 900_000 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 20 },
    )
    .map((rows) =>
      rows.map((row, i) => ({ ...row, id: `s${i}`, ref: { kind: "entry", id: `s${i}` } as const })),
    ),
  costs: fc
    .array(
      fc.record({
        account: fc.constantFrom("601000", "607000", "604000", "611000"),
        ...{ boughtOn: day, costMinor: fc.integer({ min: -50_000, max: 400_000 }) },
        partyId: fc.constantFrom("1", "2", "9", null),
      }),
      { maxLength: 12 },
    )
    .map((rows) => rows.map((row, i) => ({ ...row, id: `c${i}` }))),
});
const asked = { fromOn: "2026-03-01", toOn: "2026-03-31", credit: [], rate: 0.05 };
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

test("customers and families add up to the ledger's margin to the cent", () => {
  fc.assert(
    fc.property(period, (one) => {
      const sales = sum(one.sales.flatMap((sale) => sale.families.map((f) => f.netMinor)));
      const margin = sales - sum(one.costs.map((cost) => cost.costMinor));
      expect(sum(marginRows(one).map((row) => row.marginMinor))).toBe(margin);
      expect(sum(familyMargins(one).map((row) => row.marginMinor))).toBe(margin);
      const found = margins({ ...asked, period: one, before: { sales: [], costs: [] } });
      expect(found.totals.marginMinor).toBe(margin);
      expect(found.whale.at(-1)?.cumulativeMinor).toBe(margin - found.creditMinor);
    }),
    { numRuns: 300 },
  );
});

test("what moved the margin adds up to its move, whatever the order of the rows", () => {
  fc.assert(
    fc.property(period, period, (now, before) => {
      const found = margins({ ...asked, period: now, before });
      const old = sum(marginRows(before).map((row) => row.marginMinor));
      const isTold = before.sales.some((sale) => sale.families.some((f) => f.netMinor !== 0));
      if (isTold && found.drivers.length > 0) {
        const drivers = sum(found.drivers.map((one) => one.figure.value ?? 0));
        expect(drivers).toBe(found.totals.marginMinor - old);
      }
      const turned = {
        sales: now.sales.toReversed(),
        costs: now.costs.toReversed(),
      };
      expect(margins({ ...asked, period: turned, before })).toEqual(found);
    }),
    { numRuns: 200 },
  );
});

test("two customers worked by hand: direct, credit and allocated costs apart", () => {
  const sale = (id: string, partyId: string, netMinor: number) => ({
    ...{ id, partyId, soldOn: "2026-03-05", families: [{ account: "706000", netMinor }] },
    ref: { kind: "invoice", id } as const,
  });
  const cost = { account: "604000", boughtOn: "2026-03-02" };
  const found = margins({
    ...asked,
    period: {
      sales: [sale("1", "A", 300_000), sale("2", "B", 100_000)],
      costs: [
        { ...cost, id: "x", costMinor: 50_000, partyId: "A" },
        { ...cost, id: "y", costMinor: 40_000, partyId: null },
      ],
    },
    before: { sales: [sale("0", "A", 200_000)], costs: [] },
    // 3,650 euros open for the last ten days of the month at 5 %: 5 euros.
    credit: [{ partyId: "B", issuedOn: "2026-03-22", grossMinor: 365_000, payments: [] }],
  });
  const shown = found.clients.map(({ margin, rate: _, ...one }) => ({
    ...one,
    margin: margin.value,
  }));
  expect(shown).toEqual([
    {
      ...{ partyId: "A", invoices: 1, salesMinor: 300_000, directMinor: 50_000 },
      ...{ cm1Minor: 250_000, creditMinor: 0, cm2Minor: 250_000 },
      ...{ allocatedMinor: 30_000, margin: 220_000 },
    },
    {
      ...{ partyId: "B", invoices: 1, salesMinor: 100_000, directMinor: 0 },
      ...{ cm1Minor: 100_000, creditMinor: 500, cm2Minor: 99_500 },
      ...{ allocatedMinor: 10_000, margin: 90_000 },
    },
  ]);
  // A sold 100,000 more at 80,000 more cost; B is new.
  const drivers = found.drivers.map(({ part, figure }) => [part, figure.value]);
  expect(drivers).toEqual([
    ["price", 100_000],
    ["cost", -80_000],
    ["new", 90_000],
  ]);
});

test("goods bought go to goods sold, and what has no such sales is allocated", () => {
  const found = familyMargins({
    sales: [
      {
        ...{ id: "1", partyId: "A", soldOn: "2026-03-01", ref: { kind: "entry", id: "1" } },
        families: [
          { account: "706000", netMinor: 60_000 },
          { account: "707000", netMinor: 40_000 },
        ],
      },
    ],
    costs: [
      { id: "g", account: "607000", boughtOn: "2026-03-01", costMinor: 30_000, partyId: null },
      { id: "m", account: "601000", boughtOn: "2026-03-01", costMinor: 5000, partyId: null },
    ],
  });
  expect(found.map((row) => [row.directMinor, row.allocatedMinor, row.marginMinor])).toEqual([
    [0, 3000, 57_000],
    [30_000, 2000, 8000],
  ]);
});

test("credit costs what was open each day, payments out", () => {
  const paid = { paidOn: "2026-03-11", amountMinor: 365_000 };
  const invoice = { partyId: "A", issuedOn: "2026-02-01", grossMinor: 730_000, payments: [paid] };
  const cost = creditCost([invoice], { fromOn: "2026-03-01", toOn: "2026-03-31", rate: 0.1 });
  // 7,300 open for ten days and 3,650 for twenty-one: 149,650 euro-days at 10 %.
  expect(cost.get("A")).toBe(4100);
});

/** Customers with their true rates, 1 to 40 sales each. */
function portfolio(seed: number, spread: number): { groups: RateGroup[]; truth: number[] } {
  const { next, normal } = random(seed);
  const truth: number[] = [];
  const groups = Array.from({ length: 30 }, (_, i) => {
    const rate = 0.3 + spread * normal();
    truth.push(rate);
    const scale = 20_000 * Math.exp(normal());
    const observed = Array.from({ length: 1 + Math.floor(next() ** 2 * 40) }, () => {
      const netMinor = Math.max(1000, Math.round(scale * Math.exp(0.5 * normal())));
      // Noise of one sale falls with its size, as the model has it.
      const noise = 0.15 * normal() * Math.sqrt(30_000 / netMinor);
      return { netMinor, marginMinor: Math.round(netMinor * (rate + noise)) };
    });
    return { id: `c${String(i).padStart(2, "0")}`, observed };
  });
  return { groups, truth };
}

test.each([0.04, 0.08, 0.3])(
  "intervals hold the true rate four times in five (spread %f)",
  (spread) => {
    let held = 0;
    let all = 0;
    let shrunk = 0;
    let raw = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { groups, truth } = portfolio(seed, spread);
      marginRates(groups).forEach((one, i) => {
        const rate = truth[i] ?? 0;
        const observed = groups[i]?.observed ?? [];
        const own = sum(observed.map((o) => o.marginMinor)) / sum(observed.map((o) => o.netMinor));
        all++;
        if (one.low <= rate && rate <= one.high) held++;
        shrunk += Math.abs(one.rate - rate);
        raw += Math.abs(own - rate);
      });
    }
    process.stdout.write(
      `margin rates (spread ${spread}): coverage ${((100 * held) / all).toFixed(1)} % of ${all}; mean error ` +
        `${((100 * shrunk) / all).toFixed(2)} points shrunk, ${((100 * raw) / all).toFixed(2)} raw\n`,
    );
    expect(held / all).toBeGreaterThan(0.75);
    expect(held / all).toBeLessThan(0.85);
    expect(shrunk).toBeLessThan(raw);
  },
);

test("two customers whose intervals overlap by more than half share their rank", () => {
  for (let seed = 0; seed < 10; seed++) {
    const found = marginRates(portfolio(seed, 0.3).groups).filter((one) => one.rank !== null);
    const wrong = found.flatMap((a) =>
      found.filter((b) => a.rank !== b.rank && overlap(a, b) > 0.5).map((b) => [a.id, b.id]),
    );
    expect(wrong).toEqual([]);
    expect(new Set(found.map((one) => one.rank)).size).toBeGreaterThan(1);
  }
});

test("with labels shuffled over the sales, customers are seldom ranked apart", () => {
  let ranked = 0;
  const runs = 100;
  for (let seed = 0; seed < runs; seed++) {
    const { groups } = portfolio(1000 + seed, 0);
    const ranks = marginRates(groups).flatMap((one) => (one.rank === null ? [] : [one.rank]));
    if (new Set(ranks).size > 1) ranked++;
  }
  process.stdout.write(`margin ranks: ${ranked} of ${runs} null portfolios ranked apart\n`);
  expect(ranked / runs).toBeLessThanOrEqual(0.05);
});

test("rates that shared costs make equal say nothing", () => {
  const groups = ["A", "B"].map((id) => ({
    id,
    observed: [1, 2, 3].map((n) => ({ netMinor: n * 1000, marginMinor: n * 1000 })),
  }));
  expect(marginRates(groups)).toEqual([]);
});
