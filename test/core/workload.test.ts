import { afterAll, beforeAll, expect, it } from "vitest";
import { random } from "#main/base/random.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { verifyBook } from "#main/book/verify-book.ts";
import type { EntryDraft } from "#main/ledger/model.ts";
import { trialBalance } from "#main/ledger/trial-balance.ts";
import { Auditor } from "./auditor.ts";
import { type CoreBook, coreBook } from "./core-book.ts";

const COMMANDS = 10_000;
const ACCOUNTS = ["512001", "606", "613", "627", "706000", "445711", "471000"];

let core: CoreBook;
beforeAll(async () => {
  core = await coreBook();
});
afterAll(() => core.remove());

/** A draft that is right about two times in three, and wrong in a known way otherwise. */
function drawDraft(next: () => number): EntryDraft {
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  const amount = 1 + Math.floor(next() * 1_000_000);
  const fault = next() < 0.35 ? Math.floor(next() * 6) : -1;
  const year = fault === 0 ? "2031" : pick(["2025", "2026"]);
  const day = String(1 + Math.floor(next() * 28)).padStart(2, "0");
  const month = String(1 + Math.floor(next() * 12)).padStart(2, "0");
  const account = fault === 1 ? "999999" : pick(ACCOUNTS);
  const lines = [
    { account, debitMinor: amount, creditMinor: fault === 2 ? amount : 0 },
    { account: pick(ACCOUNTS), debitMinor: 0, creditMinor: fault === 3 ? amount + 1 : amount },
  ];
  return {
    journal: pick(["OD", "VE", "AC"]),
    datedOn: `${year}-${month}-${day}`,
    pieceRef: fault === 4 ? "" : "P",
    label: "Essai",
    lines: fault === 5 ? lines.slice(0, 1) : lines,
  };
}

it("10,000 random commands answer and add up as a naive auditor says", async () => {
  const { next } = random(20_261_121);
  const auditor = new Auditor();
  for (let i = 0; i < COMMANDS; i++) {
    const draft = drawDraft(next);
    const expected = auditor.expect(draft);
    const posted = await core.post(draft);
    expect(isRefusal(posted) ? posted.code : posted.number).toBe(expected);
  }
  for (const [yearId, year] of [
    [1, "2025"],
    [2, "2026"],
  ] as const) {
    const { rows } = trialBalance(core.book.read, { fiscalYearId: yearId });
    const moved = rows.filter((r) => r.debitMinor !== 0 || r.creditMinor !== 0);
    const kept = new Map(moved.map((r) => [r.account, r.debitMinor - r.creditMinor]));
    expect(kept).toEqual(auditor.balances(year));
  }
  const steps = verifyBook(core.book.read, bookChecks);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect(step.value.sound).toBe(true);
}, 120_000);
