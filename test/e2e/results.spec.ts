import type { Page } from "@playwright/test";
import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, trySample, unlock } from "./fixtures.ts";

const STATEMENT =
  "Date;Libellé;Montant\n05/07/2025;VIR APPORT;25000,00\n" +
  ["07", "08", "09", "10", "11", "12"]
    .map((m) => `12/${m}/2025;PRLV NUAGELIB ABONNEMENT;-49,00\n`)
    .join("");

const HEADS = "Numéro;Type;Date;Échéance;";
const INVOICES =
  `${HEADS}Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n` +
  ["Librairie Vaugrenard", "Imprimerie Kerdual", "Papeterie Lanros"]
    .flatMap((name, client) =>
      ["01", "02", "03"].map(
        (month) =>
          `F${client}${month};Facture;05/${month}/2026;28/${month}/2026;C${client};${name};` +
          "Reliure;20 %;1100,00;220,00;1320,00\n",
      ),
    )
    .join("");
const BILLS =
  `${HEADS}Code fournisseur;Fournisseur;Compte;Libellé;Taux TVA;HT;TVA;TTC\n` +
  "AB-1;Facture;03/02/2026;05/03/2026;F1;Cartons du Port;607000;Cartons pour Imprimerie Kerdual;" +
  "20 %;900,00;180,00;1080,00\n" +
  "AB-2;Facture;10/03/2026;10/03/2026;F2;Foncière du Port;613200;Loyer;20 %;500,00;100,00;600,00\n";

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

test("rates have an interval where costs name customers; rent paid late is a timing", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(sell));
  await goTo(page, "/treasury/margins", "Marges");
  await page.getByLabel("Période", { exact: true }).selectOption({ label: "Exercice 2026" });
  const clients = page.getByRole("grid", { name: "Clients" });
  await expect(clients.getByRole("columnheader", { name: "8 fois sur 10" })).toBeVisible();
  await expect(clients.getByRole("row", { name: /Imprimerie Kerdual.*900,00/ })).toBeVisible();
  await acceptScreen(page, "margins-rates");
  await goTo(page, "/treasury/variance", "Écarts au budget");
  const timings = page.getByRole("grid", { name: "Venu un autre mois" });
  await expect(timings.getByRole("row", { name: /613200.*février 2026.*mars 2026/ })).toBeVisible();
  expect(host.complaints).toEqual([]);
});

async function sell({ invoicing, purchases, statements }: BookCalls): Promise<void> {
  const imports = [
    await invoicing.importInvoices({ file: new File([INVOICES], "ventes.csv") }),
    await purchases.importBills({ file: new File([BILLS], "achats.csv") }),
  ];
  for (const events of imports) while ((await events.next()).done !== true);
  await statements.setBudget({
    lines: [
      { account: "706000", month: "2026-02", amountMinor: 400_000 },
      { account: "613200", month: "2026-02", amountMinor: 50_000 },
    ],
  });
}

async function fill({ banking }: BookCalls): Promise<void> {
  const file = new File([STATEMENT], "releve.csv");
  const events = await banking.importStatement({ file, bankAccountId: 1 });
  while ((await events.next()).done !== true);
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
  await expect(page.getByText(/Les parts font l'écart, au centime/)).toBeVisible();
  await page.getByLabel("Dernier mois").selectOption({ label: "juin 2026" });
  await expect(page.getByRole("img", { name: "Du budget au réel" })).toBeVisible();
  await acceptScreen(page, "variance");
  await focusList(page.getByRole("grid", { name: "Comptes" }));
  await page.keyboard.press("Enter");
  await page.getByRole("complementary").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compte 601");
  await goTo(page, "/treasury/variance", "Écarts au budget");
  await focusList(page.getByRole("grid", { name: "Catégories" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText("Matières et fournitures");
}
