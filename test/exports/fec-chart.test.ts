import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { resourcePath } from "#main/base/resource-path.ts";

interface Chart {
  version: string;
  source: string;
  accounts: [string, string][];
}

describe.each(["2025", "2026"])("the chart of accounts of %s", (version) => {
  it("is sorted, without a number twice, each account below the one that it divides", async () => {
    const { accounts, ...about } = await chart(version);
    expect(about).toMatchObject({ version, source: expect.stringContaining("2014-03") });
    const numbers = accounts.map(([number]) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort());
    expect(numbers.every((n) => /^[1-8]\d{1,5}$/.test(n))).toBe(true);
    const known = new Set(numbers);
    const orphans = numbers.filter((n) => n.length > 2 && !known.has(n.slice(0, 2)));
    expect(orphans).toEqual([]);
  });

  it("names each account on one line", async () => {
    const { accounts } = await chart(version);
    const odd = accounts.filter(
      ([, name]) => !/^\p{Lu}/u.test(name) || /\s{2}|[*_]|\s$/.test(name),
    );
    expect(odd).toEqual([]);
  });

  it("follows the regulation that abolished transfers of charges and moved disposals", async () => {
    const names = new Map((await chart(version)).accounts);
    expect(names.get("101")).toBe("Capital");
    expect(names.get("44566")).toBe("TVA sur autres biens et services");
    expect(names.get("44571")).toBe("TVA collectée");
    expect(names.get("657")).toContain("cédé");
    expect(["675", "775", "79", "791"].filter((n) => names.has(n))).toEqual([]);
    expect(["80", "890", "891"].every((n) => names.has(n))).toBe(true);
  });
});

describe("the charts of 2025 and 2026", () => {
  it("differ by the funds that are not to be repaid", async () => {
    const [before, after] = await Promise.all([chart("2025"), chart("2026")]);
    const numbers = (c: Chart) => c.accounts.map(([n]) => n);
    const [old, fresh] = [numbers(before), numbers(after)];
    const added = fresh.filter((n) => !old.includes(n));
    const gone = old.filter((n) => !fresh.includes(n));
    expect(added).toEqual(["16711", "16712", "1673", "1682"]);
    expect(gone).toEqual(["16718", "16748", "1675", "16758"]);
  });
});

async function chart(version: string): Promise<Chart> {
  return JSON.parse(await readFile(resourcePath("chart", `pcg-${version}.json`), "utf8"));
}
