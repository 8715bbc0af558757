import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { costSteps, noiseOf, withoutSteps } from "#main/treasury/engines/cost-steps.ts";
import { slowDrift } from "#main/treasury/engines/slow-drift.ts";

const asOn = "2026-06-30";
const times = (n: number, amount: number) => Array.from({ length: n }, () => amount);

/** Monthly hits, the last one on 15 June 2026. */
const monthly = (amounts: readonly number[]) =>
  amounts.map((amountMinor, i) => ({
    ...{ amountMinor, on: addMonths("2026-06-15", i - amounts.length + 1) },
  }));

/** Amounts of about 2,000 €, noisy by a share, times what is planted. */
function noisy(n: number, seed: number, noise: number, factor = (_: number) => 1): number[] {
  const source = random(seed);
  return Array.from({ length: n }, (_, i) =>
    Math.round(200_000 * factor(i) * Math.exp(noise * source.normal())),
  );
}

describe("steps, by hand", () => {
  test("a rise is dated at its first amount, with both levels", () => {
    expect(costSteps([...times(8, 10_000), ...times(2, 10_500)])).toEqual([
      { at: 8, beforeMinor: 10_000, afterMinor: 10_500 },
    ]);
  });

  test("two rises and a fall", () => {
    const amounts = [...times(6, 100), ...times(6, 110), ...times(6, 121), ...times(6, 90)];
    expect(costSteps(amounts.map((a) => a * 100)).map((s) => s.at)).toEqual([6, 12, 18]);
  });

  test("a doubled price", () => {
    expect(costSteps([...times(12, 5000), ...times(3, 10_000)]).map((s) => s.at)).toEqual([12]);
  });

  test("less than 2 %, a lone peak and a single last amount are no step", () => {
    expect(costSteps([...times(12, 10_000), ...times(12, 10_150)])).toEqual([]);
    expect(costSteps([...times(9, 10_000), 25_000, ...times(9, 10_000)])).toEqual([]);
    expect(costSteps([...times(12, 10_000), 12_000])).toEqual([]);
    expect(costSteps([])).toEqual([]);
  });

  test("amounts without their steps are all at the last level", () => {
    const amounts = [...times(5, 10_000), ...times(5, 11_000)];
    const levels = withoutSteps(amounts, costSteps(amounts)).map(Math.exp);
    for (const level of levels) expect(level).toBeCloseTo(11_000, 6);
  });
});

describe("slow drift, by hand", () => {
  test("half a percent a month is a drift, not steps; its year costs what it has risen", () => {
    const hits = monthly(Array.from({ length: 24 }, (_, i) => Math.round(200_000 * 1.005 ** i)));
    expect(costSteps(hits.map((h) => h.amountMinor))).toEqual([]);
    const drift = slowDrift(asOn, hits, []);
    // Median of the first twelve: places 5 and 6; of the last three: place 22.
    expect((drift?.beforeMinor ?? 0) / 200_000).toBeCloseTo(1.005 ** 5.5, 3);
    expect((drift?.afterMinor ?? 0) / 200_000).toBeCloseTo(1.005 ** 22, 3);
  });

  test("what a step explains is no drift; nor is a year that nobody knows", () => {
    const amounts = [...times(12, 10_000), ...times(12, 12_000)];
    expect(slowDrift(asOn, monthly(amounts), costSteps(amounts))).toBeUndefined();
    const short = monthly(Array.from({ length: 12 }, (_, i) => Math.round(200_000 * 1.01 ** i)));
    expect(slowDrift(asOn, short, [])).toBeUndefined();
  });
});

test("steps of amounts in another unit fall on the same places", () => {
  const amounts = fc.array(fc.integer({ min: 1000, max: 9000 }), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(amounts, (some) => {
      const places = costSteps(some).map((s) => s.at);
      expect(costSteps(some.map((a) => a * 8)).map((s) => s.at)).toEqual(places);
      expect(noiseOf(some)).toBeGreaterThanOrEqual(0);
    }),
  );
});

/** Noise of clean streams: none, 0.2 % and 0.5 %. */
const CLEAN = [0, 0.002, 0.005];

/** Share of planted steps found at the right place and side, so many amounts after they came. */
function detection(size: number, after: number, noises: readonly number[]): number {
  let found = 0;
  const tries = 300;
  for (let seed = 0; seed < tries; seed++) {
    const source = random(5000 + seed);
    const at = 8 + Math.floor(source.next() * 30);
    const side = source.next() < 0.75 ? 1 : -1;
    const noise = noises[seed % noises.length] ?? 0;
    const amounts = noisy(at + after, seed, noise, (i) => (i < at ? 1 : 1 + side * size));
    const isRight = costSteps(amounts).some(
      (s) => Math.abs(s.at - at) <= 1 && Math.sign(s.afterMinor - s.beforeMinor) === side,
    );
    if (isRight) found++;
  }
  return found / tries;
}

/** Steps and drifts found in 100 years of streams without any. */
function falseAlarms(noises: readonly number[]): number {
  let [alarms, months] = [0, 0];
  for (let seed = 0; seed < 900; seed++) {
    const n = 8 + (seed % 41);
    const amounts = noisy(n, 9000 + seed, noises[seed % noises.length] ?? 0);
    const steps = costSteps(amounts);
    alarms += steps.length + (slowDrift(asOn, monthly(amounts), steps) ? 1 : 0);
    months += n;
  }
  return (alarms / months) * 1200;
}

test("measured: planted steps are found within two amounts, and little else", () => {
  const sizes = [0.01, 0.02, 0.03, 0.05, 0.1];
  for (const [name, noises] of [
    ["clean (0 to 0.5 %)", CLEAN],
    ["noise 1 %", [0.01]],
    ["noise 2 %", [0.02]],
  ] as const) {
    const rates = sizes.map(
      (size) =>
        `${100 * size} %: ${percent(detection(size, 2, noises))} then ` +
        percent(detection(size, 4, noises)),
    );
    process.stdout.write(
      `cost steps, ${name}: ${falseAlarms(noises).toFixed(2)} false alarms in 100 years; ` +
        `found after two and four amounts, ${rates.join(", ")}\n`,
    );
    expect(falseAlarms(noises)).toBeLessThanOrEqual(1);
  }
  for (const size of [0.03, 0.05, 0.1]) {
    expect(detection(size, 2, CLEAN)).toBeGreaterThanOrEqual(0.9);
  }
  let drifts = 0;
  for (let seed = 0; seed < 200; seed++) {
    const hits = monthly(noisy(30, seed, 0.003, (i) => 1.004 ** i));
    if (slowDrift(asOn, hits, costSteps(hits.map((h) => h.amountMinor)))) drifts++;
  }
  process.stdout.write(`slow drifts of 0.4 % a month found: ${percent(drifts / 200)}\n`);
  expect(drifts / 200).toBeGreaterThanOrEqual(0.9);
}, 60_000);

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;
