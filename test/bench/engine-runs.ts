import { addDays, addMonths } from "#contract/date.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { actionsOf } from "#main/treasury/actions.ts";
import { causesOf } from "#main/treasury/causes.ts";
import { costsOf } from "#main/treasury/costs.ts";
import { decide } from "#main/treasury/engines/decision.ts";
import { forecast } from "#main/treasury/forecast.ts";
import { indicatorsOf } from "#main/treasury/indicators.ts";
import { marginsOf } from "#main/treasury/margins.ts";
import { patternsOf } from "#main/treasury/patterns.ts";
import { riskOf } from "#main/treasury/risk.ts";
import { seasonOf } from "#main/treasury/seasons.ts";
import { stressRequest } from "#main/treasury/stress.ts";
import { varianceOf } from "#main/treasury/variance.ts";
import { warningsOf } from "#main/treasury/warnings.ts";

const monthBefore = (asOn: string) => ({ fromOn: addMonths(asOn, -1), toOn: asOn });
const yearBefore = (asOn: string) => ({ fromOn: addDays(addMonths(asOn, -12), 1), toOn: asOn });

/** Every engine as its query asks it, at the query's own defaults. */
export const engineRuns: Readonly<Record<string, (read: ReadHandle, asOn: string) => unknown>> = {
  indicators: indicatorsOf,
  paymentPatterns: (read, asOn) => patternsOf(read, { side: "customer", asOn }),
  forecast: (read, asOn) => forecast(read, { asOn, todayOn: asOn }),
  warnings: warningsOf,
  risk: riskOf,
  actions: (read, asOn) =>
    actionsOf(read, { asOn, minutes: 60, minuteMinor: 75, penaltyBps: 1215 }),
  seasonality: (read, asOn) => seasonOf(read, { asOn, series: "receipts" }),
  margins: (read, asOn) => marginsOf(read, yearBefore(asOn)),
  costDrift: (read, asOn) => costsOf(read, { asOn }),
  causes: (read, asOn) =>
    (["cash", "dso"] as const).map((kpi) =>
      causesOf(read, { kpi, ...monthBefore(asOn), events: [] }),
    ),
  variance: (read, asOn) =>
    varianceOf(read, { fromMonth: `${asOn.slice(0, 4)}-01`, toMonth: asOn.slice(0, 7) }),
  stressModel: (read, asOn) =>
    stressRequest(read, { asOn, todayOn: asOn, days: 90, scenarios: ["base"] }),
  decide: (read, asOn) => {
    const { floorMinor, days } = forecast(read, { asOn, todayOn: asOn });
    const flows = [{ on: addDays(asOn, 1), amountMinor: -5_000_000 }];
    for (let m = 1; m <= 36; m++) flows.push({ on: addMonths(asOn, m), amountMinor: 180_000 });
    return decide({
      ...{ asOn, rate: 0.06, floorMinor, balances: days },
      options: [{ name: "machine", flows }],
    });
  },
};
