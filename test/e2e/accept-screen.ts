import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, screenshot } from "./fixtures.ts";

/** One screen as accepted: seen in light and dark, one first-level heading, axe without a word. */
export async function acceptScreen(page: Page, name: string): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await screenshot(page, `${name}-${scheme}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`)).toEqual([]);
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

/** Goes to a screen by its address, as a link does. */
export async function goTo(page: Page, hash: string, title: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** Gives a list the keyboard once its rows are there: before that, keys find nothing to act on. */
export async function focusList(list: Locator): Promise<void> {
  await expect(list).toHaveAttribute("aria-busy", "false");
  await list.focus();
}
