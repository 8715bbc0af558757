import { expect, test } from "vitest";
import { matchLines } from "#main/reconciliation/matching/match-lines.ts";
import type { MatchDecision } from "#main/reconciliation/matching/model.ts";
import { benchMatching } from "../matching.ts";
import { generateLabelled } from "./generate.ts";

test("labelled companies meet the targets of precision, recall and order", () => {
  const results = benchMatching({ sizes: [1000, 4000], seed: 11, print: false });
  expect(results.map((r) => r.size)).toEqual([1000, 4000]);
  for (const result of results) {
    expect(result.lines).toBeGreaterThan(result.size * 0.8);
    expect(result.automaticPrecision).toBeGreaterThanOrEqual(0.995);
    expect(result.automaticRecall).toBeGreaterThanOrEqual(0.9);
    expect(result.truthInThree).toBeGreaterThanOrEqual(0.98);
  }
});

test("the generator is seeded: the same seed gives the same company, another seed another", () => {
  const one = generateLabelled({ size: 300, seed: 5 });
  expect(generateLabelled({ size: 300, seed: 5 })).toEqual(one);
  expect(generateLabelled({ size: 300, seed: 6 }).input.lines).not.toEqual(one.input.lines);
});

test("a whole company in reverse order gives the same decisions", () => {
  const { input } = generateLabelled({ size: 600, seed: 7 });
  const lines = [...input.lines].reverse();
  const items = [...input.items].reverse();
  expect(byId(matchLines({ ...input, lines, items }))).toEqual(byId(matchLines(input)));
});

function byId(decisions: readonly MatchDecision[]): MatchDecision[] {
  return [...decisions].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
}
