import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StatementAsked, statementAskedSchema } from "#contract/statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { exportStatement } from "#main/exports/report/export-statement.ts";
import { budgetFromActual, listBudget, setBudget } from "#main/ledger/statements/budget.ts";
import { drawStatement } from "#main/ledger/statements/draw-statement.ts";
import { readBudget } from "#main/ledger/statements/read-budget.ts";
import { type CoreBook, coreBook, sale } from "../core/core-book.ts";

let core: CoreBook;
beforeAll(async () => {
  core = await coreBook();
  for (let i = 0; i < 60; i++) {
    const draft = sale(core.customerId, i < 30 ? "2025-03-02" : "2026-04-02");
    const posted = await core.post({ ...draft, pieceRef: `FA-${i}` });
    if (isRefusal(posted)) throw new Error(posted.code);
  }
});
afterAll(() => core.remove());

const asked = (more: object): StatementAsked =>
  statementAskedSchema.parse({ name: "ledger", fromOn: "2026-01-01", toOn: "2026-12-31", ...more });

async function file(format: "pdf" | "xlsx" | "csv", more: object = {}): Promise<Buffer> {
  const made = await exportStatement(core.book.read, {
    ...asked(more),
    format,
    madeOn: "2026-06-15",
  });
  if (isRefusal(made)) throw new Error(made.code);
  return Buffer.from(await made.file.arrayBuffer());
}

describe("a statement as a file", () => {
  it("is a tagged PDF with its filter at the head and pages that say their number", async () => {
    const bytes = await file("pdf", { account: "411" });
    expect(bytes.equals(await file("pdf", { account: "411" }))).toBe(true);
    const text = bytes.toString("latin1");
    expect(/\/MarkInfo \d+ 0 R/.test(text) && text.includes("/Marked true")).toBe(true);
    expect(text.includes("/StructTreeRoot")).toBe(true);
    expect(text.match(/\/S \/TR\b/g)!.length).toBeGreaterThan(30);
    expect(text.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1);
  });

  it("reads back as what the screen shows, in CSV and in a workbook", async () => {
    const csv = (await file("csv")).toString();
    expect(csv).toContain("Grand livre\r\nEssai\r\nDu 01/01/2026 au 31/12/2026\r\n");
    const sheet = drawStatement(core.book.read, asked({}));
    const rows = isRefusal(sheet) ? [] : [...sheet.rows()];
    expect(csv.trimEnd().split("\r\n")).toHaveLength(rows.length + 5);
    expect(csv).toContain("7200,00");
    const parts = unzipSync(await file("xlsx"));
    const xml = Buffer.from(parts["xl/worksheets/sheet1.xml"]!).toString();
    expect(xml.match(/<row /g)!.length).toBeGreaterThanOrEqual(rows.length + 4);
    expect(xml).toContain("<v>7200</v>");
  });

  it("compares with the year before and with the budget", async () => {
    await core.book.transact(core.act, (tx) => ({
      result: budgetFromActual(tx, { year: 2026, growthBps: 1000, by: "account" }),
      audit: { subject: "budget" },
    }));
    expect(listBudget(core.book.read, { fromMonth: "2026-03", toMonth: "2026-03" })).toEqual([
      { account: "706000", month: "2026-03", amountMinor: 330_000 },
    ]);
    const line = (compareWith: string) => {
      const sheet = drawStatement(core.book.read, asked({ name: "income-statement", compareWith }));
      if (isRefusal(sheet)) throw new Error(sheet.code);
      return [...sheet.rows()].find((row) => row.id === "production-sold")!.cells.slice(1);
    };
    expect(line("previous")).toEqual([300_000, 300_000, 0, 0]);
    expect(line("budget")).toEqual([300_000, 330_000, -30_000, -909]);
    await core.book.transact(core.act, (tx) => {
      const lines = [{ category: "70", month: "2026-03", amountMinor: 20_000 }];
      const result = setBudget(tx, lines);
      return isRefusal(result) ? result : { result, audit: { subject: "budget" } };
    });
    // The budget of a class as a whole stands on the same line as its accounts'.
    expect(line("budget").slice(0, 2)).toEqual([300_000, 350_000]);
  });

  it("reads a budget by row or by month, and names what it cannot read", () => {
    const bytes = (text: string) => ({ name: "budget.csv", bytes: Buffer.from(text) });
    const wide = readBudget(
      bytes("Compte;Libellé;01/2026;02/2026\n6061;Énergie;100,00;\nXX;Rien;1;2\n"),
      [],
    );
    expect(wide).toEqual({
      lines: [{ account: "6061", month: "2026-01", amountMinor: 10_000 }],
      refused: [
        {
          ...{ line: 3, code: "statements.budget-account" },
          facts: { line: 3, column: "Compte", text: "XX" },
        },
      ],
    });
    const long = readBudget(
      bytes("Compte;Mois;Montant\n706;2026-01;1 000,50\n706;bientôt;1\n"),
      [],
    );
    expect(long).toMatchObject({ lines: [{ amountMinor: 100_050 }], refused: [{ line: 3 }] });
    const twice = readBudget(bytes("Compte;Mois;Montant\n706;2026-01;1\n706;01/2026;2\n"), []);
    expect(twice).toMatchObject({ lines: [{ amountMinor: 100 }], refused: [{ line: 3 }] });
    const none = readBudget(bytes("Nom;Valeur\nA;1\n"), []);
    expect(isRefusal(none) && none.code).toBe("statements.budget-columns");
  });

  const hasPdftotext = canRun("pdftotext", ["-v"]);
  it.skipIf(!hasPdftotext)(
    "says its rows to a reader of PDF (skipped without pdftotext)",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "ecritoire-pdf-"));
      const path = join(folder, "bilan.pdf");
      writeFileSync(path, await file("pdf", { name: "balance-sheet" }));
      const text = execFileSync("pdftotext", ["-layout", path, "-"]).toString();
      expect(text).toContain("Total général de l'actif");
      expect(text).toContain("Au 31/12/2026");
      writeFileSync(path, await file("pdf", { name: "ledger", account: "411" }));
      const ledger = execFileSync("pdftotext", ["-layout", path, "-"]).toString();
      expect(ledger).toContain("411000 Clients");
      expect(text.match(/7\s?200,00/g)!.length).toBeGreaterThan(1);
    },
  );
});

function canRun(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
