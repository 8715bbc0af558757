import { describe, expect, it } from "vitest";
import { refusalSentence } from "#contract/refusals.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { TableOptions } from "#main/base/table/map-columns.ts";
import { readInvoices } from "#main/invoicing/read-invoices.ts";
import { dropped } from "../helpers/dropped.ts";

const HEADER =
  "Numéro;Type;Date;Échéance;Code client;Client;SIREN;N° TVA;Libellé;" +
  "Régime TVA;Taux TVA;HT;TVA;TTC";

function read(text: string, options: TableOptions = {}) {
  const result = readInvoices(dropped("factures.csv", text), options);
  if (isRefusal(result)) throw new Error(`${result.code} ${JSON.stringify(result.facts)}`);
  return result;
}

/** A row of the usual header; what is given replaces the usual cell. */
function row(cells: Partial<Record<string, string>> = {}): string {
  const usual: Record<string, string> = {
    Numéro: "FA-2026-0001",
    Type: "Facture",
    Date: "14/03/2026",
    Échéance: "13/04/2026",
    "Code client": "C001",
    Client: "Atelier du Lac",
    SIREN: "732829320",
    "N° TVA": "FR44732829320",
    Libellé: "Affiches",
    "Régime TVA": "France",
    "Taux TVA": "20 %",
    HT: "1 000,00",
    TVA: "200,00",
    TTC: "1 200,00",
  };
  return HEADER.split(";")
    .map((h) => cells[h] ?? usual[h])
    .join(";");
}

const only = (cells: Partial<Record<string, string>>) => read(`${HEADER}\n${row(cells)}\n`);

