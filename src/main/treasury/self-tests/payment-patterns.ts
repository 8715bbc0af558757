import { paymentPatterns } from "../engines/payment-patterns.ts";
import { plantedPayments } from "./planted-payments.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const asOn = "2026-06-30";
const prompt = plantedPayments("prompt", 40, {
  ...{ untilOn: asOn, everyDays: 10 },
  lateness: (_, noise) => noise,
});
const drifting = plantedPayments("drifting", 30, {
  ...{ untilOn: asOn, everyDays: 15 },
  lateness: (i, noise) => i * 1.5 + noise,
});
const found = () =>
  new Map(
    paymentPatterns({ asOn, side: "customer", paidHistory: [...prompt, ...drifting] }).parties.map(
      (party) => [party.partyId, party],
    ),
  );

/** What the payment patterns must find. */
export const patternTruths: PlantedTruth[] = [
  {
    name: "a customer that pays on its due date is told within a day and a half",
    isFound: () => Math.abs(found().get("prompt")?.p50Days ?? 99) <= 1.5,
  },
  {
    name: "a customer a day and a half later with each payment of a fortnight is drifting",
    isFound: () => {
      const trend = found().get("drifting")?.trend;
      return (trend?.theilSenDays ?? 0) > 2 && (trend?.pValue ?? 1) < 0.01;
    },
  },
  {
    name: "a customer without any trend has none",
    isFound: () => Math.abs(found().get("prompt")?.trend?.theilSenDays ?? 99) < 1,
  },
];
