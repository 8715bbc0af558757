import { expect, test } from "vitest";
import type { Forecast } from "#contract/treasury.ts";
import {
  curvePoints,
  heaviestFlow,
  largestDated,
  mainFlow,
  sumOf,
} from "#renderer/treasury/read-forecast.ts";

const flow = (label: string, amountMinor: number) => ({
  layer: "schedule" as const,
  label,
  amountMinor,
  refs: [],
});
const day = (on: string, balanceMinor: number, flows: ReturnType<typeof flow>[]) => ({
  on,
  balanceMinor,
  lowMinor: balanceMinor - 100,
  highMinor: balanceMinor + 100,
  flows,
});
const days = [
  day("2026-01-01", 900_00, [flow("Loyer", -100_00)]),
  day("2026-01-02", 100_00, [flow("TVA", -850_00), flow("Client", 50_00)]),
  day("2026-01-03", 50_00, [flow("Divers", -50_00)]),
  day("2026-01-04", -950_00 + 2_000_00, [flow("Salaires", -1_000_00), flow("Client", 2_000_00)]),
];
const forecast: Forecast = {
  asOn: "2025-12-31",
  balanceMinor: 1_000_00,
  floorMinor: 0,
  days,
  lowest: { on: "2026-01-03", balanceMinor: 50_00 },
  at: { d30: 0, d60: 0, d90: 0 },
  reliability: { grade: "A", observations: 10, periodDays: 100 },
};

test("the curve starts at the known balance, without a band", () => {
  const points = curvePoints(forecast);
  expect(points).toHaveLength(5);
  expect(points[0]).toEqual({ on: "2025-12-31", balanceMinor: 1_000_00 });
  expect(points[1]).toMatchObject({ lowMinor: 899_00, highMinor: 901_00 });
});

test("the heaviest flow is the largest outgoing one until the lowest day, never after", () => {
  expect(heaviestFlow(forecast)).toMatchObject({ label: "TVA", on: "2026-01-02" });
  expect(heaviestFlow({ ...forecast, days: [] })).toBeUndefined();
});

test("a day's sums keep the two ways apart", () => {
  expect(sumOf(days[1]!, "in")).toBe(50_00);
  expect(sumOf(days[1]!, "out")).toBe(-850_00);
  expect(mainFlow(days[1]!)?.label).toBe("TVA");
  expect(mainFlow(day("2026-01-05", 0, []))).toBeUndefined();
});

test("the largest dated movements are told once each, by rising day", () => {
  const told = largestDated(forecast, 3).map((one) => `${one.on} ${one.label} ${one.amountMinor}`);
  expect(told).toEqual([
    "2026-01-02 TVA -85000",
    "2026-01-04 Client 200000",
    "2026-01-04 Salaires -100000",
  ]);
  expect(largestDated(forecast, 1).map((one) => one.label)).toEqual(["Client"]);
  const open = { ...flow("invoice", 9_000_00), layer: "open" as const };
  expect(largestDated({ ...forecast, days: [day("2026-01-02", 0, [])] }, 3)).toEqual([]);
  expect(
    largestDated({ ...forecast, days: [{ ...day("2026-01-02", 0, []), flows: [open] }] }, 3),
  ).toEqual([]);
});
