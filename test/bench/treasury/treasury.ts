import { readFileSync } from "node:fs";
import { HORIZONS, type Horizon } from "#main/treasury/engines/backtest/backtest.ts";
import type { ByHorizon } from "#main/treasury/engines/backtest/grades.ts";
import { cashTables } from "./cash-in.ts";
import { paymentTables } from "./payment-day.ts";
import { plantedReceivables } from "./planted-receivables.ts";
import { splitByTime } from "./protocol.ts";
import { readReceivableMap } from "./receivable-map.ts";
import { datedInvoices, type ReceivableRow, readReceivables } from "./receivables.ts";

/** A headline figure, and the value that it was asked to reach on the public sample. */
interface Headline {
  name: string;
  value: number;
  asked: string;
  isMet: boolean;
}

/**
 * Measures the payment-day model, late-payment probabilities and the cash forecast on a table of
 * receivables, or on a planted portfolio when none is given.
 */
export function benchTreasury(file: { data: string; map: string } | undefined) {
  const started = performance.now();
  const { rows, refused, reasons } = file
    ? readReceivables(readFileSync(file.data, "utf8"), readReceivableMap(mapText(file.map)))
    : { rows: plantedReceivables(1), refused: 0, reasons: [] };
  const cutOn = file ? readReceivableMap(mapText(file.map)).cut : undefined;
  if (refused > 0) console.error(`${refused} rows refused: ${reasons.join("; ")}`);
  const invoices = datedInvoices(rows);
  const split = splitByTime(invoices, cutOn);
  const payment = paymentTables(invoices, split);
  let origins = 0;
  const cash = cashTables(rows, () => {
    origins += 1;
    if (origins % 10 === 0) console.error(`${origins} origins`);
  });
  return {
    rows: describe(rows, refused),
    cutOn: split.cutOn,
    headlines: headlines(payment, cash),
    payment,
    cash,
    seconds: (performance.now() - started) / 1000,
  };
}

/** Prints the tables for a person. */
export function printTreasury(result: ReturnType<typeof benchTreasury>): void {
  const { rows, payment, cash } = result;
  console.log(
    `${rows.invoices} invoices of ${rows.customers} customers, ${rows.firstOn} to ${rows.lastOn}; ` +
      `cut ${result.cutOn}: ${payment.learned} learned, ${payment.tested} tested`,
  );
  print("Payment day", payment.days);
  print("80 % intervals", payment.intervals);
  print("By payments known", payment.byHistory);
  for (const table of payment.late) {
    print(`Late by more than ${table.lateBeyondDays} days (${percent(table.rate)})`, table.methods);
  }
  print(
    `Receipts, WAPE at 30/60/90 days, ${cash.origins.length} origins ` +
      `${cash.origins[0]} to ${cash.origins.at(-1)}`,
    cash.cash.map(({ method, weekly, cumulative }) => ({
      ...{ method, weekly: triple(weekly), cumulative: triple(cumulative) },
    })),
  );
  print(
    "80 % band of receipts at 30/60/90 days",
    cash.bands.map(({ band, coverage }) => ({ band, coverage: triple(coverage) })),
  );
  print("Against what is asked on the public sample", result.headlines);
  console.log(`${result.seconds.toFixed(1)} s`);
}

function headlines(
  payment: ReturnType<typeof paymentTables>,
  cash: ReturnType<typeof cashTables>,
): Headline[] {
  const { maeDays = Number.NaN } = payment.days.at(-1) ?? {};
  const { coverage = Number.NaN, widthDays = Number.NaN } = payment.intervals.at(-1) ?? {};
  const late = payment.late.find((table) => table.lateBeyondDays === 5)?.methods.at(-1);
  const forecast = cash.cash.at(-1);
  const band = cash.bands.at(-1);
  const most = (name: string, value: number, limit: number): Headline => ({
    ...{ name, value, asked: `≤ ${limit}`, isMet: value <= limit },
  });
  const least = (name: string, value: number, limit: number): Headline => ({
    ...{ name, value, asked: `≥ ${limit}`, isMet: value >= limit },
  });
  const between = (name: string, value: number, [low, high]: [number, number]): Headline => ({
    ...{ name, value, asked: `${low} to ${high}`, isMet: value >= low && value <= high },
  });
  const at = (horizon: Horizon) => HORIZONS[horizon];
  const asked = { weekly: WEEKLY, cumulative: CUMULATIVE };
  const horizons = Object.keys(HORIZONS) as Horizon[];
  return [
    most("payment day, mean absolute error (days)", maeDays, 5.8),
    between("80 % interval, coverage", coverage, [0.78, 0.84]),
    most("80 % interval, width (days)", widthDays, 21),
    least("late by more than 5 days, AUC", late?.auc ?? Number.NaN, 0.875),
    most("late by more than 5 days, calibration error", late?.ece ?? Number.NaN, 0.03),
    ...horizons.map((h) =>
      between(
        `cash band at ${at(h)} days, coverage`,
        band?.coverage[h] ?? Number.NaN,
        [0.75, 0.88],
      ),
    ),
    ...(["weekly", "cumulative"] as const).flatMap((kind) =>
      horizons.map((h) =>
        most(`${kind} WAPE at ${at(h)} days`, forecast?.[kind][h] ?? Number.NaN, asked[kind][h]),
      ),
    ),
  ];
}

const WEEKLY: Record<Horizon, number> = { d30: 0.16, d60: 0.162, d90: 0.162 };
const CUMULATIVE: Record<Horizon, number> = { d30: 0.06, d60: 0.05, d90: 0.038 };

/** The map is a file's path, or the JSON itself. */
function mapText(map: string): string {
  return map.trimStart().startsWith("{") ? map : readFileSync(map, "utf8");
}

function describe(rows: readonly ReceivableRow[], refused: number) {
  const issued = rows.map((row) => row.issuedOn).sort();
  return {
    invoices: rows.length,
    refused,
    customers: new Set(rows.map((row) => row.partyId)).size,
    firstOn: issued[0] ?? "",
    lastOn: issued.at(-1) ?? "",
  };
}

function print(title: string, rows: readonly object[]): void {
  console.log(`\n${title}`);
  const texts = rows.map((row) => Object.entries(row).map(([k, v]) => [k, cell(v)] as const));
  const keys = texts[0]?.map(([key]) => key) ?? [];
  const widths = keys.map((key, i) =>
    Math.max(key.length, ...texts.map((row) => row[i]?.[1].length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)));
  console.log(line(keys).join("  "));
  for (const row of texts) console.log(line(row.map(([, text]) => text)).join("  "));
}

function cell(value: unknown): string {
  if (typeof value === "boolean") return value ? "met" : "not met";
  if (typeof value !== "number") return String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

function triple(values: ByHorizon): string {
  return (Object.keys(HORIZONS) as Horizon[])
    .map((h) => percent(values[h] ?? Number.NaN))
    .join(" / ");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
