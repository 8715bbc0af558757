import { expect, test } from "vitest";
import type { StressFinding } from "#contract/treasury-stress.ts";
import {
  chanceWords,
  fanDays,
  fanTable,
  giveWords,
  lowestBins,
  lowestTable,
} from "#renderer/treasury/read-stress.ts";
import { stressWords } from "#renderer/words/stress.ts";
import { pickWords } from "#renderer/words/words.ts";

const [fr, en] = [pickWords(stressWords, "fr"), pickWords(stressWords, "en")];
const figure = {
  value: 0,
  unit: "minor" as const,
  reliability: { grade: "A" as const, observations: 1, periodDays: 1 },
  refs: [],
};
const finding: StressFinding = {
  scenario: "base",
  days: [{ on: "2026-01-01", minor: [1, 2, 3, 4, 5] }],
  risks: [],
  lowest: {
    minor: [1, 2, 3, 4, 5],
    on: ["2026-01-01", "2026-01-01", "2026-01-01"],
    steps: [
      { fromMinor: 0, untilMinor: 10, share: 0.25 },
      { fromMinor: 10, untilMinor: 20, share: 0.75 },
    ],
    weeks: [],
  },
  worst: figure,
  buffer: figure,
  drivers: [],
};

test("a chance keeps its digits, and is never told as sure", () => {
  const told = (share: number) => chanceWords({ share, standardError: 0.0001 }, fr, "fr");
  expect(told(0.19)).toMatch(/^19\s%$/);
  expect(told(0.003)).toMatch(/^0,3\s%$/);
  expect(told(1)).toMatch(/^plus de 99,9\s%$/);
  expect(told(0)).toMatch(/^moins de 0,1\s%$/);
  expect(chanceWords({ share: 1, standardError: 0.0001 }, en, "en")).toBe("over 99.9%");
});

test("a standard error is told in points with one digit, where a share is", () => {
  expect(giveWords({ share: 0.19, standardError: 0.004 }, fr, "fr")).toMatch(/^±\s0,4 pt$/);
  expect(giveWords({ share: 0.003, standardError: 0.0006 }, en, "en")).toMatch(/^±\s0\.06 pt$/);
  expect(giveWords({ share: 1, standardError: 0.0001 }, fr, "fr")).toBe("");
});

test("days become a fan, lowest points become counts, and both become tables", () => {
  expect(fanDays(finding)).toEqual([
    { on: "2026-01-01", p5Minor: 1, p25Minor: 2, medianMinor: 3, p75Minor: 4, p95Minor: 5 },
  ]);
  expect(lowestBins(finding, 10_000).map((bin) => bin.count)).toEqual([2_500, 7_500]);
  expect(fanTable(finding, fr).rows).toEqual([["2026-01-01", 1, 2, 3, 4, 5]]);
  expect(lowestTable(finding, fr).rows).toEqual([
    [0, 10, 2_500],
    [10, 20, 7_500],
  ]);
});
