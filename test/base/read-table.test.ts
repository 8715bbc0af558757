import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { knownNames, mapColumns } from "#main/base/table/map-columns.ts";
import { readTable, type Table } from "#main/base/table/read-table.ts";
import { rowReader } from "#main/base/table/row-reader.ts";
import { dropped } from "../helpers/dropped.ts";

const FIELDS = [
  { field: "day", title: "Date", required: true, names: ["Date facture", "Date"] },
  { field: "amount", title: "Montant", required: true, names: ["Montant", "Amount"] },
  { field: "fee", title: "Frais", names: ["Frais"] },
  { field: "note", title: "Note", names: ["Note"] },
];

function table(text: string, encoding: "utf-8" | "latin1" = "utf-8"): Table {
  const read = readTable(dropped("t.csv", text, encoding), knownNames(FIELDS));
  if (isRefusal(read)) throw new Error(read.code);
  return read;
}

describe("reading a table", () => {
  it("finds delimiter, encoding and header below lines that are not the table", () => {
    const read = table(
      "Société;ÉCLAIR\n\nDate;Note;Montant;\n01/02/2026;café, thé;1,50;\n",
      "latin1",
    );
    expect(read.delimiter).toBe(";");
    expect(read.encoding).toBe("windows-1252");
    expect([read.headerLine, read.headers]).toEqual([3, ["Date", "Note", "Montant"]]);
    expect(read.rows).toEqual([{ line: 4, cells: ["01/02/2026", "café, thé", "1,50"] }]);
  });

  it("does not take decimal commas for delimiters, nor tabs for spaces", () => {
    expect(table("Date;Montant\n01/02/2026;1,50\n02/02/2026;2,50").delimiter).toBe(";");
    expect(table("Date\tMontant\n01/02/2026\t1,50").delimiter).toBe("\t");
    expect(table('Date,Montant\n01/02/2026,"1,50"').delimiter).toBe(",");
  });

  it("refuses a row that a stray delimiter has shifted, by its line", () => {
    const read = table("Date;Note;Montant\n01/02/2026;a;b;1\n02/02/2026;c;2");
    expect(read.refused).toMatchObject([{ line: 2, code: "files.too-many-cells" }]);
    expect(read.rows).toHaveLength(1);
  });

  it.each([
    ["", "files.empty"],
    [" \n\n", "files.empty"],
    ["%PDF-1.7\n…", "files.unsupported"],
    ["<?xml version='1.0'?><a/>", "files.unsupported"],
    ["un seul mot\n", "files.no-header"],
    ['Date;Montant\n"01/02/2026;1', "files.unclosed-quote"],
  ])("refuses %j as %s", (text, code) => {
    const read = readTable(dropped("t.csv", text), knownNames(FIELDS));
    expect(isRefusal(read) && read.code).toBe(code);
  });
});

describe("mapping columns", () => {
  const on = (headers: string[], chosen = {}) =>
    mapColumns({ file: "t.csv", headers, headerLine: 1 }, FIELDS, chosen);

  it("knows a header by its words, whatever accents, case and small words", () => {
    const columns = on(["MONTANT (EUROS)", "Date de la facture"]);
    expect(columns).toMatchObject({
      mapping: { day: "Date de la facture", amount: "MONTANT (EUROS)" },
    });
  });

  it("prefers the exact name, and gives one column to one field", () => {
    expect(on(["Montant frais", "Montant", "Date"])).toMatchObject({
      mapping: { amount: "Montant", fee: "Montant frais", day: "Date" },
    });
  });

  it("lists the headers found when a required field has none", () => {
    const refusal = on(["Jour", "Montant"]);
    expect(isRefusal(refusal) && refusal.facts).toEqual({
      file: "t.csv",
      line: 1,
      missing: ["Date"],
      headers: ["Jour", "Montant"],
    });
  });

  it("lets a person's mapping win, and leave a field out", () => {
    expect(on(["Jour", "Montant", "Note"], { day: "jour", note: "" })).toMatchObject({
      mapping: { day: "Jour", amount: "Montant" },
    });
    const refusal = on(["Jour", "Montant"], { day: "Date" });
    expect(isRefusal(refusal) && refusal.code).toBe("files.unknown-header");
  });
});

describe("reading rows", () => {
  function amounts(text: string, decimal?: "," | ".") {
    const read = table(text);
    const columns = mapColumns(read, FIELDS);
    if (isRefusal(columns)) throw new Error(columns.code);
    const reader = rowReader(read, columns, {
      amounts: ["amount", "fee"],
      dates: ["day"],
      ...(decimal && { decimal }),
    });
    return read.rows.map((r) => reader.amount(r, "amount"));
  }

  it("decides what 1,234 is over the whole column", () => {
    expect(amounts("Date;Montant\n01/01/2026;1,234\n02/01/2026;1,50")).toEqual([
      expect.objectContaining({ code: "files.bad-amount", line: 2 }),
      150,
    ]);
    expect(amounts('Date;Montant\n01/01/2026;"1,234"\n02/01/2026;1.50')).toEqual([123_400, 150]);
  });

  it("asks the other amount columns when the column proves nothing", () => {
    expect(amounts("Date;Montant;Frais\n01/01/2026;1,234;0.50")).toEqual([123_400]);
  });

  it("refuses to guess when the file proves nothing, and takes a person's answer", () => {
    expect(amounts("Date;Montant\n01/01/2026;1,234")).toMatchObject([
      { code: "files.ambiguous-amount", line: 2, facts: { column: "Montant", text: "1,234" } },
    ]);
    expect(amounts("Date;Montant\n01/01/2026;1,234", ".")).toEqual([123_400]);
  });
});
