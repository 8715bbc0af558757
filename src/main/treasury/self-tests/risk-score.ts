import { riskScores } from "../engines/risk-score.ts";
import { plantedPayments } from "./planted-payments.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const asOn = "2026-06-30";
const told = (lateness: (i: number, noise: number) => number) => ({
  ...{ untilOn: asOn, everyDays: 9, lateness },
});
const paidHistory = [
  ...plantedPayments(
    "sound",
    40,
    told((_, noise) => noise * 3),
  ),
  ...plantedPayments(
    "middling",
    41,
    told((i) => (i % 4 === 0 ? 20 : 2)),
  ),
  ...plantedPayments(
    "bad",
    42,
    told((i) => (i % 4 === 0 ? 5 : 35)),
  ),
];
const found = () => riskScores({ asOn, paidHistory, openItems: [] }).clients;

/** What the risk score must find. */
export const riskTruths: PlantedTruth[] = [
  {
    name: "three customers late never, one time in four and three times in four, in that order",
    isFound: () =>
      found()
        .map((one) => one.partyId)
        .join() === "bad,middling,sound",
  },
  {
    name: "every score's reasons add up to its difference from the portfolio",
    isFound: () =>
      found().every(
        ({ score, portfolioScore, reasons }) =>
          reasons.reduce((sum, one) => sum + one.points, 0) === score - portfolioScore,
      ),
  },
];
