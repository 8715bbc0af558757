import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, toDayNumber } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type { OpenItem } from "#main/treasury/engines/forecast-model.ts";
import { lateInputs, RISING_INPUTS } from "#main/treasury/engines/payment-day/late-inputs.ts";
import { fitLogistic } from "#main/treasury/engines/payment-day/logistic.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import { riskScores } from "#main/treasury/engines/risk-score.ts";

const asOn = "2026-06-30";

function paid(partyId: string, dueOn: string, lateness: number, amountMinor = 100_000): PaidItem {
  const issuedOn = addDays(dueOn, -30);
  return {
    partyId,
    issuedOn,
    dueOn,
    paidOn: addDays(dueOn, lateness),
    amountMinor,
    side: "customer",
  };
}

/** Twelve clients, the last ones the later the more often. */
function portfolio(seed: number): PaidItem[] {
  const source = random(seed);
  return Array.from({ length: 360 }, (_, i) => {
    const client = i % 12;
    const isLate = source.next() < client / 14;
    const lateness = isLate
      ? 16 + Math.floor(source.next() * 30)
      : Math.floor(source.next() * 10) - 5;
    return paid(`c${String(client).padStart(2, "0")}`, addDays("2025-01-15", i + 60), lateness);
  });
}

function scoreOf(partyId: string, paidHistory: readonly PaidItem[], openItems: OpenItem[] = []) {
  const found = riskScores({ asOn, paidHistory, openItems });
  const client = found.clients.find((one) => one.partyId === partyId);
  if (client === undefined) throw new Error(`no client ${partyId}`);
  return client;
}

test("late payers score low, prompt ones high, and the reasons add up to the difference", () => {
  const { clients, method } = riskScores({ asOn, paidHistory: portfolio(1), openItems: [] });
  expect(method).toBe("regression");
  const byId = new Map(clients.map((one) => [one.partyId, one.score]));
  expect(byId.get("c00")).toBeGreaterThan(80);
  expect(byId.get("c11")).toBeLessThan(50);
  expect(clients[0]?.score).toBe(Math.min(...byId.values()));
  for (const { score, portfolioScore, reasons } of clients) {
    expect(reasons.reduce((sum, one) => sum + one.points, 0)).toBe(score - portfolioScore);
  }
});

test("one more payment a month late raises every input that lowers the score, and no other", () => {
  const dated = (rows: readonly PaidItem[]) =>
    rows.map(({ partyId, issuedOn = "", dueOn, paidOn, amountMinor }, i) => ({
      ...{ id: `i${i}`, partyId, amountMinor, issuedDay: toDayNumber(issuedOn) },
      ...{ dueDay: toDayNumber(dueOn), paidDay: toDayNumber(paidOn) },
    }));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 31, max: 90 }),
      (seed, client, lateness) => {
        const history = portfolio(seed);
        const partyId = `c${String(client).padStart(2, "0")}`;
        const late = paid(partyId, addDays(asOn, -lateness - 1), lateness);
        const next = paid(partyId, "2026-08-15", 0);
        const inputsWith = (rows: readonly PaidItem[]) =>
          lateInputs(dated([...rows, next])).at(-1)?.inputs ?? new Float64Array(0);
        const [before, after] = [inputsWith(history), inputsWith([...history, late])];
        for (const [i, value] of after.entries()) {
          if (RISING_INPUTS.includes(i)) expect(value).toBeGreaterThanOrEqual(before[i] ?? 0);
          else expect(value).toBeCloseTo(before[i] ?? 0, 9);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("no weight of a rising input is negative, whatever the labels", () => {
  const source = random(4);
  const rows = Array.from({ length: 300 }, () =>
    Float64Array.from([source.normal(), source.normal()]),
  );
  const falling = rows.map((row) => (row[0] ?? 0) + 0.3 * source.normal() < 0);
  const model = fitLogistic(rows, falling, { ridge: 1, rising: [0] });
  expect(model.weights[0]).toBe(0);
  const free = fitLogistic(rows, falling, { ridge: 1, rising: [] });
  expect(free.weights[0]).toBeLessThan(-1);
});

test("an unknown client is the portfolio's, and stays within 30 and 80 below three payments", () => {
  const open: OpenItem = {
    ...{ id: "1", kind: "invoice", partyId: "new", reference: "F1", openMinor: 50_000 },
    ...{ issuedOn: "2026-06-01", dueOn: "2026-07-01" },
  };
  const unknown = scoreOf("new", portfolio(1), [open]);
  expect(unknown).toMatchObject({ payments: 0, openMinor: 50_000, lateMinor: 0 });
  expect(unknown.score).toBeLessThanOrEqual(80);
  const bad = [paid("bad", "2026-03-01", 60), paid("bad", "2026-04-01", 50)];
  expect(scoreOf("bad", [...portfolio(1), ...bad]).score).toBeGreaterThanOrEqual(30);
});

test("an invoice unpaid for two months counts as a late one", () => {
  const history = portfolio(2);
  const open: OpenItem = {
    ...{ id: "9", kind: "invoice", partyId: "c03", reference: "F9", openMinor: 80_000 },
    ...{ issuedOn: "2026-03-15", dueOn: "2026-04-15" },
  };
  const [before, after] = [scoreOf("c03", history), scoreOf("c03", history, [open])];
  expect(after.lateMinor).toBe(80_000);
  expect(after.score).toBeLessThan(before.score);
});

test("a handful of payments falls back on shares drawn towards France's", () => {
  const few = [
    paid("a", "2026-05-01", 40),
    paid("a", "2026-04-01", 40),
    paid("a", "2026-03-01", 40),
  ];
  const found = riskScores({ asOn, paidHistory: few, openItems: [] });
  expect(found.method).toBe("shares");
  expect(found.clients[0]?.reasons[0]?.input).toBe("late-15-share");
  expect(found.reliability.grade).toBe("C");
});
