import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths } from "#contract/date.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const shown = (on: string) => on.split("-").toReversed().join("/");
/** Nine rents, billed on the 5th, due on the 25th; eight are paid. */
const rents = Array.from({ length: 9 }, (_, i) => {
  const issuedOn = addMonths("2026-01-05", i);
  return { reference: `LOY-${202601 + i}`, issuedOn, dueOn: addDays(issuedOn, 20) };
});
const BILLS =
  "Numéro;Type;Date;Échéance;Code fournisseur;Fournisseur;Compte;Libellé;Taux TVA;HT;TVA;TTC\n" +
  rents
    .map(({ reference, issuedOn, dueOn }) => {
      const dates = `${shown(issuedOn)};${shown(dueOn)}`;
      return `${reference};Facture;${dates};F1;Foncière Vaugrenard;613200;Loyer;20 %;1000,00;200,00;1200,00\n`;
    })
    .join("");
const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-1;Facture;05/01/2026;04/02/2026;C1;Presses du Quai;Reliure;20 %;100,00;20,00;120,00\n";
const STATEMENT =
  "Date;Libellé;Montant\n" +
  rents
    .slice(0, 8)
    .map(
      ({ reference, dueOn }) => `${shown(dueOn)};PRLV FONCIERE VAUGRENARD ${reference};-1200,00\n`,
    )
    .join("");

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { purchases, invoicing, banking, reconciliation } = office.calls;
  await resultOf(await purchases.importBills({ file: droppedText("achats.csv", BILLS) }));
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", INVOICES) }));
  const file = droppedText("releve.csv", STATEMENT);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
  await resultOf(await reconciliation.runMatching({}));
});
afterAll(() => office.stop());

test("a rent that is billed counts once: not again as recurring, nor as business to come", async () => {
  const { days } = await office.calls.treasury.forecast({ asOn: "2026-09-06" });
  const out = days.flatMap((day) =>
    day.flows.flatMap(({ layer, amountMinor }) =>
      amountMinor < 0 ? [{ on: day.on, layer, amountMinor }] : [],
    ),
  );
  const ofLayer = (layer: string) =>
    out.reduce((sum, flow) => sum + (flow.layer === layer ? flow.amountMinor : 0), 0);
  expect(ofLayer("open")).toBe(-120_000);
  expect(out.filter((flow) => flow.layer === "recurring")).toEqual([
    { on: "2026-10-25", layer: "recurring", amountMinor: -120_000 },
    { on: "2026-11-25", layer: "recurring", amountMinor: -120_000 },
  ]);
  expect(ofLayer("run-rate")).toBe(0);
});
