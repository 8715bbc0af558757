import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "@playwright/test";
import type { BookCalls } from "#main/book/book-calls.ts";
import { openBrowserDoor } from "#main/doors/browser.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { buildWhenStale } from "../../scripts/start/build-when-stale.ts";
import { findChromium } from "../e2e/find-chromium.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { type BenchRow, median } from "./rows.ts";

const ENTRIES = 50_000;
const CUSTOMERS = 400;
const OPENINGS = 7;
const TYPED = "client 12";
const root = join(import.meta.dirname, "..", "..");
const out = join(root, "out");

/** The entry grid in a real Chromium over a full book: its opening, and each key while typing. */
export async function benchGridScreen(): Promise<BenchRow[]> {
  buildWhenStale(root);
  const folder = mkdtempSync(join(tmpdir(), "ecritoire-grid-"));
  const built = (name: string) => pathToFileURL(join(out, "main", name));
  const office = startOffice(built("office.js"), built("reading-worker.js").href);
  const door = await openBrowserDoor({ office, root: join(out, "renderer") });
  await fill(officeClient(office), join(folder, "book"));
  const browser = await chromium.launch(findChromium(root));
  const page = await browser.newPage();
  await page.goto(door.newAddress());
  await page.getByRole("navigation").first().waitFor();
  await page.waitForTimeout(3000);
  const opened: number[] = [];
  for (let i = 0; i < OPENINGS; i++) opened.push(await openingMs(page));
  const keys = await keysMs(page);
  await browser.close();
  await door.close();
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
  const opening = median(opened);
  const key = Math.max(...keys);
  const size = `${ENTRIES.toLocaleString("en")} entries`;
  return [
    {
      ...{ name: `entry grid in the window, opening, ${size}`, value: opening, unit: "ms" },
      ...{ target: "< 300 ms", met: opening < 300 },
    },
    {
      ...{ name: `slowest key in the window, to its paint, ${size}`, value: key, unit: "ms" },
      ...{ target: "< 50 ms", met: key < 50 },
    },
  ];
}

async function fill(calls: BookCalls, folder: string): Promise<void> {
  await calls.book.create({
    folder,
    passphrase: "banc de mesure",
    company: { name: "Banc", siren: "732829320" },
    years: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
  });
  const rows = Array.from({ length: ENTRIES }, (_, i) => {
    const on = `${String(1 + (i % 28)).padStart(2, "0")}/${String(1 + (i % 12)).padStart(2, "0")}`;
    const code = i % CUSTOMERS;
    return `FA-${i};${on}/2026;31/12/2026;C${code};Client ${code};Vente;20 %;100,00;20,00;120,00`;
  });
  const head = "Numéro;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC";
  const file = new File([[head, ...rows].join("\n")], "ventes.csv");
  const { added } = await resultOf(await calls.invoicing.importInvoices({ file }));
  if (added !== ENTRIES) throw new Error(`${added} entries`);
}

/** From the address to the first field with the caret in it, painted. */
async function openingMs(page: Page): Promise<number> {
  await page.evaluate("location.hash = '/'");
  await page.waitForTimeout(500);
  return page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now();
    location.hash = '/entries/enter';
    const look = () => {
      const isReady = document.activeElement?.tagName === 'INPUT';
      requestAnimationFrame(isReady ? () => resolve(performance.now() - from) : look);
    };
    look();
  })`);
}

/** Each key of a customer's name on the account field, from the key to the paint after it. */
async function keysMs(page: Page): Promise<number[]> {
  await page.evaluate(`
    window.keys = [];
    addEventListener('keydown', (event) => {
      const from = event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => window.keys.push(performance.now() - from)));
    }, true);
  `);
  await page.getByLabel(/^(Compte, ligne 1|Account, line 1)$/).focus();
  for (const letter of TYPED) {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.waitForTimeout(250);
  }
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  const keys = await page.evaluate<number[]>("window.keys");
  if (keys.length !== TYPED.length) throw new Error(`${keys.length} keys`);
  return keys;
}
