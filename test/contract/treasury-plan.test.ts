import { afterAll, beforeAll, expect, test } from "vitest";
import type { Assumption } from "#contract/treasury-plan.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { invoicing, banking } = office.calls;
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", INVOICES) }));
  const file = droppedText("releve.csv", STATEMENT);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
});
afterAll(() => office.stop());

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n";
const STATEMENT = "Date;Libellé;Montant\n09/01/2026;RETRAIT DAB RUE DU PORT;-40,00\n";
const hire: Assumption = {
  ...{ kind: "hire", label: "Relieur", monthlyMinor: 200_000, chargesBps: 0 },
  ...{ fromOn: "2026-02-01", untilOn: null },
};
const lost: Assumption = {
  ...{ kind: "client-lost", partyId: 1, fromOn: "2026-01-10", paysOpen: false },
};

test("scenarios are made, changed, compared and removed; each refusal says why", async () => {
  const { treasury } = office.calls;
  const made = await treasury.createScenario({ name: "Embauche", assumptions: [hire] });
  const other = await treasury.createScenario({ name: "Sans C1", assumptions: [lost, hire] });
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => "none",
      (error: { data: { code: string } }) => error.data.code,
    );
  const refused = [
    treasury.createScenario({ name: "Embauche", assumptions: [] }),
    treasury.createScenario({ name: "B", assumptions: [{ ...lost, partyId: 99 } as Assumption] }),
    treasury.createScenario({
      name: "B",
      assumptions: [{ ...hire, untilOn: "2026-01-01" } as Assumption],
    }),
    treasury.createScenario({
      name: "B",
      assumptions: [{ kind: "price-change", bps: 0, fromOn: "2026-02-01" }],
    }),
    treasury.removeScenario({ scenarioId: 9 }),
  ];
  expect(await Promise.all(refused.map(codeOf))).toEqual([
    "treasury.scenario-name-taken",
    "treasury.unknown-client",
    "treasury.assumption-backwards",
    "treasury.assumption-empty",
    "treasury.unknown-scenario",
  ]);
  const compared = await treasury.compareScenarios({});
  const [plain, hired, both] = compared.scenarios;
  expect(plain).toMatchObject({ scenarioId: null, difference: { d90: 0, lowest: 0 }, parts: [] });
  // 28/02 and 31/03 lie within the 90 days from 09/01.
  expect(hired).toMatchObject({ name: "Embauche", difference: { d30: 0, d60: -200_000 } });
  expect(hired?.difference.d90).toBe(-400_000);
  expect(both?.parts[1]?.difference.d90).toBe(-400_000);
  expect(both?.parts[0]?.difference.d90).toBeLessThan(-11_000);
  await treasury.changeScenario({ ...other, name: "Rien", assumptions: [] });
  await treasury.removeScenario(made);
  expect(await treasury.scenarios({})).toMatchObject([{ name: "Rien", assumptions: [] }]);
});

test("a frozen forecast stays as it was, is in the audit chain, and is compared with what came", async () => {
  const { treasury, banking, book } = office.calls;
  const { scenarioId } = await treasury.createScenario({ name: "Gel", assumptions: [hire] });
  const plain = await treasury.freezeForecast({});
  const frozen = await treasury.freezeForecast({ scenarioId });
  expect(frozen).toMatchObject({ asOn: "2026-01-09", scenario: "Gel", horizonDays: 90 });
  await treasury.removeScenario({ scenarioId });
  const file = droppedText(
    "releve-2.csv",
    "Date;Libellé;Montant\n12/01/2026;FRAIS DE TENUE;-7,00\n20/01/2026;VIR VAUGRENARD;120,00\n" +
      "23/01/2026;FRAIS DE CARTE;-3,00\n",
  );
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
  expect((await treasury.frozenForecasts({})).map((one) => one.frozenId)).toEqual([
    frozen.frozenId,
    plain.frozenId,
  ]);
  const told = await treasury.compareFrozen({ frozenId: frozen.frozenId });
  expect(told).toMatchObject({ frozen, knownOn: "2026-01-23", waitingDays: 76 });
  expect(told.weeks.map((w) => [w.payments.actualMinor, w.receipts.actualMinor])).toEqual([
    [-700, 0],
    [-300, 12_000],
  ]);
  expect(told.weeks.map((w) => w.balance.actualMinor)).toEqual([-4700, 7000]);
  await expect(treasury.compareFrozen({ frozenId: 77 })).rejects.toMatchObject({
    data: { code: "treasury.unknown-frozen" },
  });
  const { rows } = await book.listActions({});
  const line = rows.find((row) => row.subject === `frozen forecast ${frozen.frozenId}`);
  expect(JSON.stringify(line)).toContain(frozen.contentHash);
});

test("the year ahead counts entries in draft for the share that the rules give", async () => {
  const { ledger, treasury, automation } = office.calls;
  const line = { account: "411000", debitMinor: 50_000, creditMinor: 0, dueOn: "2026-03-10" };
  const entry = { journal: "VE", pieceRef: "", label: "Devis accepté", lines: [line] };
  await ledger.saveDraft({ entry });
  await automation.editLimits({ draftSalesBps: 4000 });
  const year = await treasury.yearAhead({});
  expect(year.months).toHaveLength(12);
  expect(year.drafts).toMatchObject([{ label: "Devis accepté", amountMinor: 50_000, share: 0.4 }]);
  expect(year.months[2]).toMatchObject({ toOn: "2026-03-31", layers: { drafts: 20_000 } });
});

test("thresholds are set where the rules are written, and the forecast reads them", async () => {
  const { automation, treasury } = office.calls;
  const set = await automation.editLimits({ floorMinor: 100_000, horizonDays: 45 });
  expect(set).toEqual(await automation.getLimits({}));
  expect(set).toMatchObject({ floorMinor: 100_000, horizonDays: 45, lateDays: null });
  const { source } = await automation.getRules({});
  expect(source).toContain("plancher");
  const forecast = await treasury.forecast({});
  expect([forecast.days.length, forecast.floorMinor]).toEqual([45, 100_000]);
  const { scenarios } = await treasury.compareScenarios({ scenarioIds: [] });
  expect(scenarios[0]).toMatchObject({ at: { d60: null } });
  const margins = () => treasury.margins({ fromOn: "2026-01-01", toOn: "2026-12-31" });
  expect((await margins()).creditBps).toBe(500);
  await automation.editLimits({ creditBps: 650 });
  expect((await margins()).creditBps).toBe(650);
  await automation.editLimits({ minimumImpactMinor: 5000, lateDays: 3 });
  const told = await treasury.warnings({});
  expect(told.impactFloorMinor).toBe(5000);
});
