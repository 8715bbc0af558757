import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { openAccount } from "#main/ledger/open-account.ts";
import { vatControl } from "#main/ledger/vat/vat-control.ts";
import { vatLines } from "#main/ledger/vat/vat-lines.ts";
import { boxesOf, buy, core, declare, pay, regime, sell, sure, withVatDesk } from "./vat-desk.ts";

withVatDesk();

describe("the CA3", () => {
  it("fills its boxes from sales, self-assessed purchases, deductions and sales not taxed", async () => {
    await regime({ salesOnDebits: true, boughtOnDebits: true });
    await sell("2026-01-05", [
      ["706000", 100_049],
      ["445711", 20_010],
    ]);
    await sell("2026-01-06", [
      ["707", 20_000],
      ["706000", 10_000],
      ["445713", 1100],
      ["445712", 1000],
    ]);
    await sell("2026-01-07", [["706000", 33_300]]);
    await sell("2026-01-08", [
      ["706000", -10_000],
      ["445711", -2000],
    ]);
    await buy("2026-01-09", [
      ["6064", -50_000],
      ["445660", -10_000],
    ]);
    await buy("2026-01-10", [
      ["2183", -80_000],
      ["44562", -16_000],
    ]);
    await buy("2026-01-11", [
      ["601", -40_000],
      ["445660", -8000],
      ["445200", 8000],
    ]);
    await buy("2026-01-12", [
      ["611", -30_000],
      ["445660", -6000],
      ["445200", 6000],
    ]);
    await buy("2026-01-13", [
      ["611", -10_000],
      ["445660", -2000],
      ["445717", 2000],
    ]);
    const { found, box } = boxesOf();
    expect(found).toMatchObject({ form: "ca3", startsOn: "2026-01-01", endsOn: "2026-01-31" });
    expect(box("A1")).toEqual([1200]);
    expect([box("A2"), box("A3"), box("B2"), box("E2")]).toEqual([[100], [300], [400], [333]]);
    expect([box("08"), box("09"), box("9B")]).toEqual([
      [1700, 340],
      [200, 11],
      [100, 10],
    ]);
    expect([box("16"), box("17"), box("19"), box("20"), box("23")]).toEqual([
      ...[[361], [80], [160], [260], [420]],
    ]);
    expect([box("25"), box("27"), box("28"), box("32")]).toEqual([[59], [59], [0], [0]]);
    const lines = vatLines(core.book.read, { box: "08", onlyLate: false, limit: 100 });
    expect(!isRefusal(lines) && lines.rows.map((l) => l.vatMinor)).toEqual([
      ...[20_010, -2000, 8000, 6000, 2000],
    ]);
  });

  it("gives imports boxes of their own, self-assessed on an account that says so", async () => {
    await regime({ salesOnDebits: true, boughtOnDebits: true });
    const account = { number: "445718", label: "TVA collectée sur importations 20 %" };
    await sure((tx) => openAccount(tx, account));
    await buy("2026-01-11", [
      ["607", -40_000],
      ["445660", -8000],
      ["445718", 8000],
    ]);
    const { box } = boxesOf();
    expect([box("A4"), box("I1"), box("08"), box("16"), box("20")]).toEqual([
      ...[[400], [400, 80], [0, 0], [80], [80]],
    ]);
  });

  it("shows no negative box: credit notes alone are regularisations", async () => {
    await regime({ salesOnDebits: true, boughtOnDebits: true });
    await sell("2026-01-08", [
      ["706000", -10_000],
      ["445711", -2000],
    ]);
    await buy("2026-01-09", [
      ["6064", 5000],
      ["445660", 1000],
    ]);
    const { box } = boxesOf();
    expect([box("A1"), box("B5"), box("08"), box("15"), box("16")]).toEqual([
      ...[[0], [100], [0, 0], [10], [10]],
    ]);
    expect([box("20"), box("21"), box("25")]).toEqual([[0], [20], [10]]);
  });

  it("waits for the payment of services, in its proportion, and takes the rest later", async () => {
    await regime();
    const entryId = await sell("2026-01-05", [
      ["706000", 100_000],
      ["445711", 20_000],
    ]);
    await sell("2026-01-06", [
      ["707", 10_000],
      ["445711", 2000],
    ]);
    expect(boxesOf().box("08")).toEqual([100, 20]);
    await pay(entryId, "2026-01-20", 30_000);
    expect(boxesOf().box("08")).toEqual([350, 70]);
    expect(isRefusal(await declare("2026-01-31"))).toBe(false);
    expect(boxesOf().box("08")).toEqual([0, 0]);
    await pay(entryId, "2026-02-10", 90_000);
    expect(boxesOf().box("08")).toEqual([750, 150]);
    const lines = vatLines(core.book.read, { box: "08", onlyLate: false, limit: 10 });
    expect(!isRefusal(lines) && lines.rows).toMatchObject([
      { dueOn: "2026-02-10", vatMinor: 15_000, isWhole: true, isLate: false },
    ]);
  });
});

describe("the control", () => {
  it("names the entries whose VAT is not their base at the rate", async () => {
    await sell("2026-01-05", [
      ["706000", 100_000],
      ["445711", 20_000],
    ]);
    await sell("2026-01-06", [
      ["706000", 100_000],
      ["445711", 10_500],
    ]);
    await sell("2026-01-07", [["706000", 5000]]);
    const { rows, untaxed } = vatControl(core.book.read, {
      fromOn: "2026-01-01",
      toOn: "2026-12-31",
    });
    expect(rows).toMatchObject([{ rateBps: 2000, bookedMinor: 30_500 }]);
    expect(untaxed.map((one) => [one.account, one.baseMinor])).toEqual([["706000", 52_500]]);
  });
});
