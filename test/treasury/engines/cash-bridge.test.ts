import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import {
  CASH_CATEGORIES,
  type CashDue,
  type CashFlow,
} from "#main/treasury/engines/cash-bridge.ts";
import { cashCauses } from "#main/treasury/engines/causes.ts";

const spans = { beforeOn: "2026-01-01", fromOn: "2026-04-01", toOn: "2026-06-30" };
const day = fc.integer({ min: -20, max: 200 }).map((n) => addDays("2026-01-01", n));
const amountMinor = fc.integer({ min: -500_000, max: 500_000 });
const key = fc.constantFrom("a", "b", "c");

const flows = fc
  .array(
    fc.record({
      ...{ bookedOn: day, amountMinor, key },
      category: fc.constantFrom(...CASH_CATEGORIES),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map(
      (row, i): CashFlow => ({
        ...row,
        ...{ id: `l${i}`, ref: { kind: "bank-line", id: `l${i}` } },
      }),
    ),
  );
const dues = fc.array(
  fc.record({
    ...{ dueOn: day, amountMinor, key },
    category: fc.constantFrom("customers" as const, "suppliers" as const),
  }),
  { maxLength: 20 },
);

const isIn = (on: string) => on > spans.fromOn && on <= spans.toOn;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

test("opening and the categories give closing, and each move its parts, to the cent", () => {
  fc.assert(
    fc.property(flows, dues, (lines, due) => {
      const found = cashCauses({ flows: lines, dues: due, openingMinor: 12_345 }, spans);
      const inside = lines.filter((one) => isIn(one.bookedOn)).map((one) => one.amountMinor);
      expect(found.closing.value).toBe(12_345 + sum(inside));
      const bridge = sum(found.bridge.map((one) => one.figure.value ?? 0));
      expect(bridge).toBe((found.closing.value ?? 0) - (found.opening.value ?? 0));
      for (const move of found.moves) {
        const { timingMinor, amountMinor: amount, newMinor, lostMinor } = move;
        expect(timingMinor + amount + newMinor + lostMinor).toBe(move.flowMinor - move.beforeMinor);
      }
      const turned = { flows: lines.toReversed(), dues: due.toReversed(), openingMinor: 12_345 };
      expect(cashCauses(turned, spans)).toEqual(found);
    }),
    { numRuns: 100 },
  );
});

test("an invoice paid after the period is timing; a larger one is amount; others new or lost", () => {
  const flow = (id: string, of: string, on: string, minor: number): CashFlow => ({
    ...{ id, bookedOn: on, amountMinor: minor, category: "customers", key: of },
    ref: { kind: "bank-line", id },
  });
  const due = (of: string, dueOn: string, minor: number): CashDue => ({
    ...{ category: "customers", key: of, dueOn, amountMinor: minor },
  });
  const found = cashCauses(
    {
      openingMinor: 0,
      flows: [
        flow("1", "A", "2026-02-01", 1000),
        flow("2", "A", "2026-05-01", 900),
        flow("3", "B", "2026-02-01", 500),
        flow("4", "C", "2026-05-01", 700),
      ],
      // A's 1,500 fell due and 600 of it waits.
      dues: [
        ...[due("A", "2026-02-01", 1000), due("A", "2026-05-01", 1500)],
        ...[due("B", "2026-02-01", 500), due("C", "2026-05-01", 700)],
      ],
    },
    spans,
  );
  expect(found.moves).toMatchObject([
    {
      ...{ flowMinor: 1600, beforeMinor: 1500, timingMinor: -600 },
      ...{ amountMinor: 500, newMinor: 700, lostMinor: -500 },
    },
  ]);
});

/** Ten customers and six suppliers of eight flows in each span; `change` alters the second one. */
function planted(seed: number, change: (flow: CashFlow) => number): CashFlow[] {
  const { next, normal } = random(seed);
  return [spans.beforeOn, spans.fromOn].flatMap((start) =>
    Array.from({ length: 16 }, (_, party) => party).flatMap((party) =>
      // The sixth pays more often, so that its loss cannot be chance.
      Array.from({ length: party === 5 ? 20 : 8 }, (_, at): CashFlow => {
        const isCustomer = party < 10;
        const minor = Math.round((isCustomer ? 1 : -1) * 100_000 * (1 + 0.2 * normal()));
        const id = `${start}-${String(party).padStart(2, "0")}-${at}`;
        const flow: CashFlow = {
          ...{ id, bookedOn: addDays(start, 1 + Math.floor(next() * 89)), amountMinor: minor },
          category: isCustomer ? "customers" : "suppliers",
          ...{ key: `p${party}`, ref: { kind: "bank-line", id } },
        };
        return start === spans.fromOn ? { ...flow, amountMinor: change(flow) } : flow;
      }),
    ),
  );
}

test("a price cut, a dearer supplier and a lost customer come first; chance is not named", () => {
  const plants = [
    { key: "customers p3", manner: "size", change: (minor: number) => minor * 0.5 },
    { key: "suppliers p12", manner: "size", change: (minor: number) => minor * 2 },
    {
      ...{ key: "customers p5", manner: "count" },
      change: () => 0,
    },
  ];
  const runs = 40;
  let first = 0;
  let among = 0;
  for (const { key: wanted, manner, change } of plants) {
    for (let seed = 0; seed < runs; seed++) {
      const rows = planted(seed, (flow) =>
        `${flow.category} ${flow.key}` === wanted
          ? Math.round(change(flow.amountMinor))
          : flow.amountMinor,
      ).filter((flow) => flow.amountMinor !== 0);
      const { named } = cashCauses({ flows: rows, dues: [], openingMinor: 0 }, spans);
      const isHit = (one: (typeof named)[number]) => one.key === wanted && one.factor === manner;
      if (named[0] !== undefined && isHit(named[0])) first++;
      if (named.some(isHit)) among++;
    }
  }
  let chance = 0;
  const nulls = 200;
  for (let seed = 0; seed < nulls; seed++) {
    const rows = planted(seed + 1000, (flow) => flow.amountMinor);
    const { next } = random(seed);
    const shuffled = rows.map((flow) => ({
      ...flow,
      bookedOn: addDays(next() < 0.5 ? spans.beforeOn : spans.fromOn, 5),
    }));
    const found = cashCauses({ flows: shuffled, dues: [], openingMinor: 0 }, spans);
    if (found.named.length > 0) chance++;
  }
  const all = runs * plants.length;
  process.stdout.write(
    `cash causes: first ${first}/${all}, in three ${among}/${all}, named by chance ${chance}/${nulls}\n`,
  );
  expect(first / all).toBeGreaterThanOrEqual(0.9);
  expect(among / all).toBeGreaterThanOrEqual(0.98);
  expect(chance / nulls).toBeLessThanOrEqual(0.05);
});
