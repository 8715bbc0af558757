import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { forecastLayers } from "#main/treasury/engines/forecast-layers.ts";
import type { ForecastInput, OpenItem } from "#main/treasury/engines/forecast-model.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import { type StressModel, stressModel } from "#main/treasury/engines/stress-model.ts";

const AS_ON = "2026-06-30";

/**
 * The job of the bench: 365 days, 200 open invoices of 40 customers with habits of their own who
 * may fail, 40 monthly flows (half of them on a fixed day), new sales and new purchases.
 */
export function benchStressModel(): StressModel {
  const source = random(12);
  const pick = (n: number) => Math.floor(source.next() * n);
  const paid = (side: PaidItem["side"], count: number) =>
    Array.from({ length: count }, (_, i): PaidItem => {
      const late = Math.round(source.normal() * 9 + (i % 12));
      const dueOn = addDays(AS_ON, -20 - pick(340));
      const paidOn = addDays(dueOn, late);
      const base = { side, partyId: `${side}-${i % 40}`, amountMinor: 50_000 + pick(400_000) };
      return { ...base, issuedOn: addDays(dueOn, -30), dueOn, paidOn };
    });
  const openItems = Array.from({ length: 200 }, (_, i): OpenItem => {
    const dueOn = addDays(AS_ON, pick(60) - 20);
    const base = { id: `invoice:${1000 + i}`, kind: "invoice" as const, reference: `FA-${i}` };
    const partyId = `customer-${i % 40}`;
    return { ...base, partyId, dueOn, issuedOn: addDays(dueOn, -30), openMinor: 1 + pick(900_000) };
  });
  const input: ForecastInput = {
    asOn: AS_ON,
    balanceMinor: 8_000_000,
    openItems,
    paidHistory: [...paid("customer", 1500), ...paid("supplier", 800)],
    bankHistory: [],
    schedule: [],
    billing: Array.from({ length: 1500 }, () => {
      const issuedOn = addDays(AS_ON, -pick(365));
      return { issuedOn, dueOn: addDays(issuedOn, 30), grossMinor: 20_000 + pick(400_000) };
    }),
    floorMinor: 1_000_000,
    horizonDays: 365,
  };
  const model = stressModel(input, forecastLayers(input), 0.02);
  const hits = Array.from({ length: 40 }, (_, i) => ({
    first: 1 + pick(30),
    meanMinor: -(20_000 + pick(200_000)),
    jitterDays: i % 2 === 0 ? 0 : 2,
    spread: i % 2 === 0 ? 0.05 : 0.15,
  })).flatMap(({ first, ...hit }) =>
    Array.from({ length: 12 }, (_, n) => ({ ...hit, day: first + Math.round(n * 30.4) })),
  );
  return { ...model, hits };
}
