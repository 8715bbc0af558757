import { describe, expect, it } from "vitest";
import { readChart } from "#main/ledger/chart.ts";
import { layoutOf, Placer } from "#main/ledger/statements/layout.ts";
import { resultValues } from "#main/ledger/statements/result-sheets.ts";

const charts = ["pcg-2025", "pcg-2026"] as const;

describe("the layouts", () => {
  it.each(charts)("give each balance sheet account of %s a row on either side", (chart) => {
    const placer = new Placer(layoutOf("balance-sheet"));
    const accounts = readChart(chart).accounts.map(([number]) => number);
    const lost = accounts
      .filter((number) => /^[1-5]/.test(number) && number.length > 2)
      .filter((number) => [1, -1].some((minor) => placer.place(number, minor) === undefined));
    expect(lost).toEqual([]);
  });

  it.each(charts)(
    "give each income account of %s one row, and sums that reach the result",
    (chart) => {
      const accounts = readChart(chart)
        .accounts.map(([number]) => number)
        .filter((number) => /^[67]/.test(number));
      for (const name of ["income-2025", "income-before", "sig-2025", "sig-before"]) {
        const amounts = new Map(accounts.map((account, i) => [account, 1000 + i * 7]));
        const values = resultValues(layoutOf(name), amounts, new Map());
        const expected = [...amounts.values()].reduce((sum, minor) => sum + minor, 0);
        expect([name, values.get("result")?.grossMinor]).toEqual([name, expected]);
      }
    },
  );

  it("name in sums only rows that stand before them", () => {
    for (const name of [
      "balance-sheet",
      "income-2025",
      "income-before",
      "sig-2025",
      "sig-before",
    ]) {
      const seen = new Set<string>();
      for (const row of layoutOf(name)) {
        for (const term of row.sum) expect(seen).toContain(term.replace(/^-/, ""));
        seen.add(row.id);
      }
    }
  });
});
