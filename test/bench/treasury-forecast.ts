import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { parseAmount } from "#contract/amount.ts";
import { addDays, dateOf, daysBetween } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { forecastCash } from "#main/treasury/engines/cash-forecast.ts";
import type { CashForecast, OpenItem } from "#main/treasury/engines/forecast-model.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import type { BankHistoryLine } from "#main/treasury/engines/recurring-flows.ts";

/** One customer invoice of a back-test, paid or not. */
export interface ReceivableRow {
  id: string;
  partyId: string;
  issuedOn: string;
  dueOn: string;
  paidOn?: string;
  amountMinor: number;
}

/** Names of a file's columns and the order of its dates (`mdy`, `dmy` or `ymd`). */
export interface ReceivableMap {
  customer: string;
  issued: string;
  due: string;
  paid: string;
  amount: string;
  dates: "mdy" | "dmy" | "ymd";
}

export interface BacktestResult {
  origins: number;
  /** Percent: sum of weekly absolute errors over 4, 9 and 13 weeks against what came. */
  weeklyWape: Record<"w4" | "w9" | "w13", number>;
  flatWeeklyWape: Record<"w4" | "w9" | "w13", number>;
  cumulativeWape: Record<"d30" | "d60" | "d90", number>;
  /** Percent of origins at which what came by that day was within the P10–P90 band. */
  coverage: Record<"d30" | "d60" | "d90", number>;
}

const WEEKS = { w4: 4, w9: 9, w13: 13 } as const;
const DAYS = { d30: 30, d60: 60, d90: 90 } as const;

/**
 * Rolling back-test of the cash-in part: at each origin only what was known that day is given
 * (invoices issued, payments made), and all receipts of the next 91 days are compared.
 */
export function backtestForecast(rows: readonly ReceivableRow[], origins: readonly string[]) {
  const errors = { weekly: zeros(WEEKS), flat: zeros(WEEKS), cumulative: zeros(DAYS) };
  const actual = { weekly: zeros(WEEKS), cumulative: zeros(DAYS) };
  const inside = zeros(DAYS);
  for (const asOn of origins) {
    const forecast = forecastAt(rows, asOn);
    const came = received(rows, asOn, 91);
    const expected = forecast.days.map((d) => d.flows.reduce((a, f) => a + f.amountMinor, 0));
    const flat = received(rows, addDays(asOn, -91), 91).reduce((a, m) => a + m, 0) / 13;
    for (const [key, weeks] of entries(WEEKS)) {
      for (let week = 0; week < weeks; week++) {
        const [truth, guess] = [weekSum(came, week), weekSum(expected, week)];
        errors.weekly[key] += Math.abs(truth - guess);
        errors.flat[key] += Math.abs(truth - flat);
        actual.weekly[key] += truth;
      }
    }
    for (const [key, days] of entries(DAYS)) {
      const truth = came.slice(0, days).reduce((a, m) => a + m, 0);
      const point = forecast.at[key];
      errors.cumulative[key] += Math.abs(truth - (point?.balanceMinor ?? 0));
      actual.cumulative[key] += truth;
      if (point && truth >= point.lowMinor && truth <= point.highMinor) inside[key]++;
    }
  }
  return {
    origins: origins.length,
    weeklyWape: percent(errors.weekly, actual.weekly),
    flatWeeklyWape: percent(errors.flat, actual.weekly),
    cumulativeWape: percent(errors.cumulative, actual.cumulative),
    coverage: percent(inside, { d30: origins.length, d60: origins.length, d90: origins.length }),
  } satisfies BacktestResult;
}

function forecastAt(rows: readonly ReceivableRow[], asOn: string): CashForecast {
  const known = rows.filter((r) => r.issuedOn <= asOn);
  const settled = (r: ReceivableRow) => r.paidOn !== undefined && r.paidOn <= asOn;
  return forecastCash({
    asOn,
    balanceMinor: 0,
    openItems: known
      .filter((r) => !settled(r))
      .map((r): OpenItem => {
        const { id, partyId, issuedOn, dueOn, amountMinor } = r;
        return {
          id,
          partyId,
          issuedOn,
          dueOn,
          kind: "invoice",
          reference: id,
          openMinor: amountMinor,
        };
      }),
    paidHistory: known.filter(settled).map((r): PaidItem => {
      const { partyId, dueOn, amountMinor } = r;
      return { partyId, dueOn, paidOn: r.paidOn ?? asOn, amountMinor, side: "customer" };
    }),
    billing: known.map(toBilling),
    bankHistory: [],
    schedule: [],
    floorMinor: 0,
    horizonDays: 91,
  });
}

function toBilling({ issuedOn, dueOn, amountMinor }: ReceivableRow) {
  return { issuedOn, dueOn, grossMinor: amountMinor };
}

function received(rows: readonly ReceivableRow[], after: string, days: number): number[] {
  const byDay = Array.from({ length: days }, () => 0);
  for (const row of rows) {
    const day = row.paidOn === undefined ? 0 : daysBetween(after, row.paidOn);
    if (day >= 1 && day <= days) byDay[day - 1] = (byDay[day - 1] ?? 0) + row.amountMinor;
  }
  return byDay;
}

