import { expect, test } from "vitest";
import { nextMark } from "#renderer/ui/charts/next-mark.ts";

const at = (key: string, x: number, y: number) => ({ key, box: { x, y, width: 10, height: 10 } });

test("arrows move between marks in order and stop at the ends", () => {
  const marks = [at("a", 0, 0), at("b", 10, 0), at("c", 20, 0)];
  expect(nextMark(marks, undefined, "ArrowRight")).toBe("a");
  expect(nextMark(marks, undefined, "ArrowLeft")).toBe("c");
  expect(nextMark(marks, "a", "ArrowDown")).toBe("b");
  expect(nextMark(marks, "c", "ArrowRight")).toBe("c");
  expect(nextMark(marks, "a", "ArrowUp")).toBe("a");
  expect(nextMark(marks, "b", "End")).toBe("c");
  expect(nextMark(marks, "b", "Home")).toBe("a");
  expect(nextMark(marks, "b", "x")).toBeUndefined();
  expect(nextMark([], undefined, "Home")).toBeUndefined();
  expect(nextMark([], undefined, "ArrowUp")).toBeUndefined();
});

test("up and down keep to their column where marks stand under each other", () => {
  const marks = [at("a1", 0, 0), at("a2", 10, 0), at("b1", 0, 10), at("b2", 10, 10)];
  expect(nextMark(marks, "a1", "ArrowDown")).toBe("b1");
  expect(nextMark(marks, "b2", "ArrowUp")).toBe("a2");
  expect(nextMark(marks, "b1", "ArrowDown")).toBe("b1");
  expect(nextMark(marks, "a2", "ArrowRight")).toBe("b1");
});
