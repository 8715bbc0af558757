import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { openBrowserDoor } from "#main/doors/browser.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { buildWhenStale } from "../../scripts/start/build-when-stale.ts";
import { findChromium } from "../e2e/find-chromium.ts";
import { longCsv } from "./long-csv.ts";
import { type BenchRow, median } from "./rows.ts";
import { scrollBankLines } from "./scroll-frames.ts";

const OPENINGS = 7;
const LINES = 100_000;
const PASSPHRASE = "banc de mesure";
const root = join(import.meta.dirname, "..", "..");
const out = join(root, "out");

/** The browser door in a real Chromium: its first screen, and the window while lines come in. */
export async function benchScreen(): Promise<BenchRow[]> {
  buildWhenStale(root);
  const folder = mkdtempSync(join(tmpdir(), "ecritoire-screen-"));
  const built = (name: string) => pathToFileURL(join(out, "main", name));
  const office = startOffice(built("office.js"), built("reading-worker.js").href);
  const door = await openBrowserDoor({ office, root: join(out, "renderer") });
  const browser = await chromium.launch(findChromium(root));
  const opened: number[] = [];
  for (let i = 0; i < OPENINGS; i++) opened.push(await firstScreenMs(browser, door.newAddress()));
  const calls = officeClient(office);
  await calls.book.create({
    folder: join(folder, "book"),
    passphrase: PASSPHRASE,
    company: { name: "Banc", siren: "732829320" },
    years: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
    bankAccounts: [{ name: "Courant" }],
  });
  const longestMs = await longestTaskMs(browser, door.newAddress());
  const page = await browser.newPage();
  await page.goto(door.newAddress());
  await page.getByRole("navigation").first().waitFor();
  const scrolling = await scrollBankLines(page);
  await browser.close();
  await door.close();
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: "first screen, from address to words", value: median(opened), unit: "ms" },
    {
      name: `window while ${LINES} lines are imported, longest task`,
      value: longestMs,
      unit: "ms",
      target: "< 50 ms",
      met: longestMs < 50,
    },
    { name: `${LINES} bank lines, opening`, value: scrolling.openingMs, unit: "ms" },
    {
      ...{ name: `${scrolling.rows} bank lines scrolled, median frame`, unit: "ms" },
      ...{ value: scrolling.medianFrameMs, target: "< 17 ms", met: scrolling.medianFrameMs < 17 },
    },
    {
      ...{ name: `${scrolling.rows} bank lines scrolled, frame at 99 %`, unit: "ms" },
      ...{ value: scrolling.p99FrameMs, target: "< 34 ms", met: scrolling.p99FrameMs < 34 },
    },
  ];
}

async function firstScreenMs(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  const from = performance.now();
  await page.goto(address);
  await page.getByRole("button").first().waitFor();
  const ms = performance.now() - from;
  await page.close();
  return ms;
}

/** The longest task of the window between the click that imports and its report; 0 below 50 ms. */
async function longestTaskMs(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByRole("navigation").first().waitFor();
  await page.evaluate("location.hash = '/import'");
  const buffer = Buffer.from(longCsv(LINES), "utf8");
  await page.setInputFiles("input[type=file]", {
    name: "releve.csv",
    mimeType: "text/csv",
    buffer,
  });
  await page.locator("select").nth(1).selectOption({ index: 1 });
  const run = page.getByRole("button", { name: /^(Importer|Import) \(/ });
  await run.waitFor({ timeout: 60_000 });
  await watchTasks(page);
  await run.click();
  await page.getByText(/^(Importé|Imported)$/).waitFor({ timeout: 60_000 });
  const longest = await page.evaluate<number>("Math.max(0, ...window.longTasks)");
  await page.close();
  return longest;
}

function watchTasks(page: Page): Promise<void> {
  return page.evaluate(`
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) window.longTasks.push(task.duration);
    }).observe({ type: "longtask" });
  `);
}
