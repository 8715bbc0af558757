import { monthlyModel } from "../engines/monthly-model.ts";
import { forecastYear } from "../engines/yearly-forecast.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const year = [100, 100, 100, 100, 100, 100, 100, 20, 100, 100, 100, 180];
const empty = {
  ...{ asOn: "2026-06-30", balanceMinor: 500_000, floorMinor: 0, horizonDays: 90 },
  ...{ openItems: [], paidHistory: [], bankHistory: [], billing: [] },
};

/** What the forecast of a year must find. */
export const yearTruths: PlantedTruth[] = [
  {
    name: "a holiday month and a busy month seen three years running come again",
    isFound: () => {
      const { ahead } = monthlyModel([...year, ...year, ...year], { firstMonth: 0, ahead: 12 });
      const others = ahead.filter((_, i) => i !== 7 && i !== 11);
      return Math.max(...others) < (ahead[11] ?? 0) && Math.min(...others) > (ahead[7] ?? 0);
    },
  },
  {
    name: "a tax of 7,000.00 scheduled in ten months falls in its month and is the lowest point",
    isFound: () => {
      const tax = { id: "1", label: "IS", category: "tax", amountMinor: -700_000 };
      const schedule = [{ ...tax, dueOn: "2027-04-15", every: "once" as const }];
      const { lowest } = forecastYear({ ...empty, schedule }, { drafts: [] });
      return lowest.on === "2027-04-30" && lowest.balanceMinor === -200_000;
    },
  },
  {
    name: "a book without rows stays where it is",
    isFound: () =>
      forecastYear({ ...empty, schedule: [] }, { drafts: [] }).months.every(
        (month) => month.closingMinor === 500_000,
      ),
  },
];
