import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const STATEMENT =
  "Date;Libellé;Montant\n" +
  "04/02/2026;VIR RECU ATELIER VARENNE;1200,00\n" +
  "09/02/2026;RETRAIT DAB RUE DU PORT;-40,00\n";

test("the reconciliation statement and the three-way proof open what is left", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(oneLeft, [2026]));
  await goTo(page, "/bank/statement", "État de rapprochement");
  await page.getByRole("textbox", { name: "Au" }).fill("28/02/2026");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("grid", { name: "État de rapprochement" });
  await expect(sheet.getByRole("row", { name: /Solde à la banque/ })).toContainText("1 160,00");
  await expect(sheet.getByRole("row", { name: /Écart à expliquer/ })).toContainText("–");
  await acceptScreen(page, "bank-statement");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "PDF" }).click();
  expect((await download).suggestedFilename()).toBe("rapprochement-1-2026-02-28.pdf");
  await sheet.getByRole("row", { name: /RETRAIT DAB/ }).dblclick();
  await expect(page.getByRole("complementary")).toContainText("RETRAIT DAB RUE DU PORT");
  await goTo(page, "/bank/proof", "Contrôle à trois voies");
  await expect(page.getByText("1 écart à expliquer.")).toBeVisible();
  await acceptScreen(page, "three-way-proof");
  await page.getByRole("button", { name: "Signer et garder" }).click();
  const report = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Enregistrer le contrôle du/ }).click();
  expect((await report).suggestedFilename()).toMatch(/^controle-.*\.json$/);
  await page.getByRole("link", { name: "RETRAIT DAB RUE DU PORT" }).click();
  await page.getByRole("combobox", { name: "Classer sur un compte" }).fill("471000");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Classer", exact: true }).click();
  await expect(page.getByText("2 sur 2 rapprochées")).toBeVisible();
  await goTo(page, "/bank/proof", "Contrôle à trois voies");
  await expect(page.getByText("disent la même chose")).toBeVisible();
  await goTo(page, "/bank/cash", "Soldes");
  const days = page.getByRole("grid", { name: "Soldes" });
  await expect(days.getByRole("row").nth(1)).toContainText("1 160,00");
  await acceptScreen(page, "daily-balances");
  expect(host.complaints).toEqual([]);
});

test("a statement read by mistake is taken out again", async ({ page, host, makeBook }) => {
  await unlock(page, await makeBook(onlyRead, [2026]));
  await goTo(page, "/bank/connections", "Connexions");
  await page.getByRole("button", { name: "Retirer releve.csv" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer", exact: true }).click();
  await expect(page.getByText(/retiré$/)).toBeVisible();
  await acceptScreen(page, "statement-imports");
  await goTo(page, "/bank", "Banque");
  await expect(page.getByText("Aucune ligne de banque : importez un relevé.")).toBeVisible();
  expect(host.complaints).toEqual([]);
});

async function onlyRead(office: BookCalls): Promise<void> {
  const file = new File([STATEMENT], "releve.csv");
  const events = await office.banking.importStatement({ file, bankAccountId: 1 });
  while ((await events.next()).done !== true);
}

async function oneLeft(office: BookCalls): Promise<void> {
  await onlyRead(office);
  const { rows } = await office.reconciliation.listLines({});
  const received = rows.find((row) => row.label.startsWith("VIR"))!;
  await office.reconciliation.categoriseLine({ bankLineId: received.id, account: "706000" });
}
