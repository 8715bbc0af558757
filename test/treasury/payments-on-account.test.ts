import { afterAll, beforeAll, expect, test } from "vitest";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { invoicing, banking } = office.calls;
  await resultOf(await invoicing.importInvoices({ file: droppedText("ventes.csv", INVOICES) }));
  const file = droppedText("releve.csv", STATEMENT);
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
});
afterAll(() => office.stop());

const HEAD = "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n";
const row = (n: number, on: string, dueOn: string) =>
  `FA-${n};Facture;${on};${dueOn};C1;Meubles Vaugrenard;Reliure;20 %;1000,00;200,00;1200,00\n`;
const INVOICES =
  HEAD +
  row(1, "05/01/2026", "04/02/2026") +
  row(2, "06/02/2026", "08/03/2026") +
  row(3, "06/03/2026", "05/04/2026");
const STATEMENT =
  "Date;Libellé;Montant\n" +
  "20/02/2026;VIR SEPA RECU /DE MEUBLES VAUGRENARD /MOTIF REGLEMENT;1500,00\n" +
  "20/03/2026;VIR SEPA RECU /DE MEUBLES VAUGRENARD /MOTIF REGLEMENT;700,00\n";

/** What the forecast still expects of open invoices, whenever it comes. */
async function owedMinor(): Promise<number> {
  const { treasury } = office.calls;
  const { clients } = await treasury.risk({ asOn: "2026-03-31" });
  return clients.reduce((sum, client) => sum + client.openMinor, 0);
}

test("round sums of a customer pay its oldest invoices, in the forecast and in its habits", async () => {
  const { reconciliation, treasury } = office.calls;
  expect(await owedMinor()).toBe(360_000);
  await resultOf(await reconciliation.runMatching({}));
  expect(await owedMinor()).toBe(360_000 - 150_000 - 70_000);
  const lines = await reconciliation.listLines({ limit: 10 });
  const first = lines.rows.find((line) => line.amountMinor === 150_000);
  if (first === undefined) throw new Error("the receipt is listed");
  const parts = [{ account: "411000", amountMinor: 150_000, party: "Meubles Vaugrenard" }];
  await reconciliation.confirmMatch({ bankLineId: first.id, allocations: [], parts });
  expect(await owedMinor()).toBe(360_000 - 150_000 - 70_000);
  const { parties } = await treasury.paymentPatterns({ side: "customer", asOn: "2026-03-31" });
  expect(parties[0]).toMatchObject({ partyName: "Meubles Vaugrenard", observations: 3 });
  expect(
    (await office.calls.invoicing.listInvoices({ state: "open", limit: 10 })).rows,
  ).toHaveLength(3);
});

/** Books a bank line on the customer's account. */
async function bookOnAccount(amountMinor: number): Promise<void> {
  const { reconciliation } = office.calls;
  const { rows } = await reconciliation.listLines({ limit: 10 });
  const line = rows.find((one) => one.amountMinor === amountMinor);
  if (line === undefined) throw new Error("the line is listed");
  const parts = [{ account: "411000", amountMinor, party: "Meubles Vaugrenard" }];
  await reconciliation.confirmMatch({ bankLineId: line.id, allocations: [], parts });
}

test("sent back, and booked so, it pays no more", async () => {
  const text = "Date;Libellé;Montant\n25/03/2026;REJET VIR VAUGRENARD;-1500,00\n";
  const file = droppedText("rejet.csv", text);
  await resultOf(await office.calls.banking.importStatement({ file, bankAccountId: 1 }));
  await bookOnAccount(-150_000);
  expect(await owedMinor()).toBe(360_000 - 70_000);
});

test("lettered by hand with an invoice, it still pays it", async () => {
  const { lettering } = office.calls;
  await bookOnAccount(70_000);
  expect(await owedMinor()).toBe(360_000 - 70_000);
  const [party] = await lettering.listLetterable({ kind: "customer" });
  if (party === undefined) throw new Error("the customer has lines to letter");
  const { account, partyId } = party;
  const lineIds = (await lettering.listLines({ account, partyId }))
    .filter((line) => line.creditMinor === 70_000 || line.pieceRef === "FA-1")
    .map((line) => line.id);
  expect(lineIds).toHaveLength(2);
  await lettering.letter({ lineIds });
  expect(await owedMinor()).toBe(360_000 - 70_000);
});
