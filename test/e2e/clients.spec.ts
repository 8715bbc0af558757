import type { Page } from "@playwright/test";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, screenshot, test, trySample, unlock } from "./fixtures.ts";

test("clients by risk, warnings with their record, and what to do first", async ({
  page,
  host,
}, info) => {
  test.setTimeout(120_000);
  await trySample(page, info.outputPath("Exemple"));
  await readClients(page);
  await readWarnings(page);
  await readActions(page);
  expect(host.complaints).toEqual([]);
});

test("a book without a payment says what the clients' views are drawn from", async ({
  page,
  makeBook,
}) => {
  await unlock(page, await makeBook());
  await goTo(page, "/treasury/clients", "Clients");
  await expect(page.getByRole("button", { name: "Importer des factures" })).toBeVisible();
  await acceptScreen(page, "clients-empty");
  await goTo(page, "/treasury/warnings", "Alertes");
  await expect(page.getByText("Rien à relire encore")).toBeVisible();
  await screenshot(page, "warnings-empty");
  await goTo(page, "/treasury/actions", "À faire d'abord");
  await expect(page.getByText("Aucune relance à proposer")).toBeVisible();
  await screenshot(page, "actions-empty");
});

async function readClients(page: Page): Promise<void> {
  await goTo(page, "/treasury/clients", "Clients");
  const list = page.getByRole("grid", { name: "Risque par client" });
  await expect(page.getByText(/clients sur \d+ ont plus d'une chance sur deux/)).toBeVisible();
  await focusList(list);
  await screenshot(page, "clients");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const panel = page.getByRole("complementary");
  const reasons = panel.getByRole("table", { name: "D'où vient ce score" });
  await expect(reasons).toBeVisible();
  // From the score of all clients, the points lead to the client's own.
  const points = (await reasons.getByRole("cell").allInnerTexts()).map((text) =>
    Number(text.replace("\u2212", "-")),
  );
  const own = points.pop();
  expect(points.reduce((sum, one) => sum + one, 0)).toBe(own);
  await expect(panel.getByRole("table", { name: "Comment il paie" })).toBeVisible();
  await expect(panel.getByRole("link").first()).toBeVisible();
  await acceptScreen(page, "clients-one");
  await page.getByLabel("Figure").selectOption("ageing");
  await expect(page.getByRole("img", { name: /plus de 90 j de retard/ })).toBeVisible();
  await screenshot(page, "clients-ageing");
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ventes");
}

async function readWarnings(page: Page): Promise<void> {
  await goTo(page, "/treasury/warnings", "Alertes");
  const detectors = page.getByRole("grid", { name: "Ce que vaut chaque détecteur" });
  await focusList(detectors);
  await expect(page.getByRole("list", { name: "Où regarder" }).getByRole("link")).not.toHaveCount(
    0,
  );
  await acceptScreen(page, "warnings");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("table", { name: "Ses résultats" })).toBeVisible();
  await screenshot(page, "warnings-detector");
  await page.keyboard.press("Escape");
  await page
    .getByRole("link", { name: /Ouvrir/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ventes");
}

async function readActions(page: Page): Promise<void> {
  await goTo(page, "/treasury/actions", "À faire d'abord");
  const list = page.getByRole("grid", { name: "Relances, dans l'ordre" });
  await focusList(list);
  await expect(page.getByText(/Rien ne part d'ici/).first()).toBeVisible();
  await screenshot(page, "actions");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("complementary").getByText("hypothèse")).toBeVisible();
  await acceptScreen(page, "actions-one");
  const panel = page.getByRole("complementary");
  const reminded = (await panel.getByRole("heading", { level: 2 }).textContent()) ?? "";
  await panel.getByLabel("Comment").selectOption({ label: "appel" });
  await panel.getByRole("button", { name: "Noter" }).click();
  await expect(page.getByText(/^Relance notée pour/)).toBeVisible();
  await expect(list.getByRole("row", { name: reminded })).toHaveCount(0);
  const made = page.getByRole("grid", { name: "Relances notées" });
  await expect(made.getByRole("row", { name: reminded })).toContainText("en attente");
  await focusList(made);
  await made.scrollIntoViewIfNeeded();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("link", { name: /^FA-/ }).first()).toBeVisible();
  await screenshot(page, "reminders");
  await panel.getByRole("button", { name: "Ôter cette relance" }).click();
  await expect(page.getByText("Aucune relance notée encore", { exact: false })).toBeVisible();
  await page.getByLabel("Temps disponible").fill("20000");
  await expect(page.getByText("De 0 à 10 000 minutes.")).toBeVisible();
  await page.getByLabel("Temps disponible").fill("0");
  await expect(page.getByText("Aucune relance à proposer")).toBeVisible();
  await page.getByLabel("Temps disponible").fill("180");
  await expect(page.getByText(/minutes sur 180/)).toBeVisible();
  const payments = page.getByRole("grid", { name: "Paiements à 30 jours, dans l'ordre" });
  await focusList(payments);
  await payments.scrollIntoViewIfNeeded();
  await screenshot(page, "actions-payments");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Achats");
}
