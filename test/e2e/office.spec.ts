import { existsSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test } from "./fixtures.ts";

test("a company is created in five questions; its recovery key is typed back before going on", async ({
  page,
  host,
}, info) => {
  const folder = info.outputPath("Menuiserie Aubépine");
  await page.getByRole("button", { name: "Créer mon entreprise" }).click();
  await page.getByRole("button", { name: "Créer le dossier" }).click();
  await expect(page.getByLabel("Nom", { exact: true })).toBeFocused();
  await expect(page.getByText("Donnez un nom à l'entreprise.")).toBeVisible();
  await acceptScreen(page, "create");
  await page.getByLabel("Nom", { exact: true }).fill("Menuiserie Aubépine");
  await page.getByLabel("SIREN", { exact: true }).fill("732 829 321");
  await page.getByLabel("Nom du compte").fill("Courant");
  await page.getByLabel("Dossier", { exact: true }).fill(folder);
  await page.getByLabel("Phrase secrète", { exact: true }).fill("quatre mots au hasard");
  await page.getByLabel("La même, une deuxième fois").fill("quatre mots au hasard");
  await page.getByRole("button", { name: "Créer le dossier" }).click();
  await expect(page.getByText("732829321")).toBeVisible();
  expect(existsSync(folder)).toBe(false);
  await page.getByLabel("SIREN", { exact: true }).fill("732 829 320");
  await page.getByRole("button", { name: "Créer le dossier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre clé de secours");
  await acceptScreen(page, "recovery-key");
  const key = await page.locator("output").innerText();
  await page.getByLabel("Retapez la clé pour continuer").fill("ABCDE");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ce n'est pas la clé ci-dessus")).toBeVisible();
  const typed = key.toLowerCase().replaceAll("-", " ");
  await page.getByLabel("Retapez la clé pour continuer").fill(typed);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accueil");
  await expect(page.getByText("Aucune ligne de banque encore")).toBeVisible();
  await acceptScreen(page, "home-empty");
  await goTo(page, "/entries", "Écritures");
  await expect(page.getByText("Aucune écriture encore")).toBeVisible();
  await page.getByRole("button", { name: "Menuiserie Aubépine" }).click();
  await page.getByRole("menuitem", { name: "Fermer le dossier" }).click();
  await expect(page.getByLabel("Dossier", { exact: true })).toHaveValue(folder);
  await page.getByLabel("Phrase secrète", { exact: true }).fill(key);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accueil");
  expect(host.complaints).toEqual([]);
});

test("the sample company fills every screen, and the keyboard reaches what is behind", async ({
  page,
  host,
}, info) => {
  test.setTimeout(120_000);
  await acceptScreen(page, "start");
  await page.getByRole("button", { name: "Essayer avec l'entreprise exemple" }).click();
  await page.getByLabel("Dossier", { exact: true }).fill(info.outputPath("Exemple"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText("rapprochements à confirmer")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Point bas à 90 jours/)).toBeVisible();
  await expect(page.getByText(/écarts à expliquer/)).toBeVisible();
  await acceptScreen(page, "home");
  await readEntries(page);
  await readBalance(page);
  await readBooks(page);
  await readForecast(page);
  await goTo(page, "/journal", "Journal des actions");
  await page.getByRole("button", { name: "Vérifier le dossier" }).click();
  await expect(page.getByText("Intacte")).toHaveCount(2, { timeout: 20_000 });
  await acceptScreen(page, "journal");
  expect(host.complaints).toEqual([]);
});

async function readEntries(page: Page): Promise<void> {
  await goTo(page, "/entries", "Écritures");
  const list = page.getByRole("grid", { name: "Écritures" });
  await focusList(list);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Écriture n°/ })).toBeVisible();
  await expect(page.getByText("Sceau")).toBeVisible();
  await acceptScreen(page, "entries");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Sceau")).toHaveCount(0);
  await page.getByLabel("Libellé ou pièce").fill("aucune écriture ne dit cela");
  await expect(page.getByText("Aucune écriture ne répond à ces filtres.")).toBeVisible();
  await page.getByLabel("Libellé ou pièce").fill("FA-2026-0955");
  await expect(list.getByText("FA-2026-0955").first()).toBeVisible();
}

