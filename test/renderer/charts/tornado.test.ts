import { expect, test } from "vitest";
import {
  byWidth,
  hatchPath,
  layTornado,
  type TornadoRow,
  tornadoHeight,
} from "#renderer/ui/charts/tornado.ts";

const row = (key: string, low: number, high: number, even: string | null = null): TornadoRow => ({
  ...{ key, label: key, typed: "5 %", even },
  ...{ low: { told: "4 %", value: low }, high: { told: "8 %", value: high } },
});
const room = { width: 900, base: 1000, evenHead: "Équilibre" };

test("the widest bar is on top and both ends start at the base", () => {
  const rows = [row("narrow", 900, 1100), row("wide", 2000, 200)];
  expect(byWidth(rows).map((one) => one.key)).toEqual(["wide", "narrow"]);
  const { places, xOf, baseX } = layTornado(rows, room);
  const [wide, narrow] = places;
  // The low end is worth more than the base: it stands on its right.
  expect(wide?.low).toMatchObject({ x: baseX, width: xOf(2000) - baseX });
  expect(wide?.high.x).toBeCloseTo(xOf(200), 6);
  expect(wide?.labels.map((label) => label.anchor)).toEqual(["start", "end"]);
  expect(narrow?.labels.map((label) => label.anchor)).toEqual(["end", "start"]);
  expect(narrow?.low.height).toBe(narrow?.high.height);
});

test("without a break-even nothing need not be in view; with one it is, and its ring is there", () => {
  const none = layTornado([row("a", 900, 1100)], room);
  expect(none.axis.low).toBeGreaterThan(0);
  expect(none.places[0]?.even).toBeUndefined();
  const one = layTornado([row("a", 900, 1100, "12 %")], room);
  expect(one.axis.low).toBeLessThanOrEqual(0);
  expect(one.places[0]?.even?.x).toBe(one.xOf(0));
});

test("both ends on one side take half the bar each and are told beyond the farther one", () => {
  const [place] = layTornado([row("bent", 1300, 1700)], room).places;
  expect(place?.low.height).toBe(place?.high.height ?? 0);
  expect(place?.high.y).toBe((place?.low.y ?? 0) + (place?.low.height ?? 0));
  const [low, high] = place?.labels ?? [];
  expect(low?.x).toBe(high?.x);
  expect(high?.y).toBeGreaterThan((low?.y ?? 0) + 10);
});

test("an end that changes nothing is told on the other side of the base", () => {
  const [left, right] = layTornado([row("a", 1000, 900), row("b", 1000, 1100)], room).places;
  expect(left?.labels[0].anchor).toBe("start");
  expect(right?.labels[0].anchor).toBe("end");
});

test("a label keeps clear of the ring, and everything stays between names and break-evens", () => {
  for (const width of [520, 700, 1200]) {
    const rows = [row("near", 20, 1900, "3 %"), row("in", -400, 2400, "4,5 %")];
    const { places, plot } = layTornado(rows, { ...room, width });
    for (const { labels, even } of places) {
      for (const { x, anchor } of labels) {
        expect(Math.abs(x - (even?.x ?? 0))).toBeGreaterThan(7);
        const far = anchor === "end" ? x - 20 : x + 20;
        expect(far).toBeGreaterThan(plot.x - 12);
        expect(far).toBeLessThan(plot.x + plot.width + 12);
      }
    }
  }
  expect(tornadoHeight(6)).toBeGreaterThan(tornadoHeight(5));
});

test("slanted lines stay in their box", () => {
  const path = hatchPath({ x: 10, y: 20, width: 30, height: 16 });
  const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(points.length).toBeGreaterThan(10);
  for (const [x = 0, y = 0] of points) {
    expect(x >= 10 && x <= 40 && y >= 20 && y <= 36).toBe(true);
  }
  expect(hatchPath({ x: 0, y: 0, width: 0, height: 16 }).replaceAll(/M0 (\d+)L0 \1/g, "")).toBe("");
});
