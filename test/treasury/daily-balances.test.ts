import { createPublicKey, verify } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { importStatement } from "#main/banking/import-statement.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { dailyWork } from "#main/book/daily-work.ts";
import { categoriseLine } from "#main/reconciliation/categorise-line.ts";
import { getProof, listProofs } from "#main/reconciliation/proof/kept-proof.ts";
import type { OfficeContext } from "#main/security/office-context.ts";
import type { Work } from "#main/store/book.ts";
import { dailyBalances, transit } from "#main/treasury/daily-balances.ts";
import { type CoreBook, coreBook, NOW_MS } from "../core/core-book.ts";

let core: CoreBook;
afterEach(() => core.remove());

async function works<T>(work: Work<T>): Promise<T> {
  const done = await core.book.transact(core.act, work);
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
  return done;
}

const STATEMENT =
  "Date;Date de valeur;Libellé;Montant\n" +
  "10/06/2026;12/06/2026;REMISE CHEQUES;300,00\n" +
  "10/06/2026;10/06/2026;FRAIS;-20,00\n" +
  "12/06/2026;11/06/2026;VIR INTERNE LIVRET;-500,00\n";

async function bookWithLines() {
  core = await coreBook();
  await works((tx) => {
    addBankAccount(tx, { name: "Courant", openingMinor: 100_000 });
    addBankAccount(tx, { name: "Livret", openingMinor: 50_000 });
    return { result: null, audit: { subject: "test" } };
  });
  const file = { name: "releve.csv", bytes: new TextEncoder().encode(STATEMENT) };
  await works(importStatement(core.act, file, { preview: false, bankAccountId: 1 }));
}

const asked = { limit: 500, todayOn: "2026-06-13" } as const;

test("each day closes on what the lines up to it leave, account by account and in all", async () => {
  await bookWithLines();
  const { rows, total } = dailyBalances(core.book.read, { ...asked, basis: "booking" });
  expect(total).toBe(4);
  expect(rows.map((r) => [r.on, r.balances.map((b) => b.minor), r.totalMinor, r.lines])).toEqual([
    ["2026-06-13", [78_000, 50_000], 128_000, 0],
    ["2026-06-12", [78_000, 50_000], 128_000, 1],
    ["2026-06-11", [128_000, 50_000], 178_000, 0],
    ["2026-06-10", [128_000, 50_000], 178_000, 2],
  ]);
});

test("by value date a line counts from the day that bears interest; pages join without a gap", async () => {
  await bookWithLines();
  const { rows } = dailyBalances(core.book.read, { ...asked, basis: "value" });
  expect(rows.map((r) => r.balances[0]?.minor)).toEqual([78_000, 78_000, 48_000, 98_000]);
  const first = dailyBalances(core.book.read, { ...asked, basis: "value", limit: 3 });
  const rest = dailyBalances(core.book.read, { ...asked, basis: "value", after: first.next! });
  expect([...first.rows, ...rest.rows]).toEqual(rows);
  expect(rest.next).toBeUndefined();
});

test("money that left one account is in transit until the other side comes", async () => {
  await bookWithLines();
  expect(transit(core.book.read)).toEqual([]);
  await works((tx) => {
    const done = categoriseLine(tx, core.act, { bankLineId: 3, account: "580000" });
    return isRefusal(done) ? done : { result: done, audit: { subject: "test" } };
  });
  expect(transit(core.book.read)).toMatchObject([{ datedOn: "2026-06-12", minor: 50_000 }]);
});

test("each day keeps what was known, each week a proof that anyone can check", async () => {
  await bookWithLines();
  const at = (nowMs: number) =>
    ({ session: { writable: core.book, person: "essai" }, now: () => nowMs }) as OfficeContext;
  const DAY = 86_400_000;
  const done = async (nowMs: number) => Object.values(await dailyWork(at(nowMs)));
  expect(await dailyWork(at(NOW_MS))).toEqual({
    ...{ isSnapshotTaken: true, isProofKept: true, isAgentRun: true },
  });
  expect(await done(NOW_MS + 1000)).toEqual([false, false, false]);
  expect(await done(NOW_MS + DAY)).toEqual([true, false, true]);
  expect(await done(NOW_MS + 7 * DAY)).toEqual([true, true, true]);
  expect(listProofs(core.book.read, 10).map((p) => p.differences > 0)).toEqual([true, true]);
  const kept = getProof(core.book.read, 1);
  if (isRefusal(kept)) throw new Error(kept.code);
  const signature = Buffer.from(kept.signature, "base64");
  const key = createPublicKey(kept.publicKey);
  expect(verify(null, Buffer.from(kept.report), key, signature)).toBe(true);
  expect(verify(null, Buffer.from(`${kept.report} `), key, signature)).toBe(false);
  const todayOn = "2026-06-15";
  const { rows } = dailyBalances(core.book.read, { basis: "booking", limit: 1, todayOn });
  expect(rows[0]).toMatchObject({ on: todayOn, totalMinor: 128_000, seenMinor: 128_000 });
});
