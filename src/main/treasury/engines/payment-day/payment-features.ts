import { type DatedInvoice, latenessOf, MOST_LATENESS } from "./invoice-history.ts";

/** What is known of an invoice on its issue date, in this order. */
export const FEATURE_NAMES = [
  ...["payments", "median", "p10", "p90", "ewma80", "ewma60", "ewma90", "mean5"],
  ...["shrunk-mean", "spread", "portfolio-shift", "share-late", "share-late-5"],
  ...["median3", "median8", "log-amount", "amount-ratio", "days-since-payment", "term"],
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** Features of invoices in the order given: one row of `FEATURE_NAMES.length` numbers each. */
export type FeatureTable = Float64Array[];

interface OwnHistory {
  lateness: number[];
  amountSum: number;
  lateSum: number;
  squareSum: number;
  lateCount: number;
  late5Count: number;
  lastPaidDay: number;
  ewma: Record<"ewma80" | "ewma60" | "ewma90", number>;
}

const OWN_PAYMENTS = 60;
const RECENCY = 0.97;
const PORTFOLIO_PAYMENTS = 2_000;
const PSEUDO = 3;
const RATE_PSEUDO = 4;
const SHIFT_DAYS = 30;
const BINS = 2 * MOST_LATENESS + 1;
const EWMA = { ewma80: 0.8, ewma60: 0.6, ewma90: 0.9 } as const;
/** Spread (days) of a party that has paid less than twice. */
const UNKNOWN_SPREAD = 10;
const NEVER_DAYS = 999;

/**
 * Features of each invoice from payments made strictly before its issue date: the client's own
 * habit (quantiles shrunk to the portfolio, moving averages, shares), its level against the
 * portfolio of the last month, and the invoice's amount and term. One pass in order of date.
 * @param isWanted the invoices whose features are read; the rows of the others stay empty
 */
export function paymentFeatures(
  invoices: readonly DatedInvoice[],
  isWanted: (invoice: DatedInvoice) => boolean = () => true,
): FeatureTable {
  const order = invoices.map((_, i) => i).sort((a, b) => byIssue(at(invoices, a), at(invoices, b)));
  const paid = invoices.filter((one) => Number.isFinite(one.paidDay)).sort(byPaid);
  const portfolio = new Portfolio();
  const parties = new Map<string, OwnHistory>();
  const table: FeatureTable = invoices.map(() => new Float64Array(0));
  let next = 0;
  for (const index of order) {
    const invoice = at(invoices, index);
    for (;;) {
      const payment = paid[next];
      if (payment === undefined || payment.paidDay >= invoice.issuedDay) break;
      const own = parties.get(payment.partyId) ?? emptyHistory(portfolio.mean);
      parties.set(payment.partyId, own);
      remember(own, payment);
      portfolio.add(payment);
      next += 1;
    }
    if (!isWanted(invoice)) continue;
    table[index] = rowOf(invoice, parties.get(invoice.partyId), portfolio);
  }
  return table;
}

function rowOf(
  invoice: DatedInvoice,
  known: OwnHistory | undefined,
  portfolio: Portfolio,
): Float64Array {
  const own = known ?? emptyHistory(portfolio.mean);
  const n = own.lateness.length;
  const mean = n === 0 ? portfolio.mean : own.lateSum / n;
  const [p10 = 0, p50 = 0, p90 = 0] = portfolio.shrunkQuantiles(own.lateness, [0.1, 0.5, 0.9]);
  const spread = n > 1 ? Math.sqrt(Math.max(0, own.squareSum / n - mean * mean)) : UNKNOWN_SPREAD;
  const typical = n === 0 ? invoice.amountMinor : own.amountSum / n;
  const ratio = typical === 0 ? 1 : invoice.amountMinor / typical;
  return Float64Array.from([
    ...[n, p50, p10, p90, own.ewma.ewma80, own.ewma.ewma60, own.ewma.ewma90],
    meanOf(own.lateness.slice(-5), p50),
    (own.lateSum + portfolio.mean) / (n + 1),
    spread,
    portfolio.shiftAt(invoice.issuedDay),
    (own.lateCount + RATE_PSEUDO * portfolio.lateShare) / (n + RATE_PSEUDO),
    (own.late5Count + RATE_PSEUDO * portfolio.late5Share) / (n + RATE_PSEUDO),
    ...[medianOf(own.lateness.slice(-3), p50), medianOf(own.lateness.slice(-8), p50)],
    ...[Math.log1p(Math.abs(invoice.amountMinor)), ratio],
    n === 0 ? NEVER_DAYS : invoice.issuedDay - own.lastPaidDay,
    invoice.dueDay - invoice.issuedDay,
  ]);
}

/** The payments of all clients so far: the last two thousand by lateness, the last month apart. */
class Portfolio {
  readonly #bins = new Float64Array(BINS);
  readonly #recent: number[] = [];
  readonly #month: { paidDay: number; lateness: number }[] = [];
  readonly #mixed = new Float64Array(BINS);
  #monthSum = 0;
  #sum = 0;
  #late = 0;
  #late5 = 0;

  add(payment: DatedInvoice): void {
    const lateness = latenessOf(payment);
    this.#recent.push(lateness);
    this.#month.push({ paidDay: payment.paidDay, lateness });
    this.#monthSum += lateness;
    this.#count(lateness, 1);
    const gone =
      this.#recent.length > PORTFOLIO_PAYMENTS ? this.#recent.at(-PORTFOLIO_PAYMENTS - 1) : null;
    if (gone !== null && gone !== undefined) this.#count(gone, -1);
  }

  get #size(): number {
    return Math.min(PORTFOLIO_PAYMENTS, this.#recent.length);
  }

  get mean(): number {
    return this.#size === 0 ? 0 : this.#sum / this.#size;
  }

  get lateShare(): number {
    return this.#size === 0 ? 0 : this.#late / this.#size;
  }

  get late5Share(): number {
    return this.#size === 0 ? 0 : this.#late5 / this.#size;
  }

  /** Mean lateness of the last month's payments less that of all; 0 below five of them. */
  shiftAt(day: number): number {
    while ((this.#month[0]?.paidDay ?? Number.POSITIVE_INFINITY) < day - SHIFT_DAYS) {
      this.#monthSum -= this.#month.shift()?.lateness ?? 0;
    }
    if (this.#month.length < 5) return 0;
    return this.#monthSum / this.#month.length - this.mean;
  }

  /** Rising quantiles of a client's last payments and three pseudo-payments of the portfolio. */
  shrunkQuantiles(own: readonly number[], shares: readonly number[]): number[] {
    const bins = this.#mixed.fill(0);
    let total = 0;
    const size = this.#size;
    if (size > 0) {
      for (let b = 0; b < BINS; b++) bins[b] = ((this.#bins[b] ?? 0) * PSEUDO) / size;
      total = PSEUDO;
    }
    let weight = 1;
    for (let i = own.length - 1; i >= Math.max(0, own.length - OWN_PAYMENTS); i--) {
      const bin = (own[i] ?? 0) + MOST_LATENESS;
      bins[bin] = (bins[bin] ?? 0) + weight;
      total += weight;
      weight *= RECENCY;
    }
    return quantilesOf(
      bins,
      shares.map((share) => share * total),
    );
  }

  #count(lateness: number, sign: 1 | -1): void {
    const bin = lateness + MOST_LATENESS;
    this.#bins[bin] = (this.#bins[bin] ?? 0) + sign;
    this.#sum += sign * lateness;
    if (lateness > 0) this.#late += sign;
    if (lateness > 5) this.#late5 += sign;
  }
}

/** The first lateness at which the weights reach each of the rising goals. */
function quantilesOf(bins: Float64Array, goals: readonly number[]): number[] {
  const found: number[] = [];
  let sum = 0;
  for (let b = 0; b < BINS && found.length < goals.length; b++) {
    sum += bins[b] ?? 0;
    while (sum > 0 && sum >= (goals[found.length] ?? Number.POSITIVE_INFINITY) - 1e-9) {
      found.push(b - MOST_LATENESS);
    }
  }
  return goals.map((_, i) => found[i] ?? 0);
}

function emptyHistory(mean: number): OwnHistory {
  return {
    ...{ lateness: [], amountSum: 0, lateSum: 0, squareSum: 0, lateCount: 0, late5Count: 0 },
    lastPaidDay: 0,
    ewma: { ewma80: mean, ewma60: mean, ewma90: mean },
  };
}

function remember(own: OwnHistory, payment: DatedInvoice): void {
  const lateness = latenessOf(payment);
  own.lateness.push(lateness);
  own.amountSum += payment.amountMinor;
  own.lateSum += lateness;
  own.squareSum += lateness * lateness;
  if (lateness > 0) own.lateCount += 1;
  if (lateness > 5) own.late5Count += 1;
  own.lastPaidDay = payment.paidDay;
  for (const key of ["ewma80", "ewma60", "ewma90"] as const) {
    own.ewma[key] = EWMA[key] * own.ewma[key] + (1 - EWMA[key]) * lateness;
  }
}

function at(invoices: readonly DatedInvoice[], index: number): DatedInvoice {
  const found = invoices[index];
  if (found === undefined) throw new Error(`No invoice at ${index}.`);
  return found;
}

/** Ties are ordered by content, so that the rows' order changes nothing. */
function byIssue(a: DatedInvoice, b: DatedInvoice): number {
  return a.issuedDay - b.issuedDay || (a.id < b.id ? -1 : 1);
}

function byPaid(a: DatedInvoice, b: DatedInvoice): number {
  return a.paidDay - b.paidDay || a.dueDay - b.dueDay || (a.id < b.id ? -1 : 1);
}

function meanOf(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : values.reduce((a, v) => a + v, 0) / values.length;
}

function medianOf(values: readonly number[], otherwise: number): number {
  if (values.length === 0) return otherwise;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
