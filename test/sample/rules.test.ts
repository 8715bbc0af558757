import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { StatementLine } from "#main/banking/statement/parsed-statement.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { readBytes, readText, truth } from "./read-sample.ts";

type Rule = { nom: string; libellé: string[]; sens?: "débit" | "crédit"; compte: string };

const rules: Rule[] = parse(readText("rules.yaml")).règles;

const labels = new Map<string, StatementLine>();
for (const { file } of truth.counts.statements) {
  const read = readStatements({ name: file, bytes: readBytes(file) });
  if (isRefusal(read)) throw new Error(read.code);
  for (const line of read.flatMap((statement) => statement.lines)) {
    labels.set(`${file} ${line.bankIds[0] ?? line.line}`, line);
  }
}

function ruleOf(line: StatementLine): Rule | undefined {
  const side = line.amountMinor < 0 ? "débit" : "crédit";
  return rules.find(
    (rule) =>
      (rule.sens ?? side) === side && rule.libellé.some((text) => line.label.includes(text)),
  );
}

describe("the sample's rules", () => {
  it("book every line that pays nothing to the account of the truth, and no other line", () => {
    for (const known of truth.bankLines) {
      const line = labels.get(`${known.file} ${known.line ?? known.id}`) as StatementLine;
      const isLeftToPerson = known.category === "411" || known.pays !== undefined;
      const expected = isLeftToPerson ? undefined : known.category;
      expect([line.label, ruleOf(line)?.compte]).toEqual([line.label, expected]);
    }
  });

  it("use each rule at least once", () => {
    const used = new Set([...labels.values()].map((line) => ruleOf(line)?.nom));
    expect(rules.filter((rule) => !used.has(rule.nom))).toEqual([]);
  });
});
