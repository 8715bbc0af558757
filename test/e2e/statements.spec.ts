import type { Page } from "@playwright/test";
import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2025-0001;Facture;05/03/2025;04/04/2025;C1;Librairie Vaugrenard;Reliure;20 %;900,00;180,00;1080,00\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;1000,00;200,00;1200,00\n";
const BILLS =
  "Numéro;Date;Échéance;Code fournisseur;Fournisseur;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "F-12;15/01/2026;04/02/2026;F1;Forge du Val;Ferrures;20 %;100,00;20,00;120,00\n";

test("statements are read for any period, opened to the entry, compared and written", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(twoYears, [2025, 2026]));
  await goTo(page, "/statements", "Bilan");
  const sheet = page.getByRole("grid", { name: "Bilan" });
  await expect(sheet.getByRole("row", { name: /Total général de l'actif/ })).toContainText("2");
  await sheet.getByRole("row", { name: /Clients et comptes rattachés/ }).dblclick();
  await expect(page.getByRole("complementary")).toContainText("Librairie Vaugrenard");
  await acceptScreen(page, "balance-sheet");
  await page.keyboard.press("Escape");
  await page.getByLabel("État", { exact: true }).selectOption("income-statement");
  await expect(page.getByRole("grid", { name: "Compte de résultat" })).toContainText("900,00");
  await acceptScreen(page, "income-statement");
  await page.getByLabel("État", { exact: true }).selectOption("ledger");
  const ledger = page.getByRole("grid", { name: "Grand livre" });
  await expect(ledger).toContainText("Forge du Val");
  await ledger
    .getByRole("row", { name: /Forge du Val/ })
    .first()
    .dblclick();
  await expect(page.getByRole("heading", { name: /^Écriture n°/ })).toBeVisible();
  await acceptScreen(page, "general-ledger");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "PDF" }).click();
  expect((await download).suggestedFilename()).toBe("ledger-2026-12-31.pdf");
  await goTo(page, "/entries/account/445711", "Compte 445711");
  await expect(page.getByText(/^À-nouveau provisoire\s:\s−180,00/)).toBeVisible();
  await page.getByRole("button", { name: "Voir ses lignes" }).click();
  await expect(page.getByRole("grid")).toContainText("05/03/2025");
  await goTo(page, "/statements/budget", "Budget");
  await page.getByRole("button", { name: "Partir du réel" }).click();
  await page.getByRole("button", { name: "Remplacer le budget" }).click();
  await expect(page.getByRole("rowheader", { name: /^706000 Prestations/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^70 Ventes/ })).toBeVisible();
  const file = { name: "budget.csv", mimeType: "text/csv" };
  await budgetByCategory(page);
  const text =
    "Compte;Catégorie;Mois;Montant\n613200;;2026-01;900,00\n512000;;2026-01;1,00\n" +
    ";deplacements;2026-02;80,00\n;Voyages;2026-02;1,00\n";
  await page.setInputFiles('input[type="file"]', { ...file, buffer: Buffer.from(text) });
  await expect(page.getByRole("region", { name: /Refusé dans budget.csv/ })).toContainText(
    "Ligne 3, « Compte »",
  );
  await expect(page.getByText(/Voyages.*une catégorie de rules.yaml/)).toBeVisible();
  await expect(page.getByLabel(/^Déplacements févr/i)).toHaveValue("80,00");
  await page.getByLabel(/^613200 janv/i).press("ArrowDown");
  await expect(page.locator("input:focus")).toHaveAccessibleName(/^Déplacements janv/i);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("input:focus")).toHaveAccessibleName(/^706000 janv/i);
  await acceptScreen(page, "budget");
  expect(host.complaints).toEqual([]);
});

/** A category is named, typed as a whole, and kept once its cell is left. */
async function budgetByCategory(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Catégories" }).click();
  const form = page.getByRole("form", { name: "Nouvelle catégorie" });
  await form.getByLabel("Nom").fill("Déplacements");
  await form.getByLabel("Comptes").fill("512");
  await form.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByText(/512.*attendu.*un compte de charges/)).toBeVisible();
  await form.getByLabel("Comptes").fill("625, 6061");
  await form.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("form", { name: "Déplacements" })).toBeVisible();
  await acceptScreen(page, "budget-categories");
  await page.keyboard.press("Escape");
  const added = page.getByRole("combobox", { name: "Ajouter une catégorie ou un compte" });
  await expect(page.getByRole("form", { name: "Nouvelle catégorie" })).toBeHidden();
  await added.fill("Déplacements");
  await added.press("Enter");
  const january = page.getByLabel(/^Déplacements janv/i);
  await january.fill("450");
  await january.press("Tab");
  const sums = page.getByRole("row", { name: /^Déplacements/ });
  await expect(sums).toContainText("450,00");
  // What cannot be read is told and not kept; a row whose last amount goes away stays.
  const march = page.getByLabel(/^Déplacements mars/i);
  await march.fill("1,234");
  await march.press("Tab");
  await expect(march).toHaveAttribute("aria-invalid", "true");
  await expect(sums).not.toContainText("1,23");
  await march.fill("");
  await january.fill("");
  await january.press("Tab");
  await expect(sums).not.toContainText("450,00");
  await january.fill("450");
  await january.press("Tab");
  await expect(sums).toContainText("450,00");
}

async function twoYears(office: BookCalls): Promise<void> {
  const imports = [
    await office.invoicing.importInvoices({ file: new File([INVOICES], "ventes.csv") }),
    await office.purchases.importBills({ file: new File([BILLS], "achats.csv") }),
  ];
  for (const events of imports) while ((await events.next()).done !== true);
}
