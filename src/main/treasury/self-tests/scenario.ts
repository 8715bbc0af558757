import type { Assumption } from "#contract/treasury-plan.ts";
import { forecastCash } from "../engines/cash-forecast.ts";
import type { ForecastInput } from "../engines/forecast-model.ts";
import { compareScenarios } from "../engines/scenario-comparison.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const company: ForecastInput = {
  ...{ asOn: "2026-06-30", balanceMinor: 1_000_000, floorMinor: 0, horizonDays: 90 },
  ...{ paidHistory: [], bankHistory: [], schedule: [], billing: [] },
  openItems: [
    {
      ...{ id: "1", kind: "invoice", partyId: "7", reference: "F1" },
      ...{ dueOn: "2026-07-10", issuedOn: "2026-06-10", openMinor: 240_000 },
    },
  ],
};
const hire: Assumption = {
  ...{ kind: "hire", label: "hire", monthlyMinor: 300_000, chargesBps: 4000 },
  ...{ fromOn: "2026-07-01", untilOn: null },
};
const lost: Assumption = {
  ...{ kind: "client-lost", partyId: 7, fromOn: "2026-07-01", paysOpen: false },
};

/** What the scenarios must find. */
export const scenarioTruths: PlantedTruth[] = [
  {
    name: "a hire of 3,000.00 a month with 40 % of charges costs 8,400.00 in 90 days",
    isFound: () => {
      const scenario = { scenarioId: 1, name: "", assumptions: [hire] };
      const [, hired] = compareScenarios(company, [scenario]);
      return hired?.difference.d90 === -2 * (300_000 + 120_000);
    },
  },
  {
    name: "the client lost and the hire each give their part, to the cent",
    isFound: () => {
      const scenario = { scenarioId: 1, name: "", assumptions: [lost, hire] };
      const [, both] = compareScenarios(company, [scenario]);
      const owed = forecastCash(company).layers.open;
      return (
        both?.parts[0]?.difference.d90 === -owed &&
        both.difference.d90 === (both.parts[1]?.difference.d90 ?? 0) - owed
      );
    },
  },
  {
    name: "without assumption there is no difference",
    isFound: () => {
      const [, same] = compareScenarios(company, [{ scenarioId: 1, name: "", assumptions: [] }]);
      return same?.difference.d90 === 0 && same.difference.lowest === 0;
    },
  },
];
