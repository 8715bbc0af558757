import { expect, test } from "vitest";
import { weekday } from "#contract/date.ts";
import { businessDaysOf, frenchHolidays, isBusinessDay } from "#main/base/french-holidays.ts";

test("the eleven holidays of 2024 and of 2026", () => {
  expect([...frenchHolidays(2024)].toSorted()).toEqual([
    ...["2024-01-01", "2024-04-01", "2024-05-01", "2024-05-08", "2024-05-09", "2024-05-20"],
    ...["2024-07-14", "2024-08-15", "2024-11-01", "2024-11-11", "2024-12-25"],
  ]);
  const movable2026 = ["2026-04-06", "2026-05-14", "2026-05-25"];
  for (const on of movable2026) expect(frenchHolidays(2026).has(on)).toBe(true);
  expect(frenchHolidays(2026).size).toBe(11);
});

test("earliest and latest Easter Mondays of the century, and Ascension on the first of May", () => {
  expect(frenchHolidays(2285).has("2285-03-23")).toBe(true);
  expect(frenchHolidays(2038).has("2038-04-26")).toBe(true);
  expect(frenchHolidays(2008).size).toBe(10);
});

test("Easter Monday and Whit Monday are Mondays, Ascension a Thursday, in every year", () => {
  for (let year = 1990; year <= 2100; year++) {
    const movable = [...frenchHolidays(year)].slice(-3).map(weekday);
    if (frenchHolidays(year).size === 11) expect(movable).toEqual([1, 4, 1]);
  }
});

test("business days leave out week-ends and holidays", () => {
  expect(businessDaysOf("2026-05")).toHaveLength(17);
  expect(businessDaysOf("2026-05")[0]).toBe("2026-05-04");
  expect(isBusinessDay("2026-07-14")).toBe(false);
  expect(isBusinessDay("2026-07-15")).toBe(true);
  expect(isBusinessDay("2026-07-18")).toBe(false);
});
