import { describe, expect, it } from "vitest";
import { type RefusalCode, refusalSentence, refusals } from "#contract/refusals.ts";
import { sampleFacts } from "./sample-facts.ts";

const codes = Object.keys(refusals) as RefusalCode[];

/** Every refusal is a whole sentence in both languages, with its facts in it. */
describe("refusals", () => {
  it("are many", () => expect(codes.length).toBeGreaterThan(60));

  it.each(codes)("%s speaks French and English", (code) => {
    const french = refusalSentence(code, sampleFacts(code), "fr");
    const english = refusalSentence(code, sampleFacts(code), "en");
    for (const sentence of [french, english]) {
      expect(sentence).toMatch(/^[\p{Lu}\p{Sc}«"\d{[]/u);
      expect(sentence).toMatch(/[.!?…)]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|null|Invalid/);
    }
    expect(french).not.toBe(english);
  });
});
