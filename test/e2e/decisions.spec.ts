import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  Array.from({ length: 12 }, (_, i) => {
    const [number, day] = [String(i + 1).padStart(4, "0"), String(i + 10)];
    return (
      `FA-2026-${number};Facture;${day}/03/2026;${day}/04/2026;C${i % 3};Librairie n° ${i % 3};` +
      "Reliure;20 %;3000,00;600,00;3600,00\n"
    );
  }).join("");
const STATEMENT =
  "Date;Libellé;Montant\n05/01/2026;VIR APPORT;25000,00\n" +
  ["01", "02", "03"].map((m) => `06/${m}/2026;PRLV LOYER ATELIER;-1200,00\n`).join("") +
  "31/03/2026;VIR SALAIRES;-9000,00\n";

test("choices are told in a few figures and weighed against doing nothing", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(fill));
  await goTo(page, "/treasury/decisions", "Décisions");
  await expect(page.getByText("Aucun choix encore")).toBeVisible();
  await acceptScreen(page, "decisions-empty");
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
  await expect(page.getByText(/l'emporte.*de mieux que ne rien faire/)).toBeVisible();
  await acceptScreen(page, "decisions");
  await panel.getByRole("button", { name: "Fermer" }).click();
  await focusList(list);
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Flux datés").first()).toBeVisible();
  await panel.getByRole("button", { name: "Ôter ce choix" }).click();
  await expect(panel).toHaveCount(0);
  expect(host.complaints).toEqual([]);
});

async function fill(office: BookCalls): Promise<void> {
  const { invoicing, banking } = office;
  const imports = [
    await invoicing.importInvoices({ file: new File([INVOICES], "ventes.csv") }),
    await banking.importStatement({ file: new File([STATEMENT], "r.csv"), bankAccountId: 1 }),
  ];
  for (const events of imports) while ((await events.next()).done !== true);
}
