import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test } from "./fixtures.ts";

test("the forecast is measured on the past, and says how far to believe it", async ({
  page,
  host,
}, info) => {
  test.setTimeout(120_000);
  await page.getByRole("button", { name: "Essayer avec l'entreprise exemple" }).click();
  await page.getByLabel("Dossier", { exact: true }).fill(info.outputPath("Exemple"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("rapprochements à confirmer")).toBeVisible({ timeout: 60_000 });
  await goTo(page, "/treasury/reliability", "Fiabilité mesurée");
  await page.getByRole("button", { name: "Mesurer maintenant" }).first().click();
  await expect(page.getByText(/^À 30 jours, la prévision se trompe de/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole("figure")).toHaveCount(1);
  await expect(page.getByText("Chaque facture à son échéance").last()).toBeVisible();
  await acceptScreen(page, "reliability");
  expect(host.complaints).toEqual([]);
});
