import type { StressScenario } from "#contract/treasury-stress.ts";
import type { StressBusiness, StressItem, StressModel } from "./stress-model.ts";

const LATE_DAYS = 30;
const BILLING_LEFT = 0.8;

/**
 * The model under a scenario. Only values change, never what is drawn or in which order, so that
 * scenarios run on common random numbers and differ by the scenario alone.
 * - `top-client-late`: the heaviest customer pays 30 days later, open items and orders to come;
 * - `top-client-default`: it pays nothing any more and buys nothing;
 * - `billing-down`: new sales fall by 20 % (costs stay, as they do at first);
 * - `suppliers-cash-down`: new purchases are paid the day they are made;
 * - `combined`: late, billing down and cash down together.
 */
export function stressedModel(model: StressModel, scenario: StressScenario): StressModel {
  switch (scenario) {
    case "base":
      return model;
    case "top-client-late":
      return topClientLate(model);
    case "top-client-default":
      return topClientDefault(model);
    case "billing-down":
      return billingDown(model);
    case "suppliers-cash-down":
      return suppliersCashDown(model);
    case "combined":
      return suppliersCashDown(billingDown(topClientLate(model)));
  }
}

function topClientLate(model: StressModel): StressModel {
  const late = (item: StressItem) => ({ ...item, days: item.days.map((d) => d + LATE_DAYS) });
  return {
    ...ofTopClient(model, late),
    business: ofSide(model, "customer", (sales) => ({
      ...sales,
      late: { share: sales.topShare, days: LATE_DAYS },
    })),
  };
}

function topClientDefault(model: StressModel): StressModel {
  return {
    ...ofTopClient(model, (item) => ({ ...item, amountMinor: 0 })),
    business: ofSide(model, "customer", (sales) => scaled(sales, 1 - sales.topShare)),
  };
}

function billingDown(model: StressModel): StressModel {
  return { ...model, business: ofSide(model, "customer", (sales) => scaled(sales, BILLING_LEFT)) };
}

/** New purchases at their even daily level from the first day on, whatever the common shift. */
function suppliersCashDown(model: StressModel): StressModel {
  const down = (bought: StressBusiness): StressBusiness => ({
    ...bought,
    flows: bought.flows.map((_, day) => (day === 0 ? 0 : bought.dailyMinor)),
    mix: bought.mix.map((_, paid) => bought.mix.map((_, done) => (done === paid ? 1 : 0))),
    isShifted: false,
  });
  return { ...model, business: ofSide(model, "supplier", down) };
}

function scaled(business: StressBusiness, by: number): StressBusiness {
  return { ...business, flows: business.flows.map((flow) => flow * by) };
}

function ofTopClient(model: StressModel, change: (item: StressItem) => StressItem): StressModel {
  const isTop = (item: StressItem) =>
    item.side === "customer" && item.partyId === model.topClient?.partyId;
  return { ...model, items: model.items.map((item) => (isTop(item) ? change(item) : item)) };
}

function ofSide(
  model: StressModel,
  side: StressBusiness["side"],
  change: (business: StressBusiness) => StressBusiness,
): StressBusiness[] {
  return model.business.map((one) => (one.side === side ? change(one) : one));
}
