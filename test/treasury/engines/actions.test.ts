import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { actionEffects, type LoggedAction } from "#main/treasury/engines/action-effects.ts";
import {
  type ActionsInput,
  type ChosenActions,
  chooseActions,
  deadlineDays,
} from "#main/treasury/engines/actions.ts";
import {
  type Chased,
  chaseOrder,
  paidWithin,
  type Receivable,
} from "#main/treasury/engines/chase-order.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import { shuffled } from "./company.ts";

const asOn = "2026-06-30";

interface Open extends Receivable {
  isBad: boolean;
}

/** Sixty clients, each with its own lateness and size; what is open on the day, and what was paid. */
function portfolio(seed: number): { receivables: Open[]; paidHistory: PaidItem[] } {
  const source = random(seed);
  const receivables: Open[] = [];
  const paidHistory: PaidItem[] = [];
  for (let c = 0; c < 60; c++) {
    const partyId = `c${c}`;
    const usual = source.next() < 0.25 ? 8 + 22 * source.next() : 6 * source.normal();
    const spread = 3 + 6 * source.next();
    const size = Math.exp(11.5 + source.normal());
    const everyDays = 10 + Math.floor(30 * source.next());
    for (let on = addDays("2025-01-02", c); on <= asOn; on = addDays(on, everyDays)) {
      const openMinor = Math.round(size * Math.exp(0.5 * source.normal()));
      const dueOn = addDays(on, 30);
      const slips = source.next() < 0.05 ? 40 * source.next() : 0;
      const paidOn = addDays(
        dueOn,
        Math.max(-25, Math.round(usual + spread * source.normal() + slips)),
      );
      const isBad = daysBetween(dueOn, paidOn) > 15;
      const id = `${partyId} ${on}`;
      if (paidOn > asOn) receivables.push({ id, partyId, issuedOn: on, dueOn, openMinor, isBad });
      else paidHistory.push({ partyId, dueOn, paidOn, amountMinor: openMinor, side: "customer" });
    }
  }
  return { receivables, paidHistory };
}

const chosenOf = (parts: Partial<ActionsInput>): ChosenActions =>
  chooseActions({
    ...{ asOn, receivables: [], paidHistory: [], log: [], minutes: 60 },
    ...{ minuteMinor: 75, creditRate: 0.08, ...parts },
  });

/** Share of the bad euros among the first ten in this order. */
function captured(order: readonly Open[]): number {
  const bad = (rows: readonly Open[]) =>
    rows.reduce((sum, r) => sum + (r.isBad ? r.openMinor : 0), 0);
  return bad(order.slice(0, 10)) / bad(order);
}

/** The overdue invoices of the ten clients that owe most of them. */
function largestOverdueClients(receivables: readonly Open[]): Open[] {
  const overdue = receivables.filter((r) => r.dueOn < asOn);
  const owed = (rows: readonly Open[]) => rows.reduce((sum, r) => sum + r.openMinor, 0);
  return [...Map.groupBy(overdue, (r) => r.partyId).values()]
    .sort((a, b) => owed(b) - owed(a))
    .slice(0, 10)
    .flat();
}

/** The same of ten calls to clients, each about all its invoices. */
function capturedByClient(rows: readonly Open[], chased: readonly Chased[]): number {
  const first = [...Map.groupBy(chased, (c) => c.item.partyId)]
    .map(([partyId, own]) => ({ partyId, minor: own.reduce((sum, c) => sum + c.badMinor, 0) }))
    .sort((a, b) => b.minor - a.minor)
    .slice(0, 10);
  const called = new Set(first.map((one) => one.partyId));
  const bad = (some: readonly Open[]) =>
    some.reduce((sum, r) => sum + (r.isBad ? r.openMinor : 0), 0);
  return bad(rows.filter((r) => called.has(r.partyId))) / bad(rows);
}

