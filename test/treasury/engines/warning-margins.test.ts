import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween, toDayNumber } from "#contract/date.ts";
import { earlyWarnings } from "#main/treasury/engines/early-warnings.ts";
import { marginMonths } from "#main/treasury/engines/margin-months.ts";
import type { MarginPeriod } from "#main/treasury/engines/margin-rows.ts";
import { marginErosion } from "#main/treasury/engines/warning-margins.ts";
import { viewsOf } from "#main/treasury/engines/warning-model.ts";
import { recordOf, review } from "#main/treasury/engines/warning-replay.ts";
import { shuffled } from "./company.ts";
import { marginClients, warningInput } from "./warning-company.ts";

const asOn = "2026-06-30";
const lastDay = toDayNumber(asOn);
type MoreCost = (partyId: string, soldOn: string) => number;

/** Weekly reviews of five years of twenty clients. */
function replay(seed: number, moreCost?: MoreCost) {
  const plan = { clients: 20, fromOn: "2020-01-01", untilOn: asOn };
  const period = marginClients(seed, moreCost === undefined ? plan : { ...plan, moreCost });
  const viewAt = viewsOf(warningInput({ asOn, margins: marginMonths(period) }));
  const fromDay = toDayNumber("2021-07-01");
  const weeks = Math.floor((lastDay - fromDay) / 7);
  const views = Array.from({ length: weeks }, (_, i) => viewAt(fromDay + 7 * i));
  const reviews = review(marginErosion, views, () => 10_000);
  return { reviews, record: recordOf(marginErosion, reviews, { lastDay, viewAt }) };
}

/** Costs of a client that take so many points more of its sales each year from a day on. */
function eroding(partyIds: readonly string[], startOn: string, points: number): MoreCost {
  return (partyId, on) =>
    partyIds.includes(partyId) && on > startOn ? (points * daysBetween(startOn, on)) / 365 : 0;
}

test("margins that only vary: at most one false alarm per client and five years, no better than chance", () => {
  let alerts = 0;
  let hits = 0;
  let expected = 0;
  const seeds = 6;
  for (let seed = 1; seed <= seeds; seed++) {
    const { record } = replay(seed);
    alerts += record.alerts;
    hits += record.hits;
    expected += record.alerts * (record.baseRate ?? 0);
  }
  const rate = alerts / (20 * seeds);
  process.stdout.write(
    `margin erosion, nothing planted: ${rate.toFixed(2)} false alarms per client and 5 years, ` +
      `${hits} of ${alerts} came true, ${expected.toFixed(1)} by chance\n`,
  );
  expect(alerts).toBeGreaterThan(0);
  expect(rate).toBeLessThanOrEqual(1);
  expect(hits / expected).toBeLessThan(1.5);
});

test("where margins do wear away alerts come true at least half as often again as chance", () => {
  let [alerts, hits, expected, found] = [0, 0, 0, 0];
  const seeds = 6;
  for (let seed = 1; seed <= seeds; seed++) {
    const worn = eroding(["c05", "c11"], "2024-09-01", 0.12);
    const { reviews, record } = replay(seed + 50, worn);
    alerts += record.alerts;
    hits += record.hits;
    expected += record.alerts * (record.baseRate ?? 0);
    for (const key of ["c05", "c11"]) {
      if (reviews.some((one) => one.alerts.some((a) => a.key === key))) found++;
    }
  }
  process.stdout.write(
    `margin erosion, two of twenty lose 12 points a year: found ${found} of ${2 * seeds}, ` +
      `${hits} of ${alerts} came true, ${expected.toFixed(1)} by chance\n`,
  );
  expect(found / (2 * seeds)).toBeGreaterThanOrEqual(0.5);
  expect(hits / expected).toBeGreaterThan(1.5);
});

