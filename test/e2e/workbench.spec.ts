import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n" +
  "FA-2026-0002;Facture;06/01/2026;05/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;200,00;40,00;240,00\n" +
  "FA-2026-0003;Facture;07/01/2026;06/02/2026;C2;Galerie Morvandelle;Cadre;20 %;50,00;10,00;60,00\n";
const STATEMENT =
  "Date;Libellé;Montant\n" +
  "04/02/2026;VIR RECU LIBRAIRIE VAUGRENARD FA-2026-0001;120,00\n" +
  "06/02/2026;VIR RECU LIBRAIRIE VAUGRENARD FA-2026-0002;240,00\n" +
  "09/02/2026;VIR RECU DIVERS;75,00\n" +
  "10/02/2026;PRLV BAILLEUR DES ARTS;-900,00\n";

test("several suggestions at once, their undo, and a line split over an item and an account", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(read, [2026]));
  await goTo(page, "/bank", "Banque");
  await expect(page.getByText(/écart -?465,00|écart −465,00/)).toBeVisible();
  const list = page.getByRole("grid", { name: "Lignes de banque" });
  await page.getByRole("button", { name: "Proposée" }).click();
  await expect(list.getByRole("row", { name: /FA-2026-0002/ })).toBeVisible();
  await focusList(list);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Accepter les 2 propositions cochées" }).click();
  await expect(page.getByText("2 faites, 0 refusées.")).toBeVisible();
  await expect(page.getByText("2 sur 4 rapprochées")).toBeVisible();
  await page.getByRole("button", { name: "Défaire ce lot" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Défaire ce lot" }).click();
  await expect(page.getByText("2 défaites, 0 refusées.")).toBeVisible();
  await expect(page.getByText("0 sur 4 rapprochées")).toBeVisible();
  await expect(list.getByRole("row", { name: /FA-2026-0002/ })).toContainText("Proposée");
  await splitDivers(page);
  await expect(page.getByText("1 sur 4 rapprochées")).toBeVisible();
  await acceptScreen(page, "workbench");
  expect(host.complaints).toEqual([]);
});

async function splitDivers(page: import("@playwright/test").Page): Promise<void> {
  await page.getByRole("button", { name: "Proposée" }).click();
  const list = page.getByRole("grid", { name: "Lignes de banque" });
  await list.getByRole("row", { name: /VIR RECU DIVERS/ }).dblclick();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("Chercher un poste ouvert (/)").fill("FA-2026-0003");
  await panel.getByRole("button", { name: "Prendre FA-2026-0003" }).click();
  await expect(panel.getByText(/Reste 15,00/)).toBeVisible();
  await panel.getByRole("combobox", { name: "Classer sur un compte" }).fill("411000");
  await panel.getByRole("combobox", { name: /^Tiers/ }).fill("Papeterie Neuve");
  await page.keyboard.press("Tab");
  await panel.getByRole("button", { name: "Classer", exact: true }).click();
  await expect(panel.getByText("Rapprochée par une personne")).toBeVisible();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(panel.getByText("PRLV BAILLEUR DES ARTS")).toBeVisible();
}

async function read(office: BookCalls): Promise<void> {
  const file = (name: string, text: string) => new File([text], name);
  const ends = async (events: AsyncIterator<unknown>) => {
    while ((await events.next()).done !== true);
  };
  await ends(await office.invoicing.importInvoices({ file: file("ventes.csv", INVOICES) }));
  const statement = { file: file("releve.csv", STATEMENT), bankAccountId: 1 };
  await ends(await office.banking.importStatement(statement));
  await ends(await office.reconciliation.runMatching({ suggestOnly: true }));
}

const RENTS =
  "Date;Libellé;Montant\n" +
  ["01", "02", "03", "04", "05"]
    .map(
      (m) => `05/${m}/2026;PRLV BAILLEUR DES ARTS ${m}26;-900,00\n12/${m}/2026;CHQ ${m}4512;-75,00`,
    )
    .join("\n");

test("a rule is typed, tried on the history, saved, moved and taken away", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(readRents, [2026]));
  await goTo(page, "/bank/rules", "Règles de classement");
  await page.getByRole("button", { name: "Ajouter une règle" }).first().click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("Nom").fill("Loyer");
  await panel.getByLabel("Le libellé contient l'un de").fill("BAILLEUR");
  await panel.getByLabel("Compte", { exact: true }).fill("613200");
  await panel.getByRole("button", { name: "Essayer sur l'historique" }).click();
  await expect(panel.getByText("0 ligne changerait.")).toBeVisible();
  await expect(panel.getByText("Lignes en attente qui seraient classées : 5.")).toBeVisible();
  await acceptScreen(page, "rule-trial");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  const list = page.getByRole("grid", { name: "Règles de classement" });
  await expect(list.getByRole("row", { name: /Loyer/ })).toContainText("5");
  await list.getByRole("row", { name: /Loyer/ }).dblclick();
  await panel.getByLabel("Compte", { exact: true }).fill("613500");
  await panel.getByRole("button", { name: "Essayer sur l'historique" }).click();
  await expect(panel.getByText("5 lignes changeraient.")).toBeVisible();
  await page.getByRole("button", { name: "Fermer" }).first().click();
  await expect(page.getByText("chaque mois, vu 5 fois").first()).toBeVisible();
  await acceptScreen(page, "rules");
  expect(host.complaints).toEqual([]);
});

async function readRents(office: BookCalls): Promise<void> {
  const file = new File([RENTS], "releve.csv");
  const events = await office.banking.importStatement({ file, bankAccountId: 1 });
  while ((await events.next()).done !== true);
}