test("ten calls reach most of the euros that go bad, more than by size, by overdue or at random", () => {
  const sums = { ours: 0, clients: 0, overdue: 0, largest: 0, random: 0, best: 0 };
  const seeds = 30;
  for (let seed = 1; seed <= seeds; seed++) {
    const { receivables, paidHistory } = portfolio(seed);
    const bySize = receivables.toSorted((a, b) => b.openMinor - a.openMinor);
    const byId = new Map(receivables.map((r) => [r.id, r]));
    const ours = chaseOrder({ asOn, receivables, paidHistory }).flatMap(
      (c) => byId.get(c.item.id) ?? [],
    );
    sums.clients += capturedByClient(ours, chaseOrder({ asOn, receivables, paidHistory })) / seeds;
    const isOverdue = (r: Open) => r.dueOn < asOn;
    sums.ours += captured(ours) / seeds;
    sums.overdue +=
      captured([...bySize.filter(isOverdue), ...bySize.filter((r) => !isOverdue(r))]) / seeds;
    sums.largest += captured(bySize) / seeds;
    sums.random += captured(shuffled(receivables, seed)) / seeds;
    sums.best +=
      captured([...bySize.filter((r) => r.isBad), ...bySize.filter((r) => !r.isBad)]) / seeds;
  }
  const told = Object.entries(sums).map(([k, v]) => `${k} ${(100 * v).toFixed(1)} %`);
  process.stdout.write(`bad euros in ten calls: ${told.join(", ")}\n`);
  expect(sums.clients).toBeGreaterThanOrEqual(0.55);
  expect(sums.ours).toBeGreaterThan(0.75 * sums.best);
  expect(sums.ours).toBeGreaterThan(sums.overdue + 0.05);
  expect(sums.ours).toBeGreaterThan(sums.largest + 0.1);
  expect(sums.ours).toBeGreaterThan(sums.random + 0.2);
});

test("two hours of the chosen actions reach more bad euros than ten calls to those most overdue", () => {
  let ours = 0;
  let theirs = 0;
  let all = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const { receivables, paidHistory } = portfolio(seed);
    const byId = new Map(receivables.map((r) => [r.id, r]));
    const bad = (r: Open | undefined) => (r?.isBad === true ? r.openMinor : 0);
    const { actions, usedMinutes } = chosenOf({ receivables, paidHistory, minutes: 120 });
    expect(usedMinutes).toBeLessThanOrEqual(120);
    for (const a of actions) for (const ref of a.refs) ours += bad(byId.get(ref.id));
    for (const r of largestOverdueClients(receivables)) theirs += bad(r);
    for (const r of receivables) all += bad(r);
  }
  process.stdout.write(
    `bad euros in two hours: ours ${((100 * ours) / all).toFixed(1)} %, ` +
      `the ten clients most overdue ${((100 * theirs) / all).toFixed(1)} %\n`,
  );
  expect(ours).toBeGreaterThan(1.2 * theirs);
});

/** Forty payments of a client: three in four on the due date, one in four 50 days late. */
function quarterLate(partyId: string): PaidItem[] {
  return Array.from({ length: 40 }, (_, i) => {
    const dueOn = addDays("2026-03-01", -7 * i);
    const paidOn = addDays(dueOn, i % 4 === 0 ? 50 : 0);
    return { partyId, dueOn, paidOn, amountMinor: 1, side: "customer" };
  });
}

test("a call on one invoice is worth what is worked out by hand", () => {
  const paidHistory = quarterLate("a");
  const item = {
    ...{ id: "1", partyId: "a", openMinor: 1_000_000 },
    ...{ issuedOn: "2026-05-21", dueOn: "2026-06-20" },
  };
  const [chased] = chaseOrder({ asOn, receivables: [item], paidHistory });
  // Ten days late, the habit leaves only payments at +50: all of them bad, 40 days to wait.
  expect(chased?.badShare).toBe(1);
  expect(paidWithin(chased?.wait ?? { days: [], weights: [], observations: 0 }, 39)).toBe(0);
  const { actions, effects } = chosenOf({ receivables: [item], paidHistory, minutes: 12 });
  expect(actions).toHaveLength(1);
  // 10,000.00 × 25 % + 10,000.00 × 25 % × 8 % × 33 / 365 − 12 × 0.75.
  const saved = (1_000_000 * 0.25 * 0.08 * 33) / 365;
  expect(actions[0]).toMatchObject({ kind: "call", minutes: 12, effect: "hypothesis" });
  expect(actions[0]?.expected.value).toBe(Math.round(250_000 + saved - 900));
  expect(actions[0]?.expected.reliability.grade).toBe("C");
  expect(effects.map((e) => [e.kind, e.state])).toEqual([
    ["mail", "hypothesis"],
    ["call", "hypothesis"],
    ["formal-notice", "hypothesis"],
  ]);
});

test("a formal notice comes only a month late; an invoice far from due is left alone", () => {
  const base = { partyId: "a", openMinor: 5_000_000 };
  const paidHistory = quarterLate("a");
  const young = { ...base, id: "1", issuedOn: "2026-05-21", dueOn: "2026-06-20" };
  const old = { ...base, id: "2", issuedOn: "2026-03-21", dueOn: "2026-04-20" };
  const far = { ...base, id: "3", issuedOn: "2026-06-25", dueOn: "2026-08-25" };
  const of = (one: Receivable) =>
    chosenOf({ receivables: [one], paidHistory, minutes: 500 }).actions.map((a) => a.kind);
  expect(of(young)).toEqual(["call"]);
  expect(of(old)).toEqual(["formal-notice"]);
  expect(of(far)).toEqual([]);
  expect([deadlineDays(-10), deadlineDays(0), deadlineDays(14), deadlineDays(15)]).toEqual([
    ...[25, 15, 1, 30],
  ]);
});

