import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, screenshot, test, trySample } from "./fixtures.ts";

const VIEWS = [
  ...["/treasury", "/treasury/scenarios", "/treasury/stress", "/treasury/reliability"],
  ...["/treasury/clients", "/treasury/patterns", "/treasury/warnings", "/treasury/actions"],
  ...["/treasury/margins", "/treasury/costs", "/treasury/seasons", "/treasury/variance"],
  ...["/treasury/causes", "/treasury/indicators", "/treasury/analyses"],
  ...["/treasury/decisions", "/treasury/proposals"],
];
const WORDS = join(import.meta.dirname, "..", "..", "src", "renderer", "words");
/** Files of the words that hold no catalogue and want a window. */
const NO_CATALOGUE = new Set(["language.ts", "use-words.ts", "words.ts", "french-spaces.ts"]);

test("every view of treasury holds at 200 % and has no French word in English", async ({
  page,
  host,
}, info) => {
  test.setTimeout(90_000);
  await trySample(page, info.outputPath("Exemple"));
  await page.evaluate('localStorage.setItem("ecritoire.language", "en")');
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Home");
  const french = await frenchOnly();
  expect(french.size).toBeGreaterThan(500);
  // A window of 1280 × 800 at twice the zoom.
  await page.setViewportSize({ width: 640, height: 400 });
  const heading = page.getByRole("heading", { level: 1 });
  for (const view of VIEWS) {
    const before = await heading.innerText();
    await page.evaluate(`location.hash = ${JSON.stringify(view)}`);
    await expect(heading).not.toHaveText(before);
    await expect(page.locator("#work [aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
    expect(await overflow(page), view).toEqual([]);
    const said = (await page.locator("body").innerText()).split("\n").map((line) => line.trim());
    expect(
      said.filter((line) => french.has(line)),
      view,
    ).toEqual([]);
  }
  await screenshot(page, "proposals-at-200");
  expect(host.complaints).toEqual([]);
});

/** What sticks out of the window sideways, or lets the page scroll below its own end. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const work = document.querySelector("#work");
    const end = Math.max(...[...work.children].map((one) => one.offsetTop + one.offsetHeight));
    return [
      ...(document.documentElement.scrollWidth > innerWidth ? ["the window is too narrow"] : []),
      ...(work.scrollWidth > work.clientWidth ? ["the page is too narrow"] : []),
      ...(work.scrollHeight > Math.max(end, work.clientHeight) + 2 ? ["blank below the page"] : []),
    ];
  })()`);
}

/** A catalogue of `src/renderer/words`: each thing said in both languages, in a text or a phrase. */
type Catalogue = Record<string, { fr: unknown; en: unknown }>;

/** The texts of the catalogues that are French only, as they are shown. */
async function frenchOnly(): Promise<Set<string>> {
  const files = readdirSync(WORDS).filter((name) => !NO_CATALOGUE.has(name));
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(WORDS, name)).href)),
  );
  const pairs = modules
    .flatMap((all: Record<string, Catalogue>) => Object.values(all))
    .flatMap((said) => Object.values(said));
  const texts = (language: "fr" | "en") =>
    pairs.flatMap((one) => (typeof one?.[language] === "string" ? [one[language]] : []));
  const english = new Set(texts("en"));
  return new Set(texts("fr").filter((text) => text.length > 2 && !english.has(text)));
}
