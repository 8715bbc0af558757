import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import type { OpenItem } from "#main/treasury/engines/forecast-model.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import type { BankHistoryLine } from "#main/treasury/engines/recurring-flows.ts";
import type { BenchRow } from "../rows.ts";
import { plantedReceivables } from "./planted-receivables.ts";

/** CPU milliseconds of one forecast on 500 open items and 4,000 bank lines, median of seven. */
export function benchForecastSpeed(): BenchRow[] {
  const asOn = "2026-06-30";
  const source = random(1);
  const pick = (n: number) => Math.floor(source.next() * n);
  const known = plantedReceivables(2).filter((r) => (r.paidOn ?? "") <= asOn);
  const input = {
    asOn,
    balanceMinor: 5_000_000,
    openItems: Array.from({ length: 500 }, (_, i): OpenItem => {
      const dueOn = addDays(asOn, pick(90) - 45);
      const base = { id: `o${i}`, partyId: `client-${i % 40}`, reference: `o${i}` };
      const issuedOn = addDays(dueOn, -30);
      return { ...base, kind: "invoice", dueOn, issuedOn, openMinor: 1 + pick(900_000) };
    }),
    paidHistory: known.map(
      (r): PaidItem => ({
        partyId: r.partyId,
        dueOn: r.dueOn,
        paidOn: r.paidOn ?? asOn,
        amountMinor: r.amountMinor,
        side: "customer",
      }),
    ),
    bankHistory: Array.from({ length: 4_000 }, (_, i): BankHistoryLine => {
      const bookedOn = addDays(asOn, -pick(730));
      const label = `PRLV SEPA FOURNISSEUR ${"ABCDEFGHIJ"[i % 10]}${"KLMNOPQRST"[pick(10)]} ${i}`;
      return { id: `l${i}`, bookedOn, amountMinor: -1 - pick(90_000), label, matched: false };
    }),
    schedule: [],
    billing: known.map(({ issuedOn, dueOn, amountMinor }) => ({
      ...{ issuedOn, dueOn },
      grossMinor: amountMinor,
    })),
    floorMinor: 0,
    horizonDays: 90,
  };
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    forecastCash(input);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  return [
    { name: "forecast, 500 open items, 4,000 lines (CPU)", value: times[3] ?? 0, unit: "ms" },
  ];
}
