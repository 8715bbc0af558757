import { expect, test } from "vitest";
import { detectorMeaning } from "#renderer/treasury/detector-words.ts";
import { placeOf, type Warning, warningSentence } from "#renderer/treasury/warning-sentence.ts";
import { warningWords } from "#renderer/words/warnings.ts";
import { pickWords } from "#renderer/words/words.ts";

const reliability = { grade: "B" as const, observations: 40, periodDays: 365 };
type Unit = Warning["impact"]["unit"];
type Part = [code: string, unit: Unit, value: number];

function alert(kind: Warning["kind"], parts: Part[]): Warning {
  const figure = (unit: Unit, value: number) => ({ unit, value, reliability, refs: [] });
  return {
    ...{ kind, partyId: 1, partyName: "Vauban", sinceOn: "2026-03-01", refs: [] },
    impact: figure("minor", 100_000),
    parts: parts.map(([code, unit, value]) => ({ code, figure: figure(unit, value) })),
  };
}

/** Every kind with the figures that its detector gives, and what its sentence must hold of them. */
const CASES: [Warning["kind"], Part[], string[]][] = [
  [
    "lateness-drift",
    [
      ["lateness-usual", "days", 4.5],
      ["lateness-recent", "days", 17],
    ],
    ["Vauban", "4,5 j", "17 j"],
  ],
  [
    "overdue-habit",
    [
      ["lateness-usual", "days", 8],
      ["lateness-open", "days", 31],
    ],
    ["Vauban", "8 j", "31 j"],
  ],
  [
    "disputes",
    [
      ["partial-payments", "count", 3],
      ["credit-notes", "count", 2],
      ["contested-usual", "share", 0.06],
      ["contested-now", "share", 0.41],
    ],
    ["Vauban", "3", "2", "6 %", "41 %"],
  ],
  [
    "concentration",
    [
      ["top-share", "share", 0.34],
      ["top-share-delta", "share", 0.125],
    ],
    ["Vauban", "34 %", "12,5 points"],
  ],
  [
    "terms-shrinking",
    [
      ["terms-usual", "days", 60],
      ["terms-now", "days", 30],
    ],
    ["Vauban", "60 j", "30 j"],
  ],
  [
    "order-gap",
    [
      ["gap-usual", "days", 14],
      ["gap-now", "days", 75],
    ],
    ["Vauban", "14 j", "75 j"],
  ],
  [
    "margin-erosion",
    [
      ["margin-before", "share", 0.42],
      ["margin-now", "share", 0.31],
    ],
    ["Vauban", "42 %", "31 %"],
  ],
  [
    "low-point",
    [
      ["low-now", "minor", 500_000],
      ["low-month-change", "minor", -120_000],
      ["low-ahead", "minor", 140_000],
    ],
    ["5 000,00 €", "−1 200,00 €", "1 400,00 €"],
  ],
  [
    "days-below-floor",
    [
      ["days-below", "days", 9],
      ["days-below-usual", "days", 1.3],
    ],
    ["9 j", "1,3 j"],
  ],
  [
    "overdraft-fees",
    [
      ["fees-now", "minor", 12_345],
      ["fees-before", "minor", 0],
    ],
    ["123,45 €", "0,00 €"],
  ],
];

test.each(CASES)("%s says its figures in both languages", (kind, parts, held) => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  const french = plain(warningSentence(alert(kind, parts), pickWords(warningWords, "fr"), "fr"));
  for (const figure of held) expect(french).toContain(figure);
  const english = warningSentence(alert(kind, parts), pickWords(warningWords, "en"), "en");
  expect(english).toMatch(/[a-z]\.$/);
  expect(english).not.toContain(french);
});

test("an alert leads to one invoice, to the party's, to its bills or to the bank", () => {
  const w = pickWords(warningWords, "fr");
  const led = (...refs: Warning["refs"]) =>
    placeOf({ ...alert("order-gap", []), partyName: "L'Îlot", refs }, w).address;
  expect(led({ kind: "invoice", id: "7" })).toBe("#/sales?invoice=7");
  const two = [
    { kind: "invoice", id: "7" },
    { kind: "credit-note", id: "9" },
  ] as const;
  expect(led(...two)).toBe("#/sales?search=L'%C3%8Elot");
  expect(led({ kind: "bill", id: "3" })).toBe("#/purchases?search=L'%C3%8Elot");
  expect(led({ kind: "bank-line", id: "5" })).toBe("#/bank?line=5");
  expect(led({ kind: "account", id: "707000" })).toBe("#/entries/account/707000");
  expect(led()).toBe("#/treasury");
});

test("the record of a detector is told plainly: off, on, learning, untried", () => {
  const w = pickWords(warningWords, "fr");
  const meaning = (state: "on" | "off" | "learning", alerts: number, lift: number | null) =>
    detectorMeaning(
      {
        ...{ name: "order-gap", horizonDays: 56, alerts, hits: 0, hitRate: null, baseRate: null },
        ...{ observations: 100, lift, state },
      },
      w,
      "fr",
    );
  expect(meaning("off", 40, 1.1)).toMatch(/ne fait pas mieux que le hasard/);
  expect(meaning("on", 40, 2.34)).toContain("2,3 fois");
  expect(meaning("learning", 12, null)).toContain("12 alertes jugées sur 30");
  expect(meaning("learning", 0, null)).toMatch(/jamais alerté/);
});
