import { expect, test } from "vitest";
import { random } from "#main/base/random.ts";
import {
  type CollectedPayment,
  collectionMove,
  DSO_FACTORS,
} from "#main/treasury/engines/collection-days.ts";
import { type NamedCause, namedCauses } from "#main/treasury/engines/named-causes.ts";
import { type Payer, plannedPayments, usualPayers } from "./planted-payments.ts";

const BEFORE = "2026-01-01";
const AFTER = "2026-07-01";

function move(before: readonly CollectedPayment[], after: readonly CollectedPayment[]) {
  const found = collectionMove(before, after);
  if (found === null) throw new Error("both periods have payments");
  return found;
}

const total = (cells: readonly { hundredths: number }[]) =>
  cells.reduce((sum, cell) => sum + cell.hundredths, 0);

function byFactor(found: ReturnType<typeof move>) {
  return Object.fromEntries(
    DSO_FACTORS.map((factor) => [
      factor,
      total(found.cells.filter((cell) => cell.factor === factor)) / 100,
    ]),
  );
}

const paid = (
  id: string,
  partyId: string,
  days: { issuedOn: string; dueOn: string; paidOn: string },
  amountMinor = 100_000,
): CollectedPayment => ({ id, partyId, ...days, amountMinor, ref: { kind: "invoice", id } });

test("one customer that pays ten days later is behaviour, and nothing else", () => {
  const dates = { issuedOn: "2026-01-10", dueOn: "2026-02-09" };
  const found = move(
    [paid("1", "A", { ...dates, paidOn: "2026-02-09" })],
    [paid("2", "A", { ...dates, paidOn: "2026-02-19" })],
  );
  expect([found.before, found.after]).toEqual([3000, 4000]);
  expect(byFactor(found)).toEqual({
    ...{ mix: 0, terms: 0, calendar: 0, behaviour: 10, "one-off": 0 },
  });
});

test("end-of-month terms add days when billing moves to the start of the month", () => {
  const found = move(
    [paid("1", "A", { issuedOn: "2026-01-25", dueOn: "2026-02-28", paidOn: "2026-02-28" })],
    [paid("2", "A", { issuedOn: "2026-01-05", dueOn: "2026-02-28", paidOn: "2026-02-28" })],
  );
  expect(byFactor(found)).toEqual({
    ...{ mix: 0, terms: 0, calendar: 20, behaviour: 0, "one-off": 0 },
  });
});

test("every customer pays sooner and the total rises: the mix says so (Simpson)", () => {
  const of = (id: string, partyId: string, days: number, amountMinor: number) => {
    const issuedOn = "2026-01-01";
    const dueOn = "2026-01-31";
    const paidOn = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
    return paid(id, partyId, { issuedOn, dueOn, paidOn }, amountMinor);
  };
  const found = move(
    [of("1", "quick", 20, 800_000), of("2", "slow", 60, 200_000)],
    [of("3", "quick", 18, 200_000), of("4", "slow", 55, 800_000)],
  );
  expect([found.before, found.after]).toEqual([2800, 4760]);
  const parts = byFactor(found);
  // Weights move by 0.6 over a gap of 38.5 days on average; lateness falls by (2 + 5) / 2.
  expect(parts).toEqual({ mix: 23.1, terms: 0, calendar: 0, behaviour: -3.5, "one-off": 0 });
});

test("the residual is exactly 0 and the order of the payments changes nothing", () => {
  for (let seed = 0; seed < 20; seed++) {
    const before = plannedPayments(usualPayers(seed), { startOn: BEFORE, seed });
    const payers = usualPayers(seed + 7).slice(3);
    const after = plannedPayments(payers, { startOn: AFTER, seed: seed + 1 });
    const found = move(before, after);
    expect(total(found.cells)).toBe(found.after - found.before);
    const turned = move(before.toReversed(), after.toReversed());
    expect(turned.cells).toEqual(found.cells);
    expect(namedCauses(turned.model)).toEqual(namedCauses(found.model));
  }
});

test("a period without payments has no move", () => {
  const one = paid("1", "A", { issuedOn: BEFORE, dueOn: BEFORE, paidOn: BEFORE });
  expect(collectionMove([], [one])).toBeNull();
});

const changed = (payers: readonly Payer[], i: number, to: Partial<Payer>) =>
  payers.map((payer, at) => (at === i ? { ...payer, ...to } : payer));

/** What is planted, and how the finding must name it. */
const PLANTED: {
  name: string;
  isHit: (cause: NamedCause) => boolean;
  plant: (payers: Payer[]) => { before: Payer[]; after: Payer[] };
}[] = [
  {
    name: "one customer pays 25 days later",
    isHit: ({ factor, key }) => factor === "behaviour" && key === "c04",
    plant: (before) => ({
      before,
      after: changed(before, 4, { late: (before[4]?.late ?? 0) + 25 }),
    }),
  },
  {
    name: "a slow customer buys six times as much",
    isHit: ({ factor, key }) => factor === "mix" && (key === "c03" || key === null),
    plant: (payers) => {
      const before = changed(payers, 3, { late: 40, terms: 60 });
      return { before, after: changed(before, 3, { payments: 48 }) };
    },
  },
  {
    name: "terms of one customer go from 30 to 60 days",
    isHit: ({ factor, key }) => factor === "terms" && key === "c01",
    plant: (before) => ({ before, after: changed(before, 1, { terms: 60 }) }),
  },
  {
    name: "all bill twelve days earlier in the month, on end-of-month terms",
    isHit: ({ factor }) => factor === "calendar",
    plant: (payers) => {
      const before = payers.map((one) => ({ ...one, isMonthEnd: true, billedDay: 14 }));
      return { before, after: before.map((one) => ({ ...one, billedDay: 2 })) };
    },
  },
];

test("planted causes come first, and no cause is named where nothing changed", () => {
  const runs = 40;
  let first = 0;
  let among = 0;
  for (const { name, isHit, plant } of PLANTED) {
    let own = 0;
    for (let seed = 0; seed < runs; seed++) {
      const { before, after } = plant(usualPayers(seed));
      const found = move(
        plannedPayments(before, { startOn: BEFORE, seed: seed * 2 + 1 }),
        plannedPayments(after, { startOn: AFTER, seed: seed * 2 + 2 }),
      );
      const causes = namedCauses(found.model);
      if (causes[0] !== undefined && isHit(causes[0])) own++;
      if (causes.some(isHit)) among++;
    }
    first += own;
    process.stdout.write(`dso causes: ${name}: first in ${own} of ${runs}\n`);
  }
  const all = runs * PLANTED.length;
  let named = 0;
  const nulls = 200;
  for (let seed = 0; seed < nulls; seed++) {
    const payers = usualPayers(seed);
    const rows = plannedPayments(payers, { startOn: BEFORE, seed: seed + 5000 });
    const { next } = random(seed);
    const sides = rows.map((row) => ({ row, isAfter: next() < 0.5 }));
    const found = move(
      sides.filter((one) => !one.isAfter).map((one) => one.row),
      sides.filter((one) => one.isAfter).map((one) => one.row),
    );
    if (namedCauses(found.model).length > 0) named++;
  }
  process.stdout.write(
    `dso causes: first ${first}/${all}, in three ${among}/${all}, named by chance ${named}/${nulls}\n`,
  );
  expect(first / all).toBeGreaterThanOrEqual(0.9);
  expect(among / all).toBeGreaterThanOrEqual(0.98);
  expect(named / nulls).toBeLessThanOrEqual(0.05);
});
