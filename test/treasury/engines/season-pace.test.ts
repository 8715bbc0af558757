import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { backtest } from "#main/treasury/engines/backtest/backtest.ts";
import { type CompanyHistory, historyAt } from "#main/treasury/engines/backtest/company-history.ts";
import { gradesOf } from "#main/treasury/engines/backtest/grades.ts";
import { forecastLayers } from "#main/treasury/engines/forecast-layers.ts";
import { seasonPace } from "#main/treasury/engines/season-pace.ts";

describe("the pace of a season", () => {
  const season = Array.from({ length: 12 }, (_, i) => (i === 7 ? 0.4 : 1 + 0.6 / 11));
  const paidOnDay = Array.from({ length: 90 }, (_, late) => (late === 40 ? 1 : 0));
  const pace = seasonPace({ asOn: "2026-07-31", horizonDays: 90, season, paidOnDay });

  test("business follows its own month, payments that of forty days before", () => {
    expect(pace.done(0)).toBeCloseTo(1 + 0.6 / 11, 12);
    expect([pace.done(1), pace.done(31)]).toEqual([0.4, 0.4]);
    expect(pace.done(32)).toBeGreaterThan(1);
    expect(pace.paid(40)).toBeGreaterThan(1);
    expect([pace.paid(41), pace.paid(71)]).toEqual([0.4, 0.4]);
    expect(pace.paid(72)).toBeGreaterThan(1);
  });

  test("the past year's payments are on average what the business is", () => {
    let sum = 0;
    for (let day = -364; day <= 0; day++) sum += pace.paid(day);
    expect(sum / 365).toBeCloseTo(1, 1);
  });
});

/** Three and a half years of small invoices, `swing` more in spring and less in autumn. */
function company(seed: number, swing: number): CompanyHistory {
  const source = random(seed);
  const items: CompanyHistory["items"][number][] = [];
  for (let day = 0; day < 1277; day++) {
    const issuedOn = addDays("2023-01-01", day);
    const usual = 2.2 * (1 + swing * Math.sin((Math.PI * Number(issuedOn.slice(5, 7))) / 6));
    const gap = () => -Math.log(1 - source.next());
    for (let at = gap(); at < usual; at += gap()) {
      const client = Math.floor(25 * source.next() ** 2);
      const dueOn = addDays(issuedOn, 30);
      const amountMinor = Math.round(50_000 * (0.4 + 1.6 * source.next() ** 2));
      const late = Math.round((client % 7) * 3 - 3 + 6 * source.normal());
      const about = { id: `i${items.length}`, kind: "invoice" as const, partyId: `c${client}` };
      items.push({
        ...{ ...about, reference: about.id, issuedOn, dueOn, amountMinor },
        payments: [{ on: addDays(dueOn, Math.max(-30, late)), amountMinor }],
      });
    }
  }
  return { items, bankLines: [] };
}

test("receipts of a business with a season are foretold with it, twice nearer than the mean", () => {
  const origins = Array.from({ length: 14 }, (_, i) => addDays("2025-03-03", 28 * i));
  const { methods } = gradesOf([...backtest(company(1, 0.5), origins)], "2026-06-01");
  const [own, flat] = (["forecast", "flat"] as const).map(
    (method) => methods.find((one) => one.method === method)?.cumulative.d90 ?? Number.NaN,
  );
  process.stdout.write(`season: 90-day error ${own?.toFixed(3)}, flat mean ${flat?.toFixed(3)}\n`);
  expect(own).toBeLessThan(0.4 * (flat ?? 0));
});

test("without a season every day to come is worth the same", () => {
  const input = historyAt(company(2, 0), "2026-03-01", 91);
  const { sales } = forecastLayers({ ...input, openItems: [], paidHistory: [] }).runRate;
  const whole = sales.paidOnDay.slice(0, 60).reduce((sum, share) => sum + share, 0);
  const of = (day: number) => sales.flows.find((flow) => flow.day === day)?.amountMinor ?? 0;
  expect(of(60) / sales.dailyMinor).toBeCloseTo(whole, 2);
});