/** One sale of 1,000.00 a month and its purchase, by the rank of the month. */
function monthly(cost: (month: number) => number, partyId: string | null): MarginPeriod {
  const months = Array.from({ length: 12 }, (_, i) => addMonths("2025-07-10", i));
  return {
    sales: months.map((soldOn, i) => ({
      ...{ id: `s${i}`, partyId: "p", soldOn, ref: { kind: "invoice" as const, id: `${i}` } },
      families: [{ account: "706000", netMinor: 100_000 }],
    })),
    costs: months.map((on, i) => ({
      ...{ id: `c${i}`, account: "604000", boughtOn: addDays(on, -3), costMinor: cost(i), partyId },
    })),
  };
}

test("worked by hand: two points a month, seen on the first and last three months", () => {
  // Costs of 40.0 %, 42.0 %, … 62.0 %: 42 % over the first quarter, 60 % over the last.
  const margins = marginMonths(monthly((i) => 40_000 + 2000 * i, "p"));
  const { alerts } = earlyWarnings(warningInput({ asOn, margins }));
  expect(alerts.map((a) => [a.kind, a.partyId])).toContainEqual(["margin-erosion", "p"]);
  const alert = alerts.find((a) => a.partyId === "p");
  expect(alert?.parts.map((p) => [p.code, p.figure.value])).toEqual([
    ["margin-before", 0.58],
    ["margin-now", 0.4],
  ]);
  // 18 points of the year's 12,000.00.
  expect(alert?.impact.value).toBe(216_000);
  expect(alert?.sinceOn).toBe("2025-08-01");
});

test("costs that name nobody tell of their family, and of no client", () => {
  const margins = marginMonths(monthly((i) => 40_000 + 2000 * i, null));
  expect([...new Set(margins.map((one) => one.key))]).toEqual(["family:706"]);
  const { alerts } = earlyWarnings(warningInput({ asOn, margins }));
  expect(alerts.map((a) => [a.kind, a.partyId, a.refs])).toEqual([
    ["margin-erosion", null, [{ kind: "account", id: "706000" }]],
  ]);
  // Goods do not serve services: nothing is known of that family's margin.
  const goods = monthly((i) => 40_000 + 2000 * i, null);
  const moved = goods.costs.map((cost) => ({ ...cost, account: "607000" }));
  expect(marginMonths({ ...goods, costs: moved })).toEqual([]);
});

test("a month that has not ended, a level, a rise and a change of stock raise nothing", () => {
  const kinds = (period: MarginPeriod, on = asOn) =>
    earlyWarnings(warningInput({ asOn: on, margins: marginMonths(period) })).alerts.length;
  expect(kinds(monthly(() => 50_000, "p"))).toBe(0);
  expect(kinds(monthly((i) => 70_000 - 2000 * i, "p"))).toBe(0);
  const steep = monthly((i) => 40_000 + 3000 * i, "p");
  expect(kinds(steep)).toBeGreaterThan(0);
  // Eight whole months are too few.
  expect(kinds(steep, "2026-03-30")).toBe(0);
  const stock = monthly((i) => 40_000 + 2000 * i, null);
  const booked = stock.costs.map((cost) => ({ ...cost, account: "603100" }));
  expect(kinds({ ...stock, costs: booked })).toBe(0);
});

test("sums of the months are those of the rows, in any order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const period = marginClients(seed, { clients: 4, fromOn: "2025-01-01", untilOn: asOn });
      const months = marginMonths(period);
      const clients = months.filter((one) => one.partyId !== null);
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(clients.map((one) => one.costMinor))).toBe(
        sum(period.costs.map((one) => one.costMinor)),
      );
      expect(sum(clients.map((one) => one.salesMinor))).toBe(
        sum(period.sales.flatMap((one) => one.families.map((f) => f.netMinor))),
      );
      const mixed = { sales: shuffled(period.sales, seed), costs: shuffled(period.costs, seed) };
      expect(marginMonths(mixed)).toEqual(months);
    }),
    { numRuns: 20 },
  );
});
