import { expect, test } from "vitest";
import { toDayNumber } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type { DatedInvoice } from "#main/treasury/engines/payment-day/invoice-history.ts";
import { latenessOf } from "#main/treasury/engines/payment-day/invoice-history.ts";
import {
  FEATURE_NAMES,
  paymentFeatures,
} from "#main/treasury/engines/payment-day/payment-features.ts";
import {
  binQuantile,
  binShareAbove,
  fitPaymentModel,
} from "#main/treasury/engines/payment-day/payment-model.ts";

const START = toDayNumber("2025-01-01");

/** Clients of steady habits; those that pay large invoices later are told by the amount alone. */
function portfolio(seed: number, count = 900): DatedInvoice[] {
  const source = random(seed);
  const clients = Array.from({ length: 25 }, (_, i) => ({ id: `c${i}`, late: (i % 5) * 8 - 4 }));
  return Array.from({ length: count }, (_, i) => {
    const client = clients[Math.floor(source.next() * clients.length)] ?? { id: "c0", late: 0 };
    const issuedDay = START + Math.floor(source.next() * 600);
    const isLarge = source.next() < 0.3;
    const late = client.late + (isLarge ? 20 : 0) + Math.round(source.normal() * 2);
    const dueDay = issuedDay + 30;
    const amountMinor = isLarge ? 900_000 : 90_000;
    const id = `i${String(i).padStart(4, "0")}`;
    return { id, partyId: client.id, issuedDay, dueDay, paidDay: dueDay + late, amountMinor };
  });
}

function split(invoices: readonly DatedInvoice[]) {
  const cut = START + 450;
  const features = paymentFeatures(invoices);
  const pick = (isKept: (one: DatedInvoice) => boolean) =>
    invoices.flatMap((one, i) => {
      const row = features[i];
      return row !== undefined && isKept(one) ? [{ one, row }] : [];
    });
  return { learned: pick((one) => one.paidDay <= cut), tested: pick((one) => one.issuedDay > cut) };
}

test("what only the amount tells is learned: the error is far below that of the medians", () => {
  const { learned, tested } = split(portfolio(1));
  const model = fitPaymentModel(
    learned.map((l) => l.one),
    learned.map((l) => l.row),
  );
  const errorOf = (guess: (t: (typeof tested)[number]) => number) =>
    tested.reduce((sum, t) => sum + Math.abs(guess(t) - latenessOf(t.one)), 0) / tested.length;
  const own = errorOf((t) => binQuantile(model.distributionOf(t.row), 0.5));
  const medians = errorOf((t) => t.row[FEATURE_NAMES.indexOf("median")] ?? 0);
  expect(own).toBeLessThan(0.5 * medians);
  expect(model.unseenErrorDays).toBeLessThan(0.6 * medians);
});

test("80 % intervals hold about 80 % of the payments not learned from", () => {
  let [held, all] = [0, 0];
  for (const seed of [1, 2, 3, 4]) {
    const { learned, tested } = split(portfolio(seed));
    const model = fitPaymentModel(
      learned.map((l) => l.one),
      learned.map((l) => l.row),
    );
    for (const { one, row } of tested) {
      const bins = model.distributionOf(row);
      const days = latenessOf(one);
      const [low, high] = [binQuantile(bins, model.tail), binQuantile(bins, 1 - model.tail)];
      if (days >= low && days <= high) held += 1;
      all += 1;
    }
  }
  process.stdout.write(`payment day: 80 % intervals held ${((100 * held) / all).toFixed(1)} %\n`);
  expect(held / all).toBeGreaterThan(0.74);
  expect(held / all).toBeLessThan(0.9);
});

test("a distribution is whole, its quantiles rise and its shares fall", () => {
  const { learned, tested } = split(portfolio(5, 400));
  const model = fitPaymentModel(
    learned.map((l) => l.one),
    learned.map((l) => l.row),
  );
  for (const { row } of tested.slice(0, 40)) {
    const bins = model.distributionOf(row);
    expect(bins.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    const quantiles = [0.1, 0.3, 0.5, 0.7, 0.9].map((q) => binQuantile(bins, q));
    expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
    expect(binShareAbove(bins, 0)).toBeGreaterThanOrEqual(binShareAbove(bins, 15));
  }
});

test("the order of the rows changes nothing, and the same rows give the same numbers", () => {
  const invoices = portfolio(6, 300);
  const told = paymentFeatures(invoices);
  const turned = paymentFeatures(invoices.toReversed()).toReversed();
  expect(turned.map((row) => [...row])).toEqual(told.map((row) => [...row]));
  const tails = [0, 1].map(() => fitPaymentModel(invoices, told).tail);
  expect(tails[0]).toBe(tails[1]);
});
