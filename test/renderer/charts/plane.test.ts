import { expect, test } from "vitest";
import { dayAxis } from "#renderer/ui/charts/day-axis.ts";
import { textWidth } from "#renderer/ui/charts/labels.ts";
import { packLabels } from "#renderer/ui/charts/pack-labels.ts";
import { bandPath, linePath, stepPath } from "#renderer/ui/charts/paths.ts";
import { bandsOf, layPlane, slicesOf } from "#renderer/ui/charts/plane.ts";

const plot = { x: 40, y: 10, width: 600, height: 200 };

test("a plot leaves room for the labels of its axis, high values up", () => {
  const labelsOf = (ticks: readonly number[]) => ticks.map((tick) => `${tick} k€`);
  const plane = layPlane([-30, 110], { width: 500, height: 240 }, labelsOf);
  for (const { label } of plane.ticks)
    expect(plane.plot.x).toBeGreaterThanOrEqual(textWidth(label));
  expect(plane.yOf(plane.axis.high)).toBe(plane.plot.y);
  expect(plane.yOf(plane.axis.low)).toBe(plane.plot.y + plane.plot.height);
  expect(plane.plot.x + plane.plot.width).toBeLessThanOrEqual(500);
  expect(plane.ticks.map((tick) => tick.value)).toContain(0);
});

test("slices meet halfway and cover the plot; bands are equal", () => {
  const slices = slicesOf([40, 140, 640], plot);
  expect(slices.map(({ x, width }) => [x, width])).toEqual([
    [40, 50],
    [90, 300],
    [390, 250],
  ]);
  expect(bandsOf(12, plot).map((band) => band.width)).toEqual(Array(12).fill(50));
});

test("days are marked at months, January with its year, and at weeks when months are few", () => {
  const year = dayAxis("2026-10-15", "2027-04-15", { plot, language: "fr" });
  expect(year.ticks.map((tick) => tick.label)).toEqual([
    "nov.",
    "déc.",
    "janv. 2027",
    "févr.",
    "mars",
    "avr.",
  ]);
  expect(year.xOf("2026-10-15")).toBe(40);
  expect(year.xOf("2027-04-15")).toBe(640);
  const years = dayAxis("2024-12-01", "2026-11-20", { plot, language: "fr" });
  expect(years.ticks.map((tick) => tick.label)).toEqual([
    "janv. 2025",
    "avr.",
    "juil.",
    "oct.",
    "janv. 2026",
    "avr.",
    "juil.",
    "oct.",
  ]);
  const weeks = dayAxis("2026-11-02", "2026-11-23", { plot, language: "fr" });
  expect(weeks.ticks.map((tick) => tick.label)).toEqual([
    "2 novembre",
    "9 novembre",
    "16 novembre",
    "23 novembre",
  ]);
});

test("lines, stairs and bands are drawn through their points", () => {
  const points = [
    { x: 0, y: 10 },
    { x: 5, y: 2.3456 },
  ];
  expect(linePath(points)).toBe("M0 10L5 2.35");
  expect(stepPath(points, 9)).toBe("M0 10H5V2.35H9");
  expect(
    bandPath(points, [
      { x: 0, y: 20 },
      { x: 5, y: 21 },
    ]),
  ).toBe("M0 10L5 2.35L5 21L0 20Z");
  expect([linePath([]), stepPath([], 9), bandPath([], [])]).toEqual(["", "", ""]);
});

test("labels of upright marks take rows, turn left at the edge, and give up rather than meet", () => {
  const room = { left: 0, right: 300, rows: 2 };
  const wanted = [
    { x: 50, label: "Salaires" },
    { x: 55, label: "Charges sociales" },
    { x: 60, label: "TVA de novembre" },
    { x: 295, label: "Prêt" },
  ];
  const [first, second, third, last] = packLabels(wanted, room);
  expect(first).toEqual({ x: 54, row: 0 });
  expect(second?.row).toBe(1);
  expect(third).toBeUndefined();
  expect(last).toMatchObject({ x: 295 - 4 - textWidth("Prêt"), row: 0 });
});
