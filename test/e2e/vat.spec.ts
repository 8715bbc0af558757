import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;1000,49;200,10;1200,59\n" +
  "FA-2026-0002;Facture;12/01/2026;11/02/2026;C2;Musée Tesquières;Affiches;5,5 %;200,00;11,00;211,00\n";
const BILLS =
  "Numéro;Date;Échéance;Code fournisseur;Fournisseur;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "F-12;15/01/2026;04/02/2026;F1;Forge du Val;Ferrures;20 %;100,00;20,00;120,00\n";

test("a month of VAT is computed box by box, opened, settled, undone and controlled", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(january));
  await goTo(page, "/vat", "TVA");
  await acceptScreen(page, "vat-regime");
  await page.getByLabel("Option pour les débits").check();
  await page.getByRole("button", { name: "Fixer le régime" }).click();
  await expect(page.getByRole("row", { name: /^08 Taux normal 20 %/ })).toContainText("200");
  await page.getByRole("button", { name: "Lignes derrière la case 08" }).click();
  await expect(page.getByRole("complementary")).toContainText("Librairie Vaugrenard");
  await acceptScreen(page, "vat");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Arrêter la déclaration…" }).click();
  await expect(page.getByRole("dialog")).toContainText("191,00");
  await acceptScreen(page, "vat-final");
  await page.getByRole("dialog").getByRole("button", { name: "Arrêter", exact: true }).click();
  await expect(page.getByText("Déclaration arrêtée")).toBeVisible();
  await page.getByLabel("Période").selectOption("2026-01-31");
  await page.getByRole("link", { name: "Voir l'écriture" }).click();
  await expect(page.getByRole("complementary")).toContainText("Liquidation de la TVA 2026-01");
  await goTo(page, "/vat/control", "Contrôle");
  await expect(page.getByRole("row", { name: /collectée 20/ })).toContainText("200,10");
  await acceptScreen(page, "vat-control");
  await goTo(page, "/vat", "TVA");
  await page.getByLabel("Période").selectOption("2026-01-31");
  await page.getByRole("button", { name: "Annuler la dernière…" }).click();
  await page.getByRole("button", { name: "Annuler la déclaration" }).click();
  await expect(page.getByText("Déclaration annulée")).toBeVisible();
  expect(host.complaints).toEqual([]);
});

async function january(office: BookCalls): Promise<void> {
  const imports = [
    await office.invoicing.importInvoices({ file: new File([INVOICES], "ventes.csv") }),
    await office.purchases.importBills({ file: new File([BILLS], "achats.csv") }),
  ];
  for (const events of imports) while ((await events.next()).done !== true);
}
