import { beforeAll, describe, expect, it } from "vitest";
import type { ParsedStatement } from "#main/banking/statement/parsed-statement.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { readBytes, readText, truth } from "./read-sample.ts";

const FILES = [
  "bank-main-2025.camt.xml",
  "bank-main-2026.camt.xml",
  "bank-cards.ofx",
  "bank-savings.csv",
];

const statements = new Map<string, ParsedStatement[]>();

beforeAll(() => {
  for (const name of FILES) {
    const read = readStatements({ name, bytes: readBytes(name) });
    if (isRefusal(read)) throw new Error(`${name}: ${read.code}`);
    statements.set(name, read);
  }
});

const ofFile = (name: string) => statements.get(name) ?? [];
const linesOf = (name: string) => ofFile(name).flatMap((statement) => statement.lines);
const sum = (lines: readonly { amountMinor: number }[]) =>
  lines.reduce((all, line) => all + line.amountMinor, 0);

describe("the sample's bank files, read by the office's own readers", () => {
  it("refuses no row and finds as many lines as the truth", () => {
    for (const { file, lines, netMinor } of truth.counts.statements) {
      expect(ofFile(file).flatMap((s) => s.refused)).toEqual([]);
      expect([file, linesOf(file).length, sum(linesOf(file))]).toEqual([file, lines, netMinor]);
    }
    expect(FILES.flatMap(linesOf)).toHaveLength(truth.bankLines.length);
  });

  it("has a statement a month whose balances follow each other to the cent", () => {
    const months = [...ofFile(FILES[0] ?? ""), ...ofFile(FILES[1] ?? "")];
    expect(months).toHaveLength(24);
    let balance = 0;
    for (const month of months) {
      expect(month.openingMinor).toBe(balance);
      expect(month.balanceGapMinor).toBe(0);
      balance = month.closingMinor ?? Number.NaN;
    }
    expect(balance).toBe(truth.counts.accounts.find((a) => a.account === "main")?.closingMinor);
  });

  it("ends the card account on the balance that its file gives", () => {
    const [cards] = ofFile("bank-cards.ofx");
    expect(cards?.closingMinor).toBe(sum(cards?.lines ?? []));
  });

  it("ends the savings on the balance written above the lines", () => {
    const written = /Solde au 31\/12\/2026 ([\d\u00a0]+),(\d\d)/.exec(readText("bank-savings.csv"));
    const balance = Number(`${written?.[1]?.replaceAll("\u00a0", "")}${written?.[2]}`);
    expect(balance).toBe(sum(linesOf("bank-savings.csv")));
  });

  it("gives every line under the id that the truth knows it by", () => {
    for (const truthLine of truth.bankLines) {
      const inFile = byId(truthLine.file);
      const key = truthLine.line === undefined ? truthLine.id : String(truthLine.line);
      const line = inFile.get(key);
      expect([key, line?.bookedOn, line?.amountMinor]).toEqual([
        key,
        truthLine.bookedOn,
        truthLine.amountMinor,
      ]);
    }
  });

  it("has batches: one entry whose details are lines of their own", () => {
    const batches = Map.groupBy(
      truth.bankLines.filter((line) => line.entryId !== undefined),
      (line) => line.entryId,
    );
    expect(batches.size).toBeGreaterThan(40);
    expect(Math.max(...[...batches.values()].map((b) => b.length))).toBeGreaterThan(8);
  });

  it("keeps three equal tolls of one day as three lines", () => {
    const twins = truth.bankLines.filter((line) => line.planted === "twin");
    const lines = twins.map((twin) => byId(twin.file).get(twin.id));
    const faces = lines.map((line) => `${line?.bookedOn} ${line?.amountMinor} ${line?.label}`);
    expect(twins).toHaveLength(3);
    expect(new Set(faces).size).toBe(1);
    expect(new Set(twins.map((twin) => twin.id)).size).toBe(3);
  });

  it("never overdraws an account in two years", () => {
    const balances = new Map<string, number>();
    for (const line of truth.bankLines) {
      const balance = (balances.get(line.account) ?? 0) + line.amountMinor;
      balances.set(line.account, balance);
      expect([line.id, balance >= 0]).toEqual([line.id, true]);
    }
  });
});

const indexes = new Map<string, Map<string, ParsedStatement["lines"][number]>>();

/** Lines of a file by every id of the bank, or by the line of the file where there is none. */
function byId(file: string) {
  const known = indexes.get(file);
  if (known !== undefined) return known;
  const index = new Map<string, ParsedStatement["lines"][number]>();
  for (const line of linesOf(file)) {
    // The first id is the detail's own; a batch repeats the entry's id on each of its lines.
    const id = line.bankIds[0] ?? String(line.line);
    expect(index.has(id)).toBe(false);
    index.set(id, line);
  }
  indexes.set(file, index);
  return index;
}
