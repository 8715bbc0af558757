import { afterEach, describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { encodePng } from "#main/purchases/reading/encode-png.ts";
import { ReadingPool } from "#main/purchases/reading/reading-pool.ts";
import { billOf, OWN, SUPPLIERS } from "./bill-truth.ts";
import { drawBill } from "./draw-bill.ts";
import { pixelsOf } from "./scan-bill.ts";

const bill = (serial: string) =>
  billOf({
    supplier: SUPPLIERS[0]!,
    number: serial,
    issuedOn: "2026-03-02",
    dueOn: "2026-04-01",
    creditNote: false,
    items: [{ words: "Ramettes", quantity: 4, unitMinor: 3_125, rateBps: 2000 }],
  });

const pools: ReadingPool[] = [];
function newPool(idleMs = 30_000): ReadingPool {
  const pool = new ReadingPool({ idleMs });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

const until = async (test: () => boolean) => {
  for (let i = 0; i < 200 && !test(); i++) await new Promise((r) => setTimeout(r, 25));
};

describe("ReadingPool", () => {
  it("reads several documents in one thread, each with its own answer", async () => {
    const pool = newPool();
    expect(pool.isRunning).toBe(false);
    const serials = ["FA-0001", "FA-0002", "FA-0003"];
    const results = await Promise.all(
      serials.map(async (serial) => {
        const bytes = await drawBill(bill(serial), "classic");
        return pool.read({ name: `${serial}.pdf`, bytes }, OWN);
      }),
    );
    const numbers = results.map((r) => (isRefusal(r) ? r.code : r.reading.number.value));
    expect(numbers).toEqual(serials);
    expect(pool.isRunning).toBe(true);
  });

  it("gives refusals back as refusals, and keeps working", async () => {
    const pool = newPool();
    const refused = await pool.read({ name: "x.pdf", bytes: Buffer.from("nothing") });
    expect(isRefusal(refused)).toBe(true);
    expect(refused).toMatchObject({ code: "documents.unknown-kind", facts: { file: "x.pdf" } });
    const read = await pool.read({ name: "a.pdf", bytes: await drawBill(bill("F9"), "boxes") });
    expect(isRefusal(read)).toBe(false);
  });

  it("cancels a recognition under way at once, then reads the next document", async () => {
    const pool = newPool();
    const bytes = encodePng(await pixelsOf(await drawBill(bill("FA-0009"), "classic"), 200));
    const stop = new AbortController();
    const started = performance.now();
    const slow = pool.read(
      { name: "scan.png", bytes },
      { ...OWN, signal: stop.signal, onProgress: (p) => p.step === "recognition" && stop.abort() },
    );
    const next = pool.read({ name: "b.pdf", bytes: await drawBill(bill("FA-0010"), "classic") });
    expect(await slow).toMatchObject({ code: "documents.cancelled" });
    const read = await next;
    expect(isRefusal(read) ? read.code : read.reading.number.value).toBe("FA-0010");
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("cancels a document that still waits without touching the one under way", async () => {
    const pool = newPool();
    const first = pool.read({ name: "a.pdf", bytes: await drawBill(bill("FA-1"), "classic") });
    const stop = new AbortController();
    const bytes = await drawBill(bill("FA-2"), "classic");
    const second = pool.read({ name: "b.pdf", bytes }, { signal: stop.signal });
    stop.abort();
    expect(await second).toMatchObject({ code: "documents.cancelled", facts: { file: "b.pdf" } });
    expect(isRefusal(await first)).toBe(false);
  });

  it("ends its thread when idle and starts again when needed", async () => {
    const pool = newPool(30);
    const bytes = await drawBill(bill("FA-7"), "classic");
    await pool.read({ name: "a.pdf", bytes });
    await until(() => !pool.isRunning);
    expect(pool.isRunning).toBe(false);
    expect(isRefusal(await pool.read({ name: "a.pdf", bytes }))).toBe(false);
  });

  it("answers cancelled to everything when it is closed", async () => {
    const pool = newPool();
    const bytes = await drawBill(bill("FA-8"), "classic");
    const readings = [pool.read({ name: "a.pdf", bytes }), pool.read({ name: "b.pdf", bytes })];
    await pool.close();
    expect((await Promise.all(readings)).map((r) => isRefusal(r) && r.code)).toEqual([
      "documents.cancelled",
      "documents.cancelled",
    ]);
    expect(pool.isRunning).toBe(false);
  });
});
