import type { BookCalls } from "#main/book/book-calls.ts";
import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, unlock } from "./fixtures.ts";

test("months are locked, points answered, a year closed and its result allocated", async ({
  page,
  host,
  makeBook,
}) => {
  await unlock(page, await makeBook(lastYear, [2025, 2026]));
  await goTo(page, "/closing", "Clôture");
  const year = page.getByRole("region", { name: "Exercice 2025" });
  await year.getByRole("button", { name: "Verrouiller" }).click();
  await expect(year.getByRole("listitem").first()).toContainText("verrouillé");
  await year.getByRole("button", { name: "Lever les verrous" }).click();
  await expect(year.getByRole("listitem").first()).toContainText("ouvert");
  await expect(year.getByRole("row", { name: /Comptes d'attente/ })).toContainText("À répondre");
  await acceptScreen(page, "closing-checklist");
  const answer = year.getByRole("textbox", { name: /Réponse : Comptes d'attente/ });
  await answer.fill("Vu avec la banque.");
  await page.keyboard.press("Enter");
  await expect(year.getByText(/répondu par/)).toBeVisible();
  await year.getByRole("button", { name: "Clôturer l'exercice…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("À-nouveaux");
  await acceptScreen(page, "closing-year");
  await dialog.getByRole("button", { name: "Clôturer", exact: true }).click();
  await expect(page.getByText("Exercice clôturé, à-nouveaux passés")).toBeVisible();
  const next = page.getByRole("region", { name: "Exercice 2026" });
  await expect(next.getByRole("heading", { name: /Affecter le résultat/ })).toBeVisible();
  await acceptScreen(page, "closing-allocation");
  await next.getByRole("button", { name: "Valider l'affectation" }).click();
  await expect(page.getByText("Résultat affecté")).toBeVisible();
  expect(host.complaints).toEqual([]);
});

/** A sale of 2025 whose payment nobody has explained yet. */
async function lastYear(office: BookCalls): Promise<void> {
  const lines = [
    { account: "471000", debitMinor: 50_000 },
    { account: "706000", creditMinor: 50_000 },
  ];
  const head = { journal: "OD", pieceRef: "X", label: "Encaissement à expliquer" };
  await office.ledger.postEntry({ entry: { ...head, datedOn: "2025-05-05", lines } });
}
