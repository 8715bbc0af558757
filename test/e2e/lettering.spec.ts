import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-2026-0001;Facture;05/01/2026;04/02/2026;C1;Librairie Vaugrenard;Reliure;20 %;100,00;20,00;120,00\n" +
  "FA-2026-0002;Facture;12/01/2026;11/02/2026;C2;Musée Tesquières;Affiches;20 %;200,00;40,00;240,00\n";

test("lines are lettered by hand and by themselves; what is open is seen by age", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(twoSales));
  await goTo(page, "/entries/aged", "Balance âgée");
  await expect(page.getByRole("grid", { name: "Balance âgée" })).toContainText("Vaugrenard");
  await acceptScreen(page, "aged-balance");
  await goTo(page, "/entries/lettering", "Lettrage");
  await page.getByRole("button", { name: "Lettrer ce qui est sûr…" }).click();
  await expect(page.getByRole("dialog")).toContainText("montant exact");
  await acceptScreen(page, "lettering-automatic");
  await page.getByRole("dialog").getByRole("button", { name: "Lettrer", exact: true }).click();
  await expect(page.getByText("2 lignes lettrées")).toBeVisible();
  const parties = page.getByRole("grid", { name: "Comptes à lettrer" });
  await focusList(parties);
  await page.keyboard.press("Enter");
  const boxes = page.getByRole("table").getByRole("checkbox");
  await boxes.first().click();
  await boxes.nth(1).focus();
  await page.keyboard.press("Space");
  await acceptScreen(page, "lettering");
  await page.keyboard.press("l");
  await expect(page.getByText(/Lettré aa/)).toBeVisible();
  expect(host.complaints).toEqual([]);
});

async function twoSales(office: BookCalls): Promise<void> {
  const events = await office.invoicing.importInvoices({ file: new File([INVOICES], "v.csv") });
  while ((await events.next()).done !== true);
  const parties = await office.ledger.listParties({ kind: "customer" });
  for (const [i, minor] of [12_000, 9_000].entries()) {
    const partyId = parties[i]!.id;
    const lines = [
      { account: "512001", debitMinor: minor },
      { account: "411000", partyId, creditMinor: minor },
    ];
    const head = { journal: "OD", datedOn: "2026-02-20", pieceRef: "CHQ", label: "Chèque" };
    await office.ledger.postEntry({ entry: { ...head, lines } });
  }
}
