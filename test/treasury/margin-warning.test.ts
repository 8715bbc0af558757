import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths } from "#contract/date.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const HEADER = (party: string, account: string) =>
  `Numéro;Type;Date;Échéance;Code ${party};${party};${account}Libellé;Taux TVA;HT;TVA;TTC\n`;
const shown = (date: string) => date.split("-").toReversed().join("/");
const money = (euros: number) => `${euros},00`;
const amounts = (net: number) => `20 %;${money(net)};${money(net / 5)};${money((net * 6) / 5)}`;
const months = Array.from({ length: 12 }, (_, i) => addMonths("2026-01-10", i));

const INVOICES = months.map((on, i) => {
  const dates = `${shown(on)};${shown(addMonths(on, 1))}`;
  return `FA-${i};Facture;${dates};C1;Imprimerie Kerdual;Reliure;${amounts(1000)}\n`;
});
/** Subcontracting that names the customer: 400.00 a month, then 20.00 more each month. */
const BILLS = months.map((on, i) => {
  const dates = `${shown(on)};${shown(on)}`;
  const bill = `AB-${i};Facture;${dates};F1;Cartons du Port;604000;Pose pour Imprimerie Kerdual`;
  return `${bill};${amounts(400 + 20 * i)}\n`;
});

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { invoicing, purchases } = office.calls;
  const sales = HEADER("Client", "") + INVOICES.join("");
  const bought = HEADER("Fournisseur", "Compte;") + BILLS.join("");
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", sales) }));
  await resultOf(await purchases.importBills({ file: droppedText("achats.csv", bought) }));
});
afterAll(() => office.stop());

test("a margin that wears away is told of its customer and of its family, with what opens", async () => {
  const { alerts, detectors } = await office.calls.treasury.warnings({ asOn: "2026-12-31" });
  const found = alerts.filter((one) => one.kind === "margin-erosion");
  expect(found.map((one) => [one.partyName, one.refs[0]?.kind, one.impact.value])).toEqual([
    // 42 % of cost over the first quarter, 60 % over the last, of 12,000.00.
    ["Prestations de services", "account", 216_000],
    ["Imprimerie Kerdual", "invoice", 216_000],
  ]);
  expect(found[1]?.refs).toHaveLength(3);
  expect(found[0]?.partyId).toBeNull();
  const record = detectors.find((one) => one.name === "margin-erosion");
  expect(record).toMatchObject({ state: "learning", horizonDays: 84 });
  // In August eight months have ended: too few to tell.
  const early = await office.calls.treasury.warnings({ asOn: "2026-08-31" });
  expect(early.alerts.filter((one) => one.kind === "margin-erosion")).toEqual([]);
});
