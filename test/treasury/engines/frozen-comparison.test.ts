import { expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { compareFrozen } from "#main/treasury/engines/frozen-comparison.ts";

const first = "2026-07-01";
/** 100 in and 40 out every day; the band is ±500 around the balance. */
const days = Array.from({ length: 30 }, (_, i) => {
  const balanceMinor = 10_000 + 60 * (i + 1);
  return {
    ...{ on: addDays(first, i), balanceMinor, receiptsMinor: 100, paymentsMinor: -40 },
    ...{ lowMinor: balanceMinor - 500, highMinor: balanceMinor + 500 },
  };
});
const lines = (received: number) =>
  days.flatMap(({ on }) => [
    { bookedOn: on, amountMinor: received },
    { bookedOn: on, amountMinor: -40 },
  ]);
const balanceOn = (received: number) => (on: string) =>
  10_000 + (received - 40) * (days.findIndex((d) => d.on === on) + 1);

test("what came as forecast has no error", () => {
  const found = compareFrozen({
    ...{ days, lines: lines(100), balanceOn: balanceOn(100), knownOn: "2026-12-31" },
  });
  expect(found.weeks).toHaveLength(4);
  expect(found.waitingDays).toBe(2);
  expect(found.wape).toEqual({ receipts: 0, payments: 0, balanceErrorMinor: 0, inBand: 1 });
});

test("errors are told over what came, and balances against their band", () => {
  const found = compareFrozen({
    ...{ days, lines: lines(50), balanceOn: balanceOn(50), knownOn: "2026-07-20" },
  });
  expect(found.weeks.map((w) => [w.fromOn, w.toOn])).toEqual([
    ["2026-07-01", "2026-07-07"],
    ["2026-07-08", "2026-07-14"],
  ]);
  expect(found.weeks[0]?.receipts).toEqual({ forecastMinor: 700, actualMinor: 350 });
  expect(found.weeks[1]?.balance).toMatchObject({ forecastMinor: 10_840, actualMinor: 10_140 });
  // 350 too many on 350 received; balances 350 then 700 away, the band is 500 wide.
  expect(found.wape).toEqual({ receipts: 1, payments: 0, balanceErrorMinor: 525, inBand: 0.5 });
});

test("nothing known yet, nothing told", () => {
  const found = compareFrozen({ days, lines: [], balanceOn: () => 0, knownOn: null });
  const none = { receipts: null, payments: null, balanceErrorMinor: null, inBand: null };
  expect(found).toEqual({ weeks: [], waitingDays: 30, wape: none });
});
