import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#contract/date.ts";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import type { CashForecast } from "#main/treasury/engines/forecast-model.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import { asOn, company, dayOf, habit, invoice, randomCompany, sumOf } from "./company.ts";

/** Forty payments on their due date, too recent to give a level of payments. */
const recentlyPaid = Array.from({ length: 40 }, (_, i): PaidItem => {
  const on = addDays(asOn, -i);
  return { partyId: "c1", dueOn: on, paidOn: on, amountMinor: 50_000, side: "customer" };
});

describe("golden cases by hand", () => {
  test("nothing known: a flat line with no width", () => {
    const forecast = forecastCash(company());
    expect(forecast.days).toHaveLength(90);
    expect(forecast.days[0]?.on).toBe("2026-07-01");
    expect(forecast.days.at(-1)?.on).toBe("2026-09-28");
    for (const day of forecast.days) {
      expect(day).toMatchObject({
        balanceMinor: 1_000_000,
        lowMinor: 1_000_000,
        highMinor: 1_000_000,
      });
    }
    expect(forecast.lowest).toEqual({ on: "2026-07-01", balanceMinor: 1_000_000 });
    expect(forecast.reliability.grade).toBe("C");
  });

  test("the schedule is certain, repeats from its first date and stops when told", () => {
    const item = { label: "Loyer", category: "rent", amountMinor: -100_000 };
    const forecast = forecastCash(
      company({
        schedule: [
          { ...item, id: "s1", dueOn: "2026-01-31", every: "month", untilOn: "2026-08-31" },
          { ...item, id: "s2", dueOn: "2026-06-30", every: "once" },
          { ...item, id: "s3", dueOn: "2026-07-15", every: "once", amountMinor: -950_000 },
        ],
      }),
    );
    expect(dayOf(forecast, "2026-07-31").flows).toEqual([
      {
        layer: "schedule",
        label: "Loyer",
        amountMinor: -100_000,
        refs: [{ kind: "schedule", id: "s1" }],
      },
    ]);
    expect(forecast.lowest).toEqual({ on: "2026-08-31", balanceMinor: -150_000 });
    expect(forecast.floor).toEqual({
      minor: 0,
      crossedOn: "2026-07-31",
      lowCrossedOn: "2026-07-31",
    });
    expect(forecast.at.d30).toMatchObject({ on: "2026-07-30", balanceMinor: 50_000 });
    expect(forecast.at.d90?.lowMinor).toBe(forecast.at.d90?.highMinor);
    expect(forecast.notes).toContainEqual({ code: "past-schedule-dropped", count: 1 });
  });

  test("a client always ten days late is expected ten days after the due date", () => {
    const forecast = forecastCash(
      company({
        openItems: [invoice("1", "2026-07-05", 123_457)],
        paidHistory: habit("c1", 10),
      }),
    );
    expect(dayOf(forecast, "2026-07-15").flows).toEqual([
      {
        layer: "open",
        label: "invoice",
        amountMinor: 123_457,
        refs: [{ kind: "invoice", id: "1" }],
      },
    ]);
    expect(forecast.items[0]).toMatchObject({ likelyOn: "2026-07-15", laterMinor: 0 });
    expect(forecast.at.d30?.balanceMinor).toBe(1_123_457);
  });

  test("half on time, half at forty days, overdue by five: only the later half remains", () => {
    const history = [...habit("c1", 0), ...habit("c1", 40)];
    const forecast = forecastCash(
      company({ openItems: [invoice("1", "2026-06-25", 10_001)], paidHistory: history }),
    );
    expect(forecast.items[0]?.allotted).toEqual([[35, 10_001]]);
  });

  test("late beyond all that is known: what comes is spread over months, the rest is not counted", () => {
    const forecast = forecastCash(
      company({ openItems: [invoice("1", "2026-03-01", 10_003)], paidHistory: habit("c1", 3) }),
    );
    // Late by four months, none ever was in this company: France's shares, halving in half a year.
    const chances = [4, 5, 6].map((step) => 0.35 * 0.5 ** ((step - 2) / 6));
    let left = 10_003;
    for (const [i, chance] of chances.entries()) {
      const [day, minor] = forecast.items[0]?.allotted[i] ?? [];
      expect(day).toBe(15 + 30 * i);
      expect(Math.abs((minor ?? 0) - left * chance)).toBeLessThan(2);
      left -= left * chance;
    }
    expect(forecast.items[0]?.laterMinor).toBeGreaterThan(2500);
  });

  test("our own bills go out by our own habit, due on the day without one", () => {
    const forecast = forecastCash(company({ openItems: [invoice("b", "2026-07-20", -40_000)] }));
    expect(dayOf(forecast, "2026-07-20").balanceMinor).toBe(960_000);
    expect(dayOf(forecast, "2026-07-19").balanceMinor).toBe(1_000_000);
  });

  test("new business: 91 days at 100 €, paid after 30 days, arrives from day 31 on", () => {
    const billing = Array.from({ length: 91 }, (_, i) => ({
      issuedOn: addDays(asOn, -i),
      grossMinor: 10_000,
    }));
    const forecast = forecastCash(company({ billing, paidHistory: recentlyPaid }));
    expect(forecast.runRate).toMatchObject({ inHeadline: true, salesMinor: 600_000 });
    expect(forecast.days[29]?.balanceMinor).toBe(1_000_000);
    expect(forecast.days[30]?.balanceMinor).toBe(1_010_000);
    expect(forecast.days[89]?.balanceMinor).toBe(1_600_000);
  });

  test("due dates of what was billed give the terms: half at once, half after 60 days", () => {
    const billing = Array.from({ length: 91 }, (_, i) => ({
      issuedOn: addDays(asOn, -i),
      grossMinor: 5_000,
    })).flatMap((b) => [
      { ...b, dueOn: b.issuedOn },
      { ...b, dueOn: addDays(b.issuedOn, 60) },
    ]);
    const forecast = forecastCash(company({ billing, paidHistory: recentlyPaid }));
    expect(forecast.days[0]?.balanceMinor).toBe(1_005_000);
    expect(forecast.days[59]?.balanceMinor).toBe(1_300_000);
    expect(forecast.days[60]?.balanceMinor).toBe(1_310_000);
  });

  test("below sixty days of history new business is shown apart", () => {
    const billing = Array.from({ length: 40 }, (_, i) => ({
      issuedOn: addDays(asOn, -i),
      grossMinor: 10_000,
    }));
    const forecast = forecastCash(company({ billing, paidHistory: recentlyPaid }));
    expect(forecast.runRate.inHeadline).toBe(false);
    expect(sumOf(forecast, "run-rate")).toBe(600_000);
    expect(forecast.days.at(-1)?.balanceMinor).toBe(1_000_000);
    expect(forecast.notes).toContainEqual({ code: "run-rate-off", count: 40 });
  });
});

