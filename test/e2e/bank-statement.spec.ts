import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const STATEMENT =
  "Date;Libellé;Montant\n" +
  "04/02/2026;VIR RECU ATELIER VARENNE;1200,00\n" +
  "09/02/2026;RETRAIT DAB RUE DU PORT;-40,00\n";

test("the reconciliation statement opens its lines and is written as PDF", async ({
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
  expect(host.complaints).toEqual([]);
});

async function oneLeft(office: BookCalls): Promise<void> {
  const file = new File([STATEMENT], "releve.csv");
  const events = await office.banking.importStatement({ file, bankAccountId: 1 });
  while ((await events.next()).done !== true);
  const { rows } = await office.reconciliation.listLines({});
  const received = rows.find((row) => row.label.startsWith("VIR"))!;
  await office.reconciliation.categoriseLine({ bankLineId: received.id, account: "706000" });
}
