import fc from "fast-check";
import { expect, test } from "vitest";
import { moveInGrid } from "#renderer/ui/grid-motion.ts";

const extent = { rows: 100, columns: 4, pageRows: 20 };
const at = { row: 50, column: 2 };
const press = (key: string, isMod = false) => moveInGrid(at, { key, isMod }, extent);

test("the ARIA grid keys move as expected", () => {
  expect(press("ArrowDown")).toEqual({ row: 51, column: 2 });
  expect(press("ArrowUp")).toEqual({ row: 49, column: 2 });
  expect(press("ArrowLeft")).toEqual({ row: 50, column: 1 });
  expect(press("PageDown")).toEqual({ row: 70, column: 2 });
  expect(press("PageUp")).toEqual({ row: 30, column: 2 });
  expect(press("Home")).toEqual({ row: 50, column: 0 });
  expect(press("End")).toEqual({ row: 50, column: 3 });
  expect(press("Home", true)).toEqual({ row: 0, column: 0 });
  expect(press("End", true)).toEqual({ row: 99, column: 3 });
  expect(press("ArrowDown", true)).toEqual({ row: 99, column: 2 });
  expect(press("x")).toBeUndefined();
});

test("no sequence of keys leaves the grid, and an empty grid does not move", () => {
  const keys = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "PageDown", "PageUp", "End"];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())), (presses) => {
      let place = { row: 0, column: 0 };
      for (const [key, isMod] of presses) {
        place = moveInGrid(place, { key, isMod }, extent) ?? place;
        expect(place.row).toBeGreaterThanOrEqual(0);
        expect(place.row).toBeLessThan(extent.rows);
        expect(place.column).toBeGreaterThanOrEqual(0);
        expect(place.column).toBeLessThan(extent.columns);
      }
    }),
  );
  expect(
    moveInGrid(at, { key: "ArrowDown", isMod: false }, { ...extent, rows: 0 }),
  ).toBeUndefined();
});
