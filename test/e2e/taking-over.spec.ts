import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const HEADER =
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|" +
  "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";

test("the FEC of another package is previewed with its doubts, then taken over", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook());
  await goTo(page, "/import/fec", "Reprendre un FEC");
  const entry = (n: number, debit: string, credit: string) => [
    `VT|Ventes|${n}|20250110|411000|Clients|CDUP|Dupont|P${n}|20250110|Vente|${debit}|0,00|||20250131||`,
    `VT|Ventes|${n}|20250110|707000|Ventes|||P${n}|20250110|Vente|0,00|${credit}|||20250131||`,
  ];
  const text = [HEADER, ...entry(1, "12,00", "12,00"), ...entry(2, "30,00", "29,00")].join("\r\n");
  await page.locator('input[type="file"]').setInputFiles({
    name: "732829320FEC20251231.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  await expect(page.getByRole("button", { name: /^Reprendre 1 écriture/ })).toBeVisible();
  await acceptScreen(page, "taking-over");
  await page.getByRole("button", { name: /^Reprendre 1 écriture/ }).click();
  await page.getByRole("link", { name: "Voir les écritures" }).click();
  await expect(page.getByRole("grid")).toContainText("10/01/2025");
  expect(host.complaints).toEqual([]);
});
