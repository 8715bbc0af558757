import { afterAll, beforeAll, expect, test } from "vitest";
import { capitalEntry } from "../doors/test-book.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  await office.calls.ledger.postEntry({ entry: capitalEntry });
});
afterAll(() => office.stop());

const span = { fromOn: "2026-01-01", toOn: "2026-12-31" };

test("a statement is read page by page and written whole", async () => {
  const { statements } = office.calls;
  const page = await statements.get({ name: "journal", ...span, limit: 2 });
  expect(page.rows).toHaveLength(2);
  expect(page).toMatchObject({ title: "Journaux", filter: ["Du 01/01/2026 au 31/12/2026"] });
  const rest = await statements.get({ name: "journal", ...span, after: page.next! });
  expect(rest.rows.at(-1)).toMatchObject({ kind: "subtotal" });
  for (const format of ["pdf", "xlsx", "csv"] as const) {
    const { file, rows } = await statements.export({ name: "balance-sheet", ...span, format });
    expect([file.name, rows > 5]).toEqual([`balance-sheet-2026-12-31.${format}`, true]);
  }
  const backwards = { name: "ledger" as const, fromOn: span.toOn, toOn: span.fromOn };
  await expect(statements.get(backwards)).rejects.toMatchObject({
    data: { code: "statements.backwards" },
  });
});

test("a budget is typed, read from a file and made from the actuals", async () => {
  const { statements } = office.calls;
  const line = { account: "6132", month: "2026-01", amountMinor: 90_000 };
  await statements.setBudget({ lines: [line] });
  const months = { fromMonth: "2026-01", toMonth: "2026-12" };
  expect(await statements.listBudget(months)).toEqual([line]);
  const file = droppedText("b.csv", "Compte;Mois;Montant\n6132;2026-02;900,00\n");
  expect(await statements.importBudget({ file })).toEqual({ lines: 1, refused: [] });
  expect(await statements.importBudget({ file })).toEqual({ lines: 1, refused: [] });
  expect(await statements.listBudget(months)).toHaveLength(2);
  await expect(statements.budgetFromActual({ year: 2026, growthBps: 0 })).rejects.toMatchObject({
    data: { code: "statements.no-actuals" },
  });
  const kept = await statements.listBudget(months);
  expect(kept).toHaveLength(2);
  await statements.setBudget({ lines: kept.map((one) => ({ ...one, amountMinor: 0 })) });
  expect(await statements.listBudget(months)).toEqual([]);
});

test("a budget is kept by category, which rules.yaml names", async () => {
  const { statements, automation } = office.calls;
  const months = { fromMonth: "2026-01", toMonth: "2026-12" };
  const trips = { name: "Déplacements", accounts: ["625", "6061"] };
  expect(await statements.editBudgetCategory({ edit: { kind: "add", category: trips } })).toEqual({
    categories: 1,
  });
  expect((await automation.getRules({})).source).toContain("budget:\n  - nom: Déplacements");
  const line = { category: "Déplacements", month: "2026-03", amountMinor: 45_000 };
  const wide = { category: "62", month: "2026-03", amountMinor: 1000 };
  await statements.setBudget({ lines: [line, wide] });
  expect(await statements.listBudget(months)).toEqual([wide, line]);
  await expect(
    statements.setBudget({ lines: [wide, { ...line, category: "Voyages" }] }),
  ).rejects.toMatchObject({ data: { code: "statements.no-such-category" } });
  const renamed = { ...trips, name: "Voyages" };
  await statements.editBudgetCategory({ edit: { kind: "replace", place: 0, category: renamed } });
  expect(await statements.listBudget(months)).toEqual([wide, { ...line, category: "Voyages" }]);
  await statements.editBudgetCategory({ edit: { kind: "remove", place: 0 } });
  expect(await statements.listBudgetCategories({})).toEqual([
    { name: "Voyages", accounts: [], account: "625", isInRules: false },
  ]);
  await expect(
    statements.editBudgetCategory({ edit: { kind: "remove", place: 0 } }),
  ).rejects.toMatchObject({ data: { code: "statements.no-such-category" } });
  // A name that kept an amount of its own gets that of the category now called so.
  await statements.editBudgetCategory({ edit: { kind: "add", category: trips } });
  await statements.setBudget({ lines: [line] });
  await statements.editBudgetCategory({ edit: { kind: "replace", place: 0, category: renamed } });
  expect((await statements.listBudget(months))[1]).toEqual({
    ...{ ...line, category: "Voyages", amountMinor: 90_000 },
  });
  const zero = { ...line, category: "Voyages", amountMinor: 0 };
  await statements.setBudget({ lines: [zero, { ...wide, amountMinor: 0 }] });
  expect(await statements.listBudget(months)).toEqual([]);
});

test("a VAT return leaves as a document and as data", async () => {
  const { statements, vat } = office.calls;
  const regime = { fromOn: "2026-01-01", regime: "ca3-month" as const, coefficientBps: 10_000 };
  await vat.setRegime({ ...regime, salesOnDebits: true, boughtOnDebits: true });
  const { file } = await statements.vatReturn({ format: "json" });
  expect(JSON.parse(await file.text())).toMatchObject({ form: "ca3", endsOn: "2026-01-31" });
  const pdf = await statements.vatReturn({ format: "pdf" });
  expect((await pdf.file.text()).startsWith("%PDF-1.7")).toBe(true);
  const csv = await statements.vatReturn({ format: "csv" });
  expect(await csv.file.text()).toContain("Total de la TVA brute due");
});
