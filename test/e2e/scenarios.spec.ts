import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";
import { fillSmallTrade, toTheEnd } from "./small-trade.ts";

const SCHEDULE =
  "Libellé;Montant;Date;Catégorie;Récurrence\nSalaires;-9000,00;30/04/2026;salaires;mensuelle\n";

test("scenarios stand side by side, give their parts, are frozen; thresholds are set", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(fill));
  await goTo(page, "/treasury/scenarios", "Scénarios");
  await page.getByRole("button", { name: "Nouveau scénario" }).click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("Nom", { exact: true }).fill("Embauche et retard");
  await panel.getByLabel("Ajouter une hypothèse").selectOption("hire");
  await panel.getByLabel("À partir du").fill("01/05/2026");
  await panel.getByLabel("Ajouter une hypothèse").selectOption("client-delay");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  const list = page.getByRole("grid", { name: "Scénarios côte à côte" });
  await expect(list.getByRole("row", { name: /Embauche et retard/ })).toBeVisible();
  await expect(panel.getByRole("rowheader", { name: "Une embauche" })).toBeVisible();
  await acceptScreen(page, "scenarios-one");
  await panel.getByRole("button", { name: "Geler cette prévision" }).click();
  const frozen = page.getByRole("grid", { name: "Prévisions gelées" });
  await frozen.getByRole("row", { name: /Embauche et retard/ }).dblclick();
  await expect(panel).toContainText("Aucune semaine entière");
  await acceptScreen(page, "scenarios-frozen");
  await goTo(page, "/bank/rules", "Règles de classement");
  await page.getByRole("button", { name: "Seuils" }).click();
  await panel.getByLabel("Plancher de trésorerie").fill("5000");
  await panel.getByLabel("Horizon").fill("12");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await expect(panel.getByText(/horizon.*30 à 365/)).toBeVisible();
  await panel.getByLabel("Horizon").fill("120");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Seuils enregistrés.").first()).toBeVisible();
  await acceptScreen(page, "thresholds");
  expect(host.complaints).toEqual([]);
});

async function fill(office: BookCalls): Promise<void> {
  await fillSmallTrade(office);
  const file = new File([SCHEDULE], "echeancier.csv");
  await toTheEnd(await office.treasury.importSchedule({ file }));
}
