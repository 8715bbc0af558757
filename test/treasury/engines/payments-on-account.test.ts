import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { backtest } from "#main/treasury/engines/backtest/backtest.ts";
import type { CompanyHistory } from "#main/treasury/engines/backtest/company-history.ts";
import { gradesOf } from "#main/treasury/engines/backtest/grades.ts";
import {
  imputePayments,
  type LooseMoney,
  type OwedItem,
} from "#main/treasury/engines/payments-on-account.ts";

const owed = (id: string, issuedOn: string, openMinor: number): OwedItem => ({
  ...{ id, partyId: "lac", issuedOn, dueOn: addDays(issuedOn, 30), openMinor },
});
const money = (id: string, on: string, amountMinor: number, more: Partial<LooseMoney> = {}) => ({
  ...{ id, on, amountMinor, label: "VIR MEUBLES DU LAC", partyId: "lac" },
  ...{ named: [], spareMinor: amountMinor, ...more },
});
const told = (found: ReturnType<typeof imputePayments>) =>
  found.map((p) => [p.moneyId, p.itemId, p.amountMinor]);

describe("money on account", () => {
  const items = [
    owed("b", "2026-02-01", 60_000),
    owed("a", "2026-01-01", 50_000),
    owed("c", "2026-03-01", 70_000),
  ];

  test("pays the oldest debts first, and what is billed next with what is left", () => {
    const found = imputePayments(items, [
      money("m1", "2026-02-10", 80_000),
      money("m2", "2026-02-20", 50_000),
    ]);
    expect(told(found)).toEqual([
      ["m1", "a", 50_000],
      ["m1", "b", 30_000],
      ["m2", "b", 30_000],
      ["m2", "c", 20_000],
    ]);
    expect(found.map((p) => p.on)).toEqual([
      "2026-02-10",
      "2026-02-10",
      "2026-02-20",
      "2026-02-20",
    ]);
  });

  test("pays nothing that is billed more than a quarter later", () => {
    expect(
      imputePayments([owed("z", "2026-08-01", 9_000)], [money("m", "2026-02-01", 9_000)]),
    ).toEqual([]);
  });

  test("goes first to what a suggestion names, a netted credit note included", () => {
    const netted = money("m", "2026-03-20", 60_000, {
      named: [
        { itemId: "c", amountMinor: 70_000 },
        { itemId: "avoir", amountMinor: -10_000 },
      ],
      spareMinor: 0,
    });
    const found = imputePayments([...items, owed("avoir", "2026-03-05", -10_000)], [netted]);
    expect(told(found)).toEqual([
      ["m", "c", 70_000],
      ["m", "avoir", -10_000],
    ]);
  });

  test("paid twice and sent back pays once; sent back under other words it is another's", () => {
    const named = [{ itemId: "a", amountMinor: 50_000 }];
    const twice = [
      money("m1", "2026-02-02", 50_000, { named, spareMinor: 0 }),
      money("m2", "2026-02-05", 50_000, { named, spareMinor: 0 }),
    ];
    const back = (label: string) =>
      money("r", "2026-02-15", -50_000, { partyId: undefined, spareMinor: 0, label });
    expect(
      told(imputePayments(items, [...twice, back("VIR EMIS MEUBLES LAC TROP PERCU")])),
    ).toEqual([["m1", "a", 50_000]]);
    expect(told(imputePayments(items, [...twice, back("VIR EMIS PAPETERIE VAUGRENARD")]))).toEqual([
      ["m1", "a", 50_000],
      ["m2", "b", 50_000],
    ]);
  });

  test("booked back, it takes off the last money before it, of the same cents first", () => {
    const back = (id: string, on: string, amountMinor: number) =>
      money(id, on, amountMinor, { isBack: true });
    const paid = [money("x", "2026-03-02", 50_000), money("y", "2026-03-05", 60_000)];
    expect(told(imputePayments(items, [...paid, back("r", "2026-03-09", -50_000)]))).toEqual([
      ["y", "a", 50_000],
      ["y", "b", 10_000],
    ]);
    expect(told(imputePayments(items, [...paid, back("r", "2026-03-09", -20_000)]))).toEqual([
      ["x", "a", 50_000],
      ["y", "b", 40_000],
    ]);
    const note = { ...owed("n", "2026-03-03", -20_000) };
    expect(told(imputePayments([...items, note], [back("r", "2026-03-09", -20_000)]))).toEqual([
      ["r", "n", -20_000],
    ]);
  });

  test("never pays a bill with a receipt, nor another party's debt", () => {
    const bill = owed("bill", "2026-01-01", -50_000);
    const other = { ...owed("o", "2026-01-01", 50_000), partyId: "quai" };
    expect(imputePayments([bill, other], [money("m", "2026-02-01", 50_000)])).toEqual([]);
    expect(told(imputePayments([bill], [money("m", "2026-02-01", -20_000)]))).toEqual([
      ["m", "bill", -20_000],
    ]);
  });

  test("gives no item more than is open, no euro twice, and does not mind the order of rows", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays("2026-01-01", n));
    const cents = fc.integer({ min: 1, max: 100_000 });
    const party = fc.constantFrom("lac", "quai");
    const itemsOf = fc.array(fc.tuple(day, cents, party), { maxLength: 20 });
    const moneyOf = fc.array(fc.tuple(day, cents, party, fc.nat({ max: 25 })), { maxLength: 20 });
    fc.assert(
      fc.property(itemsOf, moneyOf, (drawnItems, drawnMoney) => {
        const debts = drawnItems.map(([on, minor, partyId], i) => ({
          ...owed(`i${i}`, on, minor),
          partyId,
        }));
        const receipts = drawnMoney.map(([on, minor, partyId, at], i) => {
          const named = at < debts.length ? [{ itemId: `i${at}`, amountMinor: minor }] : [];
          const spareMinor = named.length > 0 ? 0 : minor;
          return money(`m${i}`, on, minor, { partyId, named, spareMinor });
        });
        const found = imputePayments(debts, receipts);
        const sum = (key: "itemId" | "moneyId", id: string) =>
          found.reduce((total, p) => total + (p[key] === id ? p.amountMinor : 0), 0);
        for (const { id, openMinor } of debts) {
          expect(sum("itemId", id)).toBeLessThanOrEqual(openMinor);
        }
        for (const { id, amountMinor } of receipts) {
          expect(sum("moneyId", id)).toBeLessThanOrEqual(amountMinor);
        }
        expect(imputePayments(debts.toReversed(), receipts.toReversed())).toEqual(found);
      }),
    );
  });
});

