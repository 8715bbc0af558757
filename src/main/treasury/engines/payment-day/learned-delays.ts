import { toDayNumber } from "#contract/date.ts";
import type { OpenItem } from "../forecast-model.ts";
import type { DelayDistribution, PaidItem } from "../payment-delays.ts";
import { type DatedInvoice, latenessOf, MOST_LATENESS } from "./invoice-history.ts";
import { type FeatureTable, paymentFeatures } from "./payment-features.ts";
import { fitPaymentModel, type PaymentModel } from "./payment-model.ts";

/** What the model adds to the clients' own medians, measured on payments that it had not seen. */
export interface LearnedDelays {
  ofItem(id: string): DelayDistribution | undefined;
  /** Mean absolute error in days: of the model, and of the clients' shrunk medians. */
  errorDays: number;
  medianErrorDays: number;
  observations: number;
}

const FEWEST_PAYMENTS = 200;
const MOST_PAYMENTS = 4_000;
/** The model must take this much off the error of the clients' medians to be used. */
const LEAST_GAIN = 0.03;

/**
 * The lateness of each open customer invoice by the learned model, when there is enough history
 * and the model beats the clients' own shrunk medians on payments that its trees had not seen;
 * otherwise nothing, and the shrunk distributions stand.
 */
export function learnedDelays(input: {
  asOn: string;
  paidHistory: readonly PaidItem[];
  openItems: readonly OpenItem[];
}): LearnedDelays | undefined {
  const paid = input.paidHistory
    .filter((p) => p.side === "customer" && p.paidOn <= input.asOn && p.amountMinor > 0)
    .flatMap(toPaidInvoice);
  if (paid.length < FEWEST_PAYMENTS) return undefined;
  const open = input.openItems.filter((item) => item.kind === "invoice").map(toOpenInvoice);
  const latest = paid.map((one) => one.paidDay).sort((a, b) => b - a);
  const sinceDay = latest[MOST_PAYMENTS - 1] ?? Number.NEGATIVE_INFINITY;
  const features = paymentFeatures([...paid, ...open], (one) => one.paidDay >= sinceDay);
  const fitted = fittedOn(input, paid, features);
  if (fitted === undefined) return undefined;
  const { model, medianErrorDays } = fitted;
  const observations = new Map<string, number>();
  for (const { partyId } of paid) observations.set(partyId, (observations.get(partyId) ?? 0) + 1);
  const byId = new Map(
    open.map((invoice, i) => {
      const bins = model.distributionOf(features[paid.length + i] ?? new Float64Array(0));
      return [invoice.id, toDistribution(bins, observations.get(invoice.partyId) ?? 0)];
    }),
  );
  const { unseenErrorDays: errorDays } = model;
  return {
    ...{ errorDays, medianErrorDays, observations: paid.length },
    ofItem: (id) => byId.get(id),
  };
}

interface Fitted {
  model: PaymentModel;
  medianErrorDays: number;
}

/** Scenarios share one history: what was learned from it on a day is kept while the rows are. */
const kept = new WeakMap<readonly PaidItem[], Map<string, Fitted | undefined>>();

function fittedOn(
  { asOn, paidHistory }: { asOn: string; paidHistory: readonly PaidItem[] },
  paid: readonly DatedInvoice[],
  features: FeatureTable,
): Fitted | undefined {
  const byDay = kept.get(paidHistory) ?? new Map<string, Fitted | undefined>();
  kept.set(paidHistory, byDay);
  if (!byDay.has(asOn)) byDay.set(asOn, fitted(paid, features));
  return byDay.get(asOn);
}

/** The model of the latest payments, where it beats the clients' shrunk medians. */
function fitted(paid: readonly DatedInvoice[], features: FeatureTable): Fitted | undefined {
  const learning = paid
    .map((invoice, i) => ({ invoice, row: features[i] ?? new Float64Array(0) }))
    .sort((a, b) => b.invoice.paidDay - a.invoice.paidDay || (a.invoice.id < b.invoice.id ? -1 : 1))
    .slice(0, MOST_PAYMENTS);
  const model = fitPaymentModel(
    learning.map((one) => one.invoice),
    learning.map((one) => one.row),
  );
  const medianErrorDays = meanError(learning);
  const isBetter = model.unseenErrorDays <= medianErrorDays * (1 - LEAST_GAIN);
  return isBetter ? { model, medianErrorDays } : undefined;
}

function toPaidInvoice(paid: PaidItem): DatedInvoice[] {
  const { partyId, issuedOn, dueOn, paidOn, amountMinor } = paid;
  if (issuedOn === undefined) return [];
  const [issuedDay, dueDay, paidDay] = [issuedOn, dueOn, paidOn].map(toDayNumber) as [
    number,
    number,
    number,
  ];
  const id = `${partyId} ${issuedOn} ${dueOn} ${paidOn} ${amountMinor}`;
  return [{ id, partyId, issuedDay, dueDay, paidDay, amountMinor }];
}

function toOpenInvoice({ id, partyId, issuedOn, dueOn, openMinor }: OpenItem): DatedInvoice {
  return {
    ...{ id, partyId, amountMinor: openMinor, paidDay: Number.POSITIVE_INFINITY },
    issuedDay: toDayNumber(issuedOn),
    dueDay: toDayNumber(dueOn),
  };
}

/** Error of the clients' shrunk medians as they stood on each issue date. */
function meanError(learning: readonly { invoice: DatedInvoice; row: Float64Array }[]): number {
  const errors = learning.map(({ invoice, row }) => Math.abs(latenessOf(invoice) - (row[1] ?? 0)));
  return errors.reduce((sum, days) => sum + days, 0) / errors.length;
}

function toDistribution(bins: Float64Array, observations: number): DelayDistribution {
  const days: number[] = [];
  const weights: number[] = [];
  for (const [b, weight] of bins.entries()) {
    if (weight === 0) continue;
    days.push(b - MOST_LATENESS);
    weights.push(weight);
  }
  return { days, weights, observations };
}
