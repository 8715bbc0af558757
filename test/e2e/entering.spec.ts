import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, focusList, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

const BILL_DATE = "12/03/2026";

test("a bill is typed from the keyboard alone, from its supplier's habits, and validated", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(aSupplierWithHabits));
  await goTo(page, "/entries/enter", "Saisie");
  const type = (text: string) => page.keyboard.type(text);
  const enter = () => page.keyboard.press("Enter");
  await expect(page.getByLabel("Date", { exact: true })).toBeFocused();
  await page.keyboard.press("Control+a");
  await type(BILL_DATE);
  await enter();
  await type("F-77");
  await enter();
  await enter();
  await expect(page.getByLabel("Compte, ligne 1")).toBeFocused();
  await type("Forge");
  await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("Forge du Val");
  await acceptScreen(page, "entering-choices");
  await enter();
  await expect(page.getByLabel("Libellé, ligne 1")).toBeFocused();
  await enter();
  await enter();
  await expect(page.getByLabel("Crédit, ligne 1")).toBeFocused();
  await type("=100*2,2");
  await enter();
  await expect(page.getByText(/Proposé d'après la dernière écriture de ce tiers/)).toBeVisible();
  await expect(page.getByText("Équilibrée")).toBeVisible();
  await expect(page.getByLabel("Débit, ligne 2")).toHaveValue(/200,00/);
  await acceptScreen(page, "entering");
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Ce qui devient définitif");
  await expect(dialog).toContainText("220,00");
  await acceptScreen(page, "entering-final");
  await dialog.getByRole("button", { name: "Valider" }).click();
  await expect(page.getByText("1 écriture validée")).toBeVisible();
  await goTo(page, "/entries", "Écritures");
  await expect(page.getByRole("grid")).toContainText("F-77");
  expect(host.complaints).toEqual([]);
});

test("drafts wait as typed and a month of a journal is validated after its preview", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(twoDrafts));
  await goTo(page, "/entries/drafts", "Brouillons");
  const grid = page.getByRole("grid", { name: "Brouillons" });
  await expect(grid).toContainText("Loyer mars");
  await acceptScreen(page, "drafts");
  await page.getByLabel("Journal", { exact: true }).selectOption("OD");
  await page.getByLabel("Mois", { exact: true }).selectOption("2026-03");
  await page.getByRole("button", { name: "Valider le journal et le mois…" }).click();
  await expect(page.getByRole("dialog")).toContainText("À corriger");
  await acceptScreen(page, "drafts-final");
  await page.getByRole("dialog").getByRole("link", { name: "MARS Assurance mars" }).click();
  await expect(page.getByLabel("Compte, ligne 1")).toHaveValue("616");
  await page.getByLabel("Compte, ligne 1").focus();
  await expect(page.getByText(/manquent au crédit/)).toBeVisible();
  expect(host.complaints).toEqual([]);
});

test("an entry is duplicated, kept as a template, repeated, and given its document", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(aSupplierWithHabits));
  await goTo(page, "/entries", "Écritures");
  await focusList(page.getByRole("grid", { name: "Écritures" }));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await panel.locator('input[type="file"]').setInputFiles({
    name: "F-12.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 facture"),
  });
  await expect(panel.getByText("F-12.pdf")).toBeVisible();
  await panel.getByRole("button", { name: "Garder comme modèle…" }).click();
  await page.getByLabel("Nom du modèle").fill("Ferrures");
  await page.getByRole("button", { name: "Garder", exact: true }).click();
  await expect(page.getByText("Modèle gardé")).toBeVisible();
  await acceptScreen(page, "entry-panel");
  await panel.getByRole("button", { name: "Dupliquer" }).click();
  await expect(page.getByLabel("Compte, ligne 1")).toHaveValue("618");
  await goTo(page, "/entries/recurring", "Abonnements");
  await page.getByLabel("Première fois").fill("05/04/2026");
  await page.getByRole("button", { name: "Répéter" }).click();
  await expect(page.getByRole("button", { name: "Supprimer Ferrures" })).toHaveCount(2);
  await page.getByLabel("Libellé", { exact: true }).fill("Assurance 2027");
  await page.getByLabel("Montant hors taxe").fill("300");
  await page.getByRole("button", { name: "Faire le brouillon" }).click();
  await expect(page.getByText("Brouillon fait")).toBeVisible();
  await acceptScreen(page, "recurring");
  await goTo(page, "/entries/drafts", "Brouillons");
  await page.getByRole("button", { name: /Faire les brouillons des abonnements/ }).click();
  await expect(page.getByRole("grid", { name: "Brouillons" })).toContainText("Assurance 2027");
  expect(host.complaints).toEqual([]);
});

async function aSupplierWithHabits(office: BookCalls): Promise<void> {
  const bills =
    "Numéro;Date;Échéance;Code fournisseur;Fournisseur;Libellé;Taux TVA;HT;TVA;TTC\n" +
    "F-12;05/01/2026;04/02/2026;F1;Forge du Val;Ferrures;10 %;100,00;10,00;110,00\n";
  const events = await office.purchases.importBills({ file: new File([bills], "achats.csv") });
  while ((await events.next()).done !== true);
}

async function twoDrafts(office: BookCalls): Promise<void> {
  const head = { journal: "OD", datedOn: "2026-03-31", pieceRef: "MARS" };
  const rent = [
    { account: "6132", debitMinor: 90_000 },
    { account: "512001", creditMinor: 90_000 },
  ];
  await office.ledger.saveDraft({ entry: { ...head, label: "Loyer mars", lines: rent } });
  const half = [{ account: "616", debitMinor: 12_000 }];
  await office.ledger.saveDraft({ entry: { ...head, label: "Assurance mars", lines: half } });
}
