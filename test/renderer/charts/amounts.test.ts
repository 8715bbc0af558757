import fc from "fast-check";
import { expect, test } from "vitest";
import { fanAmounts, fanFromKnown } from "#renderer/ui/charts/fan.ts";
import { heatStep, heatTotals } from "#renderer/ui/charts/heat.ts";
import { layDots } from "#renderer/ui/charts/scatter.ts";
import { bridgeBars } from "#renderer/ui/charts/waterfall.ts";
import { whalePeak, whalePoints } from "#renderer/ui/charts/whale.ts";

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

test("a bridge goes from its opening to the exact sum, each step from where the last ended", () => {
  fc.assert(
    fc.property(cents, fc.array(cents, { maxLength: 12 }), (openingMinor, moves) => {
      const steps = moves.map((amountMinor, i) => ({ key: `s${i}`, label: `s${i}`, amountMinor }));
      const opening = { label: "Ouverture", amountMinor: openingMinor };
      const bars = bridgeBars({ opening, steps, closingLabel: "Clôture" });
      const closing = bars.at(-1);
      expect(closing?.amountMinor).toBe(moves.reduce((sum, move) => sum + move, openingMinor));
      for (const [i, bar] of bars.slice(1, -1).entries()) {
        expect(bar.fromMinor).toBe(bars[i]?.toMinor);
        expect(bar.kind).toBe(bar.amountMinor < 0 ? "down" : "up");
      }
    }),
  );
});

test("a whale curve ends at the exact total, never under its rows, and peaks where they stop bringing", () => {
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), (amounts) => {
      const rows = amounts.map((amountMinor, i) => ({ key: `${i}`, label: `${i}`, amountMinor }));
      const points = whalePoints(rows);
      expect(points.at(-1)?.cumulativeMinor).toBe(amounts.reduce((sum, one) => sum + one, 0));
      const gains = amounts.filter((one) => one > 0);
      const most =
        gains.length > 0 ? gains.reduce((sum, one) => sum + one, 0) : Math.max(...amounts);
      expect(whalePeak(points)?.cumulativeMinor).toBe(most);
      expect(whalePoints(rows.toReversed())).toEqual(points);
    }),
  );
  expect(whalePeak([])).toBeUndefined();
});

test("a heat table sums exactly both ways, and darkens with the amount", () => {
  const lines = [
    { key: "a", label: "A", amountsMinor: [100_01, 0, 3] },
    { key: "b", label: "B", amountsMinor: [1, 2_00, 0] },
  ];
  expect(heatTotals(lines, 3)).toEqual({
    byBucket: [100_02, 2_00, 3],
    byLine: [100_04, 2_01],
    wholeMinor: 102_05,
  });
  expect([0, 1, 400, 2_500, 10_000].map((minor) => heatStep(minor, 10_000))).toEqual([
    0, 1, 1, 3, 5,
  ]);
  expect(heatStep(-5, 10_000)).toBe(0);
});

test("surfaces of dots are in proportion to their size, the largest drawn first", () => {
  const same = { xOf: (x: number) => x, yOf: (y: number) => y };
  const dot = (key: string, size: number) => ({ key, label: key, x: 10, y: 20, size });
  const placed = layDots([dot("small", 25), dot("large", 100)], same);
  expect(placed.map((one) => one.key)).toEqual(["large", "small"]);
  expect((placed[0]?.radius ?? 0) / (placed[1]?.radius ?? 1)).toBeCloseTo(2, 6);
  expect(placed[1]?.box.width).toBeGreaterThanOrEqual(24);
});

test("a fan opens from the last known balance", () => {
  const past = [{ on: "2026-11-20", balanceMinor: 500 }];
  const ahead = [{ on: "2026-11-21", p5Minor: 300, medianMinor: 480, p95Minor: 700 }];
  const fan = fanFromKnown(past, ahead);
  expect(fan).toHaveLength(2);
  expect(fan[0]).toEqual({ on: "2026-11-20", p5Minor: 500, medianMinor: 500, p95Minor: 500 });
  expect(fanFromKnown([], ahead)).toBe(ahead);
  expect(fanFromKnown([{ on: "2026-11-21", balanceMinor: 500 }], ahead)).toBe(ahead);
  expect(fanAmounts(past, ahead)).toEqual([500, 300, 480, 700]);
});
