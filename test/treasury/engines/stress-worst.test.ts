import fc from "fast-check";
import { expect, test } from "vitest";
import { forecastLayers } from "#main/treasury/engines/forecast-layers.ts";
import type { StressModel } from "#main/treasury/engines/stress-model.ts";
import { stressModel } from "#main/treasury/engines/stress-model.ts";
import { simulated } from "#main/treasury/engines/stress-simulation.ts";
import { randomCompany } from "./company.ts";

const RUNS = 1_700;

function modelOf(seed: number): StressModel {
  const input = randomCompany(seed);
  return stressModel(input, forecastLayers(input), 0.02);
}

test("a tail holds the very runs that a sort of all the runs puts first, with their days", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 900 }), (seed, tail) => {
      const model = modelOf(seed);
      const all = simulated(model, { seed, runs: RUNS, tail: RUNS });
      const some = simulated(model, { seed, runs: RUNS, tail });
      const { lowest } = all;
      const expected = [...lowest.keys()]
        .sort((a, b) => (lowest[a] ?? 0) - (lowest[b] ?? 0) || a - b)
        .slice(0, tail);
      const slots = some.worst.ranked(some.lowest);
      expect(slots.map((slot) => some.worst.runs[slot])).toEqual(expected);
      for (const [row] of some.worst.at.entries()) {
        const kept = slots.map((slot) => some.worst.day(row, slot));
        const sought = expected.map(
          (run) => all.worst.days[row * RUNS + all.worst.runs.indexOf(run)],
        );
        expect(kept).toEqual(sought);
      }
    }),
    { numRuns: 15 },
  );
});

test("the share of the runs that has paid by a day counts every run, not the tail", () => {
  const model = modelOf(3);
  const { worst } = simulated(model, { seed: 3, runs: RUNS, tail: RUNS });
  const few = simulated(model, { seed: 3, runs: RUNS, tail: 20 }).worst;
  const shares = new Float64Array(model.horizonDays + 2);
  expect(few.at.length).toBeGreaterThan(0);
  for (const [row] of few.at.entries()) {
    few.paidBy(row, shares);
    const days = worst.days.subarray(row * RUNS, (row + 1) * RUNS);
    for (const day of [1, 30, model.horizonDays, model.horizonDays + 1]) {
      expect(shares[day]).toBe(days.filter((d) => d <= day).length / RUNS);
    }
  }
});

test("runs that have been given back leave nothing behind, and the next ones are the same", () => {
  const model = modelOf(4);
  const asked = { seed: 4, runs: RUNS, tail: 50 };
  const first = simulated(model, asked);
  const lowest = [...first.lowest];
  first.release();
  expect(first.lowest.byteLength + first.lowestDays.byteLength + first.worst.days.byteLength).toBe(
    0,
  );
  expect([...simulated(model, asked).lowest]).toEqual(lowest);
});
