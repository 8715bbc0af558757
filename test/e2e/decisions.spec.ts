import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";
import { fillSmallTrade, toTheEnd } from "./small-trade.ts";

/** The agent proposes from today on: the bank is known to this day, a large payment is near. */
const shown = (days: number) =>
  new Date(Date.now() + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split("-")
    .reverse()
    .join("/");
const TODAY = `Date;Libellé;Montant\n${shown(0)};VIR LIBRAIRIE;3600,00\n`;
const SCHEDULE =
  "Libellé;Montant;Date;Catégorie;Récurrence\n" +
  `Machine à relier;-60000,00;${shown(12)};investissement;\n`;
const YEARS = Array.from({ length: new Date().getUTCFullYear() - 2025 }, (_, i) => 2026 + i);

test.setTimeout(120_000);

test("choices are told in a few figures and weighed against doing nothing", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(fill, YEARS));
  await goTo(page, "/treasury/decisions", "Décisions");
  await expect(page.getByText("Aucun choix encore")).toBeVisible();
  const panel = page.getByRole("complementary");
  const add = page.getByLabel("Ajouter un choix");
  const list = page.getByRole("grid", { name: "Choix comparés" });
  await add.selectOption("lease");
  await expect(list.getByRole("row", { name: /Louer ou acheter : acheter/ })).toBeVisible();
  await add.selectOption("borrow");
  await expect(panel.getByText(/coûte .* par an/)).toBeVisible();
  await add.selectOption("discount");
  await expect(list.getByRole("row", { name: /Escompte pour paiement anticipé/ })).toBeVisible();
  await panel.getByLabel("Escompte").fill("3");
  await expect(panel.getByText(/Rapporte .* par an/)).toBeVisible();
  await expect(list.getByRole("row", { name: /Ne rien faire/ })).toBeVisible();
  await expect(
    page.getByText(/Rien ne tient le plancher.*Emprunter.*descend le moins bas/),
  ).toBeVisible();
  await acceptScreen(page, "decisions");
  await panel.getByRole("button", { name: "Fermer" }).click();
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Flux datés").first()).toBeVisible();
  await panel.getByRole("button", { name: "Ôter ce choix" }).click();
  await expect(panel).toHaveCount(0);
  await goTo(page, "/treasury/proposals", "Propositions");
  // The agent looks some seconds after the opening.
  const proposals = page.getByRole("grid", { name: "Propositions de l'agent" });
  await expect(proposals.getByRole("row", { name: /Trouver/ })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/propositions attendent votre décision/)).toBeVisible();
  await focusList(proposals);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Rien ne se fait seul")).toBeVisible();
  await expect(panel.getByText("En jeu")).toBeVisible();
  await acceptScreen(page, "proposals");
  await page.keyboard.press("Escape");
  await focusList(proposals);
  await page.keyboard.press("p");
  await panel.getByLabel("Raison").pressSequentially("La livraison peut attendre");
  await page.keyboard.press("Enter");
  await expect(panel).toHaveCount(0);
  await page.getByRole("button", { name: "Remise" }).click();
  await expect(proposals.getByRole("row")).toHaveCount(2);
  await focusList(proposals);
  await page.keyboard.press("a");
  await expect(page.getByText("Décision notée.").first()).toBeVisible();
  await page.getByRole("button", { name: "Acceptée" }).click();
  await expect(proposals.getByRole("row", { name: /Relancer|Trouver/ })).toHaveCount(1);
  await goTo(page, "/treasury/analyses", "Analyses gardées");
  const changes = page.getByRole("grid", { name: "Ce qui a changé depuis la semaine dernière" });
  await expect(page.getByText(/chiffres ont bougé depuis le 31\/03\/2026/)).toBeVisible();
  await focusList(changes);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("D'où ça vient")).toBeVisible();
  const why = page.getByRole("region", { name: "Pourquoi", exact: true });
  await expect(why).toContainText(/La trésorerie passe de .*rithmétiquement/);
  await why.scrollIntoViewIfNeeded();
  await acceptScreen(page, "analyses");
  await why.getByRole("link", { name: /Toutes les parts/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pourquoi le chiffre a bougé");
  await expect(page.getByLabel("Du soir du")).toHaveValue("31/03/2026");
  await goTo(page, "/treasury/analyses", "Analyses gardées");
  await page.getByRole("button", { name: "Analyser maintenant" }).click();
  await expect(page.getByText(/Analyse faite/).first()).toBeVisible();
  await page.getByRole("button", { name: "Modèle de langue" }).click();
  await expect(panel.getByText("rien ne sort de cette machine")).toBeVisible();
  await panel.getByLabel("Fournisseur").selectOption("openai-compatible");
  await panel.getByRole("textbox", { name: "Modèle" }).fill("petit-modele");
  await panel.getByLabel("Adresse du serveur").fill("http://127.0.0.1:9");
  await panel.getByRole("button", { name: "Brancher" }).click();
  await panel.getByRole("button", { name: "Montrer ce qui serait envoyé" }).click();
  await expect(panel.getByText("Serait envoyé à http://127.0.0.1:9/v1")).toBeVisible();
  await expect(panel.getByText(/Il manque .* de crédit/)).toBeVisible();
  await panel.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(panel.getByText(/Crédit restant/)).toContainText("5,00");
  await expect(panel.getByText(/sont réservés avant l'appel/)).toBeVisible();
  await acceptScreen(page, "writer-payload");
  await panel.getByRole("button", { name: "Débrancher" }).click();
  await expect(panel.getByText("Débranché. Le récit")).toBeVisible();
  await goTo(page, "/", "Accueil");
  await expect(page.getByRole("heading", { name: "En clair" })).toBeVisible();
  await acceptScreen(page, "home-narrative");
  expect(host.complaints).toEqual([]);
});

async function fill(office: BookCalls): Promise<void> {
  const { banking, treasury } = office;
  await fillSmallTrade(office);
  await treasury.analyse({});
  await toTheEnd(
    await banking.importStatement({ file: new File([TODAY], "jour.csv"), bankAccountId: 1 }),
    await treasury.importSchedule({ file: new File([SCHEDULE], "echeancier.csv") }),
  );
}
