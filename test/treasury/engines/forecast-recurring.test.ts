import { describe, expect, test } from "vitest";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import type { ForecastInput } from "#main/treasury/engines/forecast-model.ts";
import { company, habit, invoice, monthly, sumOf } from "./company.ts";

describe("no double counting", () => {
  const rent = monthly("PRLV LOYER SCI DU PORT", "2026-01-05", -100_000);
  const balanceWith = (parts: Partial<ForecastInput>) =>
    forecastCash(company({ bankHistory: rent, ...parts }));

  test("a rent found in history counts once, with or without the schedule naming it", () => {
    const alone = balanceWith({});
    expect(sumOf(alone, "recurring")).toBe(-300_000);
    const named = balanceWith({
      schedule: [
        {
          id: "s",
          label: "Loyer bureaux",
          category: "rent",
          dueOn: "2026-07-03",
          amountMinor: -102_000,
          every: "month",
        },
      ],
    });
    expect(sumOf(named, "recurring")).toBe(0);
    expect(sumOf(named, "schedule")).toBe(-306_000);
    expect(named.leftOut.map((l) => [l.reason, l.on])).toEqual([
      ["named-by-schedule", "2026-07-05"],
      ["named-by-schedule", "2026-08-05"],
      ["named-by-schedule", "2026-09-05"],
    ]);
  });

  test("the schedule's total names the payments of each person", () => {
    const wages = ["DUPONT", "MARTIN", "BERNARD"].flatMap((who) =>
      monthly(`VIR SALAIRE ${who}`, "2026-01-28", -200_000),
    );
    const forecast = balanceWith({
      bankHistory: wages,
      schedule: [
        {
          id: "s",
          label: "Salaires nets",
          category: "payroll",
          dueOn: "2026-07-28",
          amountMinor: -610_000,
          every: "month",
        },
      ],
    });
    expect(sumOf(forecast, "recurring")).toBe(0);
    expect(sumOf(forecast, "schedule")).toBe(-1_830_000);
  });

  test("of two people's pay and their scheduled total, both are named, not the larger alone", () => {
    const wages = [
      ...monthly("VIR SALAIRE DUPONT", "2026-01-28", -220_000),
      ...monthly("VIR SALAIRE MARTIN", "2026-01-28", -180_000),
    ];
    const schedule = [
      {
        id: "s",
        label: "Salaires",
        category: "payroll",
        dueOn: "2026-07-28",
        amountMinor: -400_000,
        every: "once" as const,
      },
    ];
    const forecast = balanceWith({ bankHistory: wages, schedule, horizonDays: 31 });
    expect(forecast.at.d30?.balanceMinor).toBe(600_000);
    expect(sumOf(forecast, "recurring")).toBe(0);
  });

  test("a month with a bonus is still the month that the schedule names", () => {
    const charges = monthly("PRLV URSSAF PAYS DE LOIRE", "2026-01-15", -160_000);
    const schedule = [
      {
        id: "s",
        label: "URSSAF (avec prime)",
        category: "social",
        dueOn: "2026-07-15",
        amountMinor: -240_000,
        every: "once" as const,
      },
    ];
    const forecast = balanceWith({ bankHistory: charges, schedule, horizonDays: 30 });
    expect(forecast.at.d30?.balanceMinor).toBe(760_000);
  });

  test("a bill already received replaces the hit that it is, later hits stay", () => {
    const billed = monthly("PRLV LOYER SCI DU PORT", "2026-01-05", -100_000, {
      partyId: "sci",
      matched: true,
    });
    const forecast = balanceWith({
      bankHistory: billed,
      openItems: [invoice("b1", "2026-07-05", -101_000, "sci")],
    });
    expect(sumOf(forecast, "open")).toBe(-101_000);
    expect(sumOf(forecast, "recurring")).toBe(-200_000);
    expect(forecast.leftOut).toMatchObject([
      { reason: "covered-by-open-items", on: "2026-07-05", by: [{ kind: "bill", id: "b1" }] },
    ]);
  });

  test("a scheduled flow whose bill has come counts once (the 100 + 100 = 100 of peers)", () => {
    const forecast = forecastCash(
      company({
        openItems: [invoice("b1", "2026-07-10", -10_000, "x")],
        schedule: [
          {
            id: "s",
            label: "Expert-comptable",
            category: "fees",
            dueOn: "2026-07-08",
            amountMinor: -10_000,
            every: "once",
          },
        ],
      }),
    );
    expect(forecast.at.d90?.balanceMinor).toBe(990_000);
    expect(forecast.leftOut).toMatchObject([{ layer: "schedule", reason: "exact-open-item" }]);
  });

  test("a subscriber's receipts belong to new business, not to recurring flows", () => {
    const receipts = monthly("VIR RECU ABONNE", "2026-01-15", 30_000, {
      partyId: "c9",
      matched: true,
    });
    const forecast = balanceWith({ bankHistory: receipts });
    expect(sumOf(forecast, "recurring")).toBe(0);
    expect(forecast.leftOut.every((l) => l.reason === "customer-receipts")).toBe(true);
    expect(forecast.leftOut).toHaveLength(3);
  });

  test("a flow of another size, day or name is not taken for the scheduled one", () => {
    const other = { id: "s", category: "misc", every: "month" as const };
    const forecast = balanceWith({
      schedule: [
        { ...other, label: "Loyer entrepôt", dueOn: "2026-07-05", amountMinor: -400_000 },
        { ...other, id: "t", label: "Loyer", dueOn: "2026-07-20", amountMinor: -100_000 },
        { ...other, id: "u", label: "Ménage", dueOn: "2026-07-05", amountMinor: -90_000 },
      ],
    });
    expect(sumOf(forecast, "recurring")).toBe(-300_000);
  });

  test("suppliers forecast as recurring flows are not in the run-rate of purchases", () => {
    const history = habit("sci", 0, "supplier").map((p) => ({ ...p, amountMinor: 100_000 }));
    const bankHistory = monthly("PRLV LOYER SCI", "2026-01-05", -100_000, {
      partyId: "sci",
      matched: true,
    });
    expect(forecastCash(company({ paidHistory: history })).runRate.purchasesMinor).toBeLessThan(0);
    const forecast = forecastCash(company({ paidHistory: history, bankHistory }));
    expect(forecast.runRate.purchasesMinor).toBe(0);
  });
});
