import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

test("an asset is entered, depreciated and disposed of; a loan and a stock are booked", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(aPurchase));
  await goTo(page, "/entries/assets", "Immobilisations");
  await acceptScreen(page, "assets-empty");
  await page.getByRole("button", { name: "Inscrire une immobilisation…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/achat de classe 2/).selectOption({ index: 1 });
  await expect(dialog.getByLabel("Libellé")).toHaveValue("Presse numérique");
  await dialog.getByLabel("Durée (mois)").fill("60");
  await acceptScreen(page, "assets-add");
  await dialog.getByRole("button", { name: "Inscrire", exact: true }).click();
  const grid = page.getByRole("grid", { name: "Immobilisations" });
  await expect(grid).toContainText("Presse numérique");
  await page.getByRole("button", { name: "Passer les dotations 2026…" }).click();
  await expect(dialog).toContainText("Presse numérique");
  await dialog.getByRole("button", { name: "Valider l'écriture" }).click();
  await expect(page.getByText("Dotations validées")).toBeVisible();
  await focusList(grid);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText("Plan d'amortissement");
  await acceptScreen(page, "assets");
  await goTo(page, "/entries/loans", "Emprunts, inventaire");
  await page.getByRole("button", { name: "Inscrire un emprunt…" }).click();
  await dialog.getByLabel("Libellé").fill("Presse");
  await dialog.getByLabel("Capital", { exact: true }).fill("50000");
  await dialog.getByLabel("Taux (%)").fill("3,6");
  await dialog.getByLabel("Première échéance").fill("05/02/2026");
  await dialog.getByRole("button", { name: "Inscrire", exact: true }).click();
  const loans = page.getByRole("grid", { name: "Emprunts" });
  await focusList(loans);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Passer les intérêts échus" }).click();
  await expect(page.getByText(/écritures validées/)).toBeVisible();
  await acceptScreen(page, "loans");
  expect(host.complaints).toEqual([]);
});

async function aPurchase(office: BookCalls): Promise<void> {
  const lines = [
    { account: "2154", debitMinor: 6_000_000 },
    { account: "512001", creditMinor: 6_000_000 },
  ];
  const head = { journal: "OD", datedOn: "2026-01-02", pieceRef: "F-9" };
  await office.ledger.postEntry({ entry: { ...head, label: "Presse numérique", lines } });
}
