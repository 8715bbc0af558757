import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n" +
  "FA-2026-0002;Facture;12/01/2026;11/02/2026;C2;Musée Tesquières;Affiches;20 %;200,00;40,00;240,00\n" +
  "FA-2026-0003;Facture;12/01/2026;11/02/2026;C2;Musée Tesquières;Faux total;20 %;200,00;40,00;241,00\n";
const STATEMENT =
  "Date;Libellé;Montant\n" +
  "04/02/2026;VIR SEPA RECU /DE LIBRAIRIE VAUGRENARD /MOTIF FA-2026-0001;120,00\n" +
  "06/02/2026;FRAIS TENUE DE COMPTE;-9,90\n";

const scan = join(import.meta.dirname, "../../resources/sample/documents");

test("files go in with a preview, lines are explained, and a FEC comes out", async ({
  page,
  host,
  makeBook,
}) => {
  test.setTimeout(120_000);
  await unlock(page, await makeBook());
  await importInvoices(page);
  await importStatement(page);
  await explainLines(page);
  await seeInvoice(page);
  await writeFec(page);
  expect(host.complaints).toEqual([]);
});

test("a supplier's document is read, reviewed beside its page, and posted", async ({
  page,
  makeBook,
}) => {
  test.setTimeout(120_000);
  const book = await makeBook(dropBill);
  await unlock(page, book);
  await goTo(page, "/purchases?view=documents", "Achats");
  const list = page.getByRole("grid", { name: "Documents reçus" });
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: /^Page de/ })).toBeVisible({ timeout: 15_000 });
  await acceptScreen(page, "document-review");
  await page.getByRole("button", { name: "Comptabiliser" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Comptabiliser" }).click();
  await expect(page.getByText(/Facture comptabilisée/)).toBeVisible();
  await goTo(page, "/purchases", "Achats");
  await expect(page.getByRole("grid", { name: "Factures" })).toContainText("Voltandre");
  await acceptScreen(page, "purchases");
});

async function dropBill(office: BookCalls): Promise<void> {
  const name = "facture-voltandre-energie.pdf";
  const file = new File([new Uint8Array(readFileSync(join(scan, name)))], name);
  const events = await office.purchases.dropDocument({ file });
  for (;;) {
    if ((await events.next()).done === true) return;
  }
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text, "utf8");
  await page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer });
}

async function importInvoices(page: Page): Promise<void> {
  await goTo(page, "/import", "Import");
  await choose(page, "factures.csv", INVOICES);
  await expect(page.getByText("Aperçu : rien n'est encore écrit")).toBeVisible();
  await expect(page.getByText(/ligne 4/i)).toBeVisible();
  await acceptScreen(page, "import-preview");
  await page.getByRole("button", { name: "Importer (2)" }).click();
  await expect(page.getByText("Importé", { exact: true })).toBeVisible();
}

async function importStatement(page: Page): Promise<void> {
  await choose(page, "releve.csv", STATEMENT);
  await page.getByLabel("Compte bancaire du relevé").selectOption({ label: "Courant" });
  await page.getByRole("button", { name: "Importer (2)" }).click();
  await page.getByRole("button", { name: "Rapprocher maintenant" }).click();
  await expect(page.getByText(/1 lignes rapprochées ou classées/)).toBeVisible();
}

async function explainLines(page: Page): Promise<void> {
  await goTo(page, "/bank", "Banque");
  await expect(page.getByText("1 sur 2 rapprochées")).toBeVisible();
  const list = page.getByRole("grid", { name: "Lignes de banque" });
  await focusList(list);
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Classer sur un compte" }).fill("627");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Classer", exact: true }).click();
  await expect(page.getByText("2 sur 2 rapprochées")).toBeVisible();
  await focusList(list);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/réf\. FA-2026-0001/).first()).toBeVisible();
  await acceptScreen(page, "bank");
  await page.getByRole("button", { name: "Défaire", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Défaire" }).click();
  await expect(page.getByText("1 sur 2 rapprochées")).toBeVisible();
}

async function seeInvoice(page: Page): Promise<void> {
  await goTo(page, "/sales", "Ventes");
  const list = page.getByRole("grid", { name: "Ventes" });
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Aucun règlement rapproché.")).toBeVisible();
  await acceptScreen(page, "sales");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "PDF" }).click();
  expect((await saved).suggestedFilename()).toBe("FA-2026-0002.pdf");
}

async function writeFec(page: Page): Promise<void> {
  await goTo(page, "/exports", "Exports");
  await page.getByRole("button", { name: /Écrire le FEC/ }).click();
  await expect(page.getByText("Niveau de la loi")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("conforme", { exact: true })).toHaveCount(2);
  await acceptScreen(page, "exports");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer le FEC" }).click();
  expect((await saved).suggestedFilename()).toBe("732829320FEC20261231.txt");
}
