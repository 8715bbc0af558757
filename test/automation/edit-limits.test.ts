import { describe, expect, it } from "vitest";
import type { Limits } from "#contract/limits.ts";
import { editLimits } from "#main/automation/edit-limits.ts";
import { readRules } from "#main/automation/read-rules.ts";
import { isRefusal } from "#main/base/refusal.ts";

const FILE = `# Les règles de l'atelier
seuils:
  # deux mois de loyer
  plancher: 5000,00   # revu en mars
  approbation: "2000,00"

relances: [15, 30]  # pas plus
`;

function read(text: string) {
  const found = readRules({ name: "rules.yaml", bytes: Buffer.from(text) });
  if (isRefusal(found)) throw new Error(found.code);
  return found;
}

describe("thresholds in rules.yaml", () => {
  it("are changed where they stand, comments kept, and the rest untouched", () => {
    const text = editLimits(FILE, { floorMinor: -123_456, horizonDays: 120 });
    expect(text).toBe(
      FILE.replace("5000,00   #", "-1234,56 #")
        .replace('"2000,00"\n', '"2000,00"\n  horizon: 120\n')
        .replace("]  #", "] #"),
    );
    expect(read(text)).toMatchObject({
      issues: [],
      rules: { limits: { floorMinor: -123_456, approvalMinor: 200_000, horizonDays: 120 } },
    });
  });

  it("go to an empty file and come back the same, each of them", () => {
    const limits: Limits = {
      ...{ approvalMinor: 150_000, floorMinor: 0, horizonDays: 365, concentrationBps: 3350 },
      ...{ lateDays: 0, minimumImpactMinor: 50_000, draftSalesBps: 6025, draftPurchasesBps: 0 },
      draftQuotesBps: 2500,
      creditBps: 650,
    };
    const { rules, issues } = read(editLimits("", limits));
    expect(issues).toEqual([]);
    expect(rules.limits).toEqual({
      ...{ approvalMinor: 150_000, floorMinor: 0, horizonDays: 365, concentrationShare: 0.335 },
      ...{ lateDays: 0, minimumImpactMinor: 50_000, creditShare: 0.065 },
    });
    expect(rules.drafts).toEqual({ salesShare: 0.6025, purchasesShare: 0, quotesShare: 0.25 });
  });

  it("are taken away by null; nothing asked of an empty file leaves it empty", () => {
    const text = editLimits(FILE, { floorMinor: null, lateDays: null });
    expect(text).not.toContain("plancher");
    expect(text).toContain("# Les règles de l'atelier");
    expect(editLimits("", { floorMinor: null })).toBe("");
  });

  it("are refused by line, key and reason when they cannot be", () => {
    const { issues } = read(
      "seuils:\n  horizon: 7\n  retard: bientôt\n  concentration: 140 %\nbrouillons: 80 %\n",
    );
    const told = issues.map(({ line, facts }) => {
      const { key, expected } = facts as unknown as { key: string; expected: string };
      return [line, key, expected];
    });
    expect(told).toEqual([
      [2, "horizon", "horizon"],
      [3, "retard", "day-count"],
      [4, "concentration", "percent"],
      [5, "brouillons", "map"],
    ]);
  });
});
