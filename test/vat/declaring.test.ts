import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { undoLastReturn } from "#main/ledger/vat/declare.ts";
import { vatLines } from "#main/ledger/vat/vat-lines.ts";
import { getReturn } from "#main/ledger/vat/vat-return.ts";
import {
  balance,
  boxesOf,
  buy,
  core,
  declare,
  openDesk,
  post,
  regime,
  sell,
  sure,
  withVatDesk,
} from "./vat-desk.ts";

withVatDesk();

describe("declaring", () => {
  it("settles to whole euros, freezes the period, and lists what comes late in the next", async () => {
    await regime({ salesOnDebits: true, boughtOnDebits: true });
    await sell("2026-01-05", [
      ["706000", 100_049],
      ["445711", 20_010],
    ]);
    await buy("2026-01-09", [
      ["6064", -25_200],
      ["445660", -5040],
    ]);
    const stale = await declare("2026-01-31", { expectedMinor: 1 });
    expect(isRefusal(stale) && stale.code).toBe("vat.changed-since");
    const done = await declare("2026-01-31", { expectedMinor: 15_000 });
    if (isRefusal(done)) throw new Error(done.code);
    const lines = core.book.read
      .reading(
        "SELECT account, credit_minor - debit_minor AS minor FROM line WHERE entry_id = ? ORDER BY id",
      )
      .raw()
      .all(done.entryId);
    expect(lines).toEqual([
      ...[
        ["445660", 5040],
        ["445711", -20_010],
        ["44551", 15_000],
        ["658", -30],
      ],
    ]);
    const frozen = await core.post({
      ...{ journal: "VE", datedOn: "2026-01-20", pieceRef: "L", label: "Tardive" },
      lines: [
        { account: "411000", partyId: core.customerId, debitMinor: 120, creditMinor: 0 },
        { account: "706000", debitMinor: 0, creditMinor: 100 },
        { account: "445711", debitMinor: 0, creditMinor: 20 },
      ],
    });
    expect(isRefusal(frozen) && frozen.code).toBe("ledger.locked-period");
    await sure((tx) => {
      tx.writing("UPDATE period SET state = 'open'").run();
      return null;
    });
    await expect(
      sell("2026-01-21", [
        ["706000", 100],
        ["445711", 20],
      ]),
    ).rejects.toThrow("vat.declared-period");
    await post("OD", "2026-01-31", [
      ["68112", -500],
      ["2818", 500],
    ]);
    const again = boxesOf({ endsOn: "2026-01-31" });
    expect(again.box("28")).toEqual([150]);
    expect(again.found.declared).toMatchObject({ entryId: done.entryId });
    await sell("2026-02-02", [
      ["706000", 1000],
      ["445711", 200],
    ]);
    expect(boxesOf().box("08")).toEqual([10, 2]);
    const late = { ...core.act, isLate: true };
    await core.book.transact(late, (tx) => {
      const draft = {
        ...{ journal: "VE", datedOn: "2026-01-20", pieceRef: "L", label: "Tardive" },
        lines: [
          { account: "411000", partyId: core.customerId, debitMinor: 12_000, creditMinor: 0 },
          { account: "706000", debitMinor: 0, creditMinor: 10_000 },
          { account: "445711", debitMinor: 0, creditMinor: 2000 },
        ],
      };
      const result = postEntry(tx, late, { draft });
      return isRefusal(result) ? result : { result, audit: { subject: "late" } };
    });
    expect(boxesOf().found.lateLines).toBe(1);
    expect(boxesOf().box("08")).toEqual([110, 22]);
    const listed = vatLines(core.book.read, { onlyLate: true, limit: 10 });
    expect(!isRefusal(listed) && listed.rows).toMatchObject([
      { dueOn: "2026-01-20", datedOn: "2026-02-01", vatMinor: 2000, isLate: true },
    ]);
  });

  it("carries a credit forward, refunds part of it, and is undone", async () => {
    await regime({ salesOnDebits: true, boughtOnDebits: true });
    await buy("2026-01-09", [
      ["6064", -100_000],
      ["445660", -20_000],
    ]);
    const tooMuch = await declare("2026-01-31", { refundMinor: 30_000 });
    expect(isRefusal(tooMuch) && tooMuch.code).toBe("vat.refund-too-large");
    await declare("2026-01-31", { refundMinor: 5000 });
    expect(balance("44567")).toBe(15_000);
    expect(balance("44583")).toBe(5000);
    await sell("2026-02-05", [
      ["706000", 100_000],
      ["445711", 20_000],
    ]);
    const february = boxesOf();
    expect([february.box("22"), february.box("32")]).toEqual([[150], [50]]);
    await declare("2026-02-28");
    expect([balance("44567"), balance("44551")]).toEqual([0, -5000]);
    expect(await sure((tx) => undoLastReturn(tx, core.act))).toEqual({ endsOn: "2026-02-28" });
    expect([balance("44567"), balance("44551")]).toEqual([15_000, 0]);
    expect(boxesOf().box("32")).toEqual([50]);
  });

  it("goes by regime: quarters, a year with instalments, a coefficient; in order, when over", async () => {
    expect(isRefusal(getReturn(core.book.read, { refundMinor: 0 }))).toBe(true);
    await regime({ regime: "ca3-quarter", coefficientBps: 5000, boughtOnDebits: true });
    await buy("2026-02-09", [
      ["6064", -100_000],
      ["445660", -20_001],
    ]);
    expect(boxesOf().found.endsOn).toBe("2026-03-31");
    expect(boxesOf().box("20")).toEqual([100]);
    const early = await declare("2026-06-30");
    expect(isRefusal(early) && early.code).toBe("vat.not-next");
    await declare("2026-03-31");
    expect([balance("6352"), balance("44567"), balance("445660")]).toEqual([10_000, 10_000, 0]);
    const running = await declare("2026-06-30");
    expect(isRefusal(running) && running.code).toBe("vat.not-over");
  });

  it("fills a CA12 over the fiscal year, less the instalments paid", async () => {
    await regime({ regime: "ca12", fromOn: "2025-01-01", salesOnDebits: true });
    await sell("2025-03-05", [
      ["706000", 200_000],
      ["445711", 40_000],
    ]);
    await post("OD", "2025-07-20", [
      ["44581", -15_000],
      ["512001", 15_000],
    ]);
    const { found, box } = boxesOf();
    expect(found).toMatchObject({ form: "ca12", endsOn: "2025-12-31" });
    expect([box("5A"), box("30"), box("33")]).toEqual([[2000, 400], [150], [250]]);
    await declare("2025-12-31");
    expect([balance("44581", 2025), balance("44551", 2025)]).toEqual([0, -25_000]);
  });
});

