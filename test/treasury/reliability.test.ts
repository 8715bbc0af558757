import { afterAll, beforeAll, expect, test } from "vitest";
import type { ForecastReliability } from "#contract/treasury-reliability.ts";
import { resultOf, type SampleOffice, sampleOffice } from "../main-job/sample-office.ts";

let office: SampleOffice;
beforeAll(async () => {
  office = await sampleOffice();
}, 120_000);
afterAll(() => office.stop());

test("the forecast of the sample company is graded on its own past, and its band follows", async () => {
  const { treasury } = office.calls;
  expect(await treasury.reliability({})).toEqual({ analysisId: null, asOn: null, grades: null });
  const graded = await resultOf<ForecastReliability>(await treasury.gradeForecast({}));
  const { grades, analysisId } = graded;
  if (grades === null) throw new Error("nothing was graded");
  const told = grades.methods.map((one) => `${one.method} ${one.weekly.d30?.toFixed(3)}`);
  process.stdout.write(`sample: ${grades.origins} forecasts, weekly WAPE ${told.join(", ")}\n`);
  expect(grades).toMatchObject({ isEnough: true });
  expect(grades.origins).toBeGreaterThan(20);
  expect(grades.points).toHaveLength(grades.origins);
  const weekly = new Map(grades.methods.map((one) => [one.method, one.weekly.d90 ?? 9]));
  expect(weekly.get("forecast")).toBeLessThan(weekly.get("due-date") ?? 0);
  expect(weekly.get("forecast")).toBeLessThan(weekly.get("flat") ?? 0);
  for (const days of ["d30", "d60", "d90"] as const) {
    const whole = new Map(grades.methods.map((one) => [one.method, one.cumulative[days] ?? 9]));
    // One customer pays round sums on account: its receipts must not look as if they never came.
    expect(whole.get("forecast")).toBeLessThan(0.6 * (whole.get("flat") ?? 0));
  }
  expect(await treasury.reliability({})).toMatchObject({ analysisId });
  const { days } = await treasury.forecast({});
  expect(days.at(-1)?.highMinor).toBeGreaterThan(days.at(-1)?.lowMinor ?? 0);
}, 120_000);

test("a command does not wait for the measure to end, and a cancelled measure keeps nothing", async () => {
  const { treasury, statements } = office.calls;
  const kept = async () => (await treasury.analyses({ limit: 50 })).rows.length;
  const before = await kept();
  const stopping = new AbortController();
  const events = await treasury.gradeForecast({}, { signal: stopping.signal });
  let isGraded = false;
  const graded = (async () => {
    await resultOf(events);
    isGraded = true;
  })();
  await statements.setBudget({
    lines: [{ account: "6132", month: "2026-01", amountMinor: 480_000 }],
  });
  expect(isGraded).toBe(false);
  stopping.abort();
  await expect(graded).rejects.toThrow();
  expect(await kept()).toBe(before);
}, 120_000);
