import { expect, test } from "vitest";
import type { BankRule } from "#contract/automation.ts";
import { editList } from "#main/automation/edit-list.ts";
import { editRules } from "#main/automation/edit-rules.ts";
import { readRules } from "#main/automation/read-rules.ts";
import { isRefusal } from "#main/base/refusal.ts";

const SOURCE = `# Nos règles, relues le lundi.
seuils:
  plancher: 5000,00 # jamais moins
règles:
  # la banque d'abord
  - nom: Frais
    libellé: [FRAIS TENUE]
    compte: "627"
  - nom: Péages # autoroute
    libellé: PEAGE
    sens: débit
    compte: "6251"
`;
const RULE: BankRule = {
  ...{ name: "Loyer", contains: ["BAILLEUR"], counterparty: [], iban: [], pattern: "" },
  ...{ minMinor: 80_000, maxMinor: null, direction: "debit", account: "6132", entryLabel: "" },
  automatic: false,
};

function edited(edit: Parameters<typeof editRules>[1], source = SOURCE): string {
  const text = editRules(source, edit);
  if (isRefusal(text)) throw new Error(text.code);
  return text;
}

function names(text: string): (string | undefined)[] {
  const read = readRules({ name: "rules.yaml", bytes: new TextEncoder().encode(text) });
  if (isRefusal(read)) throw new Error(read.code);
  expect(read.issues).toEqual([]);
  return read.rules.categories.map((rule) => rule.name);
}

test("a rule is added, moved, replaced and removed; every comment elsewhere stays", () => {
  const added = edited({ kind: "add", rule: RULE });
  expect(names(added)).toEqual(["Frais", "Péages", "Loyer"]);
  for (const kept of ["# Nos règles", "# jamais moins", "# la banque d'abord", "# autoroute"]) {
    expect(added).toContain(kept);
  }
  const moved = edited({ kind: "move", place: 2, to: 0 }, added);
  expect(names(moved)).toEqual(["Loyer", "Frais", "Péages"]);
  expect(moved).toContain("# autoroute");
  const replaced = edited({ kind: "replace", place: 1, rule: { ...RULE, name: "Banque" } }, moved);
  expect(names(replaced)).toEqual(["Loyer", "Banque", "Péages"]);
  expect(names(edited({ kind: "remove", place: 0 }, replaced))).toEqual(["Banque", "Péages"]);
});

test("what is written is read back the same", () => {
  const text = edited({ kind: "add", rule: RULE });
  const read = readRules({ name: "rules.yaml", bytes: new TextEncoder().encode(text) });
  if (isRefusal(read)) throw new Error(read.code);
  expect(read.rules.categories.at(-1)).toEqual({
    ...{ name: "Loyer", contains: ["BAILLEUR"], minMinor: 80_000, direction: "debit" },
    ...{ account: "6132", automatic: false },
  });
});

test("a file without rules, or empty, gains its list; what cannot be edited is refused", () => {
  expect(names(edited({ kind: "add", rule: RULE }, "seuils:\n  plancher: 1,00\n"))).toEqual([
    "Loyer",
  ]);
  expect(names(edited({ kind: "add", rule: RULE }, ""))).toEqual(["Loyer"]);
  expect(editRules(SOURCE, { kind: "remove", place: 7 })).toMatchObject({
    code: "rules.no-such-rule",
  });
  const named = "règles:\n  Frais:\n    libellé: FRAIS\n    compte: '627'\n";
  expect(editRules(named, { kind: "remove", place: 0 })).toMatchObject({
    code: "rules.not-a-list",
    facts: { line: 2 },
  });
});

test("a category is changed where it stands: its comments stay, and the words that named its keys", () => {
  const source =
    "budget:\n  # nos murs\n  - nom: Loyers # bail 2024\n    # sans les charges\n" +
    "    accounts: [613, 614]\n  - nom: Énergie\n    comptes: 606\n";
  const change = (place: number, item: Record<string, string | string[]>) => {
    const text = editList(source, "budget", { kind: "replace", place, item });
    if (isRefusal(text)) throw new Error(text.code);
    return text;
  };
  const rent = change(0, { nom: "Loyers et charges", comptes: ["613", "614", "6152"] });
  expect(rent).toContain("- nom: Loyers et charges # bail 2024");
  expect(rent).toContain("# nos murs");
  expect(rent).toContain("# sans les charges");
  expect(rent).toMatch(/accounts: \[ ?613, 614, 6152 ?\]/);
  expect(rent).not.toContain("comptes: [");
  const power = change(1, { nom: "Énergie", comptes: ["606", "6061"] });
  const read = readRules({ name: "rules.yaml", bytes: Buffer.from(power) });
  expect(read).toMatchObject({
    issues: [],
    rules: { budget: [{ name: "Loyers" }, { name: "Énergie", accounts: ["606", "6061"] }] },
  });
});
