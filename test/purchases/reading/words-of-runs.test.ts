import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "#main/purchases/reading/fold.ts";
import { isReadableText } from "#main/purchases/reading/is-readable-text.ts";
import { monthOfWord } from "#main/purchases/reading/month-of-word.ts";
import { rowsOf } from "#main/purchases/reading/text-row.ts";
import { wordsOfRuns } from "#main/purchases/reading/words-of-runs.ts";
import { writeWords } from "./write-words.ts";

const PAGE = { page: 1, width: 600, height: 800 };
const run = (text: string, x: number, width: number, baseline = 100) => ({
  text,
  x,
  width,
  baseline,
  size: 10,
  upright: true,
});

describe("wordsOfRuns", () => {
  it("cuts a run at its spaces, also the no-break ones", () => {
    const words = wordsOfRuns([run("Total 1\u00a0234,56\u202f€", 60, 160)], PAGE);
    expect(words.map((w) => w.text)).toEqual(["Total", "1", "234,56", "€"]);
    expect(words[0]).toMatchObject({ x: 0.1, page: 1, confidence: 1 });
    expect(words[3]?.x).toBeGreaterThan(words[2]?.x ?? 1);
  });

  it("joins letters drawn one by one, and leaves out what is written along the margin", () => {
    const letters = [..."Net"].map((letter, i) => run(letter, 60 + 6 * i, 6));
    const aside = { ...run("marge", 10, 50), upright: false };
    expect(wordsOfRuns([...letters, aside], PAGE).map((w) => w.text)).toEqual(["Net"]);
  });

  it("leaves out what is drawn outside the sheet", () => {
    const outside = [run("loin", 900, 40), run("haut", 50, 40, -30)];
    expect(wordsOfRuns(outside, PAGE)).toEqual([]);
  });
});

describe("rowsOf", () => {
  it("separates columns and keeps rows in reading order", () => {
    const rows = rowsOf(writeWords("Total HT        12,00 €\nTVA             2,40 €"));
    expect(rows.map((r) => r.text)).toEqual(["Total HT ¦ 12,00 €", "TVA ¦ 2,40 €"]);
  });

  it("gives the same rows for a page that slants, up to two degrees", () => {
    const text = Array.from({ length: 30 }, (_, i) => `Ligne ${i} avec du texte      ${i},00 €`);
    const straight = writeWords(text.join("\n"));
    fc.assert(
      fc.property(fc.double({ min: -0.03, max: 0.03, noNaN: true }), (slope) => {
        const slanted = straight.map((w) => ({ ...w, y: w.y + slope * (w.x + w.width / 2) }));
        expect(rowsOf(slanted).map((r) => r.text)).toEqual(rowsOf(straight).map((r) => r.text));
      }),
      { numRuns: 30 },
    );
  });
});

describe("isReadableText", () => {
  const bill = writeWords(
    "Facture n° 12 du 3 mai 2026\nTotal HT 100,00 €\nTVA 20,00 €\n" +
      "Net à payer par virement avant le 2 juin",
  );

  it("trusts a bill, not a few words nor a font without meaning", () => {
    expect(isReadableText(bill)).toBe(true);
    expect(isReadableText(bill.slice(0, 4))).toBe(false);
    const shifted = (by: number) =>
      bill.map((w) => ({
        ...w,
        text: [...w.text].map((c) => String.fromCharCode(c.charCodeAt(0) + by)).join(""),
      }));
    expect(isReadableText(shifted(0xe000))).toBe(false);
    expect(isReadableText(shifted(3))).toBe(false);
  });
});

describe("fold", () => {
  it("keeps the length of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
    expect(fold("ÉCHÉANCE – n° d’été")).toBe("echeance - n° d'ete");
  });
});

describe("monthOfWord", () => {
  it("knows names, short forms and one wrong letter, and nothing else", () => {
    const months = ["fevrier", "fevr", "aout", "decembre", "december", "dec", "juil", "juin"];
    expect(months.map(monthOfWord)).toEqual([2, 2, 8, 12, 12, 12, 7, 6]);
    expect(monthOfWord("septembra")).toBe(9);
    expect(["jui", "ma", "facture", "total", "de"].map(monthOfWord)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
