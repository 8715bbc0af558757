import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  ["0001", "0002", "0003"]
    .map(
      (n) =>
        `FA-2026-${n};Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n`,
    )
    .join("");
const STATEMENT = "Date;Libellé;Montant\n07/02/2026;VIR RECU LIBRAIRIE VAUGRENARD;120,00\n";

test("a file dropped on any screen is previewed in the import", async ({ page, makeBook }) => {
  await unlock(page, await makeBook());
  await goTo(page, "/journal", "Journal des actions");
  const held = await page.evaluateHandle(`(() => {
    const held = new DataTransfer();
    held.items.add(new File([${JSON.stringify(INVOICES)}], "ventes.csv", { type: "text/csv" }));
    return held;
  })()`);
  await page.dispatchEvent("main", "dragover", { dataTransfer: held });
  await expect(page.getByText("Déposez pour importer")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: held });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import");
  await expect(page.getByRole("heading", { name: "ventes.csv" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Importer (3)" })).toBeVisible();
});

test("a bank line is decided from the list: Enter opens and accepts", async ({
  page,
  makeBook,
}) => {
  await unlock(page, await makeBook(suggestedLine));
  await goTo(page, "/bank", "Banque");
  const list = page.getByRole("grid", { name: "Lignes de banque" });
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Proposition/ }).first()).toBeVisible();
  await acceptScreen(page, "bank-suggestions");
  const before = await page.getByRole("heading", { name: /^Proposition/ }).count();
  await focusList(list);
  await page.keyboard.press("Delete");
  await expect(page.getByRole("heading", { name: /^Proposition/ })).toHaveCount(before - 1);
  await focusList(list);
  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Chercher un poste ouvert" })).toBeFocused();
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 sur 1 rapprochées")).toBeVisible();
});

async function suggestedLine(office: BookCalls): Promise<void> {
  const sales = new File([INVOICES], "ventes.csv");
  await ended(await office.invoicing.importInvoices({ file: sales }));
  const file = new File([STATEMENT], "releve.csv");
  await ended(await office.banking.importStatement({ file, bankAccountId: 1 }));
  await ended(await office.reconciliation.runMatching({}));
}

async function ended(events: AsyncIterator<unknown>): Promise<void> {
  while ((await events.next()).done !== true);
}