function weekSum(byDay: readonly number[], week: number): number {
  return byDay.slice(week * 7, week * 7 + 7).reduce((a, m) => a + m, 0);
}

function entries<K extends string>(table: Record<K, number>): [K, number][] {
  return Object.entries(table) as [K, number][];
}

function zeros<K extends string>(table: Record<K, number>): Record<K, number> {
  return Object.fromEntries(Object.keys(table).map((k) => [k, 0])) as Record<K, number>;
}

function percent<K extends string>(
  part: Record<K, number>,
  whole: Record<K, number>,
): Record<K, number> {
  const rows = entries(part).map(([k, v]) => [k, Math.round((1_000 * v) / whole[k]) / 10]);
  return Object.fromEntries(rows) as Record<K, number>;
}

/** Reads a table of receivables by the map of its columns; amounts are text with a point. */
export function readReceivables(text: string, map: ReceivableMap): ReceivableRow[] {
  const records = parse(text, { columns: true }) as Record<string, string>[];
  return records.flatMap((record, i) => {
    const issuedOn = readDate(record[map.issued], map.dates);
    const dueOn = readDate(record[map.due], map.dates);
    const paidOn = readDate(record[map.paid], map.dates);
    const amountMinor = parseAmount(record[map.amount] ?? "", ".");
    if (issuedOn === undefined || dueOn === undefined || amountMinor === undefined) return [];
    const row = { id: `r${i}`, partyId: record[map.customer] ?? "", issuedOn, dueOn, amountMinor };
    return [paidOn === undefined ? row : { ...row, paidOn }];
  });
}

function readDate(text: string | undefined, order: ReceivableMap["dates"]): string | undefined {
  const [a = 0, b = 0, c = 0] = (text ?? "").split(/\D+/).map(Number);
  if (order === "mdy") return dateOf(c, a, b);
  return order === "dmy" ? dateOf(c, b, a) : dateOf(a, b, c);
}

/** Two years of 40 clients with habits of their own and a shift that all share from time to time. */
export function plantedReceivables(seed: number): ReceivableRow[] {
  const source = random(seed);
  const pick = (n: number) => Math.floor(source.next() * n);
  const clients = Array.from({ length: 40 }, (_, i) => ({
    id: `client-${i}`,
    late: Math.round(source.normal() * 8 + 8),
    size: 20_000 + pick(400_000),
  }));
  const shifts = Array.from({ length: 30 }, () => Math.round(source.normal() * 4));
  return Array.from({ length: 1_700 }, (_, i) => {
    const client = clients[Math.min(pick(40), pick(40))] ?? { id: "client-0", late: 0, size: 1 };
    const issuedOn = addDays("2024-07-01", pick(800));
    const dueOn = addDays(issuedOn, 30);
    const shift = shifts[Math.floor(daysBetween("2024-07-01", dueOn) / 28)] ?? 0;
    const late = client.late + shift + Math.round(source.normal() * 6);
    const paidOn = addDays(dueOn, Math.max(-28, late));
    const amountMinor = Math.round(client.size * (0.5 + source.next()));
    return { id: `f${i}`, partyId: client.id, issuedOn, dueOn, paidOn, amountMinor };
  });
}

/** CPU milliseconds of one forecast on 500 open items and 4,000 bank lines, best of seven. */
export function timeForecast(): { bestMs: number; medianMs: number } {
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
    billing: known.map(toBilling),
    floorMinor: 0,
    horizonDays: 90,
  };
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    forecastCash(input);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  return { bestMs: times[0] ?? 0, medianMs: times[3] ?? 0 };
}

/** Every 14 days from a third of the period on, as long as 91 days remain to compare. */
export function backtestOrigins(rows: readonly ReceivableRow[]): string[] {
  const dates = rows.flatMap((r) => r.paidOn ?? []).sort();
  const firstOn = rows.reduce((min, r) => (r.issuedOn < min ? r.issuedOn : min), dates[0] ?? "");
  const lastIssued = rows.reduce((max, r) => (r.issuedOn > max ? r.issuedOn : max), firstOn);
  const span = daysBetween(firstOn, lastIssued);
  const origins: string[] = [];
  for (let d = Math.round(span / 3); d + 91 <= span; d += 14) origins.push(addDays(firstOn, d));
  return origins;
}

/** All figures of this bench: the planted portfolio, or a file with its map of columns. */
export function benchTreasuryForecast(file?: { data: string; map: ReceivableMap }) {
  const rows = file
    ? readReceivables(readFileSync(file.data, "utf8"), file.map)
    : plantedReceivables(1);
  return { ...backtestForecast(rows, backtestOrigins(rows)), speed: timeForecast() };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { data: { type: "string" }, map: { type: "string" } },
  });
  const { data, map } = values;
  const file = data && map ? { data, map: JSON.parse(readFileSync(map, "utf8")) } : undefined;
  console.log(JSON.stringify(benchTreasuryForecast(file), null, 2));
}
