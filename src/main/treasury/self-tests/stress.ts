import type { StressFinding, StressScenario } from "#contract/treasury-stress.ts";
import { random } from "#main/base/random.ts";
import type { StressItem, StressModel } from "../engines/stress-model.ts";
import { stressTest } from "../engines/stress-test.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const HORIZON = 90;

/** Ten customers that owe some thousand euros each and pay within two months. */
function plainModel(): StressModel {
  const source = random(7);
  const items = Array.from({ length: 10 }, (_, i): StressItem => {
    const first = 5 + Math.floor(source.next() * 20);
    return {
      ...{ id: `invoice:${i + 1}`, kind: "invoice", partyId: `c${i}`, reference: `F-${i + 1}` },
      ...{ side: "customer", amountMinor: 80_000 + Math.round(source.next() * 40_000) },
      ...{ days: [first, first + 7, first + 25], weights: [3, 4, 1] },
    };
  });
  return {
    ...{ horizonDays: HORIZON, openingMinor: 500_000, floorMinor: 100_000 },
    ...{ certain: Array.from({ length: HORIZON + 1 }, () => 0), items, losses: [], hits: [] },
    ...{ business: [], shiftDays: { customer: 3, supplier: 1 }, topClient: undefined },
  };
}

function findingsOf(model: StressModel, scenarios: readonly StressScenario[]): StressFinding[] {
  const reliability = { grade: "C", observations: 0, periodDays: 0 } as const;
  const steps = stressTest(model, { asOn: "2026-01-01", scenarios, reliability, runs: 4_000 });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function withPayment(model: StressModel, payment: { day: number; minor: number }): StressModel {
  const { certain } = model;
  return { ...model, certain: certain.map((v, day) => (day === payment.day ? payment.minor : v)) };
}

const doubtful = { partyId: "c3", share: 0.25 };

/** What the stress test must find. */
export const stressTruths: PlantedTruth[] = [
  {
    name: "a customer that fails in one run of four drives the tail, and no other does",
    isFound: () => {
      const plain = withPayment(plainModel(), { day: 80, minor: -1_200_000 });
      const items = plain.items.map((item) =>
        item.partyId === doubtful.partyId ? { ...item, amountMinor: 600_000 } : item,
      );
      const [base] = findingsOf({ ...plain, items, losses: [doubtful] }, ["base"]);
      return base?.drivers.map((d) => d.reference).join() === "F-4";
    },
  },
  {
    name: "a payment of 450 euros too many on day 80 needs that buffer, seen on that day",
    isFound: () => {
      const plain = plainModel();
      const due = plain.items.reduce((sum, item) => sum + item.amountMinor, 0);
      const minor = 0 - (plain.openingMinor + due) + plain.floorMinor - 45_000;
      const [base] = findingsOf(withPayment(plain, { day: 80, minor }), ["base"]);
      return base?.buffer.value === 45_000 && base.lowest.on.every((on) => on === "2026-03-22");
    },
  },
  {
    name: "the loss of the top client costs its open invoice in every run",
    isFound: () => {
      const model = { ...plainModel(), topClient: { partyId: "c5", share: 0.1 } };
      const [base, worse] = findingsOf(model, ["base", "top-client-default"]);
      const cost = model.items.find((item) => item.partyId === "c5")?.amountMinor;
      const [before, after] = [base, worse].map((f) => f?.days.at(-1)?.minor[0] ?? 0);
      return (before ?? 0) - (after ?? 0) === cost;
    },
  },
  {
    name: "nothing planted: no risk, no buffer, no driver",
    isFound: () => {
      const [base] = findingsOf(plainModel(), ["base"]);
      const isCalm = base?.risks.every((r) => r.soFar.share === 0) === true;
      return isCalm && base.buffer.value === 0 && base.drivers.length === 0;
    },
  },
];
