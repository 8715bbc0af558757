import type { Page } from "@playwright/test";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test } from "./fixtures.ts";

test("margins, costs, seasons and the budget of the sample company", async ({
  page,
  host,
}, info) => {
  test.setTimeout(90_000);
  await page.getByRole("button", { name: "Essayer avec l'entreprise exemple" }).click();
  await page.getByLabel("Dossier", { exact: true }).fill(info.outputPath("Exemple"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("rapprochements à confirmer")).toBeVisible({ timeout: 60_000 });
  await readMargins(page);
  expect(host.complaints).toEqual([]);
});

async function readMargins(page: Page): Promise<void> {
  await goTo(page, "/treasury/margins", "Marges");
  await expect(page.getByText(/égalent la marge du compte de résultat/)).toBeVisible();
  await expect(page.getByRole("img", { name: "Ce qui a changé la marge" })).toBeVisible();
  await acceptScreen(page, "margins");
  await focusList(page.getByRole("grid", { name: "Clients" }));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("link", { name: /FA-2026/ }).first()).toBeVisible();
  await acceptScreen(page, "margins-client");
  await page.keyboard.press("Escape");
  await page.getByLabel("Période", { exact: true }).selectOption({ label: "Exercice 2025" });
  await expect(page.getByText(/Aucune vente sur la période d'avant/)).toBeVisible();
}
