import { expect, test } from "vitest";
import { type Fact, type FactKey, formatFact } from "#main/treasury/narrative/fact.ts";
import { narrate } from "#main/treasury/narrative/narrate.ts";
import { numbersIn } from "#main/treasury/narrative/numbers-in.ts";
import { words } from "#main/treasury/narrative/words.ts";
import { seededFacts } from "./seeded-facts.ts";

const LANGUAGES = ["fr", "en"] as const;

test("every number of many texts is a number of a finding", () => {
  const texts = new Set<string>();
  let numbers = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const findings = seededFacts(seed);
    for (const language of LANGUAGES) {
      const known = new Set(
        [...findings.facts.values()].flatMap((fact) => numbersIn(formatFact(fact, language))),
      );
      for (const { text, parts } of narrate(findings, language).paragraphs) {
        texts.add(text);
        const found = numbersIn(text);
        numbers += found.length;
        expect(
          found.filter((one) => !known.has(one)),
          text,
        ).toEqual([]);
        const own = parts.flatMap((part) => ("text" in part ? numbersIn(part.text) : []));
        expect(own).toEqual([]);
      }
    }
  }
  process.stdout.write(
    `narrative: ${texts.size} different paragraphs, ${numbers} numbers, all found\n`,
  );
  expect(texts.size).toBeGreaterThan(2_000);
  expect(numbers).toBeGreaterThan(10_000);
});

test("each fact that is told is shown as it is, with what it opens down to", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const findings = seededFacts(seed);
    for (const { parts, refs } of narrate(findings, "en").paragraphs) {
      for (const part of parts) {
        if ("text" in part) continue;
        const fact = findings.facts.get(part.fact as FactKey) as Fact;
        expect(part.formatted).toBe(formatFact(fact, "en"));
        for (const ref of fact.refs) expect(refs).toContainEqual(ref);
      }
    }
  }
});

const figure = (value: number, unit: "minor" | "days" | "count"): Fact => ({
  ...{ kind: "figure", value, unit, refs: [] },
  reliability: { grade: "B", observations: 40, periodDays: 200 },
});

test("the words follow the case: a crossed floor, nothing late, a customer in time", () => {
  const date = (value: string): Fact => ({ kind: "date", value, refs: [] });
  const shared: [FactKey, Fact][] = [
    ["asOn", date("2026-06-15")],
    ["lowestOn", date("2026-07-31")],
    ["balance", figure(1_234_567, "minor")],
    ["floor", figure(500_000, "minor")],
    ["lowest", figure(420_000, "minor")],
    ["receivable", figure(90_000, "minor")],
    ["lateInvoices", figure(0, "count")],
  ];
  const at = { asOn: "2026-06-15", changeOf: null, actionOf: null };
  const told = (more: [FactKey, Fact][]) =>
    narrate({ ...at, facts: new Map([...shared, ...more]) }, "fr").paragraphs.map((p) => p.text);
  const crossed = told([
    ["missing", figure(80_000, "minor")],
    ["crossedOn", date("2026-07-20")],
  ]);
  expect(crossed[0]).toContain("800,00");
  expect(crossed[0]).toContain("20/07/2026");
  expect(crossed[1]).toMatch(/^Vos clients vous doivent 900,00.€, et rien n'est en retard\.$/);
  const kept = told([["margin", figure(80_000, "minor")]]);
  expect(kept[0]).not.toContain("manquer");
  const owed = told([
    ["worstParty", { kind: "name", value: "Prompt", refs: [] }],
    ["worstOpen", figure(90_000, "minor")],
    ["worstDelay", figure(-2, "days")],
  ]);
  expect(owed[1]).toContain("paie d'habitude à l'heure");
});

test("one day's text is always the same; no finding, no paragraph", () => {
  const findings = seededFacts(7);
  const turned = { ...findings, facts: new Map([...findings.facts].reverse()) };
  expect(narrate(turned, "fr")).toEqual(narrate(findings, "fr"));
  const none = { asOn: "2026-06-15", facts: new Map(), changeOf: null, actionOf: null };
  expect(narrate(none, "fr").paragraphs).toEqual([]);
});

test("a digit or an unknown fact in a template does not compile", () => {
  // @ts-expect-error a digit
  words("Il reste 3 factures.");
  // @ts-expect-error no such fact
  words("Il reste {wealth}.");
  expect(words("Il reste {balance}.")).toBe("Il reste {balance}.");
});

test("numbers are found in digits of any script and in words", () => {
  expect(numbersIn("Le 14/06/2026, 1\u202f234,56 € et 12 jours")).toEqual([
    ...["14/06/2026", "1234,56", "12"],
  ]);
  expect(numbersIn("Deux clients, ٣ factures, ½, twenty-one")).toEqual([
    "٣",
    "½",
    "deux",
    "twenty",
  ]);
  expect(numbersIn("un client, one day")).toEqual([]);
});
