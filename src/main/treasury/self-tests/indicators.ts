import { baseIndicators, countBackDays } from "../engines/base-indicators.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const month = (name: string, euros: number) => ({
  ...{ month: name, grossMinor: euros * 100, documents: 10 },
});

/** What the base indicators must find. */
export const indicatorTruths: PlantedTruth[] = [
  {
    name: "an open amount of June's billing and half of May's stands for 45.5 days at June's end",
    isFound: () => {
      const billing = [month("2026-05", 20_000), month("2026-06", 12_000)];
      return countBackDays(22_000 * 100, billing, "2026-06-30") === 45.5;
    },
  },
  {
    name: "working capital less its requirement is the cash, to the cent",
    isFound: () => {
      const found = baseIndicators({
        ...{ asOn: "2026-06-30", resultMinor: 1_234, billing: [], purchases: [] },
        balances: [
          { account: "101000", minor: -50_000 },
          { account: "411000", minor: 30_001 },
          { account: "401000", minor: -12_345 },
          { account: "512000", minor: 33_578 },
        ],
        ...{ receivableMinor: 30_001, receivableNotDueMinor: 0, payableMinor: 12_345 },
        ...{ netSalesMinor: 0, costOfGoodsMinor: 0, netFlows: [], cashMinor: 33_578 },
      });
      const cash = found.indicators.find((one) => one.key === "net-cash")?.value;
      return found.identityGapMinor === 0 && cash === 33_578;
    },
  },
];
