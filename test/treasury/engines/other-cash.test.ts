import { describe, expect, test } from "vitest";
import { addDays } from "#contract/date.ts";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import { otherCash } from "#main/treasury/engines/other-cash.ts";
import { asOn, company } from "./company.ts";

/** Each card slip names another shop, so that no wording comes back. */
const shop = (i: number) => String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26), 90);
const line = (i: number, back: number, amountMinor: number, label = `CB ACHAT ${shop(i)}`) => ({
  ...{ id: `b${i}`, bookedOn: addDays(asOn, -back), amountMinor, label, matched: false },
});
/** A card purchase of 10 € every other day for twenty weeks, each of another wording. */
const cards = Array.from({ length: 70 }, (_, i) => line(i, 2 * i, -1_000));
const sumOf = (flows: readonly { amountMinor: number; label: string }[], label: string) =>
  flows.reduce((sum, flow) => sum + (flow.label === label ? flow.amountMinor : 0), 0);
const found = (parts: Parameters<typeof company>[0]) => otherCash(company(parts), []);

describe("cash beside all the rest", () => {
  test("ten euros every other day go on, to the cent", () => {
    const flows = found({ bankHistory: cards });
    expect(sumOf(flows, "other-payments")).toBe(-45_000);
    expect(sumOf(flows, "other-receipts")).toBe(0);
    expect(flows.every((flow) => flow.layer === "run-rate")).toBe(true);
  });

  test("one dividend and one capital contribution make no level", () => {
    const once = [line(90, 40, -4_000_000, "DIVIDENDES"), line(91, 90, 6_000_000, "CAPITAL")];
    expect(found({ bankHistory: [...cards, ...once] })).toEqual(found({ bankHistory: cards }));
  });

  test("what is matched, scheduled or recurring is not counted again", () => {
    const matched = cards.map((one) => ({ ...one, matched: true }));
    expect(found({ bankHistory: matched })).toEqual([]);
    const taxes = cards.map((one) => ({ ...one, label: "PRLV DGFIP TVA" }));
    const schedule = [
      { id: "1", dueOn: addDays(asOn, 24), label: "TVA", amountMinor: -9_000, category: "vat" },
    ].map((one) => ({ ...one, every: "month" as const }));
    expect(found({ bankHistory: taxes, schedule })).toEqual([]);
    const flow = { ...RENT, lineIds: cards.map((one) => one.id) };
    expect(otherCash(company({ bankHistory: cards }), [flow])).toEqual([]);
  });

  test("receipts from before the book knew its invoices are business to come, not other cash", () => {
    const sales = Array.from({ length: 160 }, (_, i) => ({
      ...line(i, i, 25_000, `VIR CLIENT ${shop(i)}`),
      matched: i < 60,
    }));
    expect(found({ bankHistory: sales })).toEqual([]);
    const beside = [...sales, ...cards.map((one) => ({ ...one, id: `c${one.id}` }))];
    expect(found({ bankHistory: beside })).toEqual(found({ bankHistory: cards }));
  });

  test("nothing below twelve weeks, nor of later days; the order of rows changes nothing", () => {
    expect(found({ bankHistory: cards.slice(0, 40) })).toEqual([]);
    const later = line(95, -5, -70_000);
    expect(found({ bankHistory: [later, ...cards.toReversed()] })).toEqual(
      found({ bankHistory: cards }),
    );
  });

  test("the forecast's balance counts it as soon as it counts new business", () => {
    const billing = [{ issuedOn: addDays(asOn, -70), grossMinor: 1 }];
    const counted = forecastCash(company({ bankHistory: cards, billing }));
    expect(counted.at.d90?.balanceMinor).toBe(1_000_000 - 45_000 + counted.runRate.salesMinor);
    const apart = forecastCash(company({ bankHistory: cards }));
    expect(apart.at.d90?.balanceMinor).toBe(1_000_000);
  });
});

const RENT = {
  ...{ key: "-CARTE", label: "CB", every: { days: 14 }, periodDays: 14, amountMinor: -1_000 },
  ...{ band: { lowMinor: -1_000, highMinor: -1_000 }, lastOn: asOn, habitOn: asOn },
  ...{ nextOn: addDays(asOn, 14), jitterDays: 0, billed: false, observations: 70 },
};