/** Ten customers paying some days late; the first may pay round sums on account each month. */
function planted(seed: number, isOnAccount: boolean) {
  const source = random(seed);
  const items = Array.from({ length: 900 }, (_, i) => {
    const issuedOn = addDays("2025-01-01", Math.floor((i * 700) / 900));
    const amountMinor = 20_000 + Math.floor(source.next() * 80_000);
    const partyId = `c${i % 10}`;
    const paidOn = addDays(issuedOn, 35 + Math.floor(source.next() * 20));
    const isLoose = isOnAccount && partyId === "c0";
    return {
      ...{ id: `i${i}`, kind: "invoice" as const, partyId, reference: `F${i}`, issuedOn },
      ...{ dueOn: addDays(issuedOn, 30), amountMinor },
      payments: isLoose ? [] : [{ on: paidOn, amountMinor }],
    };
  });
  const ownMinor = items.reduce((sum, i) => sum + (i.partyId === "c0" ? i.amountMinor : 0), 0);
  const monthMinor = Math.round(ownMinor / 23 / 10_000) * 10_000;
  const receipts = isOnAccount
    ? Array.from({ length: 22 }, (_, m) =>
        money(`m${m}`, addDays("2025-02-20", Math.round(m * 30.4)), monthMinor, { partyId: "c0" }),
      )
    : [];
  return { items, receipts };
}

function imputed({ items, receipts }: ReturnType<typeof planted>): CompanyHistory {
  const open = items.map((item) => ({
    ...item,
    openMinor: item.amountMinor - item.payments.reduce((sum, p) => sum + p.amountMinor, 0),
  }));
  const found = Map.groupBy(imputePayments(open, receipts), (p) => p.itemId);
  return {
    bankLines: [],
    items: items.map((item) => ({
      ...item,
      payments: [...item.payments, ...(found.get(item.id) ?? [])],
    })),
  };
}

test("a customer on account no longer looks as if it never paid; without one nothing changes", () => {
  const origins = Array.from({ length: 8 }, (_, i) => addDays("2026-01-05", 21 * i));
  const cumulative = (history: CompanyHistory) => {
    const { methods } = gradesOf([...backtest(history, origins)], "2026-12-01");
    return methods.find((one) => one.method === "forecast")?.cumulative.d30 ?? Number.NaN;
  };
  const company = planted(3, true);
  const [before, after] = [
    cumulative({ items: company.items, bankLines: [] }),
    cumulative(imputed(company)),
  ];
  process.stdout.write(
    `on account: 30-day error ${before.toFixed(3)} unimputed, ${after.toFixed(3)} imputed\n`,
  );
  expect(after).toBeLessThan(0.5 * before);
  const none = planted(3, false);
  expect(imputed(none).items).toEqual(none.items);
});
