import { afterEach, beforeEach, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import type { KeptFigure } from "#contract/treasury-memory.ts";
import { random } from "#main/base/random.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { type AskedDecision, decideProposal } from "#main/treasury/agent/decide-proposal.ts";
import { listProposals, quietSubjects } from "#main/treasury/agent/proposal-rows.ts";
import { proposeFloor } from "#main/treasury/agent/propose-floor.ts";
import { proposeIndicators } from "#main/treasury/agent/propose-indicators.ts";
import { proposeReminders, type UnpaidInvoice } from "#main/treasury/agent/propose-reminders.ts";
import { isAgentDue, runRiskAgent } from "#main/treasury/agent/risk-agent.ts";
import { engineRegistry } from "#main/treasury/analyses/engine-registry.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import { DAY_MS, type MemoryDesk, memoryDesk, TODAY_ON } from "./memory-desk.ts";

let desk: MemoryDesk;
beforeEach(async () => {
  desk = await memoryDesk();
});
afterEach(() => desk.core.remove());

const FIRST_MS = Date.parse(`${TODAY_ON}T10:00:00Z`);
const dayAt = (days: number) => addDays(TODAY_ON, days);

async function runOn(days: number) {
  desk.nowMs = FIRST_MS + days * DAY_MS;
  const act = { ...desk.core.act, command: "treasury.agent", nowMs: desk.nowMs };
  const todayOn = dayAt(days);
  const done = await runRiskAgent(desk.core.book, act, { asOn: todayOn, todayOn });
  if (isRefusal(done)) throw new Error(done.code);
  return done;
}

const listOn = (days: number) =>
  listProposals(desk.core.book.read, { todayOn: dayAt(days), limit: 50 }).rows;

const firstMade = (days: number) => listOn(days).find((one) => one.proposalId === 1);

const decideOn = (days: number, asked: AskedDecision) => {
  const act = { ...desk.core.act, nowMs: FIRST_MS + days * DAY_MS };
  return desk.core.book.transact(act, (tx) =>
    decideProposal(tx, act, { ...asked, todayOn: dayAt(days) }),
  );
};

test("the late payer's invoice is proposed with what is at stake; the prompt one's is not", async () => {
  const ledger = () => desk.core.book.read.reading("SELECT count(*) AS n FROM entry").get();
  const before = ledger();
  expect(await runOn(0)).toEqual({ kept: engineRegistry.length, proposed: 1, judged: 0 });
  expect(ledger()).toEqual(before);
  const [proposal] = listOn(0);
  expect(proposal).toMatchObject({
    ...{ kind: "remind", subject: `invoice:${desk.late}`, state: "open", outcome: null },
    ...{ judgeOn: dayAt(14), facts: { reference: "T-99", openMinor: 120_000 } },
  });
  const share = Number(proposal?.facts.unpaidBps) / 10_000;
  expect(proposal?.effectMinor).toBeCloseTo(120_000 * share, -2);
  expect(isAgentDue(desk.core.book.read, TODAY_ON)).toBe(false);
  expect(isAgentDue(desk.core.book.read, dayAt(1))).toBe(true);
  await desk.bankLine("2026-06-15", -1_000);
  expect(isAgentDue(desk.core.book.read, TODAY_ON)).toBe(true);
});

test("it is not proposed twice while open; refused, it stays quiet for thirty days", async () => {
  await runOn(0);
  expect((await runOn(1)).proposed).toBe(0);
  const subject = `invoice:${desk.late}`;
  const asked = { proposalId: 1, decision: "refused", reason: "" } as const;
  expect(await decideOn(1, asked)).toMatchObject({ code: "treasury.reason-needed" });
  expect(await decideOn(1, { ...asked, reason: "accord verbal" })).toMatchObject({
    state: "refused",
    decision: { reason: "accord verbal", person: "essai" },
  });
  expect(await decideOn(2, { ...asked, reason: "encore" })).toMatchObject({
    code: "treasury.proposal-decided",
  });
  await runOn(30);
  expect(listOn(30).filter((one) => one.subject === subject)).toHaveLength(1);
  const { read } = desk.core.book;
  expect([31, 32].map((days) => quietSubjects(read, dayAt(days)).has(subject))).toEqual([
    ...[true, false],
  ]);
});

test("postponed comes back on its day, and a day after its judgement is not taken", async () => {
  await runOn(0);
  const asked = { proposalId: 1, decision: "postponed", reason: "congés" } as const;
  for (const untilOn of [dayAt(0), dayAt(15), undefined]) {
    expect(await decideOn(0, { ...asked, untilOn })).toMatchObject({
      code: "treasury.postpone-until",
    });
  }
  await decideOn(0, { ...asked, untilOn: dayAt(5) });
  expect([4, 5].map((days) => listOn(days)[0]?.state)).toEqual(["postponed", "open"]);
  expect((await runOn(3)).proposed).toBe(0);
  expect(await decideOn(5, { proposalId: 9, decision: "accepted", reason: "" })).toMatchObject({
    code: "treasury.unknown-proposal",
  });
  expect(await decideOn(5, { proposalId: 1, decision: "accepted", reason: "" })).toMatchObject({
    state: "accepted",
  });
});

test.each([
  ["paid on the day said", 14, 120_000, "reached", 120_000],
  ["paid in part", 10, 50_000, "partly", 50_000],
  ["paid a day too late", 15, 120_000, "missed", 0],
] as const)("the outcome is the book's: %s", async (_name, days, minor, outcome, effectMinor) => {
  await runOn(0);
  await decideOn(0, { proposalId: 1, decision: "accepted", reason: "appel" });
  await desk.bankLine(dayAt(days), minor, desk.late);
  if (days < 15) await desk.bankLine(dayAt(16), -100);
  expect((await runOn(14)).judged).toBe(0);
  expect((await runOn(16)).judged).toBe(1);
  expect(firstMade(16)).toMatchObject({ state: "accepted", outcome: { outcome, effectMinor } });
});

test("without bank lines of the day nothing is judged, and after six weeks it is unknown", async () => {
  await runOn(0);
  expect((await runOn(20)).judged).toBe(0);
  expect((await runOn(61)).judged).toBe(1);
  const judged = firstMade(61);
  expect(judged).toMatchObject({ state: "lapsed", outcome: { outcome: "unknown" } });
  const late = await decideOn(61, { proposalId: 1, decision: "accepted", reason: "" });
  expect(late).toMatchObject({ code: "treasury.proposal-decided", facts: { state: "lapsed" } });
});

test("the list is read by falling stake, page after page", async () => {
  for (const days of [0, 20, 61]) await runOn(days);
  const listed = listOn(61);
  expect(new Set(listed.map((one) => one.effectMinor)).size).toBeGreaterThan(1);
  expect(listed).toEqual(listed.toSorted((a, b) => b.effectMinor - a.effectMinor));
  const paged = [];
  let after: string | undefined;
  do {
    const asked = { todayOn: dayAt(61), limit: 1, after };
    const { rows, next } = listProposals(desk.core.book.read, asked);
    paged.push(...rows);
    after = next;
  } while (after !== undefined);
  expect(paged).toEqual(listed);
});

test("a curve under the floor proposes what must be found; the band alone proposes nothing", () => {
  const day = (on: string, balanceMinor: number, lowMinor = balanceMinor) => ({
    ...{ on, balanceMinor, lowMinor, highMinor: balanceMinor, flows: [] },
  });
  const found = (days: ReturnType<typeof day>[], lowest: { on: string; balanceMinor: number }) => ({
    ...{ asOn: TODAY_ON, balanceMinor: 500, floorMinor: 100, days, lowest },
    at: { d30: 0, d60: 0, d90: 0 },
    reliability: { grade: "B" as const, observations: 40, periodDays: 200 },
  });
  const low = { on: dayAt(3), balanceMinor: -50 };
  const days = [day(dayAt(1), 300), day(dayAt(2), 90), day(dayAt(3), -50)];
  expect(proposeFloor(found(days, low), TODAY_ON)).toMatchObject([
    { effectMinor: 150, judgeOn: dayAt(3), facts: { crossedOn: dayAt(2), lowestMinor: -50 } },
  ]);
  const near = { on: dayAt(1), balanceMinor: 120 };
  expect(proposeFloor(found([day(dayAt(1), 120, -900)], near), TODAY_ON)).toEqual([]);
});

test("an indicator that got much worse is proposed with what it holds back, never a better one", () => {
  const figures = (dso: number, bfr: number): KeptFigure[] =>
    [
      ["dso", dso, "days"],
      ["bfr", bfr, "minor"],
      ["receivable", 6_000_000, "minor"],
    ].map(([key, value, unit]) => ({
      ...{ key: key as string, name: null, value: value as number, refs: [] },
      unit: unit as KeptFigure["unit"],
      reliability: { grade: "A", observations: 200, periodDays: 400 },
    }));
  const before = { asOn: dayAt(-7), figures: figures(40, 1_000_000) };
  const worse = proposeIndicators({ asOn: TODAY_ON, before, now: figures(60, 1_100_000) });
  expect(worse.map((one) => [one.subject, one.effectMinor])).toEqual([
    ["indicator:dso", 2_000_000],
  ]);
  expect(proposeIndicators({ asOn: TODAY_ON, before, now: figures(20, 500_000) })).toEqual([]);
  expect(proposeIndicators({ asOn: TODAY_ON, before, now: figures(41, 1_010_000) })).toEqual([]);
});

test("planted: of invoices proposed, most are indeed unpaid on the day said; order changes nothing", () => {
  let [proposed, unpaid, others, othersUnpaid] = [0, 0, 0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const { invoices, paidHistory, paidOn } = plantedBook(seed);
    const input = { asOn: TODAY_ON, knownOn: TODAY_ON, invoices, paidHistory };
    const drafts = proposeReminders(input);
    const turned = {
      ...input,
      invoices: invoices.toReversed(),
      paidHistory: paidHistory.toReversed(),
    };
    expect(proposeReminders(turned)).toEqual(drafts);
    const bySubject = new Map(drafts.map((one) => [one.subject, one]));
    for (const one of invoices) {
      const draft = bySubject.get(`invoice:${one.invoiceId}`);
      const isUnpaid = (paidOn.get(one.invoiceId) ?? "") > (draft?.judgeOn ?? dayAt(14));
      if (draft === undefined)
        [others, othersUnpaid] = [others + 1, othersUnpaid + Number(isUnpaid)];
      else [proposed, unpaid] = [proposed + 1, unpaid + Number(isUnpaid)];
    }
  }
  const [right, missed] = [unpaid / proposed, othersUnpaid / others];
  process.stdout.write(
    `reminders: ${proposed} proposed, ${(100 * right).toFixed(1)} % unpaid on the day said; ` +
      `${others} left alone, ${(100 * missed).toFixed(1)} % of them unpaid\n`,
  );
  expect(right).toBeGreaterThan(0.6);
  expect(missed).toBeLessThan(0.35);
});

/** Customers of one habit each (0 to 60 days late, give or take 8), and what each will really do. */
function plantedBook(seed: number) {
  const { next, normal } = random(seed);
  const paidHistory: PaidItem[] = [];
  const invoices: UnpaidInvoice[] = [];
  const paidOn = new Map<number, string>();
  for (let partyId = 1; partyId <= 20; partyId++) {
    const habit = Math.floor(next() * 60);
    const draw = () => Math.round(habit + 8 * normal());
    for (let i = 0; i < 12; i++) {
      const dueOn = addDays(TODAY_ON, -120 - 20 * i);
      const paid = { dueOn, paidOn: addDays(dueOn, draw()), amountMinor: 1 };
      paidHistory.push({ partyId: String(partyId), side: "customer", ...paid });
    }
    for (let i = 0; i < 4; i++) {
      const dueOn = addDays(TODAY_ON, Math.floor(next() * 60) - 50);
      const on = addDays(dueOn, draw());
      if (on <= TODAY_ON) continue;
      const invoiceId = partyId * 10 + i;
      paidOn.set(invoiceId, on);
      invoices.push({
        ...{ invoiceId, partyId, partyName: `C${partyId}`, reference: `F${invoiceId}` },
        ...{ dueOn, openMinor: 100_000 },
      });
    }
  }
  return { invoices, paidHistory, paidOn };
}
