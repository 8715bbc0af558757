import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromDayNumber } from "#contract/date.ts";
import { columnDateOrder, parseDateText } from "#main/base/table/parse-date-text.ts";

describe("reading a day", () => {
  it("reads any day back from the ways files write it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (n) => {
        const day = fromDayNumber(n);
        const [y, m, d] = day.split("-");
        expect(parseDateText(`${d}/${m}/${y}`)).toBe(day);
        expect(parseDateText(`${Number(d)}.${Number(m)}.${y?.slice(2)}`)).toBe(day);
        expect(parseDateText(`${y}${m}${d}`)).toBe(day);
        expect(parseDateText(`${day} 23:59:59`)).toBe(day);
        expect(parseDateText(`${m}/${d}/${y}`, "mdy")).toBe(day);
      }),
    );
  });

  it.each([
    ["3 août 2026", "2026-08-03"],
    ["14 déc. 2026", "2026-12-14"],
    ["1 July 2026", "2026-07-01"],
    ["30/02/2026", undefined],
    ["31/04/26", undefined],
    ["12/2026", undefined],
    ["45 lune 2026", undefined],
    ["", undefined],
  ])("reads %s as %s", (text, day) => {
    expect(parseDateText(text)).toBe(day);
  });

  it("takes the American order only when the column proves it", () => {
    expect(columnDateOrder(["01/02/2026", "12/15/2026"])).toBe("mdy");
    expect(columnDateOrder(["01/02/2026", "03/04/2026"])).toBe("dmy");
    expect(columnDateOrder(["31/12/2026", "30/12/2026", "12/31/2026"])).toBe("dmy");
  });
});
