import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths, dateOf } from "#contract/date.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { purchases } = office.calls;
  await resultOf(await purchases.importBills({ file: droppedText("achats.csv", bills()) }));
});
afterAll(() => office.stop());

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
  expect(found.detectors.map((d) => d.state)).toEqual(Array.from({ length: 9 }, () => "learning"));
  const before = await treasury.warnings({ asOn: "2026-09-30" });
  expect(before.alerts).toEqual([]);
});
