import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportProfileSchema } from "#contract/entry-export.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import { readFixedLayout } from "#main/exports/entries/fixed-layout.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const SALES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-1;Facture;05/01/2026;04/02/2026;C1;L'Écluse <& fils>;Reliure;20 %;100,00;20,00;120,00\n" +
  "FA-2;Facture;12/03/2026;11/04/2026;C2;Œuvre – été;Affiches;20 %;1234,50;246,90;1481,40\n";

let office: OpenOffice;
let fiscalYearId: number;
let balance: { debitMinor: number; creditMinor: number };
beforeAll(async () => {
  office = await openOffice();
  const { calls } = office;
  await resultOf(await calls.invoicing.importInvoices({ file: droppedText("v.csv", SALES) }));
  fiscalYearId = (await calls.ledger.listYears({}))[0]!.id;
  balance = await calls.ledger.trialBalance({ fiscalYearId });
});
afterAll(() => office.stop());

const minorOf = (text: string) => Math.round(Number(text.trim().replace(",", ".")) * 100);
const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

describe.each(["sage", "cegid"] as const)("%s", (format) => {
  const layout = readFixedLayout(format === "sage" ? "sage-pnm" : "cegid-tra");
  const cell = (row: string, name: string) => {
    const { from, length } = layout.fields.find((f) => f.name === name)!;
    return row.slice(from - 1, from - 1 + length);
  };

  it("fields follow one another over the whole width", () => {
    let at = 1;
    for (const field of layout.fields) {
      expect(field.from).toBe(at);
      at += field.length;
    }
    expect(at - 1).toBe(layout.width);
  });

  it("each line of the ledger comes back from its places, with the same sums", async () => {
    const { file, lines } = await office.calls.exports.entries({ fiscalYearId, format });
    const text = new TextDecoder("windows-1252").decode(await file.arrayBuffer());
    const [head, ...rows] = text.split("\r\n").slice(0, -1);
    expect(file.name.endsWith(`.${layout.extension}`)).toBe(true);
    expect(head).toBe(format === "sage" ? "Atelier des Écluses".padEnd(30) : "***S5CLIJRLSTD");
    expect(rows).toHaveLength(lines);
    for (const row of rows) expect(row).toHaveLength(layout.width);
    const side = (wanted: string) =>
      sum(rows.filter((r) => cell(r, "sens") === wanted).map((r) => minorOf(cell(r, "montant"))));
    expect([side("D"), side("C")]).toEqual([balance.debitMinor, balance.creditMinor]);
    const customer = rows.find((r) => cell(r, "type de compte") === "X")!;
    const auxiliary = format === "sage" ? "compte auxiliaire" : "auxiliaire";
    expect(cell(customer, auxiliary).trim()).toBe("C1");
    expect(cell(customer, "échéance").trim()).toBe(format === "sage" ? "040226" : "04022026");
    expect(cell(customer, "journal")).toBe("VE ");
  });
});

describe("XML", () => {
  it("is well formed and holds every line", async () => {
    const { file, lines } = await office.calls.exports.entries({ fiscalYearId, format: "xml" });
    const text = await file.text();
    let found = 0;
    let debit = 0;
    const parser = new SaxesParser();
    parser.on("opentag", (tag) => {
      if (tag.name !== "line") return;
      found++;
      debit += minorOf(String(tag.attributes.debit));
    });
    parser.write(text).close();
    expect([found, debit]).toEqual([lines, balance.debitMinor]);
    expect(text).toContain("L'Écluse &lt;&amp; fils&gt;");
  });

  const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
  const why = hasXmllint ? "" : " (skipped: xmllint is not installed)";
  it.skipIf(!hasXmllint)(`is valid against resources/schemas/entries.xsd${why}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "ecritoire-xml-"));
    const { file } = await office.calls.exports.entries({ fiscalYearId, format: "xml" });
    const path = join(folder, "entries.xml");
    writeFileSync(path, await file.text());
    const schema = resourcePath("schemas", "entries.xsd");
    const done = () => execFileSync("xmllint", ["--noout", "--schema", schema, path]);
    expect(done).not.toThrow();
    rmSync(folder, { recursive: true });
  });
});

describe("CSV", () => {
  it("holds every line by default, read back with the same sums", async () => {
    const { file, lines } = await office.calls.exports.entries({ fiscalYearId, format: "csv" });
    const rows = parse(Buffer.from(await file.arrayBuffer()), {
      bom: true,
      columns: true,
      delimiter: ";",
    }) as Record<string, string>[];
    expect(rows).toHaveLength(lines);
    const total = (name: string) => sum(rows.map((row) => minorOf(row[name] ?? "")));
    expect([total("Débit"), total("Crédit")]).toEqual([balance.debitMinor, balance.creditMinor]);
  });

  it("follows a layout that a person made, kept by name and replaced by name", async () => {
    const { exports } = office.calls;
    const profile = exportProfileSchema.parse({
      name: "Cabinet Dunois",
      separator: ",",
      decimal: ".",
      dateFormat: "YYYYMMDD",
      charset: "windows-1252",
      hasHeader: false,
      columns: [
        { title: "a", field: "dateOn" },
        { title: "b", field: "accountOrParty" },
        { title: "c", field: "label" },
        { title: "d", field: "signedMinor" },
      ],
    });
    const first = await exports.saveProfile({ profile: { ...profile, hasHeader: true } });
    const { id } = await exports.saveProfile({ profile });
    expect(id).toBe(first.id);
    expect(await exports.listProfiles({})).toEqual([{ ...profile, id }]);
    const asked = { fiscalYearId, format: "csv", profileId: id, fromOn: "2026-03-01" } as const;
    const { file } = await exports.entries(asked);
    const text = new TextDecoder("windows-1252").decode(await file.arrayBuffer());
    expect(text.split("\r\n")[0]).toMatch(/^20260312,C2,.*Œuvre – été.*,1481\.40$/);
    expect(text.split("\r\n")).toHaveLength(4);
    await exports.deleteProfile({ profileId: id });
    await expect(exports.entries(asked)).rejects.toMatchObject({
      data: { code: "exports.unknown-profile" },
    });
  });
});

describe("invoices for Oxygène", () => {
  it("carry the names of its mapping file and the same totals", async () => {
    const { file, invoices } = await office.calls.exports.invoices({ format: "oxygene" });
    const text = await file.text();
    expect(invoices).toBe(2);
    const gross = [...text.matchAll(/<MontantTtc>(.*?)<\/MontantTtc>/g)].map((m) => m[1]);
    expect(gross).toEqual(["120.00", "1481.40"]);
    expect(() => new SaxesParser().write(text).close()).not.toThrow();
  });
});
