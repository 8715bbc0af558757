import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import type { ForecastInput } from "#main/treasury/engines/forecast-model.ts";
import { asOn, randomCompany, shuffled, sumOf } from "./company.ts";

describe("identities", () => {
  test("each balance is the opening plus the flows so far, to the cent", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const input = randomCompany(seed);
        const forecast = forecastCash(input);
        let running = input.balanceMinor;
        for (const day of forecast.days) {
          for (const f of day.flows) running += f.amountMinor;
          expect(day.balanceMinor).toBe(running);
          expect(Number.isSafeInteger(day.lowMinor) && Number.isSafeInteger(day.highMinor)).toBe(
            true,
          );
          expect(day.lowMinor).toBeLessThanOrEqual(day.balanceMinor);
          expect(day.highMinor).toBeGreaterThanOrEqual(day.balanceMinor);
        }
        const { layers } = forecast;
        for (const [layer, total] of Object.entries(layers)) {
          expect(sumOf(forecast, layer)).toBe(total);
        }
        expect(Math.min(...forecast.days.map((d) => d.balanceMinor))).toBe(
          forecast.lowest.balanceMinor,
        );
      }),
      { numRuns: 25 },
    );
  });

  test("each open item's parts add up to what is open, and the layer is their sum", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const input = randomCompany(seed);
        const forecast = forecastCash(input);
        let within = 0;
        for (const item of forecast.items) {
          const parts = item.allotted.reduce((sum, [, minor]) => sum + minor, 0);
          expect(parts + item.laterMinor).toBe(item.openMinor);
          within += parts;
          for (const [day, minor] of item.allotted) {
            expect(day).toBeGreaterThanOrEqual(1);
            expect(day).toBeLessThanOrEqual(90);
            expect(Math.sign(minor)).toBe(Math.sign(item.openMinor));
          }
        }
        expect(forecast.layers.open).toBe(within);
        expect(forecast.items).toHaveLength(input.openItems.length);
      }),
      { numRuns: 25 },
    );
  });

  test("the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, order) => {
        const input = randomCompany(seed);
        const other: ForecastInput = {
          ...input,
          openItems: shuffled(input.openItems, order),
          paidHistory: shuffled(input.paidHistory, order),
          bankHistory: shuffled(input.bankHistory, order),
          billing: shuffled(input.billing, order),
          schedule: shuffled(input.schedule, order),
        };
        expect(forecastCash(other)).toEqual(forecastCash(input));
      }),
      { numRuns: 15 },
    );
  });

  test("moving every date by the same days moves the forecast and changes no amount", () => {
    const input = randomCompany(3);
    const by = 28;
    const move = <T extends object>(rows: readonly T[]): T[] =>
      rows.map(
        (row) =>
          Object.fromEntries(
            Object.entries(row).map(([k, v]) => [k, k.endsWith("On") ? addDays(v, by) : v]),
          ) as T,
      );
    const moved = forecastCash({
      ...input,
      asOn: addDays(asOn, by),
      openItems: move(input.openItems),
      paidHistory: move(input.paidHistory),
      billing: move(input.billing),
      bankHistory: [],
      schedule: [],
    });
    const still = forecastCash({ ...input, bankHistory: [], schedule: [] });
    expect(moved.days.map((d) => d.balanceMinor)).toEqual(still.days.map((d) => d.balanceMinor));
    expect(moved.days[0]?.on).toBe(addDays("2026-07-01", by));
  });
});
