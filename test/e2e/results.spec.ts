import type { Page } from "@playwright/test";
import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const STATEMENT =
  "Date;Libellé;Montant\n05/07/2025;VIR APPORT;25000,00\n" +
  ["07", "08", "09", "10", "11", "12"]
    .map((m) => `12/${m}/2025;PRLV NUAGELIB ABONNEMENT;-49,00\n`)
    .join("");

test("the sample company's margins and costs open on what is behind them", async ({
  page,
  host,
}, info) => {
  test.setTimeout(90_000);
  await trySample(page, info.outputPath("Exemple"));
  await readMargins(page);
  await readCosts(page);
  expect(host.complaints).toEqual([]);
});

test("the sample company's seasons and its gap to the budget are told", async ({
  page,
  host,
}, info) => {
  test.setTimeout(90_000);
  await trySample(page, info.outputPath("Exemple"));
  await readSeasons(page);
  await readVariance(page);
  expect(host.complaints).toEqual([]);
});

test("a young company is asked about its costs, and told what is missing", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(fill, [2025]));
  await goTo(page, "/treasury/costs", "Coûts");
  const questions = page.getByRole("grid", { name: "À confirmer" });
  await expect(questions).toContainText("À quoi sert-il ?");
  await focusList(questions);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText("Pas encore comptabilisé.");
  await acceptScreen(page, "costs-question");
  await goTo(page, "/treasury/margins", "Marges");
  await expect(page.getByText(/Aucune vente sur cette période/)).toBeVisible();
  await goTo(page, "/treasury/seasons", "Saisons");
  await expect(page.getByText(/Rien encore dans cette série/)).toBeVisible();
  await page.getByLabel("Série").selectOption({ label: "Décaissements" });
  await expect(page.getByText(/il faut douze mois entiers/)).toBeVisible();
  await acceptScreen(page, "seasons-young");
  await goTo(page, "/treasury/variance", "Écarts au budget");
  await page.getByRole("button", { name: "Faire le budget" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Budget");
  expect(host.complaints).toEqual([]);
});

async function fill({ banking }: BookCalls): Promise<void> {
  const file = new File([STATEMENT], "releve.csv");
  const events = await banking.importStatement({ file, bankAccountId: 1 });
  while ((await events.next()).done !== true);
}

async function trySample(page: Page, folder: string): Promise<void> {
  await page.getByRole("button", { name: "Essayer avec l'entreprise exemple" }).click();
  await page.getByLabel("Dossier", { exact: true }).fill(folder);
  await page.keyboard.press("Enter");
  await expect(page.getByText("rapprochements à confirmer")).toBeVisible({ timeout: 60_000 });
}

async function readMargins(page: Page): Promise<void> {
  await goTo(page, "/treasury/margins", "Marges");
  await expect(page.getByText(/égalent la marge du compte de résultat/)).toBeVisible();
  await expect(page.getByRole("img", { name: "Ce qui a changé la marge" })).toBeVisible();
  await acceptScreen(page, "margins");
  await focusList(page.getByRole("grid", { name: "Clients" }));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("link", { name: /FA-2026/ }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByLabel("Période", { exact: true }).selectOption({ label: "Exercice 2025" });
  await expect(page.getByText(/Aucune vente sur la période d'avant/)).toBeVisible();
}

async function readCosts(page: Page): Promise<void> {
  await goTo(page, "/treasury/costs", "Coûts");
  await expect(page.getByRole("img", { name: /^Niveau dans le temps/ })).toBeVisible();
  await acceptScreen(page, "costs");
  const moves = page.getByRole("grid", { name: "Changements de niveau" });
  await focusList(moves);
  await page.keyboard.press("Control+End");
  await expect(page.getByRole("img", { name: /Intérêts Prêt presse/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText("Observations");
  await page.keyboard.press("Escape");
  await focusList(page.getByRole("grid", { name: "Par nature, sur un an" }));
  await page.keyboard.press("Enter");
  await acceptScreen(page, "costs-category");
}

async function readSeasons(page: Page): Promise<void> {
  await goTo(page, "/treasury/seasons", "Saisons");
  await expect(page.getByText(/^Il y a une saison/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Indice de chaque mois/ })).toBeVisible();
  await acceptScreen(page, "seasons");
  await focusList(page.getByRole("grid", { name: "Mois de l'année" }));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("link", { name: /^FA-/ }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByLabel("Série").selectOption({ label: "Décaissements" });
  await expect(page.getByText(/n'améliore pas la prévision/)).toBeVisible();
}

async function readVariance(page: Page): Promise<void> {
  await goTo(page, "/treasury/variance", "Écarts au budget");
  await page.getByRole("button", { name: "Faire le budget" }).click();
  await page.getByRole("button", { name: /Partir du réel/ }).click();
  await page.getByLabel("Croissance (%)").fill("5");
  await page.getByRole("button", { name: "Remplacer le budget" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await goTo(page, "/treasury/variance", "Écarts au budget");
  await expect(page.getByText(/Les parts font l'écart, au centime/)).toBeVisible();
  await page.getByLabel("Dernier mois").selectOption({ label: "juin 2026" });
  await expect(page.getByRole("img", { name: "Du budget au réel" })).toBeVisible();
  await acceptScreen(page, "variance");
  await focusList(page.getByRole("grid", { name: "Comptes" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compte 601");
}
