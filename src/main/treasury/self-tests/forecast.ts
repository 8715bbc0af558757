import { addDays } from "#contract/date.ts";
import { backtest } from "../engines/backtest/backtest.ts";
import type { CompanyHistory } from "../engines/backtest/company-history.ts";
import { gradesOf } from "../engines/backtest/grades.ts";
import { forecastCash } from "../engines/cash-forecast.ts";
import type { ForecastInput, OpenItem } from "../engines/forecast-model.ts";
import { plantedPayments } from "./planted-payments.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const asOn = "2026-06-30";
const tenDaysLate = plantedPayments("client", 40, {
  ...{ untilOn: asOn, everyDays: 3, lateness: () => 10 },
});
const open: OpenItem = {
  ...{ id: "1", kind: "invoice", partyId: "client", reference: "F1", openMinor: 100_000 },
  ...{ issuedOn: "2026-06-10", dueOn: "2026-07-10" },
};
const input = (given: Partial<ForecastInput>): ForecastInput => ({
  ...{ asOn, balanceMinor: 500_000, floorMinor: 0, horizonDays: 90 },
  ...{ openItems: [], paidHistory: tenDaysLate, bankHistory: [], schedule: [], billing: [] },
  ...given,
});
const salary = { id: "s", label: "Salaires", category: "payroll", amountMinor: -600_000 };

/** One invoice a day, paid forty days after. */
const steady: CompanyHistory = {
  bankLines: [],
  items: Array.from({ length: 420 }, (_, i) => {
    const issuedOn = addDays("2025-01-01", i);
    const about = { id: `i${i}`, reference: `F${i}`, partyId: "c", kind: "invoice" as const };
    const payments = [{ on: addDays(issuedOn, 40), amountMinor: 70_000 }];
    return { ...about, issuedOn, dueOn: addDays(issuedOn, 30), amountMinor: 70_000, payments };
  }),
};

/** What the cash forecast must find. */
export const forecastTruths: PlantedTruth[] = [
  {
    name: "the invoice of a customer always ten days late comes ten days after it is due",
    isFound: () => forecastCash(input({ openItems: [open] })).items[0]?.likelyOn === "2026-07-20",
  },
  {
    name: "the day on which the wages take cash below the floor",
    isFound: () => {
      const schedule = [{ ...salary, dueOn: "2026-07-31", every: "once" as const }];
      return forecastCash(input({ schedule })).floor.crossedOn === "2026-07-31";
    },
  },
  {
    name: "with nothing to come, the balance stays to the cent",
    isFound: () => forecastCash(input({})).days.every((day) => day.balanceMinor === 500_000),
  },
];

/** What the back-test must find. */
export const reliabilityTruths: PlantedTruth[] = [
  {
    name: "a company that never changes is foretold within 3 %, where due dates miss by 40 %",
    isFound: () => {
      const origins = [0, 14, 28, 42].map((days) => addDays("2025-09-01", days));
      const { methods } = gradesOf([...backtest(steady, origins)], "2026-02-28");
      const weekly = new Map(methods.map((one) => [one.method, one.weekly.d90 ?? 1]));
      return (weekly.get("forecast") ?? 1) < 0.03 && (weekly.get("due-date") ?? 0) > 0.4;
    },
  },
];
