import { addDays, addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type { DirectCost, MarginPeriod, MarginSale } from "#main/treasury/engines/margin-rows.ts";
import type { TradeRow, WarningInput } from "#main/treasury/engines/warning-model.ts";

/** A client invoiced every so many days; `lateness` is asked with the invoice's rank. */
export function clientRows(
  partyId: string,
  plan: {
    fromOn: string;
    untilOn: string;
    everyDays: number;
    grossMinor?: number;
    lateness: (issuedOn: string) => number;
  },
): TradeRow[] {
  const rows: TradeRow[] = [];
  for (let on = plan.fromOn; on <= plan.untilOn; on = addDays(on, plan.everyDays)) {
    const grossMinor = plan.grossMinor ?? 500_000;
    const dueOn = addDays(on, 30);
    const paidOn = addDays(dueOn, Math.round(plan.lateness(on)));
    rows.push({
      ...{ id: `${partyId}-${on}`, side: "customer", kind: "invoice", partyId },
      ...{ issuedOn: on, dueOn, grossMinor, payments: [{ paidOn, amountMinor: grossMinor }] },
    });
  }
  return rows;
}

/** Clients that pay as ever, each with its own habit, over the years up to the day. */
export function steadyClients(
  seed: number,
  plan: { clients: number; fromOn: string; untilOn: string },
) {
  const source = random(seed);
  return Array.from({ length: plan.clients }, (_, i) => {
    const usual = Math.round(source.next() * 25 - 3);
    const spread = 3 + source.next() * 7;
    const everyDays = 10 + Math.floor(source.next() * 20);
    return clientRows(`c${String(i).padStart(2, "0")}`, {
      ...{ fromOn: addDays(plan.fromOn, i), untilOn: plan.untilOn, everyDays },
      // One payment in twelve slips by some weeks, as it does in life.
      lateness: () =>
        usual + spread * source.normal() + (source.next() < 1 / 12 ? 30 * source.next() : 0),
    });
  }).flat();
}

/** A supplier billed every month, with its terms by the rank of the bill. */
export function supplierRows(
  partyId: string,
  fromOn: string,
  terms: readonly number[],
): TradeRow[] {
  return terms.map((days, i) => {
    const issuedOn = addMonths(fromOn, i);
    const dueOn = addDays(issuedOn, days);
    const payments = [{ paidOn: dueOn, amountMinor: 600_000 }];
    return {
      ...{ id: `${partyId}-${i}`, side: "supplier", kind: "invoice", partyId, issuedOn, dueOn },
      ...{ grossMinor: 600_000, payments },
    };
  });
}

export function warningInput(parts: Partial<WarningInput> & { asOn: string }): WarningInput {
  return { trade: [], bank: [], openingMinor: 0, floorMinor: 0, ...parts };
}

/**
 * Clients billed every so many days, each sale with the purchase that names it: a share of the sale
 * with some noise, and more of it where `moreCost` says so.
 */
export function marginClients(
  seed: number,
  plan: {
    clients: number;
    fromOn: string;
    untilOn: string;
    moreCost?: (partyId: string, soldOn: string) => number;
  },
): MarginPeriod {
  const source = random(seed);
  const period = { sales: [] as MarginSale[], costs: [] as DirectCost[] };
  for (let c = 0; c < plan.clients; c++) {
    const partyId = `c${String(c).padStart(2, "0")}`;
    const usual = 0.4 + 0.3 * source.next();
    const spread = 0.03 + 0.07 * source.next();
    const everyDays = 7 + Math.floor(source.next() * 18);
    for (let on = addDays(plan.fromOn, c); on <= plan.untilOn; on = addDays(on, everyDays)) {
      const netMinor = Math.round(200_000 * (0.5 + source.next()));
      const share = usual + spread * source.normal() + (plan.moreCost?.(partyId, on) ?? 0);
      const id = `${partyId} ${on}`;
      const families = [{ account: "706000", netMinor }];
      period.sales.push({ id, partyId, soldOn: on, families, ref: { kind: "invoice", id } });
      const boughtOn = addDays(on, -Math.floor(source.next() * 10));
      const costMinor = Math.round(netMinor * Math.max(0, share));
      period.costs.push({ id, account: "604000", boughtOn, costMinor, partyId });
    }
  }
  return period;
}
