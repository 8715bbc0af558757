import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
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
const SCHEDULE =
  "Libellé;Montant;Date;Catégorie;Récurrence\nSalaires;-9000,00;30/04/2026;salaires;mensuelle\n";

test("scenarios stand side by side, give their parts, are frozen; thresholds are set", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(fill));
  await goTo(page, "/treasury/scenarios", "Scénarios");
  await page.getByRole("button", { name: "Nouveau scénario" }).click();
  const panel = page.getByRole("complementary");
  await panel.getByLabel("Nom", { exact: true }).fill("Embauche et retard");
  await panel.getByLabel("Ajouter une hypothèse").selectOption("hire");
  await panel.getByLabel("À partir du").fill("01/05/2026");
  await panel.getByLabel("Ajouter une hypothèse").selectOption("client-delay");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  const list = page.getByRole("grid", { name: "Scénarios côte à côte" });
  await expect(list.getByRole("row", { name: /Embauche et retard/ })).toBeVisible();
  await expect(panel.getByRole("rowheader", { name: "Une embauche" })).toBeVisible();
  await acceptScreen(page, "scenarios-one");
  await panel.getByRole("button", { name: "Geler cette prévision" }).click();
  const frozen = page.getByRole("grid", { name: "Prévisions gelées" });
  await frozen.getByRole("row", { name: /Embauche et retard/ }).dblclick();
  await expect(panel).toContainText("Aucune semaine entière");
  await acceptScreen(page, "scenarios-frozen");
  await goTo(page, "/bank/rules", "Règles de classement");
  await page.getByRole("button", { name: "Seuils" }).click();
  await panel.getByLabel("Plancher de trésorerie").fill("5000");
  await panel.getByLabel("Horizon").fill("12");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await expect(panel.getByText(/horizon.*30 à 365/)).toBeVisible();
  await panel.getByLabel("Horizon").fill("120");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Seuils enregistrés.").first()).toBeVisible();
  await acceptScreen(page, "thresholds");
  expect(host.complaints).toEqual([]);
});

async function fill(office: BookCalls): Promise<void> {
  const { invoicing, banking, treasury } = office;
  const imports = [
    await invoicing.importInvoices({ file: new File([INVOICES], "ventes.csv") }),
    await banking.importStatement({ file: new File([STATEMENT], "r.csv"), bankAccountId: 1 }),
    await treasury.importSchedule({ file: new File([SCHEDULE], "echeancier.csv") }),
  ];
  for (const events of imports) while ((await events.next()).done !== true);
}
