import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DailyWork } from "#main/book/daily-work.ts";
import type { OfficeContext } from "#main/security/office-context.ts";
import { type MemoryDesk, memoryDesk } from "./memory-desk.ts";

let desk: MemoryDesk;
beforeEach(async () => {
  desk = await memoryDesk();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  desk.core.remove();
});

const SOON_MS = 20_000;

const runs = () => {
  const row = desk.core.book.read.reading("SELECT count(*) AS n FROM agent_run").get();
  return (row as { n: number }).n;
};

/** Lets a look that has begun come to its end: it works by turns of the event loop. */
async function settle(): Promise<void> {
  for (let i = 0; i < 50; i++) await new Promise(setImmediate);
  await desk.core.book.idle();
}

async function bringLine(command: string, on: string): Promise<void> {
  const { book, act } = desk.core;
  await book.transact({ ...act, command }, (tx) => {
    tx.writing(
      "INSERT INTO bank_line (bank_account_id, booked_on, amount_minor, currency, label, " +
        "fingerprint, import_run_id) VALUES (1, ?, -100, 'EUR', 'CB', ?, 1)",
    ).run(on, on);
    return { result: null, audit: { subject: "test" } };
  });
}

test("the agent runs after the opening and after bank lines have come, and not for other commands", async () => {
  const context = {
    session: { writable: desk.core.book, person: "essai" },
    now: () => desk.nowMs,
  } as OfficeContext;
  const daily = new DailyWork();
  daily.start(context);
  vi.advanceTimersByTime(SOON_MS - 1);
  await settle();
  expect(runs()).toBe(0);
  vi.advanceTimersByTime(1);
  await settle();
  expect(runs()).toBe(1);
  await bringLine("test", "2026-06-15");
  vi.advanceTimersByTime(SOON_MS);
  await settle();
  expect(runs()).toBe(1);
  await bringLine("banking.importStatement", "2026-06-16");
  vi.advanceTimersByTime(SOON_MS);
  await settle();
  expect(runs()).toBe(2);
  daily.stop();
  await bringLine("banking.syncFeed", "2026-06-17");
  vi.advanceTimersByTime(SOON_MS);
  await settle();
  expect(runs()).toBe(2);
});
