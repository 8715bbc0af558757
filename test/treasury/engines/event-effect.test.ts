import { expect, test } from "vitest";
import { random } from "#main/base/random.ts";
import { eventEffect } from "#main/treasury/engines/event-effect.ts";

/** Sixty weeks and six more after an event that adds 500 to each; the level may wander. */
function weeks(seed: number, wander: number): number[] {
  const { normal } = random(seed);
  let level = 10_000;
  return Array.from({ length: 66 }, (_, i) => {
    level += wander * normal();
    return level + 1000 * normal() + (i >= 60 ? 500 : 0);
  });
}

test.each([0, 200])("placebos hold the planted effect four times in five (wander %d)", (wander) => {
  const runs = 1000;
  let held = 0;
  for (let seed = 0; seed < runs; seed++) {
    const found = eventEffect(weeks(seed, wander), { at: 60, points: 6 });
    if (found !== null && found.low <= 3000 && 3000 <= found.high) held++;
  }
  process.stdout.write(
    `placebo coverage (wander ${wander}): ${((100 * held) / runs).toFixed(1)} %\n`,
  );
  expect(held / runs).toBeGreaterThanOrEqual(0.75);
  expect(held / runs).toBeLessThanOrEqual(0.85);
});

test("a level series without noise gives the effect itself", () => {
  const series = Array.from({ length: 40 }, (_, i) => (i < 36 ? 100 : 130));
  const found = eventEffect(series, { at: 36, points: 4 });
  expect(found).toMatchObject({ effect: 120, low: 120, high: 120, placebos: 21 });
});

test("too short a past gives no estimate", () => {
  expect(eventEffect([1, 2, 3, 4, 5], { at: 4, points: 1 })).toBeNull();
  expect(eventEffect(weeks(1, 0), { at: 60, points: 7 })).toBeNull();
});
