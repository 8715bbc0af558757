import { describe, expect, it } from "vitest";
import { isDate } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import { cents, itemTotals, readBytes, readRecords, truth } from "./read-sample.ts";

const invoiceRows = ["2025", "2026"].flatMap((year) => readRecords(`invoices-${year}.csv`));
const billRows = ["2025", "2026"].flatMap((year) => readRecords(`bills-${year}.csv`));
const iso = (text = "") => text.split("/").reverse().join("-");

describe("invoices and bills of the sample", () => {
  it("has about the size that was asked", () => {
    expect(truth.counts.invoices).toBeGreaterThan(1_600);
    expect(truth.counts.bills).toBeGreaterThan(850);
    expect(truth.counts.bankLines).toBeGreaterThan(3_800);
    expect(new Set(invoiceRows.map((r) => r["Code client"])).size).toBe(60);
    expect(new Set(billRows.map((r) => r["Code fournisseur"])).size).toBeGreaterThan(42);
  });

  it("adds up each row: net and VAT make gross, VAT is the rate of the net", () => {
    for (const row of [...invoiceRows, ...billRows]) {
      const [net, vat, gross] = [cents(row.HT), cents(row.TVA), cents(row.TTC)];
      const rateBps = Math.round(Number(row["Taux TVA"]?.replace(",", ".")) * 100);
      const expected = row["Régime TVA"] === "France" ? applyRateBps(net, rateBps) : 0;
      expect([row.Libellé, net + vat, vat]).toEqual([row.Libellé, gross, expected]);
      expect(gross < 0).toBe(row.Type === "Avoir");
      expect(isDate(iso(row.Date)) && iso(row.Date) <= iso(row.Échéance)).toBe(true);
    }
  });

  it("matches the totals of the truth per file", () => {
    for (const { file, rows, netMinor, grossMinor } of truth.counts.items) {
      const records = readRecords(file);
      const sum = (key: string) => records.reduce((all, row) => all + cents(row[key]), 0);
      expect([file, records.length, sum("HT"), sum("TTC")]).toEqual([
        file,
        rows,
        netMinor,
        grossMinor,
      ]);
    }
  });

  it("numbers invoices and credit notes in one sequence a year, in the order of dates", () => {
    for (const year of ["2025", "2026"]) {
      for (const prefix of ["FA", "AV"]) {
        const rows = readRecords(`invoices-${year}.csv`).filter((r) =>
          r.Numéro?.startsWith(prefix),
        );
        const numbers = [...new Set(rows.map((r) => r.Numéro))];
        const wanted = numbers.map((_, i) => `${prefix}-${year}-${String(i + 1).padStart(4, "0")}`);
        expect(numbers).toEqual(wanted);
        const dates = rows.map((r) => iso(r.Date));
        expect(dates).toEqual(dates.toSorted());
      }
    }
  });

  it("covers the four French rates, several on one invoice, and every regime", () => {
    const rates = new Set(invoiceRows.map((row) => row["Taux TVA"]));
    expect(["20", "10", "5,5", "2,1", "0"].every((rate) => rates.has(rate))).toBe(true);
    const perInvoice = Map.groupBy(invoiceRows, (row) => row.Numéro);
    expect([...perInvoice.values()].some((rows) => rows.length === 3)).toBe(true);
    const regimes = (rows: typeof invoiceRows) => new Set(rows.map((row) => row["Régime TVA"]));
    const onBills = new Set(["Autoliquidation", "Exonéré", "France", "Intracommunautaire"]);
    expect(regimes(invoiceRows)).toEqual(new Set([...onBills, "Export"]));
    expect(regimes(billRows)).toEqual(onBills);
  });

  it("is written in two encodings", () => {
    const utf8 = new TextDecoder("utf-8", { fatal: true });
    expect(() => utf8.decode(readBytes("bills-2025.csv"))).toThrow();
    expect(() => utf8.decode(readBytes("bills-2026.csv"))).not.toThrow();
    expect([...readBytes("invoices-2025.csv").subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("has one bill typed twice: same supplier, number and amount", () => {
    const counts = Map.groupBy(
      billRows,
      (r) => `${r["Code fournisseur"]} ${r.Référence} ${r["Taux TVA"]} ${r.TTC}`,
    );
    const twice = [...counts].filter(([, rows]) => rows.length > 1);
    expect(twice).toHaveLength(1);
    const fact = truth.planted.find((f) => f.fact === "duplicate-bill");
    expect(twice[0]?.[0].startsWith(`${fact?.party} ${fact?.reference} `)).toBe(true);
    expect(fact?.bankLines).toHaveLength(2);
  });

  it("owes at the end what was issued less what was paid", () => {
    const paid = new Map<string, number>();
    for (const pay of truth.bankLines.flatMap((line) => line.pays ?? [])) {
      const key = `${pay.party} ${pay.reference}`;
      paid.set(key, (paid.get(key) ?? 0) + pay.amountMinor);
    }
    const open = new Map(truth.openItems.map((i) => [`${i.party} ${i.reference}`, i.openMinor]));
    const odd: string[] = [];
    for (const [key, gross] of itemTotals("invoices")) {
      const rest = gross - (paid.get(key) ?? 0);
      if (rest !== (open.get(key) ?? 0)) odd.push(key);
    }
    // What is left closed without a payment: invoices cancelled by a credit note of their size.
    const cancelled = odd.filter((key) => key.includes(" FA-"));
    expect(odd).toHaveLength(cancelled.length * 2);
    expect(cancelled.length).toBeGreaterThan(0);
  });

  it("has unpaid invoices of all ages", () => {
    const late = truth.openItems.filter((i) => i.side === "customer" && i.openMinor > 0);
    for (const [from, to] of [
      [1, 15],
      [16, 30],
      [31, 60],
      [61, 9_999],
    ] as const) {
      expect(late.some((i) => i.lateDays >= from && i.lateDays <= to)).toBe(true);
    }
  });
});
