import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, fromDayNumber } from "#contract/date.ts";
import { formatDate } from "#renderer/format.ts";
import { isOutside, readDateTyping } from "#renderer/ui/date-typing.ts";

const around = { todayOn: "2026-11-15" };

describe("a date typed in a field on 15 November 2026", () => {
  test.each([
    ["20", "2026-11-20"],
    ["5", "2026-11-05"],
    ["31", undefined],
    ["2011", "2026-11-20"],
    ["0103", "2026-03-01"],
    ["3113", undefined],
    ["311", undefined],
    ["201126", "2026-11-20"],
    ["20112026", "2026-11-20"],
    ["290224", "2024-02-29"],
    ["290226", undefined],
    ["311299", "1999-12-31"],
    ["20/11", "2026-11-20"],
    ["1/3", "2026-03-01"],
    ["20/11/26", "2026-11-20"],
    ["20.11.2026", "2026-11-20"],
    ["20-11-26", "2026-11-20"],
    ["20 11 26", "2026-11-20"],
    ["2026-11-20", "2026-11-20"],
    ["2026-02-30", undefined],
    ["a", "2026-11-15"],
    ["A", "2026-11-15"],
    ["t", "2026-11-15"],
    ["aujourd’hui", "2026-11-15"],
    ["+", "2026-11-16"],
    ["-", "2026-11-14"],
    ["+30", "2026-12-15"],
    ["\u22123", "2026-11-12"],
    ["", undefined],
    ["bientôt", undefined],
    ["20/11/026", undefined],
  ])("%j is %j", (text, expected) => {
    expect(readDateTyping(text, around)).toBe(expected);
  });

  test("+ and - move the date already in the field, across months and years", () => {
    const field = { ...around, currentOn: "2026-12-31" };
    expect(readDateTyping("+", field)).toBe("2027-01-01");
    expect(readDateTyping("-", { ...around, currentOn: "2024-03-01" })).toBe("2024-02-29");
  });
});

test("every date this application writes is read back, and steps undo each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3_653, max: 40_000 }), (day) => {
      const date = fromDayNumber(day);
      expect(readDateTyping(formatDate(date), around)).toBe(date);
      const after = readDateTyping("+", { ...around, currentOn: date });
      expect(after).toBe(addDays(date, 1));
      expect(readDateTyping("-", { ...around, currentOn: after })).toBe(date);
    }),
  );
});

test("a fiscal year holds both its ends and nothing beyond", () => {
  const year = { startsOn: "2026-01-01", endsOn: "2026-12-31" };
  expect(isOutside("2026-01-01", year)).toBe(false);
  expect(isOutside("2026-12-31", year)).toBe(false);
  expect(isOutside("2025-12-31", year)).toBe(true);
  expect(isOutside("2027-01-01", year)).toBe(true);
});
