import { describe, expect, it } from "vitest";
import { categoryOf } from "#main/automation/category-of.ts";
import { readRules } from "#main/automation/read-rules.ts";
import type { StatementLine } from "#main/banking/statement/parsed-statement.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { readBudget } from "#main/ledger/statements/read-budget.ts";
import { readBytes, truth } from "./read-sample.ts";

const read = readRules({ name: "rules.yaml", bytes: readBytes("rules.yaml") });
if (isRefusal(read)) throw new Error(read.code);
const { rules, issues } = read;

const labels = new Map<string, StatementLine>();
for (const { file } of truth.counts.statements) {
  const statements = readStatements({ name: file, bytes: readBytes(file) });
  if (isRefusal(statements)) throw new Error(statements.code);
  for (const line of statements.flatMap((statement) => statement.lines)) {
    labels.set(`${file} ${line.bankIds[0] ?? line.line}`, line);
  }
}

function ruleOf(line: StatementLine) {
  return categoryOf(rules.categories, line);
}

describe("rules.yaml of the sample", () => {
  it("is read without an issue", () => {
    expect(issues).toEqual([]);
    expect(rules.limits).toEqual({ approvalMinor: 500_000, floorMinor: 2_000_000 });
    expect(rules.fees.map((fee) => fee.account)).toEqual(["627"]);
  });

  it("names the categories of the budget's file, which is read without an issue", () => {
    const file = { name: "budget-2026.csv", bytes: readBytes("budget-2026.csv") };
    const found = readBudget(file, rules.budget);
    if (isRefusal(found)) throw new Error(found.code);
    expect(found.refused).toEqual([]);
    const named = found.lines.flatMap((line) => ("category" in line ? [line.category] : []));
    expect(new Set(named)).toEqual(new Set(rules.budget.map(({ name }) => name)));
  });

  it("books every line that pays nothing to the account of the truth, and no other line", () => {
    for (const known of truth.bankLines) {
      const line = labels.get(`${known.file} ${known.line ?? known.id}`) as StatementLine;
      const isLeftToPerson = known.category === "411" || known.pays !== undefined;
      const expected = isLeftToPerson ? undefined : known.category;
      expect([line.label, ruleOf(line)?.account]).toEqual([line.label, expected]);
    }
  });

  it("uses each rule at least once", () => {
    const used = new Set([...labels.values()].map((line) => ruleOf(line)?.name));
    expect(rules.categories.filter((rule) => !used.has(rule.name))).toEqual([]);
  });
});