describe("truncation", () => {
  test("overdue items never all fall in this week", () => {
    const overdue = Array.from({ length: 50 }, (_, i) =>
      invoice(`o${i}`, addDays(asOn, -10 - i * 2), 100_000, `c${i % 10}`),
    );
    const paidHistory = Array.from({ length: 10 }, (_, c) =>
      Array.from({ length: 30 }, (__, i): PaidItem => {
        const dueOn = addDays("2026-04-01", -i * 9);
        const paidOn = addDays(dueOn, (i * 7 + c) % 45);
        return { partyId: `c${c}`, dueOn, paidOn, amountMinor: 1, side: "customer" };
      }),
    ).flat();
    const forecast = forecastCash(company({ openItems: overdue, paidHistory }));
    const week = forecast.items
      .flatMap((i) => i.allotted)
      .reduce((sum, [day, minor]) => sum + (day <= 7 ? minor : 0), 0);
    expect(week).toBeGreaterThan(0);
    expect(week).toBeLessThan(0.5 * 50 * 100_000);
    for (const item of forecast.items) {
      expect(daysBetween(asOn, item.earlyOn)).toBeGreaterThanOrEqual(1);
    }
  });
});

describe("band", () => {
  test("the same seed gives the same band, another seed another one, the curve stays", () => {
    const input = randomCompany(11);
    const again = forecastCash(input);
    const other = forecastCash({ ...input, seed: 8 });
    expect(forecastCash(input)).toEqual(again);
    expect(other.days.map((d) => d.balanceMinor)).toEqual(again.days.map((d) => d.balanceMinor));
    expect(other.days.map((d) => d.lowMinor)).not.toEqual(again.days.map((d) => d.lowMinor));
  });

  test("one invoice, on time or forty days late: the band goes from without to with", () => {
    const history = [...habit("c1", 0), ...habit("c1", 40)];
    const forecast = forecastCash(
      company({ openItems: [invoice("1", "2026-07-10", 500_000)], paidHistory: history }),
    );
    expect(dayOf(forecast, "2026-07-25")).toMatchObject({
      lowMinor: 1_000_000,
      highMinor: 1_500_000,
    });
    expect(forecast.at.d90).toMatchObject({ lowMinor: 1_500_000, highMinor: 1_500_000 });
  });

  test("a common shift makes a whole portfolio wider than independent draws would", () => {
    const waves = Array.from({ length: 20 }, (_, c) =>
      Array.from({ length: 50 }, (__, i): PaidItem => {
        const dueOn = addDays("2026-05-01", -i * 7);
        const paidOn = addDays(dueOn, 10 + (Math.floor(i / 8) % 2) * 20);
        return { partyId: `c${c}`, dueOn, paidOn, amountMinor: 1, side: "customer" };
      }),
    ).flat();
    const items = Array.from({ length: 100 }, (_, i) =>
      invoice(`i${i}`, addDays(asOn, i % 40), 10_000, `c${i % 20}`),
    );
    const forecast = forecastCash(company({ openItems: items, paidHistory: waves }));
    const width = (f: CashForecast) => (f.at.d30?.highMinor ?? 0) - (f.at.d30?.lowMinor ?? 0);
    // A hundred independent items of 100 € spread by ten days would give about 130 € of width.
    expect(width(forecast)).toBeGreaterThan(150_000);
  });
});

test("with a level of payments known, new business fades towards what it leaves beside", () => {
  const billing = Array.from({ length: 91 }, (_, i) => ({
    issuedOn: addDays(asOn, -i),
    grossMinor: 10_000,
  }));
  const paid = (amountMinor: number) =>
    Array.from({ length: 91 }, (_, i): PaidItem => {
      const on = addDays(asOn, -i);
      return { partyId: "c1", dueOn: on, paidOn: on, amountMinor, side: "customer" };
    });
  const salesOf = (amountMinor: number) => {
    const forecast = forecastCash(company({ billing, paidHistory: paid(amountMinor) }));
    return forecast.days.flatMap((day) => day.flows).filter((flow) => flow.label === "new-sales");
  };
  expect(salesOf(10_000).at(-1)?.amountMinor).toBe(10_000);
  expect(salesOf(2000).at(-1)?.amountMinor).toBe(0.25 * 10_000 + 0.75 * 2000);
});
