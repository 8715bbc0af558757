import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths, dateOf } from "#contract/date.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { purchases, invoicing, treasury } = office.calls;
  await resultOf(await purchases.importBills({ file: droppedText("achats.csv", bills()) }));
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", INVOICES) }));
  await resultOf(await treasury.importSchedule({ file: droppedText("echeancier.csv", SCHEDULE) }));
});
afterAll(() => office.stop());

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-1;Facture;05/10/2026;04/11/2026;C1;Librairie Vaugrenard;Reliure;20 %;8000,00;1600,00;9600,00\n" +
  "FA-2;Facture;20/12/2026;19/01/2027;C2;Presses du Quai;Reliure;20 %;100,00;20,00;120,00\n";
const SCHEDULE =
  "Libellé;Montant;Date;Catégorie;Récurrence\n" +
  "TVA décembre;-1200,00;31/12/2026;impôts;\nSalaires;-9000,00;31/12/2026;salaires;\n" +
  "Loyer;-900,00;05/01/2027;loyer;\n";

const shown = (date: string) => date.split("-").toReversed().join("/");

/** Twelve bills of one supplier: nine leave 45 days, the last three 20. */
function bills(): string {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const issuedOn = addMonths(dateOf(2026, 1, 5) ?? "", i);
    const days = i < 9 ? 45 : 20;
    const dates = `${shown(issuedOn)};${shown(addDays(issuedOn, days))}`;
    return `AB-${i};Facture;${dates};F1;Papeterie du Port;606400;Carton;20 %;5000,00;1000,00;6000,00\n`;
  });
  return (
    "Numéro;Type;Date;Échéance;Code fournisseur;Fournisseur;Compte;Libellé;Taux TVA;HT;TVA;TTC\n" +
    rows.join("")
  );
}

test("a supplier that shortens its terms is told, with its bills and what the detectors are worth", async () => {
  const { treasury } = office.calls;
  const found = await treasury.warnings({ asOn: "2026-12-31" });
  expect(found.alerts.map((a) => [a.kind, a.partyName])).toEqual([
    ["terms-shrinking", "Papeterie du Port"],
  ]);
  expect(found.alerts[0]?.refs.map((r) => r.kind)).toEqual(["bill", "bill", "bill"]);
  expect(found.alerts[0]?.parts.map((p) => p.figure.value)).toEqual([45, 20]);
  expect(found.detectors.map((d) => d.state)).toEqual(Array.from({ length: 10 }, () => "learning"));
  const before = await treasury.warnings({ asOn: "2026-09-30" });
  expect(before.alerts).toEqual([]);
});

test("what to do first: the late client, and wages and taxes before the bills", async () => {
  const { treasury } = office.calls;
  const found = await treasury.actions({ asOn: "2026-12-31", minutes: 60 });
  const [first] = found.actions;
  expect(first).toMatchObject({ kind: "formal-notice", partyName: "Librairie Vaugrenard" });
  expect(first?.refs).toEqual([{ kind: "invoice", id: "1" }]);
  expect(first?.openMinor).toBe(960_000);
  expect(found.usedMinutes).toBeLessThanOrEqual(60);
  expect(found.effects.map((e) => e.state)).toEqual(["hypothesis", "hypothesis", "hypothesis"]);
  const due = found.payments.filter((p) => p.kind === "make");
  expect(due.map((p) => p.legalRank).slice(0, 3)).toEqual(["wages", "taxes", "suppliers"]);
  expect(due.every((p) => p.isShort)).toBe(true);
  const held = found.payments.filter((p) => p.kind === "hold");
  expect(held.map((p) => [p.label, p.payOn])).toEqual([["Loyer", "2027-01-05"]]);
  expect((await treasury.actions({ asOn: "2026-12-31", minutes: 3 })).actions).toEqual([]);
});

test("the engines find what is planted for them", async () => {
  const { treasury } = office.calls;
  for (const engine of ["warnings", "actions"]) {
    const truths = await treasury.selfTest({ engine });
    expect(truths.length).toBeGreaterThanOrEqual(4);
    expect(truths.filter((one) => !one.isFound)).toEqual([]);
  }
});
