import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  chromium,
  _electron as electron,
  expect,
  type Page,
} from "@playwright/test";
import type { BookCalls } from "#main/book/book-calls.ts";
import { openBrowserDoor } from "#main/doors/browser.ts";
import { electronBinary } from "#main/doors/electron-binary.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { type OfficeThreads, startOffice } from "#main/doors/office-threads.ts";
import { findChromium } from "./find-chromium.ts";

export { expect };

const root = join(import.meta.dirname, "..", "..");
const out = join(root, "out");
const setting: BrowserContextOptions = {
  locale: "fr-FR",
  timezoneId: "Europe/Paris",
  viewport: { width: 1280, height: 800 },
};

/** The door that a spec came through, with its one window. */
export interface Host {
  kind: "electron" | "browser";
  page: Page;
  /** What the page complained about: script errors and refused resources. */
  complaints: string[];
}

/** A book made before the window opens, ready to be unlocked in it. */
export interface MadeBook {
  folder: string;
  passphrase: string;
}

interface Fixtures {
  host: Host;
  /** The application's window; the same specs run in both doors. */
  page: Page;
  /** Makes a small company's book and fills it through the contract. */
  makeBook: (
    fill?: (office: BookCalls) => Promise<void>,
    /** Its fiscal years by their civil year; 2026 alone when left out. */
    years?: readonly number[],
  ) => Promise<MadeBook>;
}

interface WorkerFixtures {
  chromiumBrowser: Browser | undefined;
}

/** Specs with the window of the door at hand: Electron where its program is, else the browser. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  chromiumBrowser: [
    async ({ browserName: _ }, use) => {
      if (hostKind() === "electron") return use(undefined);
      const browser = await chromium.launch(findChromium(root));
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  host: async ({ chromiumBrowser }, use, info) => {
    const userData = info.outputPath("user-data");
    if (chromiumBrowser === undefined) await inElectron(userData, use);
    else await inBrowser(chromiumBrowser, use);
  },
  page: async ({ host }, use) => use(host.page),
  makeBook: async ({ browserName: _ }, use, info) => {
    await use(async (fill, years = [2026]) => {
      const folder = info.outputPath("Atelier des Écluses");
      const passphrase = "sept-nains-et-une-pomme";
      await withOffice(async (office) => {
        const client = officeClient(office);
        await client.book.create({
          folder,
          passphrase,
          company: { name: "Atelier des Écluses", siren: "732829320" },
          years: years.map((y) => ({ startsOn: `${y}-01-01`, endsOn: `${y}-12-31` })),
          bankAccounts: [{ name: "Courant" }],
        });
        await fill?.(client);
        await client.book.close({});
      });
      return { folder, passphrase };
    });
  },
});

/** Unlocks a book through the window, as a person does. */
export async function unlock(page: Page, book: MadeBook): Promise<void> {
  await page.getByRole("button", { name: "Ouvrir un dossier" }).click();
  await page.getByLabel("Dossier", { exact: true }).fill(book.folder);
  await page.getByLabel("Phrase secrète", { exact: true }).fill(book.passphrase);
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

/** Fills the sample company from the first screen, as a person does. */
export async function trySample(page: Page, folder: string): Promise<void> {
  await page.getByRole("button", { name: "Essayer avec l'entreprise exemple" }).click();
  await page.getByLabel("Dossier", { exact: true }).fill(folder);
  await page.keyboard.press("Enter");
  await expect(page.getByText("rapprochements à confirmer")).toBeVisible({ timeout: 60_000 });
}

/** A screenshot among the results, which the runner does not empty. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, "test-results", "screens", `${name}.png`) });
}

function hostKind(): Host["kind"] {
  const asked = process.env.E2E_HOST;
  if (asked === "electron" || asked === "browser") return asked;
  return electronBinary(root) === undefined ? "browser" : "electron";
}

async function inBrowser(browser: Browser, use: (host: Host) => Promise<void>): Promise<void> {
  await withOffice(async (office) => {
    const door = await openBrowserDoor({ office, root: join(out, "renderer") });
    const context = await browser.newContext(setting);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(door.newAddress());
    await use({ kind: "browser", page, complaints });
    await context.close();
    await door.close();
  });
}

async function inElectron(userData: string, use: (host: Host) => Promise<void>): Promise<void> {
  const executablePath = electronBinary(root);
  if (executablePath === undefined) throw new Error("Electron is not installed.");
  const args = [root, `--user-data-dir=${userData}`, "--lang=fr-FR"];
  const program = await electron.launch({ executablePath, args });
  const page = await program.firstWindow();
  await use({ kind: "electron", page, complaints: complaintsOf(page) });
  await program.close();
}

async function withOffice(work: (office: OfficeThreads) => Promise<void>): Promise<void> {
  const built = (name: string) => pathToFileURL(join(out, "main", name));
  const office = startOffice(built("office.js"), built("reading-worker.js").href);
  try {
    await work(office);
  } finally {
    await office.stop();
  }
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}