async function readBalance(page: Page): Promise<void> {
  await goTo(page, "/entries/balance", "Balance");
  await expect(page.getByText(/^Équilibrée/)).toBeVisible();
  await acceptScreen(page, "trial-balance");
  await focusList(page.getByRole("grid", { name: "Balance" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compte 1013");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  await acceptScreen(page, "account");
  await focusList(page.getByRole("grid"));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Balance");
}

async function readBooks(page: Page): Promise<void> {
  await goTo(page, "/vat", "TVA");
  await expect(page.getByRole("row", { name: /Total à payer/ })).toBeVisible();
  await acceptScreen(page, "sample-vat");
  await goTo(page, "/entries/assets", "Immobilisations");
  await expect(page.getByRole("grid", { name: "Immobilisations" })).toContainText("2154");
  await acceptScreen(page, "sample-assets");
  await goTo(page, "/statements", "Bilan");
  await expect(page.getByRole("row", { name: /Total général du passif/ })).toBeVisible();
  await acceptScreen(page, "sample-balance-sheet");
}

async function readForecast(page: Page): Promise<void> {
  await goTo(page, "/treasury", "Prévision de trésorerie");
  await focusList(page.getByRole("grid", { name: "Jours de la prévision" }));
  await page.keyboard.press("Enter");
  const day = page.getByRole("complementary");
  await expect(day).toContainText(/Solde en banque/);
  await day
    .getByText(/pièces derrière ce montant/)
    .first()
    .click();
  await expect(day.getByRole("link").first()).toHaveText(/\w-?\d/);
  await acceptScreen(page, "forecast");
  await page.keyboard.press("Escape");
  await page.getByRole("img", { name: /Solde prévu/ }).focus();
  await page.keyboard.press("t");
  await expect(page.getByRole("columnheader", { name: "Bas" })).toBeVisible();
  await goTo(page, "/treasury/indicators", "Indicateurs");
  await expect(page.getByText("FRNG − BFR = trésorerie nette, au centime.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^DSO \d/ })).toBeVisible();
  await acceptScreen(page, "indicators");
  await goTo(page, "/treasury/patterns", "Comportements de paiement");
  await expect(page.getByRole("grid").getByRole("row").nth(5)).toContainText(" j");
  await acceptScreen(page, "patterns");
  await readChart(page);
  const first = page.getByRole("grid").getByRole("row").nth(1).getByRole("gridcell").first();
  const client = (await first.textContent()) ?? "";
  await focusList(page.getByRole("grid"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid", { name: "Ventes" })).toContainText(client);
  await expect(page.getByRole("searchbox")).toHaveValue(client);
}

/** A chart by keyboard: its values, its table and back, and the three files it leaves as. */
async function readChart(page: Page): Promise<void> {
  const chart = page.getByRole("img", { name: "Retard usuel des clients qui doivent le plus" });
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(page.getByText(/^−?\d+ j, de −?\d+ j à −?\d+ j$/)).toBeVisible();
  await page.keyboard.press("t");
  await expect(page.getByRole("columnheader", { name: "1 sur 10 avant" })).toBeVisible();
  await page.keyboard.press("t");
  await expect(chart).toBeFocused();
  for (const [kind, ending] of [
    ["Image (PNG)", "png"],
    ["Dessin (SVG)", "svg"],
    ["Classeur (XLSX)", "xlsx"],
  ] as const) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Exporter" }).click();
    await page.getByRole("menuitem", { name: kind }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe(`retard-usuel-des-clients.${ending}`);
    if (ending !== "svg") continue;
    expect(readFileSync(await file.path(), "utf8")).toContain(">Agence Tramontine Conseil</text>");
  }
}
