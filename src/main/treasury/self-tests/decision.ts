import { decide, internalRates } from "../engines/decision.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const euros = (on: string, amount: number) => ({ on, amountMinor: amount * 100 });
const twoRoots = [
  euros("2025-01-01", -1000),
  euros("2026-01-01", 2500),
  euros("2027-01-01", -1540),
];

/** What the decision arbiter must find. */
export const decisionTruths: PlantedTruth[] = [
  {
    name: "flows with rates of 10 % and 40 %, and no other",
    isFound: () =>
      internalRates(twoRoots)
        .map((rate) => rate.toFixed(4))
        .join() === "0.1000,0.4000",
  },
  {
    name: "a better option that breaks the floor comes after a lesser one that keeps it",
    isFound: () => {
      const balances = [{ on: "2026-02-01", balanceMinor: 50_000 }];
      const [first, second] = decide({
        ...{ asOn: "2026-01-01", rate: 0.05, floorMinor: 0, balances },
        options: [
          { name: "large", flows: [euros("2026-01-15", -1000), euros("2026-12-31", 3000)] },
          { name: "small", flows: [euros("2026-01-15", -100), euros("2026-12-31", 120)] },
        ],
      });
      return first?.name === "small" && second?.breaksFloor === true;
    },
  },
];
