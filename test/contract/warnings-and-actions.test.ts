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

test("a reminder noted leaves its client in peace, and its effect is counted once judged", async () => {
  const { treasury, banking, reconciliation, invoicing } = office.calls;
  const doneOn = "2026-11-20";
  const [first] = (await treasury.actions({ asOn: doneOn })).actions;
  const partyId = first?.partyId ?? 0;
  const noted = await treasury.noteReminder({ partyId, kind: "call", doneOn });
  expect(noted.invoices).toBe(1);
  const names = async (asOn: string) =>
    (await treasury.actions({ asOn })).actions.map((one) => one.partyName);
  expect(await names(doneOn)).not.toContain("Librairie Vaugrenard");
  expect(await names("2026-11-27")).toContain("Librairie Vaugrenard");
  const effectOn = async (asOn: string) =>
    (await treasury.actions({ asOn })).effects.find((one) => one.kind === "call");
  expect((await effectOn("2026-12-20"))?.reliability.observations).toBe(0);
  const before = await effectOn("2026-12-20");
  const after = await effectOn("2026-12-21");
  expect(after?.reliability.observations).toBe(1);
  expect(after?.mean).toBeLessThan(before?.mean ?? 0);
  const told = (await treasury.reminders({ limit: 10 })).rows;
  expect(told).toMatchObject([
    {
      ...{ reminderId: noted.reminderId, kind: "call", partyName: "Librairie Vaugrenard", doneOn },
      invoices: [{ number: "FA-1", openMinor: 960_000, deadlineOn: "2026-12-20" }],
    },
  ]);
  const text = "Date;Libellé;Montant\n15/12/2026;VIR LIBRAIRIE VAUGRENARD FA-1;9600,00\n";
  const file = droppedText("releve.csv", text);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
  await resultOf(await reconciliation.runMatching({}));
  expect((await invoicing.getInvoice({ invoiceId: 1 })).openMinor).toBe(0);
  const [paid] = (await treasury.reminders({ limit: 10 })).rows;
  expect(paid?.invoices[0]?.outcome).toBe("paid");
  expect((await effectOn("2026-12-21"))?.mean).toBeGreaterThan(before?.mean ?? 1);
  await expect(
    treasury.noteReminder({ partyId, kind: "mail", doneOn: "2026-01-01" }),
  ).rejects.toMatchObject({ data: { code: "treasury.nothing-to-remind" } });
  await expect(
    treasury.noteReminder({ partyId, kind: "mail", doneOn: "2099-01-01" }),
  ).rejects.toMatchObject({ data: { code: "treasury.reminder-ahead" } });
  await treasury.forgetReminder({ reminderId: noted.reminderId });
  expect((await treasury.reminders({ limit: 10 })).rows).toEqual([]);
  await expect(treasury.forgetReminder({ reminderId: 7 })).rejects.toMatchObject({
    data: { code: "treasury.unknown-reminder" },
  });
});

test("the engines find what is planted for them", async () => {
  const { treasury } = office.calls;
  for (const engine of ["warnings", "actions"]) {
    const truths = await treasury.selfTest({ engine });
    expect(truths.length).toBeGreaterThanOrEqual(4);
    expect(truths.filter((one) => !one.isFound)).toEqual([]);
  }
});
