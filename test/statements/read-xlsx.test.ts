import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readBudget } from "#main/ledger/statements/read-budget.ts";

/** A workbook as spreadsheets write it: shared and inline texts, empty cells, dates as numbers. */
function workbook(sheet: string, shared = ""): { name: string; bytes: Uint8Array } {
  const wrap = (name: string, body: string) =>
    strToU8(`<?xml version="1.0"?><${name}>${body}</${name}>`);
  const bytes = zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/styles.xml": wrap(
      "styleSheet",
      '<numFmts><numFmt numFmtId="164" formatCode="mmm\\ yyyy"/></numFmts><cellXfs>' +
        '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="17"/></cellXfs>',
    ),
    "xl/sharedStrings.xml": wrap("sst", shared),
    "xl/worksheets/sheet1.xml": wrap("worksheet", `<sheetData>${sheet}</sheetData>`),
  });
  return { name: "budget.xlsx", bytes };
}

describe("a budget in a workbook", () => {
  it("is read like a CSV, whatever way its cells are stored; lines keep their numbers", () => {
    const file = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"><v>46023</v></c>' +
        '<c r="C1" t="inlineStr"><is><t>02/2026</t></is></c></row>' +
        '<row r="2"><c r="A2"><v>706000</v></c><c r="C2"><v>1000.1000000000001</v></c></row>' +
        '<row r="4"><c r="A4" t="str"><v>6132</v></c><c r="B4"><v>90.5</v></c>' +
        '<c r="C4" t="s"><v>1</v></c></row>',
      "<si><t>Compte</t></si><si><r><t>p&#233;</t></r><r><t>u &amp; non</t></r></si>",
    );
    expect(readBudget(file, [])).toEqual({
      lines: [
        { account: "706000", month: "2026-02", amountMinor: 100_010 },
        { account: "6132", month: "2026-01", amountMinor: 9050 },
      ],
      refused: [
        {
          ...{ line: 4, code: "files.bad-amount" },
          facts: { line: 4, column: "02/2026", text: "péu & non" },
        },
      ],
    });
  });

  it("is refused by name when it is no workbook", () => {
    const odd = readBudget({ name: "photos.zip", bytes: zipSync({ "a.txt": strToU8("a") }) }, []);
    expect(isRefusal(odd) && [odd.code, odd.facts]).toEqual([
      "files.unsupported",
      { file: "photos.zip", found: "zip" },
    ]);
    const bytes = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
    expect(isRefusal(readBudget({ name: "b.xlsx", bytes }, []))).toBe(true);
  });
});
