import { expect, test } from "vitest";
import { random } from "#main/base/random.ts";

test("the same seed gives the same numbers, another seed others", () => {
  const draw = (seed: number) => {
    const source = random(seed);
    return Array.from({ length: 20 }, () => source.next());
  };
  expect(draw(42)).toEqual(draw(42));
  expect(draw(42)).not.toEqual(draw(43));
  expect(draw(0)).not.toEqual(draw(-1));
});

test("uniform numbers fill [0, 1) evenly and do not follow one another", () => {
  const source = random(7);
  const n = 200_000;
  const cells = Array.from({ length: 20 }, () => 0);
  let before = 0.5;
  let product = 0;
  let outside = 0;
  for (let i = 0; i < n; i++) {
    const u = source.next();
    if (u < 0 || u >= 1) outside++;
    cells[Math.floor(u * 20)]! += 1;
    product += (u - 0.5) * (before - 0.5);
    before = u;
  }
  expect(outside).toBe(0);
  const chi2 = cells.reduce((sum, c) => sum + (c - n / 20) ** 2 / (n / 20), 0);
  // 99.9 % of fair sources stay below 43.8 with 19 degrees of freedom.
  expect(chi2).toBeLessThan(43.8);
  expect(Math.abs(product / n) * 12).toBeLessThan(0.01);
});

test("normal numbers have mean 0, deviation 1 and the right tails", () => {
  const source = random(3);
  const draws = Array.from({ length: 100_000 }, () => source.normal());
  const mean = draws.reduce((a, x) => a + x, 0) / draws.length;
  const variance = draws.reduce((a, x) => a + x * x, 0) / draws.length;
  const beyond = draws.filter((x) => Math.abs(x) > 1.96).length / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.015);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
  expect(Math.abs(beyond - 0.05)).toBeLessThan(0.004);
});
