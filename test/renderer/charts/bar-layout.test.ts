import { expect, test } from "vitest";
import { BAR_ROW_PX, barsHeight, layBars } from "#renderer/ui/charts/bar-layout.ts";

test("bars start at zero either way, and whiskers span their interval", () => {
  const rows = [
    { label: "Voltandre", value: 20, low: 5, high: 48 },
    { label: "Mairie de Rezé", value: -6 },
  ];
  const { axis, xOf, bars, plot } = layBars(rows, { width: 800, valueWidth: 40 });
  expect(axis.low).toBeLessThanOrEqual(-6);
  expect(axis.high).toBeGreaterThanOrEqual(48);
  expect(bars[0]?.bar.x).toBeCloseTo(xOf(0), 6);
  expect(bars[0]?.bar.width).toBeCloseTo(xOf(20) - xOf(0), 6);
  expect(bars[0]?.whisker).toMatchObject({ from: xOf(5), to: xOf(48) });
  expect((bars[1]?.bar.x ?? 0) + (bars[1]?.bar.width ?? 0)).toBeCloseTo(xOf(0), 6);
  expect(bars[1]?.whisker).toBeUndefined();
  expect(plot.x + plot.width).toBeLessThan(800 - 40);
  expect(barsHeight(2)).toBeGreaterThan(2 * BAR_ROW_PX);
});
