import { qontoServerKey } from "../helpers/qonto-server.ts";
import { missingSecretService, startSecretService } from "../helpers/secret-service.ts";
import { desk, ledgerOf, openDesk } from "../providers/qonto/desk.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const IBAN = "FR7630006000011234567890189";
const why = missingSecretService();

test(`an account is read from its bank, then disconnected${why}`, async ({ page, makeBook }) => {
  test.skip(why !== "", why);
  const service = await startSecretService();
  await openDesk();
  desk.server.accounts[0]!.iban = IBAN;
  desk.server.transactions = ledgerOf(40);
  const { login, secretKey: secret } = qontoServerKey;
  const { baseUrl } = desk.server;
  const book = await makeBook(async (office) => {
    const { bankAccountId } = await office.banking.addAccount({ name: "Qonto", iban: IBAN });
    const key = { provider: "qonto" as const, login, secret, baseUrl };
    await office.banking.connectFeed({ ...key, bankAccountId, sinceOn: "2026-01-01" });
  });
  await unlock(page, book);
  await goTo(page, "/bank/connections", "Connexions");
  const fed = page.getByRole("region", { name: "Qonto" });
  await expect(fed).toContainText("Branché à Qonto, jamais lu");
  await fed.getByRole("button", { name: "Lire maintenant" }).click();
  await expect(page.getByText(/lignes ajoutées/)).toBeVisible();
  await expect(fed).toContainText("dernière lecture le");
  const byFiles = page.getByRole("region", { name: "Courant" });
  await byFiles.getByRole("button", { name: "Brancher…" }).click();
  await expect(byFiles).toContainText("n'a pas d'IBAN");
  await acceptScreen(page, "connections");
  await fed.getByRole("button", { name: "Débrancher" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Débrancher" }).click();
  await expect(fed).toContainText("Par fichiers de relevé");
  await fed.getByRole("button", { name: "Brancher…" }).click();
  await fed.getByLabel("Identifiant").fill("acme");
  await acceptScreen(page, "connect-form");
  await desk.server.close();
  await service.stop();
});
