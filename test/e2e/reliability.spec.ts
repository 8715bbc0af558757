import { acceptScreen, goTo } from "./accept-screen.ts";
import { expect, test, trySample } from "./fixtures.ts";

test("the forecast is measured on the past, and says how far to believe it", async ({
  page,
  host,
}, info) => {
  test.setTimeout(120_000);
  await trySample(page, info.outputPath("Exemple"));
  await goTo(page, "/treasury/reliability", "Fiabilité mesurée");
  await page.getByRole("button", { name: "Mesurer maintenant" }).first().click();
  await expect(page.getByText(/^À 30 jours, la prévision se trompe de/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole("figure")).toHaveCount(1);
  await expect(page.getByText("Chaque facture à son échéance").last()).toBeVisible();
  await acceptScreen(page, "reliability");
  expect(host.complaints).toEqual([]);
});
