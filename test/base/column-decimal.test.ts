import { describe, expect, it } from "vitest";
import { columnDecimal } from "#main/base/table/column-decimal.ts";

describe("the decimal mark of a column", () => {
  it.each([
    [["1,234", "12,50"], ","],
    [["1,234", "12.50"], "."],
    [["1.234,56"], ","],
    [["1,234,567", "1,234"], "."],
    [["-0,125"], ","],
    [["1 234 €", ""], undefined],
    [["1,234", "5,678"], undefined],
    [["1,50", "1.50"], undefined],
  ])("of %j is %s", (texts, mark) => {
    expect(columnDecimal(texts)).toBe(mark);
  });
});
