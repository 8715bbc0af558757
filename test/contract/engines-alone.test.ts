import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths, monthOf } from "#contract/date.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { invoicing, banking } = office.calls;
  const invoices =
    "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
    "FA-1;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n" +
    "FA-2;Facture;05/03/2026;04/04/2026;C2;Presses du Quai;Reliure;20 %;900,00;180,00;1080,00\n";
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", invoices) }));
  const lines = "Date;Libellé;Montant\n09/04/2026;RETRAIT DAB RUE DU PORT;-40,00\n";
  const file = droppedText("releve.csv", lines);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
});
afterAll(() => office.stop());

test("each engine answers when nothing more is asked than the book", async () => {
  const { treasury } = office.calls;
  const { asOn } = await treasury.warnings({});
  const yearOn = addDays(addMonths(asOn, -12), 1);
  expect(await treasury.margins({})).toMatchObject({ fromOn: yearOn, toOn: asOn });
  expect(await treasury.causes({})).toMatchObject({
    ...{ kpi: "cash", fromOn: addDays(`${monthOf(asOn)}-01`, -1), toOn: asOn },
  });
  const year = { fromMonth: `${asOn.slice(0, 4)}-01`, toMonth: monthOf(asOn) };
  expect(await treasury.variance({})).toMatchObject(year);
  const { options } = await treasury.decide({});
  const told = Object.fromEntries(options.map(({ kind, name }) => [kind, name]));
  expect(told).toEqual({ collect: "FA-2", factor: "FA-2", nothing: "" });
  const quick = ["indicators", "paymentPatterns", "forecast", "yearAhead", "reliability"] as const;
  const more = ["warnings", "risk", "actions", "seasonality", "costDrift"] as const;
  for (const name of [...quick, ...more]) {
    expect(Object.keys(await treasury[name]({} as never)).length).toBeGreaterThan(0);
  }
  expect((await resultOf(await treasury.stress({}))).asOn).toBe("2026-04-09");
});

test("a period that runs backwards is refused", async () => {
  const { treasury } = office.calls;
  const refused = { data: { code: "statements.backwards" } };
  const days = { fromOn: "2026-03-02", toOn: "2026-03-01" };
  await expect(treasury.margins(days)).rejects.toMatchObject(refused);
  await expect(treasury.causes(days)).rejects.toMatchObject(refused);
  const months = { fromMonth: "2026-04", toMonth: "2026-03" };
  await expect(treasury.variance(months)).rejects.toMatchObject(refused);
});
