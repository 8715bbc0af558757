import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moneyWords } from "#contract/sentence.ts";
import type { BookCalls } from "#main/book/book-calls.ts";
import { type OpenOffice, openOffice } from "../../contract/open-office.ts";
import { resultOf, type SampleOffice, sampleOffice } from "../../main-job/sample-office.ts";

const folder = mkdtempSync(join(tmpdir(), "ecritoire-report-"));
const hasPdftotext = spawnSync("pdftotext", ["-v"]).status === 0;
let sample: SampleOffice;
let empty: OpenOffice;
beforeAll(async () => {
  sample = await sampleOffice();
  // The agent measures by itself a while after opening: the tests do not wait for its clock.
  await resultOf(await sample.calls.treasury.gradeForecast({}));
  empty = await openOffice();
}, 120_000);
afterAll(async () => {
  await sample.stop();
  await empty.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function report(calls: BookCalls, more: { language?: "fr" | "en"; asOn?: string } = {}) {
  const { file } = await calls.treasury.ownerReport(more);
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

const pagesOf = (bytes: Buffer) => bytes.toString("latin1").match(/\/Type \/Page\b/g)?.length;

/** The words of each page, spaces made plain. */
function wordsOf(bytes: Buffer): string[] {
  const path = join(folder, "report.pdf");
  writeFileSync(path, bytes);
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  return text.split("\f").map((page) => plain(page));
}

const plain = (text: string) =>
  text.replaceAll(/[\s\u00a0\u202f]+/g, " ").replaceAll("\u2212", "-");

describe("the owner's report", () => {
  it.each(["fr", "en"] as const)("is a tagged PDF of four pages, in %s", async (language) => {
    const { name, bytes } = await report(sample.calls, { language });
    expect(name).toBe(`${language === "fr" ? "rapport-dirigeant" : "owner-report"}-2026-12-31.pdf`);
    expect(pagesOf(bytes)).toBe(4);
    const text = bytes.toString("latin1");
    expect(text).toContain("/Marked true");
    expect(text).toContain(`/Lang (${language === "fr" ? "fr-FR" : "en-GB"})`);
    for (const tag of ["H1", "H2", "H3", "P", "Table", "TH", "TD", "Figure"]) {
      expect(text).toContain(`/S /${tag}\n`);
    }
    // Each type is inside the file: a reader needs none of its own.
    const fonts = text.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(0);
    expect(text.match(/\/FontFile[23] /g)).toHaveLength(fonts);
  });

  it("makes the same bytes of the same book", async () => {
    const [one, two] = [await report(sample.calls), await report(sample.calls)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });

  it("stays at four pages on a book with nothing in it, and says so", async () => {
    const { bytes } = await report(empty.calls);
    expect(pagesOf(bytes)).toBe(4);
    if (!hasPdftotext) return;
    const [week = "", customers = "", reasons = "", belief = ""] = wordsOf(bytes);
    expect(belief).toContain("La prévision n'a pas encore été mesurée");
    expect(week).toContain("Aucune relance ne vaut le temps qu'elle prendrait.");
    expect(week).toContain("Rien à payer dans les trente jours.");
    expect(customers).toContain("Aucun client avec un en-cours");
    expect(reasons).toContain("Aucune vente sur douze mois.");
    expect(week + customers + reasons).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it.runIf(hasPdftotext)("opens with the week and holds the engines' own figures", async () => {
    const { calls } = sample;
    const [week = "", customers = "", reasons = "", belief = ""] = wordsOf(
      (await report(calls)).bytes,
    );
    const money = (minor: number) => plain(moneyWords(minor, "fr"));
    expect(week.indexOf("À faire cette semaine")).toBeLessThan(week.indexOf("Trésorerie"));
    const actions = await calls.treasury.actions({});
    for (const one of actions.actions.slice(0, 5)) expect(week).toContain(money(one.openMinor));
    for (const one of actions.payments.slice(0, 5)) expect(week).toContain(money(one.openMinor));
    const { lowest, balanceMinor } = await calls.treasury.forecast({});
    expect(week).toContain(money(balanceMinor));
    expect(week).toContain(money(lowest.balanceMinor));
    const { clients } = await calls.treasury.risk({});
    const [first] = clients
      .filter((one) => one.openMinor > 0)
      .toSorted((a, b) => b.lateChance * b.openMinor - a.lateChance * a.openMinor);
    expect(customers).toContain(`1 ${first?.partyName} ${money(first?.openMinor ?? 0)}`);
    const { opening, closing } = await calls.treasury.causes({
      ...{ kpi: "cash", fromOn: "2026-11-30", toOn: "2026-12-31" },
    });
    const moved = (closing?.value ?? 0) - (opening?.value ?? 0);
    expect(reasons).toContain(`En décembre 2026, la trésorerie a bougé de +${money(moved)}`);
    const { totals } = await calls.treasury.margins({ fromOn: "2026-01-01", toOn: "2026-12-31" });
    expect(reasons).toContain(money(totals.marginMinor));
    const { grades } = await calls.treasury.reliability({});
    expect(belief).toContain(`${grades?.origins} prévisions refaites sur le passé`);
  });

  it.runIf(hasPdftotext)("ages what customers owe to the cent", async () => {
    const [week = "", customers = ""] = wordsOf((await report(sample.calls)).bytes);
    const owed = /Dû par les clients/.test(week);
    const steps = [...customers.matchAll(/(-?[\d ]+,\d\d) € · [\d ]+ pièces/g)].map((found) =>
      Math.round(Number((found[1] ?? "").replaceAll(" ", "").replace(",", ".")) * 100),
    );
    expect(owed && steps.length).toBe(5);
    const { indicators } = await sample.calls.treasury.indicators({});
    expect(indicators.length).toBeGreaterThan(0);
    const { receivableMinor } = await sample.calls.treasury.position({});
    expect(steps.reduce((sum, minor) => sum + minor, 0)).toBe(receivableMinor);
  });
});
