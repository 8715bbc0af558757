import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const ROWS =
  "Quand\tQuoi\tCombien\n04/02/2026\tRESTAURANT\t25,00\n05/02/2026\tREMBOURSEMENT\t-10,00\n";

test("rows pasted from a spreadsheet are read with the columns that the person chooses", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(undefined, [2026]));
  await goTo(page, "/import", "Import");
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(ROWS)});
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  `);
  await expect(page.getByRole("heading", { name: /^Collage du/ })).toBeVisible();
  await page.getByLabel("Colonne de « Date »").selectOption("Quand");
  await page.getByRole("button", { name: "Relire avec ces colonnes" }).click();
  await page.getByLabel("Colonne de « Libellé »").selectOption("Quoi");
  await page.getByLabel("Colonne de « Montant »").selectOption("Combien");
  await page.getByRole("button", { name: "Relire avec ces colonnes" }).click();
  await page.getByLabel("Compte bancaire du relevé").selectOption("Courant");
  await page.getByText("Choisir les colonnes").click();
  await page.getByLabel("Les dépenses y sont positives").check();
  await page.getByRole("button", { name: "Relire avec ces colonnes" }).click();
  await acceptScreen(page, "columns");
  await page.getByRole("button", { name: "Importer (2)" }).click();
  await goTo(page, "/bank", "Banque");
  await expect(page.getByRole("row", { name: /RESTAURANT/ })).toContainText("−25,00");
  expect(host.complaints).toEqual([]);
});
