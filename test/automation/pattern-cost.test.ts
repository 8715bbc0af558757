import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalSentence } from "#contract/refusals.ts";
import { categoryOf } from "#main/automation/category-of.ts";
import { isCheap } from "#main/automation/pattern-cost.ts";
import { readRules } from "#main/automation/read-rules.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { dropped } from "../helpers/dropped.ts";

describe("what a pattern of rules.yaml may cost", () => {
  it.each([
    "(a+)+$",
    "(a*)*b",
    "(a|a)*$",
    "(.*,){11}P",
    "([a-zA-Z]+)*!",
    "(?:a?){40}a{40}",
    `${"a?".repeat(40)}${"a".repeat(40)}`,
    `${"(?:a|a)".repeat(25)}b`,
    "(?=(a+)+$)a",
    "(?<nom>a+)\\k<nom>",
    "(.)\\1",
    "a*a*a*a*b",
    "(?:x{1,30}){1,30}y",
  ])("refuses %s", (source) => {
    expect(isCheap(source)).toBe(false);
  });

  it.each([
    "^prlv .*\\bURSSAF\\b",
    "^(?:CB|CARTE) \\d{2}/\\d{2} .*RESTAURANT.*PARIS",
    "URSSAF|DGFIP|IMPOTS?|TVA|CFE",
    "[(+*][)|]+",
    "\\(a+\\)+",
    "\\p{L}{2,} \\u{41}{3}",
    "(?<mois>\\d\\d)?/2026",
    "(?!REMISE)VIR.*",
    "(?:AB)+",
  ])("accepts %s", (source) => {
    expect(isCheap(source)).toBe(true);
  });

  it("bounds the time of whatever it accepts, on labels made to last", () => {
    const part = fc.constantFrom(
      "a*",
      "a+",
      "a?",
      "(a)",
      "(?:a|b)",
      "(?:aa)*",
      "a{0,9}",
      ".*",
      "b",
    );
    const patterns = fc.array(part, { maxLength: 12 }).map((parts) => `${parts.join("")}!`);
    const label = "a".repeat(4_000);
    fc.assert(
      fc.property(patterns, (pattern) => {
        fc.pre(isCheap(pattern));
        const startMs = performance.now();
        categoryOf([{ pattern, account: "627" }], { label, amountMinor: 1 });
        expect(performance.now() - startMs).toBeLessThan(5_000);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("is refused in the file with its line, its key and what to write instead", () => {
    const text = 'règles:\n  - nom: Piège\n    modèle: "(a+)+$"\n    compte: "627"\n';
    const read = readRules(dropped("rules.yaml", text));
    if (isRefusal(read)) throw new Error(read.code);
    const sentences = read.issues.map((i) => refusalSentence(i.code, i.facts, "fr"));
    expect(sentences).toEqual([
      "Ligne 3, clé « modèle » : « (a+)+$ » ; attendu : une expression sans répétition dans une " +
        "répétition ni renvoi, et de trois répétitions au plus ; écrivez-la plus simplement ou " +
        "utilisez « libellé ».",
    ]);
    expect(read.rules.categories).toEqual([]);
  });

  it("says only that an expression is not valid when it is not", () => {
    const read = readRules(
      dropped("rules.yaml", 'règles:\n  - { modèle: "(a+", compte: "627" }\n'),
    );
    if (isRefusal(read)) throw new Error(read.code);
    expect(read.issues).toMatchObject([{ facts: { expected: "pattern" } }]);
  });
});
