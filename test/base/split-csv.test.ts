import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCsv } from "#main/base/table/split-csv.ts";

describe("splitting a delimited text", () => {
  it("gives back any table that was written with quotes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", ";", '"', "\n", "\r\n", ",", "1") });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(";"))
          .join("\r\n");
        const expected = rows.map((r) => r.map((c) => c.trim()));
        const filled = expected.filter((r) => r.some((c) => c !== ""));
        expect(splitCsv(text, ";").records.map((r) => r.cells)).toEqual(filled);
      }),
    );
  });

  it("tells the line where each record starts, over quoted line ends and blank lines", () => {
    const { records } = splitCsv('a;b\n\n"x\ny";1\r\nlast;2', ";");
    expect(records.map((r) => [r.line, r.cells[0]])).toEqual([
      [1, "a"],
      [3, "x\ny"],
      [5, "last"],
    ]);
  });

  it("keeps text after a closing quote and takes an identifier out of a formula", () => {
    expect(splitCsv('"LE "GRAND CAFE;x', ";").records[0]?.cells).toEqual(["LE GRAND CAFE", "x"]);
    expect(splitCsv('"LE ""GRAND""" CAFE;="00123"', ";").records[0]?.cells).toEqual([
      'LE "GRAND" CAFE',
      "00123",
    ]);
  });

  it("names the line of a quotation mark that is never closed", () => {
    expect(splitCsv('a;b\nc;"d\ne;f\n', ";").unclosedLine).toBe(2);
  });
});
