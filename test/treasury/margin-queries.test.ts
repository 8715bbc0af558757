import { afterAll, beforeAll, expect, test } from "vitest";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const HEADER =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" as const;
const CLIENTS = ["Librairie Vaugrenard", "Imprimerie Kerdual", "Papeterie Lanros"];

/** One invoice a month for each of three clients; 2026 at 1 100, 2025 at 1 000. */
const invoices = ["2025", "2026"]
  .flatMap((year) =>
    ["01", "02", "03"].flatMap((month) =>
      CLIENTS.map((client, i) => {
        const net = year === "2025" ? "1000,00;200,00;1200,00" : "1100,00;220,00;1320,00";
        const due = `28/${month}/${year}`;
        return `F${year}${month}${i};Facture;05/${month}/${year};${due};C${i};${client};Reliure;20 %;${net}`;
      }),
    ),
  )
  .join("\n");
const BILLS =
  "Numéro;Type;Date;Échéance;Code fournisseur;Fournisseur;Compte;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "AB-1;Facture;03/02/2026;05/03/2026;F1;Cartons du Port;607000;Cartons pour Imprimerie Kerdual;20 %;900,00;180,00;1080,00\n" +
  "AB-2;Facture;10/03/2026;10/03/2026;F2;Foncière du Port;613200;Loyer;20 %;500,00;100,00;600,00\n";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice({
    years: [
      { startsOn: "2025-01-01", endsOn: "2025-12-31" },
      { startsOn: "2026-01-01", endsOn: "2026-12-31" },
    ],
  });
  const { invoicing, purchases } = office.calls;
  await resultOf(
    await invoicing.importInvoices({ file: droppedText("ventes.csv", HEADER + invoices) }),
  );
  await resultOf(await purchases.importBills({ file: droppedText("achats.csv", BILLS) }));
});
afterAll(() => office.stop());

test("the gap to the budget is split, and rent paid a month late is a timing", async () => {
  const { statements, treasury } = office.calls;
  await statements.setBudget({
    lines: [
      ...["2026-01", "2026-02", "2026-03"].map((month) => ({
        ...{ account: "706000", month, amountMinor: 200_000 },
      })),
      { account: "607000", month: "2026-02", amountMinor: 60_000 },
      { account: "613200", month: "2026-02", amountMinor: 50_000 },
    ],
  });
  const found = await treasury.variance({ fromMonth: "2026-01", toMonth: "2026-03" });
  expect([found.budgetMinor, found.actualMinor]).toEqual([490_000, 850_000]);
  const bridge = Object.fromEntries(found.bridge.map((one) => [one.part, one.figure.value]));
  // 600,000 at 100,000 an invoice: 6 planned, 9 came (+300,000), each 10,000 dearer (+90,000);
  // goods allowed 60,000 × 990/600 = 99,000, spent 90,000.
  expect(bridge).toEqual({ volume: 300_000, price: 90_000, activity: -39_000, spending: 9000 });
  expect(found.timings).toEqual([
    {
      ...{ account: "613200", plannedMonth: "2026-02" },
      ...{ actualMonth: "2026-03", amountMinor: -50_000 },
    },
  ]);
  const february = await treasury.variance({ fromMonth: "2026-02", toMonth: "2026-02" });
  expect(february.bridge.find((one) => one.part === "timing")?.figure).toMatchObject({
    value: 50_000,
    refs: [{ kind: "account", id: "613200" }],
  });
  const sum = february.bridge.reduce((all, one) => all + (one.figure.value ?? 0), 0);
  expect(sum).toBe(february.actualMinor - february.budgetMinor);
  expect(found.warnings).toEqual([
    ...["quantity-is-invoice-count", "budget-quantity-from-last-year", "activity-is-sales"],
  ]);
});

test("a category with a budget as a whole is compared as a whole, to the cent", async () => {
  const { statements, treasury } = office.calls;
  const asked = { fromMonth: "2026-01", toMonth: "2026-03" };
  const before = await treasury.variance(asked);
  const shop = { name: "Atelier", accounts: ["6132", "607"] };
  await statements.editBudgetCategory({ edit: { kind: "add", category: shop } });
  await statements.setBudget({
    lines: [{ category: "Atelier", month: "2026-03", amountMinor: 10_000 }],
  });
  const found = await treasury.variance(asked);
  expect(found.budgetMinor).toBe(before.budgetMinor - 10_000);
  const own = found.categories.find((one) => one.category === "Atelier");
  expect(own).toMatchObject({
    ...{ budgetMinor: -120_000, actualMinor: -140_000 },
    figure: {
      value: -20_000,
      refs: [
        { kind: "account", id: "607000" },
        { kind: "account", id: "613200" },
      ],
    },
  });
  const rows = found.accounts.filter((one) => one.category === "Atelier");
  expect(rows).toMatchObject([{ isCategory: true, accounts: ["607000", "613200"] }]);
  for (const { budgetMinor, actualMinor, parts } of found.accounts) {
    const sum = parts.reduce((all, part) => all + part.amountMinor, 0);
    expect(sum).toBe(actualMinor - budgetMinor);
  }
  const total = found.categories.reduce((all, one) => all + one.actualMinor, 0);
  expect(total).toBe(found.actualMinor);
});

