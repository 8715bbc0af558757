import fc from "fast-check";
import { expect, test } from "vitest";
import { extentOf, linearScale, niceAxis } from "#renderer/ui/charts/scale.ts";

test("an axis has round ticks around its values", () => {
  expect(niceAxis(0, 97_000, 5).ticks).toEqual([0, 20_000, 40_000, 60_000, 80_000, 100_000]);
  expect(niceAxis(-12, 41, 6).ticks).toEqual([-20, 0, 20, 40, 60]);
  expect(niceAxis(0.8, 1.3, 5).ticks).toEqual([0.8, 0.9, 1, 1.1, 1.2, 1.3]);
  expect(niceAxis(0, 0, 4)).toEqual({ low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1] });
});

test("whatever the values, the axis holds them, is even, passes by zero and stays sparse", () => {
  const amounts = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
  fc.assert(
    fc.property(amounts, amounts, fc.integer({ min: 1, max: 12 }), (a, b, most) => {
      const { low, high, ticks } = niceAxis(a, b, most);
      expect(low).toBeLessThanOrEqual(Math.min(a, b));
      expect(high).toBeGreaterThanOrEqual(Math.max(a, b));
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      if (a !== b && Math.sign(a) === Math.sign(b)) {
        expect(ticks.length - 1).toBeLessThanOrEqual(Math.max(most, 1));
      }
      const step = (high - low) / (ticks.length - 1);
      for (const [i, tick] of ticks.entries()) expect(tick).toBeCloseTo(low + i * step, 2);
      if (low < 0 && high > 0) expect(ticks).toContain(0);
    }),
  );
});

test("a scale maps its ends, and a flat domain on the middle", () => {
  const scale = linearScale([0, 10], [100, 0]);
  expect([scale(0), scale(5), scale(10)]).toEqual([100, 50, 0]);
  expect(linearScale([3, 3], [0, 80])(3)).toBe(40);
});

test("the extent of nothing is zero", () => {
  expect(extentOf([])).toEqual([0, 0]);
  expect(extentOf([3, -2, 8])).toEqual([-2, 8]);
});
