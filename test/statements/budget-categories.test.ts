import { expect, test } from "vitest";
import { budgetCategoryOf } from "#contract/budget-category.ts";
import { readRules } from "#main/automation/read-rules.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { readBudget } from "#main/ledger/statements/read-budget.ts";

const TRIPS = { name: "Déplacements", accounts: ["625", "6061"] };
const RENT = { name: "Loyers et charges", accounts: ["613", "614"] };
const RENT_OF_SHOP = { name: "Magasin", accounts: ["6132"] };

test("an account has one category: the longest beginning wins, else its class", () => {
  const categories = [TRIPS, RENT, RENT_OF_SHOP];
  const of = (account: string) => budgetCategoryOf(categories, account);
  expect(of("625100")).toBe("Déplacements");
  expect(of("6061")).toBe("Déplacements");
  expect(of("6063")).toBe("60");
  expect(of("6132")).toBe("Magasin");
  expect(of("613500")).toBe("Loyers et charges");
  expect(of("706000")).toBe("70");
  expect(budgetCategoryOf(categories.toReversed(), "613200")).toBe("Magasin");
});

test("rules.yaml names the categories, and tells what is wrong with one", () => {
  const read = (text: string) => {
    const found = readRules({ name: "rules.yaml", bytes: Buffer.from(text) });
    if (isRefusal(found)) throw new Error(found.code);
    return found;
  };
  const text = "budget:\n  - nom: Déplacements\n    comptes: [625, 6061]\n  - nom: Loyers\n";
  expect(read(`${text}    comptes: 613\n`)).toMatchObject({
    issues: [],
    rules: { budget: [TRIPS, { name: "Loyers", accounts: ["613"] }] },
  });
  const byName = "budget:\n  Déplacements:\n    comptes: [625, 6061]\n";
  expect(read(byName).rules.budget).toEqual([TRIPS]);
  const faultOf = (tail: string) => {
    const [issue, ...more] = read(text + tail).issues;
    expect(more).toEqual([]);
    return { line: issue?.line, code: issue?.code, ...issue?.facts };
  };
  expect(faultOf("")).toMatchObject({ code: "rules.missing-key", missing: "comptes", line: 4 });
  const bad = { code: "rules.bad-value", line: 5 };
  expect(faultOf("    comptes: [512]\n")).toMatchObject({ ...bad, expected: "result-account" });
  expect(faultOf("    comptes: [613, 706]\n")).toMatchObject({ ...bad, expected: "one-side" });
  expect(faultOf("    comptes: [613, 6061]\n")).toMatchObject({
    ...{ ...bad, text: "6061", expected: "once" },
  });
  const twice = text.replace("Loyers", "deplacements");
  expect(read(`${twice}    comptes: 613\n`).issues).toMatchObject([
    { code: "rules.bad-value", line: 4, facts: { expected: "once" } },
  ]);
});

test("a file budgets by account or by category, and names a category that is none", () => {
  const rows = [
    "Compte;Catégorie;Mois;Montant",
    ";deplacements;2026-01;1 200,00",
    ";61 Services extérieurs;01/2026;300,00",
    "625600;Repas;2026-01;90,00",
    ";Voyages;2026-01;1,00",
    ";Déplacements;2026-01;5,00",
    ";;2026-01;5,00",
  ];
  const read = readBudget({ name: "b.csv", bytes: Buffer.from(rows.join("\n")) }, [TRIPS]);
  expect(read).toMatchObject({
    lines: [
      { category: "Déplacements", month: "2026-01", amountMinor: 120_000 },
      { category: "61", month: "2026-01", amountMinor: 30_000 },
      { account: "625600", month: "2026-01", amountMinor: 9000 },
    ],
    refused: [
      { line: 5, code: "statements.budget-category", facts: { text: "Voyages" } },
      { line: 6, code: "files.duplicate-row", facts: { firstLine: 2 } },
      { line: 7, code: "statements.budget-account" },
    ],
  });
});

test("a file without accounts has a category in each row", () => {
  const text = "Catégorie;01/2026;02/2026\nDéplacements;100,00;200,00\n;1;2\n";
  expect(readBudget({ name: "b.csv", bytes: Buffer.from(text) }, [TRIPS])).toMatchObject({
    lines: [
      { category: "Déplacements", month: "2026-01", amountMinor: 10_000 },
      { category: "Déplacements", month: "2026-02", amountMinor: 20_000 },
    ],
    refused: [{ line: 3, code: "statements.budget-category" }],
  });
});