describe("reading invoices", () => {
  it("reads a row with every field", () => {
    const result = read(`${HEADER}\n${row()}\n`);
    expect(result).toMatchObject({ refused: [], warnings: [], mapping: { number: "Numéro" } });
    expect(result.invoices).toEqual([
      {
        line: 2,
        number: "FA-2026-0001",
        kind: "invoice",
        customerCode: "C001",
        customerName: "Atelier du Lac",
        customerSiren: "732829320",
        customerVat: "FR44732829320",
        issuedOn: "2026-03-14",
        dueOn: "2026-04-13",
        label: "Affiches",
        vatTreatment: "domestic",
        vatLines: [{ rateBps: 2000, netMinor: 100_000, vatMinor: 20_000 }],
        netMinor: 100_000,
        vatMinor: 20_000,
        grossMinor: 120_000,
        currency: "EUR",
      },
    ]);
  });

  it("puts the rates of one number together, wherever its rows stand", () => {
    const second = row({ "Taux TVA": "5,5", HT: "100,00", TVA: "5,50", TTC: "105,50" });
    const text = [HEADER, row(), row({ Numéro: "FA-2026-0002" }), second].join("\n");
    const [first] = read(text).invoices;
    expect(first?.vatLines).toEqual([
      { rateBps: 2000, netMinor: 100_000, vatMinor: 20_000 },
      { rateBps: 550, netMinor: 10_000, vatMinor: 550 },
    ]);
    expect(first?.grossMinor).toBe(130_550);
    expect(read(text).invoices).toHaveLength(2);
  });

  it.each([
    ["Autoliquidation", "reverse-charge"],
    ["Intracommunautaire", "intra-community"],
    ["Export", "export"],
    ["EXONÉRÉ", "exempt"],
  ])("reads the treatment %s as %s, without VAT", (word, treatment) => {
    const cells = { "Régime TVA": word, "Taux TVA": "0", TVA: "0,00", TTC: "1 000,00" };
    expect(only(cells).invoices[0]).toMatchObject({ vatTreatment: treatment, vatMinor: 0 });
    expect(only({ "Régime TVA": word }).refused).toMatchObject([{ code: "files.vat-not-due" }]);
  });

  it("reads a credit note, and refuses signs that contradict the type", () => {
    const minus = { HT: "-1 000,00", TVA: "-200,00", TTC: "-1 200,00" };
    expect(only({ Type: "Avoir", ...minus }).invoices[0]).toMatchObject({
      kind: "credit-note",
      grossMinor: -120_000,
    });
    expect(only({ Type: "", ...minus }).invoices[0]?.kind).toBe("credit-note");
    expect(only({ Type: "Avoir" }).refused).toMatchObject([{ code: "files.wrong-sign" }]);
    expect(only(minus).refused).toMatchObject([{ code: "files.wrong-sign" }]);
  });

  it.each([
    [{ Numéro: "" }, "files.missing-cell"],
    [{ Type: "Devis" }, "files.bad-word"],
    [{ Date: "30/02/2026" }, "files.bad-date"],
    [{ Date: "" }, "files.missing-cell"],
    [{ Échéance: "13/03/2026" }, "files.end-before-start"],
    [{ Client: "" }, "files.missing-cell"],
    [{ HT: "mille" }, "files.bad-amount"],
    [{ "Taux TVA": "vingt" }, "files.bad-rate"],
    [{ "Régime TVA": "Lune" }, "files.bad-word"],
    [{ TTC: "1 200,01" }, "files.total-mismatch"],
    [{ TVA: "200,03", TTC: "1 200,03" }, "files.vat-mismatch"],
    [{ HT: "", TVA: "", TTC: "" }, "files.missing-cell"],
  ])("refuses %j as %s, by a sentence in both languages", (cells, code) => {
    const { invoices, refused } = only(cells);
    expect(invoices).toEqual([]);
    expect(refused).toMatchObject([{ line: 2, code }]);
    for (const { facts } of refused) {
      expect(refusalSentence(code as "files.bad-word", facts, "fr")).toMatch(/^Ligne 2/);
      expect(refusalSentence(code as "files.bad-word", facts, "en")).toMatch(/^Line 2/);
    }
  });

  it("accepts two cents of rounding per row", () => {
    expect(only({ TVA: "200,02", TTC: "1 200,02" }).invoices).toHaveLength(1);
  });

  it("never imports a part of an invoice: one bad row refuses all its rows", () => {
    const text = [HEADER, row(), row({ HT: "oops" }), row({ Numéro: "FA-2026-0002" })].join("\n");
    const { invoices, refused } = read(text);
    expect(invoices.map((i) => i.number)).toEqual(["FA-2026-0002"]);
    expect(refused).toMatchObject([
      { line: 2, code: "files.group-refused", facts: { badLine: 3 } },
      { line: 3, code: "files.bad-amount" },
    ]);
  });

  it("refuses a number used for two customers, and lists a row written twice", () => {
    const two = read([HEADER, row(), row({ Client: "Autre", HT: "1 000,00" })].join("\n"));
    expect(two.invoices).toEqual([]);
    expect(two.refused).toMatchObject([
      { line: 2, code: "files.group-refused" },
      { line: 3, code: "files.group-conflict", facts: { column: "Client", firstLine: 2 } },
    ]);
    const twice = read([HEADER, row(), row()].join("\n"));
    expect(twice.invoices[0]?.grossMinor).toBe(120_000);
    expect(twice.refused).toMatchObject([{ line: 3, code: "files.duplicate-row" }]);
  });

  it("leaves a wrong SIREN or VAT number out, with a warning", () => {
    const { invoices, warnings } = only({ SIREN: "732829321", "N° TVA": "FR00732829320" });
    expect(invoices[0]).not.toHaveProperty("customerSiren");
    expect(warnings.map((w) => w.code)).toEqual(["files.bad-siren", "files.bad-vat-number"]);
  });

  it("reads English headers in another order", () => {
    const text =
      "Due date,Invoice number,Customer,Invoice date,VAT rate,Net amount,VAT amount,Total\n" +
      "2026-04-13,INV-1,Lake Ltd,2026-03-14,20,1000.00,200.00,1200.00\n";
    expect(read(text).invoices[0]).toMatchObject({
      number: "INV-1",
      customerName: "Lake Ltd",
      dueOn: "2026-04-13",
      netMinor: 100_000,
      grossMinor: 120_000,
    });
  });

  it("works out net and VAT from a gross amount and its rate", () => {
    const text = "Date;N° facture;Client;Taux;TTC\n14/03/2026;1;Lac;5,5;105,50\n";
    expect(read(text).invoices[0]).toMatchObject({
      netMinor: 10_000,
      vatMinor: 550,
      vatTreatment: "domestic",
    });
    const without = "Date;N° facture;Client;TTC\n14/03/2026;1;Lac;105,50\n";
    expect(read(without).refused).toMatchObject([
      { code: "files.missing-cell", facts: { column: "Taux TVA" } },
    ]);
  });

  it("takes an untaxed sale to a numbered customer of the Union as intra-community", () => {
    const head = "Date;Numéro;Client;N° TVA;HT;TVA;TTC\n";
    const of = (number: string) =>
      read(`${head}14/03/2026;1;Lac;${number};100,00;0,00;100,00\n`).invoices[0]?.vatTreatment;
    expect([of("DE123456789"), of("FR44732829320"), of("")]).toEqual([
      "intra-community",
      "exempt",
      "exempt",
    ]);
  });

  it("asks for a mapping when a column has an unknown name, and takes it", () => {
    const text = "Date;Numéro;Acheteur;HT;TVA;TTC\n14/03/2026;1;Lac;100,00;20,00;120,00\n";
    const refusal = readInvoices(dropped("f.csv", text));
    expect(isRefusal(refusal) && refusal.facts).toMatchObject({ missing: ["Client"] });
    const { invoices, mapping } = read(text, { mapping: { partyName: "Acheteur" } });
    expect(invoices[0]?.customerName).toBe("Lac");
    expect(mapping).toMatchObject({ partyName: "Acheteur", grossMinor: "TTC" });
  });
});
