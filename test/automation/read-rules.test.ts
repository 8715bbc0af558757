import { describe, expect, it } from "vitest";
import { refusalSentence } from "#contract/refusals.ts";
import { defaultRules } from "#main/automation/business-rules.ts";
import { readRules } from "#main/automation/read-rules.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { dropped } from "../helpers/dropped.ts";

function read(text: string) {
  const result = readRules(dropped("rules.yaml", text));
  if (isRefusal(result)) throw new Error(`${result.code} ${JSON.stringify(result.facts)}`);
  return result;
}

/** The issues as sentences. */
function issues(text: string, locale: "fr" | "en" = "fr"): string[] {
  return read(text).issues.map((i) => refusalSentence(i.code, i.facts, locale));
}

const FRENCH = `
seuils:
  approbation: 2000,00
  plancher: -1 500,00
relances: [10, 20, 45]
rapprochement:
  automatique: non
  tolérance: 0,02
commissions:
  carte:
    libellé: REMISE CB
    compte: "627"
    fraisMaxBps: 300
règles:
  - nom: Salaires
    libellé: [MOTIF SALAIRE, PAIE ]
    sens: débit
    compte: 421
  - quand:
      modèle: '^PRLV .*URSSAF'
      montant min: 10
      montant max: 50 000,00
    compte: "431"
    tiers: URSSAF
    intitulé: Cotisations
`;

const ENGLISH = `
limits: { approval: "2000.00", floor: "-1500" }
reminders: [10, 20, 45]
matching: { automatic: false, tolerance: "0.02" }
acquirers:
  - { name: carte, contains: REMISE CB, account: 627, max: 3 % }
rules:
  - { name: Salaires, label: [MOTIF SALAIRE, PAIE], direction: debit, account: 421 }
  - when: { pattern: "^PRLV .*URSSAF", min: "10", max: "50000" }
    account: 431
    party: URSSAF
    entryLabel: Cotisations
`;

describe("reading rules.yaml", () => {
  it("reads every key, in French", () => {
    const { rules, issues: none } = read(FRENCH);
    expect(none).toEqual([]);
    expect(rules).toEqual({
      limits: { approvalMinor: 200_000, floorMinor: -150_000 },
      drafts: { salesShare: 0.8, purchasesShare: 1, quotesShare: 0.3 },
      reminderDays: [10, 20, 45],
      matching: { automatic: false, toleranceMinor: 2 },
      fees: [
        { name: "carte", contains: ["REMISE CB"], account: "627", feeMinBps: 0, feeMaxBps: 300 },
      ],
      categories: [
        {
          name: "Salaires",
          contains: ["MOTIF SALAIRE", "PAIE"],
          direction: "debit",
          account: "421",
        },
        {
          pattern: "^PRLV .*URSSAF",
          minMinor: 1000,
          maxMinor: 5_000_000,
          account: "431",
          party: "URSSAF",
          entryLabel: "Cotisations",
        },
      ],
      budget: [],
    });
  });

  it("reads the same in English", () => {
    expect(read(ENGLISH)).toEqual(read(FRENCH));
  });

  it("keeps the defaults of what is not said", () => {
    expect(read("seuils: { plancher: 0 }").rules).toEqual({
      ...defaultRules(),
      limits: { floorMinor: 0 },
    });
  });

  it("names line, key and the nearest known key", () => {
    expect(issues("seuils:\n  aprobation: 2000,00\n")).toEqual([
      "Ligne 2 : la clé « aprobation » n'existe pas ; vouliez-vous « approbation » ?",
    ]);
    expect(issues("seuils:\n  aprobation: 2000,00\n", "en")).toEqual([
      'Line 2: there is no key "aprobation"; did you mean "approbation"?',
    ]);
    expect(issues("zzzzzz: 1")[0]).toMatch(/clés admises : « seuils », « brouillons »/);
  });

  it.each([
    [
      "seuils:\n  approbation: beaucoup",
      /^Ligne 2, clé « approbation » : « beaucoup » ; .*montant/,
    ],
    ["seuils:\n  approbation: -5", /^Ligne 2, clé « approbation »/],
    ["seuils: 12", /^Ligne 1, clé « seuils » : « 12 » ; attendu : des clés/],
    ["relances: [15, trente]", /^Ligne 1, clé « relances » : « trente » ; .*jours/],
    ["relances: [30, 15]", /grands/],
    ["rapprochement:\n  automatique: parfois", /^Ligne 2, clé « automatique » .* oui ou non/],
    [
      "commissions:\n  - libellé: CB\n    compte: 627\n    maximum: 200 %",
      /^Ligne 4, clé « maximum »/,
    ],
    ["commissions:\n  - libellé: CB", /^Ligne 2, sous « n° 1 » : il manque la clé « compte »/],
    ["règles: tout", /^Ligne 1, clé « règles » : « tout » ; attendu : une liste/],
    ["règles:\n  - libellé: X\n    compte: banque", /^Ligne 3, clé « compte » : « banque »/],
    ["règles:\n  - libellé: X\n    compte: 627\n    sens: gauche", /^Ligne 4, clé « sens »/],
    [
      "règles:\n  - modèle: '('\n    compte: 627",
      /^Ligne 2, clé « modèle » .*expression régulière/,
    ],
    ["règles:\n  - sens: débit\n    compte: 627", /^Ligne 2, sous « n° 1 » : .*« libellé »/],
    ["règles:\n  - libellé: X\n    min: 5\n    max: 4\n    compte: 627", /^Ligne 4, clé « max »/],
    [
      "seuils: { plancher: 1 }\nlimites: { plancher: 2 }",
      /^Ligne 2 : « limites » redit « seuils »/,
    ],
    ["seuils: &a { plancher: 1 }\nrapprochement: *a", /^Ligne 2, clé « rapprochement » .*ancre/],
  ])("finds the fault of %j", (text, sentence) => {
    const found = issues(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
    expect(issues(text, "en")[0]).toMatch(/^Line \d/);
  });

  it("goes on after a fault and lists all of them in file order", () => {
    const text =
      "seuils: { plancher: x }\nrègles:\n  - compte: 627\n  - libellé: OK\n    compte: 627\n";
    const { rules, issues: found } = read(text);
    expect(found.map((i) => i.line)).toEqual([1, 3]);
    expect(rules.categories).toEqual([{ contains: ["OK"], account: "627" }]);
  });

  it.each([
    ["seuils:\n  plancher: 1\n plancher: 2", 3],
    ["seuils:\n\tplancher: 1", 2],
    ["seuils: 1\nrelances: 2\nseuils: 3", 3],
    ["- une liste", 1],
  ])("refuses %j, which is no YAML of keys, at line %i", (text, line) => {
    const result = readRules(dropped("rules.yaml", text));
    expect(isRefusal(result) && result).toMatchObject({ code: "rules.syntax", facts: { line } });
  });

  it("refuses an empty file", () => {
    const result = readRules(dropped("rules.yaml", " \n"));
    expect(isRefusal(result) && result.code).toBe("files.empty");
  });
});
