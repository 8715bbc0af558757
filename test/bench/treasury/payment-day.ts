import {
  type DatedInvoice,
  latenessOf,
} from "#main/treasury/engines/payment-day/invoice-history.ts";
import {
  FEATURE_NAMES,
  paymentFeatures,
} from "#main/treasury/engines/payment-day/payment-features.ts";
import {
  binQuantile,
  binShareAbove,
  fitPaymentModel,
} from "#main/treasury/engines/payment-day/payment-model.ts";
import { type LateTable, lateTable } from "./late-payment.ts";
import { refuseFutureFeatures, type Split } from "./protocol.ts";

/** Errors of one way to foretell the payment day, in days. */
export interface DayRow {
  method: string;
  maeDays: number;
  rmseDays: number;
  within3Share: number;
}

/** One kind of 80 % interval: how often it held, its mean width and Winkler's score, in days. */
export interface IntervalRow {
  method: string;
  coverage: number;
  widthDays: number;
  intervalScore: number;
}

export interface PaymentTables {
  learned: number;
  tested: number;
  days: DayRow[];
  intervals: IntervalRow[];
  late: LateTable[];
  /** Mean absolute error by payments known of the client on the issue date. */
  byHistory: { payments: string; invoices: number; dueDateMaeDays: number; maeDays: number }[];
}

const BUCKETS = [
  [0, 0],
  [1, 2],
  [3, 5],
  [6, 20],
  [21, Number.POSITIVE_INFINITY],
] as const;
const MISS_PENALTY = 10;

/** Payment day, its 80 % interval and the chance of being late, each on rows not learned from. */
export function paymentTables(invoices: readonly DatedInvoice[], split: Split): PaymentTables {
  refuseFutureFeatures(invoices, paymentFeatures, FEATURE_NAMES);
  const features = paymentFeatures(invoices);
  const rowOf = (i: number) => features[i] ?? new Float64Array(0);
  const pick = (rows: readonly number[]) => rows.flatMap((i) => invoices[i] ?? []);
  const learned = pick(split.learned);
  const model = fitPaymentModel(learned, split.learned.map(rowOf));
  const truth = pick(split.tested).map(latenessOf);
  const bins = split.tested.map((i) => model.distributionOf(rowOf(i)));
  const medians = bins.map((one) => binQuantile(one, 0.5));
  const feature = (name: (typeof FEATURE_NAMES)[number]) =>
    split.tested.map((i) => rowOf(i)[FEATURE_NAMES.indexOf(name)] ?? 0);
  const portfolio = learned.map(latenessOf).sort((a, b) => a - b);
  const quantile = (q: number) => portfolio[Math.floor(q * (portfolio.length - 1))] ?? 0;
  const same = (value: number) => truth.map(() => value);
  const interval = (tail: number) =>
    bins.map((one): [number, number] => [binQuantile(one, tail), binQuantile(one, 1 - tail)]);
  const shrunk = feature("p10").map((low, i): [number, number] => [low, feature("p90")[i] ?? 0]);
  const payments = feature("payments");
  return {
    ...{ learned: learned.length, tested: truth.length },
    days: [
      dayRow("due date", same(0), truth),
      dayRow("portfolio median", same(quantile(0.5)), truth),
      dayRow("client moving average", feature("ewma80"), truth),
      dayRow("client shrunk median", feature("median"), truth),
      dayRow("learned model", medians, truth),
    ],
    intervals: [
      intervalRow(
        "portfolio",
        truth.map(() => [quantile(0.1), quantile(0.9)]),
        truth,
      ),
      intervalRow("client shrunk", shrunk, truth),
      intervalRow("learned model, raw", interval(0.1), truth),
      intervalRow("learned model, calibrated", interval(model.tail), truth),
    ],
    late: lateTable(invoices, split, {
      forest: (days) => bins.map((one) => binShareAbove(one, days)),
    }),
    byHistory: BUCKETS.map(([from, to]) => {
      const rows = payments.flatMap((n, i) => (n >= from && n <= to ? [i] : []));
      const mean = (of: (i: number) => number) =>
        rows.reduce((sum, i) => sum + of(i), 0) / Math.max(1, rows.length);
      return {
        payments:
          to === Number.POSITIVE_INFINITY ? `${from}+` : from === to ? `${from}` : `${from}-${to}`,
        invoices: rows.length,
        dueDateMaeDays: mean((i) => Math.abs(truth[i] ?? 0)),
        maeDays: mean((i) => Math.abs((truth[i] ?? 0) - (medians[i] ?? 0))),
      };
    }),
  };
}

function dayRow(method: string, guesses: readonly number[], truth: readonly number[]): DayRow {
  const errors = truth.map((days, i) => Math.abs(days - (guesses[i] ?? 0)));
  const mean = (of: (error: number) => number) =>
    errors.reduce((sum, error) => sum + of(error), 0) / errors.length;
  return {
    method,
    maeDays: mean((e) => e),
    rmseDays: Math.sqrt(mean((e) => e * e)),
    within3Share: mean((e) => (e <= 3 ? 1 : 0)),
  };
}

function intervalRow(
  method: string,
  intervals: readonly (readonly [number, number])[],
  truth: readonly number[],
): IntervalRow {
  let [held, width, score] = [0, 0, 0];
  for (const [i, [low, high]] of intervals.entries()) {
    const days = truth[i] ?? 0;
    const miss = Math.max(0, low - days, days - high);
    if (miss === 0) held += 1;
    width += high - low;
    score += high - low + MISS_PENALTY * miss;
  }
  const n = truth.length;
  return { method, coverage: held / n, widthDays: width / n, intervalScore: score / n };
}
