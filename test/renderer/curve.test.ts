import { expect, test } from "vitest";
import { fromDayNumber, toDayNumber } from "#contract/date.ts";
import { curveColumns, monthMarks } from "#renderer/ui/curve.ts";

test("past and forecast meet at today, and only the forecast has a band", () => {
  const points = [
    { on: "2026-11-14", balanceMinor: 100 },
    { on: "2026-11-15", balanceMinor: 200 },
    { on: "2026-11-16", balanceMinor: 300, lowMinor: 250, highMinor: 350 },
  ];
  const [days, low, high, past, forecast] = curveColumns(points, "2026-11-15");
  expect(days).toEqual(points.map((point) => toDayNumber(point.on)));
  expect(past).toEqual([100, 200, null]);
  expect(forecast).toEqual([null, 200, 300]);
  expect(low).toEqual([null, null, 250]);
  expect(high).toEqual([null, null, 350]);
});

test("the axis is marked at first days of months, thinned to what fits", () => {
  const marks = monthMarks(toDayNumber("2026-11-15"), toDayNumber("2027-03-01"), 10);
  expect(marks.map(fromDayNumber)).toEqual([
    "2026-12-01",
    "2027-01-01",
    "2027-02-01",
    "2027-03-01",
  ]);
  const thin = monthMarks(toDayNumber("2024-01-01"), toDayNumber("2026-12-31"), 6);
  expect(thin).toHaveLength(6);
  expect(monthMarks(toDayNumber("2026-11-02"), toDayNumber("2026-11-20"), 6)).toEqual([]);
});
