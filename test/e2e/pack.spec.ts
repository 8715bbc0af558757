import { readFileSync } from "node:fs";
import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const KEY = "cinq-plumes-et-un-encrier";

test("a pack goes to the accountant and its answer comes back as proposals", async ({
  page,
  host,
  makeBook,
}, info) => {
  const book = await makeBook(capital);
  await acceptScreen(page, "start-pack");
  await unlock(page, book);
  await goTo(page, "/exports/pack", "Expert-comptable");
  await page.getByLabel("Poser une question").fill("Faut-il provisionner le litige ?");
  await page.keyboard.press("Enter");
  await expect(page.getByText("sans réponse")).toBeVisible();
  const secret = page.getByRole("textbox", { name: "Phrase secrète du dossier d'échange" });
  await secret.fill(KEY);
  const written = page.waitForEvent("download");
  await page.getByRole("button", { name: "Écrire le dossier" }).click();
  const pack = info.outputPath("exercice.pack.age");
  await (await written).saveAs(pack);
  await expect(page.getByText(/Empreinte de la signature/)).toBeVisible();
  await acceptScreen(page, "pack");
  await page.getByRole("button", { name: "Atelier des Écluses" }).click();
  await page.getByRole("menuitem", { name: "Fermer le dossier" }).click();
  await page.getByRole("button", { name: "Autre chose" }).click();
  await page.getByRole("button", { name: "Lire un dossier d'échange" }).click();
  await page.locator('input[type="file"]').setInputFiles(pack);
  await secret.fill(KEY);
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(page.getByText("chaîne intacte")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("statements/balance-sheet-2026-12-31.pdf")).toBeVisible();
  await acceptScreen(page, "pack-opened");
  await page.getByLabel("Votre nom").fill("Cabinet Fauvel");
  await page.getByLabel("Faut-il provisionner le litige ?").fill("Oui, à 7 000 €");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer le fichier de réponse" }).click();
  const blank = info.outputPath("reponse.json");
  await (await saved).saveAs(blank);
  const answer = { ...JSON.parse(readFileSync(blank, "utf8")), entries: [provision] };
  await page.locator('input[type="file"]').setInputFiles({
    name: "reponse.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(answer)),
  });
  const sealed = page.waitForEvent("download");
  await page.getByRole("button", { name: "Écrire la réponse chiffrée" }).click();
  const back = info.outputPath("reponse.age");
  await (await sealed).saveAs(back);
  await page.getByRole("button", { name: "Autres façons" }).click();
  await unlock(page, book);
  await goTo(page, "/exports/pack", "Expert-comptable");
  await page.locator('input[type="file"]').setInputFiles(back);
  await page
    .getByRole("textbox", { name: /Phrase secrète/ })
    .first()
    .fill(KEY);
  await page.getByRole("button", { name: "Recevoir", exact: true }).click();
  await expect(page.getByText(/Cabinet Fauvel\s:\sOui/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("article", { name: "Litige Vaugrenard" })).toContainText("7");
  await acceptScreen(page, "pack-proposals");
  await page.getByRole("button", { name: "Accepter en brouillon" }).click();
  await page.getByRole("link", { name: "Voir les brouillons" }).click();
  await expect(page.getByRole("grid", { name: "Brouillons" })).toContainText("Litige Vaugrenard");
  expect(host.complaints).toEqual([]);
});

test("entries leave in a layout that is edited on the screen", async ({ page, host, makeBook }) => {
  await unlock(page, await makeBook(capital));
  await goTo(page, "/exports", "Exports");
  await page.getByRole("button", { name: "Nouveau modèle…" }).click();
  await page.getByLabel("Nom du modèle").fill("Cabinet Fauvel");
  await page.getByRole("button", { name: "Ajouter une colonne" }).click();
  await page.getByLabel("Titre 7").fill("Justificatif");
  await page.getByRole("button", { name: "Avancer la colonne 7" }).click();
  await acceptScreen(page, "entry-layout");
  await page.getByRole("button", { name: "Enregistrer le modèle" }).click();
  await page
    .getByRole("combobox", { name: "Modèle de CSV" })
    .selectOption({ label: "Cabinet Fauvel" });
  const written = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).first().click();
  const path = await (await written).path();
  expect(readFileSync(path, "utf8")).toContain(
    "Journal;Date;Compte;Libellé;Débit;Justificatif;Crédit",
  );
  expect(host.complaints).toEqual([]);
});

const provision = {
  reason: "Litige en cours au 31 décembre",
  journal: "OD",
  datedOn: "2026-12-31",
  pieceRef: "PROV 1",
  label: "Litige Vaugrenard",
  lines: [
    { account: "6815", debitMinor: 700_000, creditMinor: 0 },
    { account: "1511", debitMinor: 0, creditMinor: 700_000 },
  ],
};

async function capital(office: BookCalls): Promise<void> {
  const lines = [
    { account: "512001", debitMinor: 1_000_000 },
    { account: "101300", creditMinor: 1_000_000 },
  ];
  const head = { journal: "OD", datedOn: "2026-01-02", pieceRef: "STATUTS", label: "Capital" };
  await office.ledger.postEntry({ entry: { ...head, lines } });
}
