import { afterAll, beforeAll, expect, test } from "vitest";
import { stressScenarioSchema } from "#contract/treasury-stress.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { invoicing, banking, treasury } = office.calls;
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", INVOICES) }));
  const file = droppedText("releve.csv", STATEMENT);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
  await resultOf(await treasury.importSchedule({ file: droppedText("echeancier.csv", SCHEDULE) }));
});
afterAll(() => office.stop());

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;1000,00;200,00;1200,00\n" +
  "FA-2026-0002;Facture;06/01/2026;05/02/2026;C2;Imprimerie Rouvre;Reliure;20 %;100,00;20,00;120,00\n";
const STATEMENT = "Date;Libellé;Montant\n09/01/2026;VIREMENT APPORT ASSOCIE;2000,00\n";
const SCHEDULE =
  "Libellé;Montant;Date;Catégorie;Récurrence\nLoyer;-700,00;05/02/2026;loyer;mensuelle\n";

test("the stress test tells its progress, then each scenario from the same book", async () => {
  const events = await office.calls.treasury.stress({ scenarios: stressScenarioSchema.options });
  const seen: number[] = [];
  let event = await events.next();
  for (; event.done !== true; event = await events.next()) {
    expect(event.value).toMatchObject({ stage: "runs", total: 60_000 });
    seen.push(event.value.done);
  }
  expect(seen.length).toBeGreaterThan(0);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  const forecast = await office.calls.treasury.forecast({});
  expect(event.value).toMatchObject({
    asOn: forecast.asOn,
    balanceMinor: forecast.balanceMinor,
    runs: 10_000,
    topClient: { name: "Librairie Vaugrenard" },
    hasNewBusiness: false,
  });
});

test("without its top client the company needs a larger buffer, and sees that invoice", async () => {
  const asked = { scenarios: ["base", "top-client-default"], days: 120 } as const;
  const ask = async () =>
    resultOf(await office.calls.treasury.stress({ ...asked, scenarios: [...asked.scenarios] }));
  const result = await ask();
  const [base, worse] = result.scenarios;
  expect(base?.days).toHaveLength(120);
  expect(base?.risks.map((r: { days: number }) => r.days)).toEqual([30, 60, 90, 120]);
  expect(worse?.buffer.value).toBeGreaterThan(base?.buffer.value ?? 0);
  // 2,000 € less four rents of 700 €, and what the other client brings.
  const last = worse?.days.at(-1)?.minor;
  expect(last?.[2]).toBe(-80_000 + 12_000);
  expect(base?.drivers[0]?.reference).toBe("FA-2026-0001");
  expect(await ask()).toEqual(result);
});

test("a stress test stops when asked, and the next one answers", async () => {
  const stop = new AbortController();
  const scenarios = stressScenarioSchema.options;
  const events = await office.calls.treasury.stress(
    { scenarios, days: 365 },
    { signal: stop.signal },
  );
  await events.next();
  stop.abort();
  await expect(resultOf(events)).rejects.toThrow();
  const after = await resultOf(await office.calls.treasury.stress({}));
  expect(after.scenarios.map((s: { scenario: string }) => s.scenario)).toEqual(["base"]);
});
