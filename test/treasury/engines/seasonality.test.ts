import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { mean } from "#main/treasury/engines/robust-statistics.ts";
import { seasonIndex } from "#main/treasury/engines/season-index.ts";
import { indexOf, type SeriesRow, seasonality } from "#main/treasury/engines/seasonality.ts";
import { shuffled } from "./company.ts";

/** One invoice a month from January 2022, of so many euros. */
function series(euros: readonly number[]): SeriesRow[] {
  return euros.map((amount, i) => ({
    ref: { kind: "invoice", id: String(i) },
    on: addMonths("2022-01-03", i),
    amountMinor: Math.round(amount * 100),
  }));
}

const seasonOf = (euros: readonly number[]) =>
  seasonality({ asOn: addMonths("2022-01-31", euros.length - 1), rows: series(euros) });

function noisy(months: number, seed: number, factors: readonly number[], noise: number): number[] {
  const source = random(seed);
  return Array.from(
    { length: months },
    (_, i) => 100_000 * (factors[i % 12] ?? 1) * Math.exp(noise * source.normal()),
  );
}

const flat = Array.from({ length: 12 }, () => 1);
const closedInAugust = flat.map((_, m) => (m === 7 ? 0.35 : 1.05));
const wave = flat.map((_, m) => 1 + 0.25 * Math.sin((Math.PI * m) / 6));

describe("by hand", () => {
  const year = [60, 60, 60, 60, 60, 60, 60, 0, 60, 60, 60, 120];

  test("one year: a third of what is seen, for w = y/(y+2) with y = 1", () => {
    const found = seasonOf(year);
    expect(found).toMatchObject({ isActive: false, reason: "under-18-months" });
    expect(found.weight).toBeCloseTo(1 / 3, 12);
    // The level is 60: August is 0 and December 2, hence 1 − 1/3 and 1 + 1/3.
    expect(found.months[7]?.index.value).toBeCloseTo(2 / 3, 12);
    expect(found.months[11]?.index.value).toBeCloseTo(4 / 3, 12);
    expect(found.months[0]).toMatchObject({ month: 1, years: 1, documents: 1 });
    expect(found.months[0]?.index.reliability.grade).toBe("C");
    expect(indexOf(found, 8)).toBe(1);
  });

  test("three equal years: all of it, active, and forecast without error", () => {
    const found = seasonOf([...year, ...year, ...year]);
    expect(found).toMatchObject({ isActive: true, reason: "active", weight: 1 });
    expect(indexOf(found, 8)).toBeCloseTo(0, 12);
    expect(indexOf(found, 12)).toBeCloseTo(2, 12);
    expect(found.mase?.seasonalNaive).toBe(0);
    expect(found.history.at(-1)).toMatchObject({ month: "2024-12", totalMinor: 12_000 });
    expect(found.history.at(-1)?.ratio).toBeCloseTo(2, 12);
  });

  test("steady growth is no season", () => {
    const found = seasonOf(Array.from({ length: 48 }, (_, i) => 1000 * 1.2 ** (i / 12)));
    expect(found.isActive).toBe(false);
    for (const month of found.months) expect(month.index.value).toBeCloseTo(1, 1);
  });

  test("one extreme year makes no season; of two ratios the nearer to 1 counts", () => {
    const years = [...noisy(24, 5, flat, 0.03)];
    years[11] = 500_000;
    const found = seasonOf(years);
    expect(found.isActive).toBe(false);
    expect(found.months[11]?.index.value).toBeLessThan(1.1);
  });

  test("below twelve full months, only the profile", () => {
    const found = seasonOf(year.slice(0, 11));
    expect(found).toMatchObject({
      reason: "under-12-months",
      months: [],
      mase: null,
      chance: null,
    });
    expect(found.profile.inWeek).toHaveLength(5);
  });
});