test("the plan is less than one action short of the best one there is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 90 }),
      (seed, minutes) => {
        const { receivables, paidHistory } = portfolio(seed);
        const few = receivables.filter((r) => Number(r.partyId.slice(1)) < 9);
        const known = paidHistory.slice(0, 250);
        const input = { receivables: few, paidHistory: known, minutes };
        const worthOf = ({ actions }: ChosenActions) =>
          actions.reduce((sum, a) => sum + (a.expected.value ?? 0), 0);
        const plan = chosenOf(input);
        const whole = optionsByClient(few, known);
        const largest = Math.max(0, ...whole.flat().map((o) => o.value));
        expect(plan.usedMinutes).toBeLessThanOrEqual(minutes);
        expect(worthOf(plan)).toBeGreaterThanOrEqual(bestValue(whole, minutes) - largest);
      },
    ),
    { numRuns: 8 },
  );
}, 20_000);

/** The best value of each number of minutes, one option at most of each client. */
function bestValue(clients: { minutes: number; value: number }[][], minutes: number): number {
  let best = Array.from({ length: minutes + 1 }, () => 0);
  for (const options of clients) {
    best = best.map((without, m) =>
      Math.max(
        without,
        ...options.filter((o) => o.minutes <= m).map((o) => (best[m - o.minutes] ?? 0) + o.value),
      ),
    );
  }
  return best[minutes] ?? 0;
}

/** What each client's actions are worth, read from plans with just the minutes for each. */
function optionsByClient(receivables: readonly Receivable[], paidHistory: readonly PaidItem[]) {
  return [...Map.groupBy(receivables, (r) => r.partyId).values()].map((own) => {
    const found = new Map<string, { minutes: number; value: number }>();
    for (let minutes = 4; minutes <= 45; minutes++) {
      const [one] = chosenOf({ receivables: own, paidHistory, minutes }).actions;
      if (one === undefined) continue;
      found.set(one.kind, { minutes: one.minutes, value: one.expected.value ?? 0 });
    }
    return [...found.values()];
  });
}

test("the order of the rows and payments after the day change nothing; no more calls than asked", () => {
  const { receivables, paidHistory } = portfolio(3);
  const whole = chosenOf({ receivables, paidHistory, minutes: 200 });
  const mixed = chosenOf({
    receivables: shuffled(receivables, 1),
    paidHistory: [
      ...shuffled(paidHistory, 2),
      { partyId: "c1", dueOn: asOn, paidOn: "2026-12-31", amountMinor: 1, side: "customer" },
    ],
    minutes: 200,
  });
  expect(mixed).toEqual(whole);
  expect(whole.actions.length).toBeGreaterThan(5);
  const few = chosenOf({ receivables, paidHistory, minutes: 200, calls: 2 });
  expect(few.actions.filter((a) => a.kind === "call").length).toBeLessThanOrEqual(2);
  expect(chosenOf({ receivables, paidHistory, minutes: 0 })).toMatchObject({
    ...{ actions: [], usedMinutes: 0 },
  });
});

test("logged actions turn a belief into a measure, and what would be paid anyway is not theirs", () => {
  const log = (n: number, isPaid: (i: number) => boolean, paidShareBefore: number) =>
    Array.from(
      { length: n },
      (_, i): LoggedAction => ({
        ...{ kind: "mail", doneOn: "2026-05-01", paidShareBefore, isPaid: isPaid(i) },
      }),
    );
  const mail = (rows: LoggedAction[]) => {
    const found = actionEffects(rows, asOn).find((e) => e.kind === "mail");
    if (found === undefined) throw new Error("no mail");
    return found;
  };
  expect(mail([])).toMatchObject({ mean: 0.1, state: "hypothesis" });
  // Never paid without it: plain Beta, (2 + 15) / (20 + 30).
  expect(mail(log(30, (i) => i % 2 === 0, 0))).toMatchObject({ state: "measured" });
  expect(mail(log(30, (i) => i % 2 === 0, 0)).mean).toBeCloseTo(17 / 50, 12);
  expect(mail(log(29, () => true, 0)).state).toBe("hypothesis");
  // Half would be paid without it and half were: the mail did nothing.
  expect(mail(log(400, (i) => i % 2 === 0, 0.5)).mean).toBeLessThan(0.06);
  expect(mail(log(30, () => true, 0)).mean).toBe(
    mail([
      ...log(30, () => true, 0),
      { ...log(1, () => false, 0)[0], doneOn: "2026-07-01" } as LoggedAction,
    ]).mean,
  );
});
