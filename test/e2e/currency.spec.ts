import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const RATES = "Date,USD,GBP\n2026-12-31,1.2500,0.8000\n2026-12-30,1.2000,0.8100\n";

test("rates come in, positions are valued, and a revaluation is posted", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(dollars));
  await goTo(page, "/entries/currencies", "Devises");
  await expect(page.getByText("Aucun cours")).toBeVisible();
  const buffer = Buffer.from(RATES, "utf8");
  await page.setInputFiles("input[type=file]", { name: "eurofxref.csv", mimeType: "", buffer });
  await expect(page.getByText("4 cours ajoutés")).toBeVisible();
  await page.getByLabel("Au", { exact: true }).fill("31/12/2026");
  await page.keyboard.press("Tab");
  const positions = page.getByRole("region", { name: "Postes ouverts en devises" });
  await expect(positions.getByRole("row").nth(1)).toContainText("−40,00");
  await acceptScreen(page, "currencies");
  await page.getByRole("button", { name: "Réévaluer…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Change sur disponibilités");
  await acceptScreen(page, "currencies-revalue");
  await dialog.getByRole("button", { name: "Valider les écritures" }).click();
  await expect(page.getByText("1 écriture validée")).toBeVisible();
  expect(host.complaints).toEqual([]);
});

async function dollars(office: BookCalls): Promise<void> {
  await office.ledger.postEntry({
    entry: {
      journal: "OD",
      datedOn: "2026-11-02",
      pieceRef: "CHANGE",
      label: "Achat de dollars",
      lines: [
        { account: "512001", debitMinor: 44_000, currency: "USD", currencyMinor: 50_000 },
        { account: "101300", creditMinor: 44_000 },
      ],
    },
  });
}