test("last year's actuals make the budget of one category, as a whole or by account", async () => {
  const { statements } = office.calls;
  const months = { fromMonth: "2026-01", toMonth: "2026-12" };
  const before = await statements.listBudget(months);
  const asked = { year: 2026, growthBps: 1000, category: "70" };
  expect(await statements.budgetFromActual({ ...asked, by: "category" })).toEqual({ lines: 3 });
  const after = await statements.listBudget(months);
  expect(after.filter((line) => "category" in line && line.category === "70")).toEqual(
    ["2026-01", "2026-02", "2026-03"].map((month) => ({
      ...{ category: "70", month, amountMinor: 330_000 },
    })),
  );
  const others = (lines: typeof after) =>
    lines.filter((line) => ("account" in line ? line.account[0] === "6" : line.category !== "70"));
  expect(others(after)).toEqual(others(before));
  await statements.budgetFromActual({ ...asked, growthBps: 0 });
  expect((await statements.listBudget(months)).filter((line) => "account" in line)).toContainEqual({
    ...{ account: "706000", month: "2026-01", amountMinor: 300_000 },
  });
  await expect(statements.budgetFromActual({ ...asked, category: "Rien" })).rejects.toMatchObject({
    data: { code: "statements.no-such-category" },
  });
});

test("margins add up to the ledger; a purchase that names a customer is its own", async () => {
  const { treasury } = office.calls;
  const found = await treasury.margins({ fromOn: "2026-01-01", toOn: "2026-03-31" });
  expect(found.totals).toEqual({
    ...{ salesMinor: 990_000, directMinor: 90_000, allocatedMinor: 0, marginMinor: 900_000 },
  });
  const kerdual = found.clients.find((client) => client.partyName === "Imprimerie Kerdual");
  expect(kerdual).toMatchObject({ invoices: 3, directMinor: 90_000, cm1Minor: 240_000 });
  expect(kerdual?.margin).toMatchObject({ value: 240_000, unit: "minor" });
  expect(kerdual?.margin.refs.map((ref) => ref.kind)).toEqual([
    ...["party", "invoice", "invoice", "invoice"],
  ]);
  expect(found.families).toMatchObject([
    { account: "706000", sales: 9, directMinor: 0, allocatedMinor: 90_000 },
  ]);
  expect(found.whale.at(-1)?.cumulativeMinor).toBe(900_000 - found.creditMinor);
  expect(found.creditMinor).toBeGreaterThan(0);
  expect(found.warnings).toEqual(["no-period-before"]);
});

const RECEIPTS =
  "Date;Libellé;Montant\n" +
  ["02", "03"]
    .flatMap((month) =>
      CLIENTS.map((client, i) => {
        // Of January on its due day; of February ten days later.
        const day = month === "02" ? "28/01/2026" : "10/03/2026";
        const invoice = `F2026${month === "02" ? "01" : "02"}${i}`;
        return `${day};VIR RECU ${client.toUpperCase()} ${invoice};1320,00\n`;
      }),
    )
    .join("") +
  "12/03/2026;PRLV FONCIERE DU PORT AB-2;-600,00\n20/03/2026;RETRAIT DAB;-40,00\n";

test("the move of cash is bridged to the cent, and later payments are behaviour", async () => {
  const { banking, reconciliation, treasury } = office.calls;
  const file = droppedText("releve.csv", RECEIPTS);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
  await resultOf(await reconciliation.runMatching({}));
  const cash = await treasury.causes({
    ...{ kpi: "cash", fromOn: "2026-02-15", toOn: "2026-03-31" },
    events: [{ on: "2026-03-02", label: "Relances par téléphone" }],
  });
  const bridge = Object.fromEntries(cash.bridge.map((one) => [one.factor, one.figure.value]));
  expect(bridge).toEqual({ customers: 396_000, suppliers: -60_000, other: -4000 });
  expect([cash.opening?.value, cash.closing?.value]).toEqual([396_000, 728_000]);
  const customers = cash.moves.find((move) => move.category === "customers");
  // In both spans 3,960 came; of the 7,920 that fell due in the second, half waits.
  expect(customers).toMatchObject({ flowMinor: 396_000, amountMinor: 396_000 });
  expect(customers?.timingMinor).toBe(-396_000);
  expect(cash.events).toEqual([
    { claim: "coincides", on: "2026-03-02", label: "Relances par téléphone", effect: null },
  ]);
  const dso = await treasury.causes({ kpi: "dso", fromOn: "2026-02-15", toOn: "2026-03-31" });
  expect([dso.opening?.value, dso.closing?.value]).toEqual([23, 33]);
  const days = Object.fromEntries(dso.bridge.map((one) => [one.factor, one.figure.value]));
  expect(days).toEqual({ mix: 0, terms: 0, calendar: 0, behaviour: 10, "one-off": 0 });
  const none = await treasury.causes({ kpi: "dso", fromOn: "2026-01-02", toOn: "2026-01-09" });
  expect(none).toMatchObject({ opening: null, closing: null, bridge: [] });
});
