import { describe, expect, it } from "vitest";
import { itemTotals, type TruthLine, truth } from "./read-sample.ts";

const invoices = itemTotals("invoices");
const bills = itemTotals("bills");
const planted = (fact: string) => truth.bankLines.filter((line) => line.planted === fact);
const sumOf = (line: TruthLine) => (line.pays ?? []).reduce((all, p) => all + p.amountMinor, 0);
const isCustomer = (line: TruthLine) =>
  line.kind.startsWith("customer-") || line.kind === "card-settlement";

describe("what the sample's bank lines pay", () => {
  it("pays only items that exist, of the party that it names", () => {
    for (const line of truth.bankLines) {
      const items = isCustomer(line) ? invoices : bills;
      for (const pay of line.pays ?? []) {
        expect([line.id, items.has(`${pay.party} ${pay.reference}`)]).toEqual([line.id, true]);
        expect(pay.amountMinor).not.toBe(0);
      }
    }
  });

  it("explains every cent of every line that pays", () => {
    for (const line of truth.bankLines.filter((l) => l.pays !== undefined)) {
      const settled = sumOf(line);
      const amount = isCustomer(line)
        ? settled - (line.feeMinor ?? 0) + (line.gapMinor ?? 0)
        : -settled;
      expect([line.id, amount]).toEqual([line.id, line.amountMinor]);
    }
  });

  it("gives an account to every line that pays nothing", () => {
    for (const line of truth.bankLines.filter((l) => l.pays === undefined)) {
      expect([line.id, /^[1-7]\d+$/.test(line.category ?? "")]).toEqual([line.id, true]);
    }
  });

  it("pays no item beyond its amount, the duplicate bill apart", () => {
    const left = new Map([...invoices, ...bills]);
    for (const pay of truth.bankLines.flatMap((line) => line.pays ?? [])) {
      const key = `${pay.party} ${pay.reference}`;
      left.set(key, (left.get(key) ?? 0) - pay.amountMinor);
    }
    for (const [key, rest] of left) {
      const isCredit = key.includes(" AV");
      expect([key, isCredit ? rest <= 0 : rest >= 0]).toEqual([key, true]);
    }
  });

  it("settles card receipts net of a fee", () => {
    const settlements = truth.bankLines.filter((line) => line.kind === "card-settlement");
    expect(settlements.length).toBeGreaterThan(200);
    expect(settlements.some((line) => (line.pays?.length ?? 0) >= 3)).toBe(true);
    for (const line of settlements) {
      expect(line.feeMinor).toBeGreaterThan(0);
      expect(line.feeMinor ?? 0).toBeLessThan(sumOf(line) / 40 + 100);
    }
  });

  it("moves money between own accounts in pairs", () => {
    const moves = truth.bankLines.filter((line) => line.kind === "internal-transfer");
    expect(moves.reduce((all, line) => all + line.amountMinor, 0)).toBe(0);
    const days = Map.groupBy(moves, (line) => line.bookedOn);
    for (const lines of days.values()) {
      expect(lines.reduce((all, line) => all + line.amountMinor, 0)).toBe(0);
    }
  });

  it("has the planted facts", () => {
    expect(planted("one-cent-gap").map((line) => line.gapMinor)).toEqual([-1]);
    expect(planted("credit-note-netted").length).toBeGreaterThan(5);
    expect(planted("credit-note-refunded").length).toBeGreaterThan(0);
    expect(planted("partial").length).toBeGreaterThan(20);
    expect(planted("grouped").some((line) => (line.pays?.length ?? 0) >= 3)).toBe(true);
    expect(planted("paid-twice-refund")).toHaveLength(3);
    expect(planted("twin-transfer").length).toBeGreaterThanOrEqual(4);
    const rejected = planted("rejected-direct-debit");
    expect(rejected.map((line) => line.kind)).toEqual([
      "supplier-payment",
      "direct-debit-return",
      "bank-fee",
      "supplier-payment",
    ]);
  });

  it("leaves three to five receipts of a hundred ambiguous, each with its reason", () => {
    const { customerReceipts, ambiguousReceipts } = truth.counts;
    const percent = (ambiguousReceipts / customerReceipts) * 100;
    expect(percent).toBeGreaterThan(3);
    expect(percent).toBeLessThan(5);
    const marked = truth.bankLines.filter((line) => line.ambiguous && isCustomer(line));
    expect(marked).toHaveLength(ambiguousReceipts);
    expect(marked.every((line) => (line.reason ?? "") !== "")).toBe(true);
  });

  it("pays the VAT that its returns declare", () => {
    const due = truth.vat.filter((m) => m.dueMinor > 0 && m.payOn <= "2026-12-31");
    const paid = truth.bankLines.filter((line) => line.kind === "vat").map((l) => -l.amountMinor);
    expect(paid).toEqual(due.map((month) => month.dueMinor));
  });

  it("runs out of cash within 90 days of the end, with and without new business", () => {
    const { forecast, bankLines } = truth;
    expect(forecast.openingMinor).toBe(bankLines.reduce((all, line) => all + line.amountMinor, 0));
    expect(forecast.knownOnly.lowestMinor).toBeLessThan(0);
    expect(forecast.withRunRate.lowestMinor).toBeLessThan(0);
    const day = forecast.withRunRate.firstNegativeOn ?? "never";
    expect(day > "2026-12-31" && day <= "2027-03-31").toBe(true);
  });
});
