import fc from "fast-check";
import { expect, test } from "vitest";
import { type Column, cellText, copyText, totalText, tracksOf } from "#renderer/ui/column.ts";
import { indexRows } from "#renderer/ui/row-index.ts";

interface Row {
  on: string;
  label: string | null;
  amountMinor: number;
}

const columns: Column<Row>[] = [
  { key: "on", label: "Date", type: "date", value: (row) => row.on, isShort: true },
  { key: "label", label: "Libellé", type: "text", value: (row) => row.label },
  {
    key: "amount",
    label: "Montant",
    type: "money",
    value: (row) => row.amountMinor,
    totalMinor: -123456,
  },
];
const [on, label, amount] = columns as [Column<Row>, Column<Row>, Column<Row>];
const row: Row = { on: "2026-03-12", label: null, amountMinor: -123456 };

test("cells show dashes for zero and nothing for what is missing", () => {
  expect(cellText(on, row, "fr")).toBe("12 mars");
  expect(cellText(label, row, "fr")).toBe("");
  expect(cellText(amount, row, "fr")).toBe("\u22121\u202f234,56");
  expect(cellText(amount, { ...row, amountMinor: 0 }, "fr")).toBe("–");
});

test("the clipboard gets plain figures and whole dates", () => {
  expect(copyText(amount, row, "fr")).toBe("-1234,56");
  expect(copyText(amount, { ...row, amountMinor: 0 }, "fr")).toBe("0,00");
  expect(copyText(on, row, "fr")).toBe("12/03/2026");
});

test("the foot totals the columns that have a total", () => {
  expect(totalText(amount, "fr")).toBe("\u22121\u202f234,56");
  expect(totalText(label, "fr")).toBeUndefined();
});

test("the table is at least as wide as its columns", () => {
  expect(tracksOf(columns).minRem).toBe(6 + 10 + 7.5);
  expect(tracksOf(columns).tracks).toBe("6rem minmax(10rem, 1fr) 7.5rem");
});

test("rows in pages of any length are found at the place they have in the whole list", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer(), { maxLength: 7 }), { maxLength: 9 }), (pages) => {
      const whole = pages.flat();
      const index = indexRows(pages);
      expect(index.length).toBe(whole.length);
      for (let at = -1; at <= whole.length; at++) expect(index.at(at)).toBe(whole[at]);
    }),
  );
});
