import { readFileSync } from "node:fs";
import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, screenshot, test, unlock } from "./fixtures.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  Array.from({ length: 12 }, (_, i) => {
    const [number, day] = [String(i + 1).padStart(4, "0"), String(i + 10)];
    return (
      `FA-2026-${number};Facture;${day}/03/2026;${day}/04/2026;C${i % 3};Librairie n° ${i % 3};` +
      "Reliure;20 %;3000,00;600,00;3600,00\n"
    );
  }).join("");
/** The bank is known to this day, as the choices begin on it. */
const TODAY = new Date().toISOString().slice(0, 10).split("-").reverse().join("/");
const STATEMENT = `Date;Libellé;Montant\n05/01/2026;VIR APPORT;25000,00\n${TODAY};FRAIS;-12,00\n`;
const YEARS = Array.from({ length: new Date().getUTCFullYear() - 2025 }, (_, i) => 2026 + i);

test.setTimeout(60_000);

test("a tornado shows what moves each choice; an open invoice fills a choice", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(fill, YEARS));
  await goTo(page, "/treasury/decisions", "Décisions");
  const panel = page.getByRole("complementary");
  const add = page.getByLabel("Ajouter un choix");
  const list = page.getByRole("grid", { name: "Choix comparés" });
  for (const kind of ["lease", "borrow", "discount"]) await add.selectOption(kind);
  await add.selectOption("collect");
  const figure = page.getByRole("figure");
  await expect(figure.getByText(/Relancer une facture.*ce qui pèse le plus/)).toBeVisible();
  await panel.getByRole("combobox", { name: "Facture ouverte" }).fill("n° 2");
  await page.getByRole("option", { name: /FA-2026-0003/ }).click();
  await expect(panel.getByText(/Échéance le 12\/04\/2026.*attendue le/)).toBeVisible();
  await expect(panel.getByLabel("Montant à recevoir")).toHaveValue(/3.600,00/);
  await expect(list.getByRole("row", { name: /Relancer une facture FA-2026-0003/ })).toBeVisible();
  await acceptScreen(page, "decisions-collect");
  await add.selectOption("factor");
  await panel.getByRole("combobox", { name: "Facture ouverte" }).fill("FA-2026-0009");
  await page.getByRole("option", { name: /FA-2026-0009/ }).click();
  await expect(panel.getByLabel("Montant à recevoir")).toHaveValue(/3.600,00/);
  await expect(figure.getByText(/Céder une créance FA-2026-0009.*ce qui pèse/)).toBeVisible();
  await acceptScreen(page, "decisions-factor");
  await figure.getByRole("img").focus();
  await page.keyboard.press("ArrowDown");
  await expect(figure.locator("b").first()).toHaveText(/:.* · .*:/);
  await page.keyboard.press("t");
  await expect(figure.getByRole("columnheader", { name: "Valeur à la haute" })).toBeVisible();
  await screenshot(page, "decisions-twin");
  await page.keyboard.press("t");
  for (const kind of ["Image (PNG)", "Dessin (SVG)", "Classeur (XLSX)"]) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Exporter" }).click();
    await page.getByRole("menuitem", { name: kind }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^sensibilite-du-choix\./);
    if (kind.includes("SVG")) {
      expect(readFileSync(await file.path(), "utf8")).toContain(">Taux de financement</text>");
    }
  }
  await panel.getByRole("button", { name: "Fermer" }).click();
  for (const [row, name] of [
    ...[["Emprunter", "borrow"] as const, ["Escompte", "discount"] as const],
    ...[["acheter", "buy"] as const, ["louer", "lease"] as const],
  ]) {
    await list
      .getByRole("row", { name: new RegExp(row) })
      .first()
      .dblclick();
    await expect(panel).toBeVisible();
    await panel.getByRole("button", { name: "Fermer" }).click();
    await screenshot(page, `decisions-${name}`);
  }
  await list.getByRole("row", { name: /louer/ }).first().dblclick();
  await page.getByLabel("Comparé à").selectOption("buy");
  await acceptScreen(page, "decisions-lease-buy");
  expect(host.complaints).toEqual([]);
});

async function fill({ invoicing, banking }: BookCalls): Promise<void> {
  const imports = [
    await invoicing.importInvoices({ file: new File([INVOICES], "ventes.csv") }),
    await banking.importStatement({ file: new File([STATEMENT], "r.csv"), bankAccountId: 1 }),
  ];
  for (const events of imports) while ((await events.next()).done !== true);
}
