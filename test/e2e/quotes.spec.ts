import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const TODAY = new Date().toISOString().slice(0, 10).split("-").toReversed().join("/");
const FILE =
  "Numéro;Date;Client;Libellé;HT;TTC;Facturation prévue;Probabilité;Statut\n" +
  `D-2026-001;${TODAY};Librairie Vaugrenard;Catalogue d'automne;4 000,00;4 800,00;${TODAY};60 %;envoyé\n` +
  "D-2026-002;06/03/2026;Mairie d'Orval;Affiches;500,00;600,00;;;accepté\n";

test("quotes are imported, typed, won, and counted in the year ahead", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(async () => undefined, [2026]));
  await goTo(page, "/sales/quotes", "Devis");
  await expect(page.getByText(/Aucun devis encore/)).toBeVisible();
  await goTo(page, "/import", "Import");
  const buffer = Buffer.from(FILE);
  await page.setInputFiles('input[type="file"]', {
    name: "devis.csv",
    mimeType: "text/csv",
    buffer,
  });
  await expect(page.getByLabel("Ce fichier contient")).toHaveValue("quotes");
  await page.getByRole("button", { name: /^Importer/ }).click();
  await page.getByRole("link", { name: "Voir" }).click();
  await expect(page.getByText(/pour 5.400,00.€ TTC, dont 3.480,00.€ comptés/)).toBeVisible();
  await page.getByRole("button", { name: "Nouveau devis" }).click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("Numéro").fill("D-2026-003");
  await panel.getByLabel("Client").fill("Éditions du Quai");
  await panel.getByLabel("HT").fill("1000");
  await panel.getByLabel("TTC").fill("1200");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("row", { name: /D-2026-003/ })).toContainText(/30.%/);
  await acceptScreen(page, "quotes");
  await focusList(page.getByRole("grid", { name: "Devis" }));
  await page.keyboard.press("Enter");
  await expect(panel.getByLabel("État")).toBeVisible();
  await panel.getByLabel("État").selectOption({ label: "Perdu" });
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("row", { name: /Perdu/ })).toContainText(/0.%/);
  expect(host.complaints).toEqual([]);
});