describe("full months", () => {
  test("a month in progress, a late start and the future are left out; an empty month is 0", () => {
    const rows = [
      ...["2024-01-20", "2024-02-05", "2024-04-05", "2024-05-04", "2024-06-09"].map((on, i) => ({
        ref: { kind: "invoice" as const, id: String(i) },
        on,
        amountMinor: 100,
      })),
    ];
    const { history } = seasonality({ asOn: "2024-05-30", rows });
    expect(history.map((m) => [m.month, m.totalMinor, m.businessDays])).toEqual([
      ["2024-02", 100, 21],
      ["2024-03", 0, 21],
      ["2024-04", 100, 21],
    ]);
  });
});

test("profile: rows of the month's last day are seen there, days off move to a business day", () => {
  const rows = Array.from({ length: 8 }, (_, i) => ({
    ref: { kind: "bank-line" as const, id: String(i) },
    on: addMonths("2026-01-31", i),
    amountMinor: 1000,
  }));
  const { profile } = seasonality({ asOn: "2026-09-15", rows });
  const last = profile.inMonth.find((d) => d.businessDay === -1)?.share.value ?? 0;
  expect(last).toBeGreaterThan(0.6);
  for (const { share } of profile.inMonth.filter((d) => d.businessDay !== -1)) {
    expect(share.value).toBeLessThan(0.1);
  }
  expect(profile.inWeek.reduce((sum, d) => sum + (d.share.value ?? 0), 0)).toBeCloseTo(1, 9);
});

describe("properties", () => {
  const euros = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 12, maxLength: 60 });

  test("indices are positive and their mean is 1, whatever the months", () => {
    fc.assert(
      fc.property(euros, (amounts) => {
        const months = amounts.map((a, i) => ({ calendar: (i % 12) + 1, totalMinor: a * 100 }));
        const byMonth = seasonIndex(months)?.byMonth ?? [];
        expect(byMonth).toHaveLength(12);
        expect(Math.min(...byMonth)).toBeGreaterThanOrEqual(0);
        expect(byMonth.reduce((a, b) => a + b, 0) / 12).toBeCloseTo(1, 9);
      }),
    );
  });

  test("rows in any order give the same findings; a larger currency unit the same season", () => {
    const amounts = noisy(30, 3, wave, 0.1);
    const rows = series(amounts);
    const asOn = "2024-06-30";
    const found = seasonality({ asOn, rows });
    expect(seasonality({ asOn, rows: shuffled(rows, 8) })).toEqual(found);
    const tenfold = rows.map((row) => ({ ...row, amountMinor: row.amountMinor * 10 }));
    const scaled = seasonality({ asOn, rows: tenfold });
    expect(scaled.reason).toBe(found.reason);
    expect(scaled.chance).toEqual(found.chance);
    for (const [i, month] of scaled.months.entries()) {
      expect(month.index.value).toBeCloseTo(found.months[i]?.index.value ?? 0, 6);
    }
  });
});

test("measured: no season in shuffled months, planted seasons found", () => {
  const share = (n: number, make: (seed: number) => number[]) => {
    const found = Array.from({ length: n }, (_, seed) => seasonOf(make(seed)));
    return found.filter((one) => one.isActive).length / n;
  };
  const rates: number[] = [];
  for (const months of [18, 24, 36, 48]) {
    const noise = share(200, (seed) => noisy(months, 1000 + seed, flat, 0.25));
    const mixed = share(200, (seed) =>
      shuffled(noisy(months, 2000 + seed, closedInAugust, 0.2), seed),
    );
    const august = share(40, (seed) => noisy(months, 5000 + seed, closedInAugust, 0.15));
    const waves = share(40, (seed) => noisy(months, 9000 + seed, wave, 0.15));
    const line =
      `${months} months: false seasons ${percent(noise)} of noise, ${percent(mixed)} of shuffled ` +
      `months; found ${percent(august)} of closed Augusts, ${percent(waves)} of waves of 25 %`;
    process.stdout.write(`${line}\n`);
    rates.push(noise, mixed);
    if (months >= 36) expect(Math.min(august, waves)).toBeGreaterThanOrEqual(0.85);
  }
  expect(mean(rates)).toBeLessThanOrEqual(0.05);
  expect(Math.max(...rates)).toBeLessThanOrEqual(0.08);
}, 60_000);

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;