describe("any book", () => {
  it("has each cent of VAT in exactly one return, and clears its accounts", async () => {
    const operation = fc.record({
      month: fc.integer({ min: 1, max: 5 }),
      day: fc.integer({ min: 1, max: 28 }),
      isSale: fc.boolean(),
      netMinor: fc.integer({ min: 1, max: 5_000_000 }),
      rate: fc.constantFrom<readonly [number, string]>(
        [2000, "445711"],
        [1000, "445712"],
        [550, "445713"],
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 15 }), async (operations) => {
        core.remove();
        await openDesk();
        await regime({ salesOnDebits: true, boughtOnDebits: true });
        let owedMinor = 0;
        for (const { month, day, isSale, netMinor, rate } of operations) {
          const on = `2026-0${month}-${String(day).padStart(2, "0")}`;
          const vatMinor = Math.round((netMinor * rate[0]) / 10_000);
          if (vatMinor === 0) continue;
          owedMinor += isSale ? vatMinor : -vatMinor;
          if (isSale)
            await sell(on, [
              ["706000", netMinor],
              [rate[1], vatMinor],
            ]);
          else
            await buy(on, [
              ["6064", -netMinor],
              ["445660", -vatMinor],
            ]);
        }
        for (const endsOn of ["01-31", "02-28", "03-31", "04-30", "05-31"]) {
          const done = await declare(`2026-${endsOn}`);
          if (isRefusal(done)) throw new Error(done.code);
        }
        for (const account of ["445711", "445712", "445713", "445660"]) {
          expect(balance(account)).toBe(0);
        }
        const settled = balance("44551") + balance("44567") + balance("658") + balance("758");
        expect(settled + owedMinor).toBe(0);
        expect(Math.abs(balance("658") + balance("758"))).toBeLessThanOrEqual(5 * 5 * 50);
      }),
      { numRuns: 15 },
    );
  });
});
