import type { Assumption, ComparedScenario, ScenarioDifference } from "#contract/treasury-plan.ts";
import { forecastCash } from "./cash-forecast.ts";
import type { CashForecast, ForecastInput } from "./forecast-model.ts";
import { applyAssumptions } from "./scenario.ts";

/** A scenario to compare. */
export interface NamedScenario {
  scenarioId: number;
  name: string;
  assumptions: readonly Assumption[];
}

/**
 * The plain forecast, then each scenario beside it: curve, lowest point, difference at 30, 60 and
 * 90 days. The parts come from forecasts with the assumptions added one after the other in their
 * order, so that they add up to the difference to the cent; another order would share otherwise.
 */
export function compareScenarios(
  input: ForecastInput,
  scenarios: readonly NamedScenario[],
): ComparedScenario[] {
  const plain = forecastCash(input);
  const none = { scenarioId: null, name: "", assumptions: [] };
  return [
    compared(none, [plain]),
    ...scenarios.map((scenario) => {
      const steps = scenario.assumptions.map((_, i) =>
        forecastCash(applyAssumptions(input, scenario.assumptions.slice(0, i + 1))),
      );
      return compared(scenario, [plain, ...steps]);
    }),
  ];
}

function compared(
  scenario: Omit<NamedScenario, "scenarioId"> & { scenarioId: number | null },
  steps: readonly [CashForecast, ...CashForecast[]],
): ComparedScenario {
  const [plain] = steps;
  const last = steps.at(-1) ?? plain;
  return {
    scenarioId: scenario.scenarioId,
    name: scenario.name,
    days: last.days.map(({ on, balanceMinor, lowMinor, highMinor }) => ({
      ...{ on, balanceMinor, lowMinor, highMinor },
    })),
    lowest: last.lowest,
    belowFloorOn: last.floor.crossedOn,
    at: {
      d30: last.at.d30?.balanceMinor ?? null,
      d60: last.at.d60?.balanceMinor ?? null,
      d90: last.at.d90?.balanceMinor ?? null,
    },
    difference: difference(plain, last),
    parts: scenario.assumptions.map((assumption, i) => ({
      assumption,
      difference: difference(steps[i] ?? plain, steps[i + 1] ?? plain),
    })),
  };
}

function difference(before: CashForecast, after: CashForecast): ScenarioDifference {
  const at = (key: "d30" | "d60" | "d90") => {
    const [from, to] = [before.at[key], after.at[key]];
    return from === null || to === null ? null : to.balanceMinor - from.balanceMinor;
  };
  return {
    ...{ d30: at("d30"), d60: at("d60"), d90: at("d90") },
    lowest: after.lowest.balanceMinor - before.lowest.balanceMinor,
  };
}
