import { expect, test } from "vitest";
import { axisLabels, exactValue } from "#renderer/ui/charts/value-kind.ts";

test("an axis has one unit and one precision, by the size of its largest tick", () => {
  expect(axisLabels([-50_000_00, 0, 50_000_00], "money", "fr")).toEqual([
    "\u221250\u00a0k€",
    "0\u00a0€",
    "50\u00a0k€",
  ]);
  expect(axisLabels([0, 250_000_00, 1_000_000_00], "money", "fr")).toEqual([
    "0\u00a0€",
    "0,25\u00a0M€",
    "1,00\u00a0M€",
  ]);
  expect(axisLabels([0, 500_00], "money", "en")).toEqual(["€0", "€500"]);
  expect(axisLabels([-2_500_00], "money", "en")).toEqual(["\u2212€2.5k"]);
  expect(axisLabels([0, 2_500], "percent", "fr")).toEqual(["0\u202f%", "25\u202f%"]);
  expect(axisLabels([-20, 0], "days", "fr")).toEqual(["\u221220 j", "0 j"]);
  expect(axisLabels([0.8, 1], "index", "fr")).toEqual(["0,8", "1,0"]);
});

test("a value is read in full", () => {
  expect(exactValue(-123_456_78, "money", "fr")).toBe("\u2212123\u202f456,78\u00a0€");
  expect(exactValue(12.5, "days", "en")).toBe("12.5 d");
  expect(exactValue(3_050, "percent", "fr")).toBe("30,5\u00a0%");
  expect(exactValue(1.0834, "index", "fr")).toBe("1,08");
  expect(exactValue(1_200, "count", "fr")).toBe("1\u202f200");
});
