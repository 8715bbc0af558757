import type { Page } from "@playwright/test";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, screenshot, test, trySample } from "./fixtures.ts";

test("cash is stressed, and what the worst draws lack opens", async ({ page, host }, info) => {
  test.setTimeout(90_000);
  await trySample(page, info.outputPath("Exemple"));
  await seeStress(page);
  expect(host.complaints).toEqual([]);
});

test("the forecast is frozen and seen a year ahead", async ({ page, host }, info) => {
  test.setTimeout(90_000);
  await trySample(page, info.outputPath("Exemple"));
  await seeYear(page);
  expect(host.complaints).toEqual([]);
});

test("the move of cash is explained, and an event is set against it", async ({
  page,
  host,
}, info) => {
  test.setTimeout(90_000);
  await trySample(page, info.outputPath("Exemple"));
  await seeCauses(page);
  expect(host.complaints).toEqual([]);
});

async function seeStress(page: Page): Promise<void> {
  await goTo(page, "/treasury/stress", "Épreuve de la trésorerie");
  await expect(page.getByText(/^Risque de passer sous le plancher/)).toBeVisible();
  await expect(page.getByRole("figure")).toHaveCount(3);
  const lead = page.getByText(/% d'ici 30 j/);
  const usual = await lead.textContent();
  await page.getByLabel("Ce qui arrive").selectOption("combined");
  await expect(lead).not.toHaveText(usual ?? "");
  await expect(lead).toBeVisible();
  await page.getByLabel("Ce qui arrive").selectOption("base");
  await page.getByLabel("Sur", { exact: true }).selectOption("365");
  await page
    .getByRole("region", { name: "Épreuve de la trésorerie" })
    .getByRole("button", { name: "Arrêter" })
    .click();
  await expect(page.getByText("Le calcul a été arrêté.")).toBeVisible();
  await page.getByRole("button", { name: "Reprendre le calcul" }).click();
  await expect(page.getByText(/d'ici 365 j/)).toBeVisible({ timeout: 15_000 });
  await page.setViewportSize({ width: 1280, height: 1200 });
  await acceptScreen(page, "stress-whole");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByLabel("Sur", { exact: true }).selectOption("90");
  const list = page.getByRole("grid", { name: "Pièces qui pèsent sur les pires tirages" });
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ventes");
}

async function seeYear(page: Page): Promise<void> {
  await goTo(page, "/treasury", "Prévision de trésorerie");
  await expect(page.getByRole("button", { name: /Solde presse numérique/ })).toBeVisible();
  await page.getByRole("button", { name: "Geler cette prévision" }).click();
  await expect(page.getByText("Prévision gelée.").first()).toBeVisible();
  await acceptScreen(page, "forecast-days");
  await page.getByText("12 mois", { exact: true }).click();
  await focusList(page.getByRole("grid", { name: "Mois à venir" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText("De quoi ce mois est fait");
  await acceptScreen(page, "forecast-year");
  await page.getByRole("button", { name: "Voir les jours de ce mois" }).click();
  await expect(page.getByRole("complementary")).toContainText(/Solde en banque/);
}

async function seeCauses(page: Page): Promise<void> {
  await goTo(page, "/treasury/causes", "Pourquoi le chiffre a bougé");
  await expect(page.getByText(/^La trésorerie passe de/)).toBeVisible();
  await page.getByLabel("Jour").fill("05/12/2026");
  await page.getByLabel("Événement").fill("Salon du livre");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/effet estimé.*intervalle à 80/)).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 1100 });
  await acceptScreen(page, "causes");
  await page.setViewportSize({ width: 1280, height: 800 });
  await focusList(page.getByRole("grid", { name: "Mouvements" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText("Les mouvements les plus grands");
  await page.getByText("DSO", { exact: true }).click();
  await expect(page.getByText(/^Les clients ont payé en/)).toBeVisible();
  await screenshot(page, "causes-dso");
}
